//! Numbers in figures and in English words.

use super::date::year_of;
use super::lex::Text;

/// A number, or a range of two.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Numeral {
    /// The token after it.
    pub next: usize,
    /// Its value, of a range the lower end; none where the figures can be read in two ways.
    pub low: Option<f64>,
    /// The upper end.
    pub high: Option<f64>,
    /// In words.
    pub spelled: bool,
    /// With “thousand” or more in words, or separated thousands.
    pub large: bool,
    /// Both ends of it are told.
    pub range: bool,
}

/// One end of a range.
#[derive(Clone, Copy)]
struct One {
    next: usize,
    value: Option<f64>,
    /// What words such as “million” multiply it by.
    times: f64,
    spelled: bool,
    grouped: bool,
}

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// The value of “thousand” and above. A billion is a thousand millions.
pub(super) fn magnitude(word: &str) -> Option<f64> {
    let is = |other: &str| word.eq_ignore_ascii_case(other);
    let known = [
        ("thousand", 1e3),
        ("million", 1e6),
        ("mil", 1e6),
        ("mln", 1e6),
        ("billion", 1e9),
        ("bil", 1e9),
        ("bln", 1e9),
        ("trillion", 1e12),
    ];
    known.into_iter().find(|(name, _)| is(name)).map(|(_, value)| value)
}

/// The number that begins at `i`.
pub(super) fn numeral(text: &Text, i: usize) -> Option<Numeral> {
    let between = text.word_before(i).eq_ignore_ascii_case("between");
    let first = one(text, i, between)?;
    let alone = Numeral {
        next: first.next,
        low: first.value,
        high: first.value,
        spelled: first.spelled,
        large: first.times >= 1e3 || first.grouped,
        range: false,
    };
    let at = first.next;
    let dash = matches!(text.sign(at), Some('-' | '–')) && text.glued(at) && text.glued(at + 1);
    let word = text.english && (text.among(at, "to or") || (between && text.is(at, "and")));
    let Some(second) = (dash || word).then(|| one(text, at + 1, false)).flatten() else { return Some(alone) };
    let range = Numeral { next: second.next, large: second.times >= 1e3 || second.grouped, range: true, ..alone };
    let (Some(low), Some(high)) = (first.value, second.value) else {
        return Some(if dash { Numeral { low: None, high: None, ..range } } else { alone });
    };
    let low = if first.times == 1.0 && second.times > 1.0 && low < high / second.times {
        Some(low * second.times)
    } else if dash && second.grouped && !first.grouped && low < 1000.0 {
        elided(low, high)
    } else {
        Some(low)
    };
    let rising = low.is_none_or(|low| low < high);
    Some(if rising { Numeral { low, high: Some(high), ..range } } else { alone })
}

/// “6-700,000” means 600,000 to 700,000; “5-10,000” may mean two things.
fn elided(low: f64, high: f64) -> Option<f64> {
    let mut scaled = low;
    while scaled * 10.0 < high {
        scaled *= 10.0;
    }
    (scaled.log10().floor() == high.log10().floor()).then_some(scaled)
}

fn one(text: &Text, i: usize, between: bool) -> Option<One> {
    if text.number(i).is_empty() {
        return if text.english { spelled(text, i, between) } else { None };
    }
    let (mut value, mut grouped) = figures(text.number(i), text.english)?;
    let mut next = i + 1;
    // “50 000”: thousands with a space between them.
    let plain = |at: usize| !text.number(at).is_empty() && !text.number(at).contains(['.', ',']);
    let spaced = |at: usize| plain(at) && text.number(at).len() == 3 && !text.glued(at) && !is_range_sign(text, at + 1);
    if plain(i) && text.number(i).len() <= 3 {
        while spaced(next) {
            let more: f64 = text.number(next).parse().ok()?;
            value = value.map(|value| value * 1000.0 + more);
            (grouped, next) = (true, next + 1);
        }
    }
    if let Some(part) = text.sign(next).filter(|_| text.glued(next)).and_then(fraction) {
        value = value.map(|value| value + part);
        next += 1;
    }
    let mut times = 1.0;
    if text.english {
        if text.is(next, "hundred") && magnitude(text.word(next + 1)).is_some() {
            (times, next) = (100.0, next + 1);
        }
        while let Some(more) = magnitude(text.word(next)) {
            (times, next) = (times * more, next + 1);
        }
    }
    Some(One { next, value: value.map(|value| value * times), times, spelled: false, grouped })
}

fn is_range_sign(text: &Text, i: usize) -> bool {
    text.glued(i) && matches!(text.sign(i), Some('-' | '–' | '/' | '%'))
}

fn fraction(sign: char) -> Option<f64> {
    [('½', 0.5), ('¼', 0.25), ('¾', 0.75)].into_iter().find(|(other, _)| *other == sign).map(|(_, value)| value)
}

/// The value of figures, and whether thousands are separated; no value where a separator may mean two things, nothing
/// where this is no number.
pub(super) fn figures(number: &str, english: bool) -> Option<(Option<f64>, bool)> {
    let separators: Vec<char> = number.chars().filter(|c| !c.is_ascii_digit()).collect();
    let groups: Vec<&str> = number.split(['.', ',']).collect();
    let threes =
        groups.iter().skip(1).all(|group| group.len() == 3) && groups.first().is_some_and(|first| first.len() <= 3);
    let told = |text: String| text.parse::<f64>().ok();
    match *separators {
        [] => Some((told(number.to_owned()), false)),
        [','] if threes && english => Some((told(number.replace(',', "")), true)),
        // “1945.8” is a year, and a note mark that nobody has marked.
        ['.'] if english && groups.first().is_some_and(|whole| year_of(whole).is_some()) => None,
        ['.'] if english && !threes => Some((told(number.to_owned()), false)),
        ['.'] if groups.first() == Some(&"0") => Some((told(number.to_owned()), false)),
        [_] => Some((None, false)),
        [first, .., last] => {
            let same = separators.iter().all(|separator| *separator == first);
            if same && threes {
                return Some((told(number.replace(first, "")), true));
            }
            // “1,500.50”: groups of three, and a part.
            let (whole, part) = number.rsplit_once(last)?;
            let mut groups = whole.split(first);
            let good = separators.iter().filter(|separator| **separator == last).count() == 1
                && groups.next().is_some_and(|first| first.len() <= 3)
                && groups.all(|group| group.len() == 3);
            good.then(|| (told(format!("{}.{part}", whole.replace(first, ""))), true))
        }
    }
}

fn small(word: &str) -> Option<u32> {
    let place = |list: &[&str]| list.iter().position(|name| word.eq_ignore_ascii_case(name));
    let value = place(&ONES).or_else(|| place(&TENS).map(|place| (place + 2) * 10))?;
    u32::try_from(value).ok()
}

/// “twenty-five”, “two hundred and fifty thousand”, “half a million”, “a million and a half”.
fn spelled(text: &Text, i: usize, between: bool) -> Option<One> {
    let done = |next, value: f64, times| Some(One { next, value: Some(value), times, spelled: true, grouped: false });
    if text.is(i, "half") && text.among(i + 1, "a an") {
        let times = magnitude(text.word(i + 2))?;
        return done(i + 3, times / 2.0, times);
    }
    let (mut total, mut times, mut at) = (0.0, 1.0_f64, i);
    let mut current: Option<u32> = None;
    if text.among(i, "a an") && (text.is(i + 1, "hundred") || magnitude(text.word(i + 1)).is_some()) {
        (current, at) = (Some(1), i + 1);
    }
    let mut rounded = false;
    loop {
        let word = text.word(at);
        let hundreds = text.is(at, "hundred");
        if let Some(n) = small(word) {
            current = match current {
                None => Some(n),
                Some(sum) if sum >= 100 && sum % 100 == 0 => Some(sum + n),
                Some(sum) if sum % 100 >= 20 && sum % 10 == 0 && (1..10).contains(&n) => Some(sum + n),
                Some(_) => break,
            };
            rounded = false;
        } else if let (true, Some(sum @ 1..100)) = (hundreds, current) {
            (current, rounded) = (Some(sum * 100), true);
        } else if let (Some(more), Some(sum)) =
            (magnitude(word), current.filter(|_| times == 1.0 || magnitude(word).is_some_and(|more| more < times)))
        {
            total += f64::from(sum) * more;
            // The smallest is what a second end of a range shares.
            (times, current, rounded) = (more, None, true);
        } else if text.is(at, "and")
            && text.among(at + 1, "a")
            && text.is(at + 2, "half")
            && (current.is_some() || times > 1.0)
        {
            if current.is_none() {
                return done(at + 3, total + times / 2.0, times);
            }
            let more = magnitude(text.word(at + 3))?;
            return done(at + 4, (f64::from(current?) + 0.5) * more, more);
        } else if rounded
            && !between
            && text.is(at, "and")
            && small(text.word(at + 1)).is_some()
            && !text.is(at + 2, "hundred")
        {
            // “two hundred and fifty”
        } else if text.sign(at) == Some('-')
            && text.glued(at)
            && text.glued(at + 1)
            && current.is_some_and(|sum| sum % 100 >= 20 && sum % 10 == 0)
            && small(text.word(at + 1)).is_some_and(|n| n < 10)
        {
            // “twenty-five”
        } else {
            break;
        }
        at += 1;
    }
    // “One million two” with nothing after it ends at the million; a number that begins nothing is none.
    (current.is_some() || times > 1.0).then_some(())?;
    done(at, total + f64::from(current.unwrap_or(0)), if current.is_some() { 1.0 } else { times })
}
