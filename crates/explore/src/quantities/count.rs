//! Whether a number counts something, and what.

use super::date::year_of;
use super::lex::{Text, UNSAID};
use super::lists::{CURRENCIES, DEFINITE, HEDGES, IDLE, NAMES, THINGS, UNITS};
use super::noun::{Noun, complement, noun};
use super::numeral::Numeral;
use super::{Found, Kind, Value};

/// What the number that begins at `i` counts, unless it counts nothing; with the token after it.
pub(super) fn accepted(text: &Text, i: usize, number: &Numeral, of_dates: bool) -> Option<(usize, Found)> {
    let Numeral { next, spelled, .. } = *number;
    let sign = |at: usize| text.sign(at).filter(|sign| "$£€¥₩₽₹".contains(*sign));
    let money = i.checked_sub(1).and_then(sign).is_some();
    // “US$5”
    let named = money && i >= 2 && text.glued(i - 1) && text.is(i - 2, "us");
    let start = i - usize::from(money) - usize::from(named);
    if is_part(text, start, next) {
        return None;
    }
    let value = match (number.low, number.high) {
        (Some(low), Some(high)) => Value::Number(low, high),
        (None, Some(high)) => Value::Number(high, high),
        _ => Value::Untold,
    };
    let made = |kind, end: usize, of: (usize, usize)| {
        let of = if of.0 < of.1 { text.bytes(of.0, of.1) } else { 0..0 };
        (end.max(next), (kind, text.bytes(hedged(text, start, number.range), end), of, value.clone()))
    };
    if money {
        let (end, after) = (next, complement(text, next));
        return Some((after, made(Kind::Money, end, (end, after)).1));
    }
    let per_cent = match () {
        () if text.sign(next) == Some('%') || text.among(next, "percent pct") => Some(next + 1),
        () if text.is(next, "per") && text.is(next + 1, "cent") => Some(next + 2),
        () => None,
    };
    if let Some(end) = per_cent {
        let after = complement(text, end);
        return Some((after, made(Kind::PerCent, end, (end, after)).1));
    }
    let counted = if text.english { noun(text, next) } else { None };
    let Some(Noun { head, next: after }) = counted else {
        // “80,000 of our soldiers”
        let after = complement(text, next);
        return (!of_dates && bare(text, i, number)).then(|| (after, made(Kind::Number, next, (next, after)).1));
    };
    let unit = text.among(head, UNITS);
    let currency = text.among(head, CURRENCIES) || text.is(head + 1, "sterling");
    let least = number.low.or(number.high);
    if least == Some(1.0) && !number.range && !(unit || currency) {
        return None;
    }
    let few = spelled && (least.is_some_and(|value| value < 13.0) || text.among(head, "thanks times"));
    let before = i.wrapping_sub(1);
    let known = text.among(before, DEFINITE) && !unit && !currency;
    let idle = text.among(head, THINGS) || (least == Some(1.0) && text.among(head, IDLE)) || known;
    // “1500 hours” is a time of the day.
    let time = text.is(head, "hours") && text.number(i).len() == 4 && !text.number(i).contains(',');
    // “the 1962 accords” are of a year.
    let year = year_of(text.number(i)).is_some() && next == i + 1 && !unit && !currency;
    let of_year = year && (text.is_capital(next) || known);
    if (few && idle) || time || of_year {
        return None;
    }
    // “a five year plan” is of no years.
    let adjective = unit && least != Some(1.0) && !text.word(head).ends_with('s') && text.word(head).len() > 3;
    if adjective && noun(text, head + 1).is_some() || (adjective && after == head + 1 && !text.word(after).is_empty()) {
        return None;
    }
    let kind = if currency { Kind::Money } else { Kind::Number };
    Some((after, made(kind, next, (next, after)).1))
}

/// A number without a noun is listed in figures, or when it is large; not one that may be a year, an hour, or in a list.
fn bare(text: &Text, i: usize, number: &Numeral) -> bool {
    let value = number.high.unwrap_or(f64::MAX);
    let named = text.is_capital(i.wrapping_sub(1)) && !text.begins_sentence(i.wrapping_sub(1));
    let idle = text.among(i.wrapping_sub(1), "at to of") && value < 100.0;
    // At the end of a sentence it may be a note mark that nobody has marked.
    let mark = text.begins_sentence(i) && value < 1000.0;
    let many = if number.spelled { number.large && value >= 1000.0 } else { value >= 10.0 };
    let year = number.next == i + 1 && year_of(text.number(i)).is_some();
    many && !(named || idle || mark || year)
}

/// Whether the number is part of something else: “B-52”, “38th”, “10:30”, “five-year”, “(2)”, “2.” before what is listed.
fn is_part(text: &Text, i: usize, next: usize) -> bool {
    let before = text.sign_before(i);
    let glued_before = text.glued(i)
        && match before {
            None => true,
            // “B-52”, “539—40”
            Some('-' | '–') => i >= 2 && text.glued(i - 1),
            Some('—') => i >= 2 && text.glued(i - 1) && !text.number(i - 2).is_empty(),
            Some(sign) => {
                matches!(sign, '/' | ':' | '.' | ',' | '#' | '№' | '_' | '+' | '&' | '\'' | '’' | '‘' | UNSAID)
            }
        };
    let unit = text.among(next, UNITS);
    let letter_follows = !text.word(next + 1).is_empty() || !text.number(next + 1).is_empty();
    let glued_after = text.glued(next)
        && match text.sign(next) {
            None => !unit,
            Some('-' | '–' | '/' | ':' | '_') => text.glued(next + 1) && letter_follows,
            Some('°' | '#' | UNSAID) => true,
            Some('\'' | '’') => text.glued(next + 1) && !text.word(next + 1).is_empty(),
            Some(_) => false,
        };
    let bracketed =
        matches!(before, Some('(' | '[' | '<' | '{')) && matches!(text.sign(next), Some(')' | ']' | '>' | '}'));
    let short = text.number(i).len() <= 2 && next == i + 1 && !text.number(i).is_empty();
    let item = short && text.begins_sentence(i) && matches!(text.sign(next), Some('.' | ')')) && text.glued(next);
    let clock = text.among(next, "am pm o'clock o’clock hrs")
        || (text.among(next, "a p") && text.sign(next + 1) == Some('.') && text.is(next + 2, "m"));
    glued_before || glued_after || bracketed || item || clock
}

/// “Article 5”, “No. 12”.
pub(super) fn is_name(text: &Text, i: usize) -> bool {
    let period = text.sign_before(i) == Some('.') && text.glued(i.wrapping_sub(1));
    let at = i.wrapping_sub(if period { 2 } else { 1 });
    // “No. Five tons …” begins a sentence.
    text.among(at, NAMES) && !(period && text.number(i).is_empty())
}

/// Where the number begins with what it is hedged with.
fn hedged(text: &Text, i: usize, range: bool) -> usize {
    let i = if range && text.among(i.wrapping_sub(1), "between") { i - 1 } else { i };
    let hedge = HEDGES.iter().find(|hedge| {
        hedge.split(' ').rev().enumerate().all(|(n, word)| i.checked_sub(n + 1).is_some_and(|at| text.is(at, word)))
    });
    if text.english { i - hedge.map_or(0, |hedge| hedge.split(' ').count()) } else { i }
}
