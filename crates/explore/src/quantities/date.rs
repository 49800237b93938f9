//! Dates.

use memcon_record::months::MONTHS;

use super::Value;
use super::lex::Text;
use super::lists::{CURRENCIES, UNITS, WHEN, WHEN_ALSO, WHICH_MONTH};
use super::noun::head;
use super::numeral::magnitude;

/// The date that begins at `i`, and the token after it. `listed` says that a date ended just before, as in “1961 and 1962”.
pub(super) fn date(text: &Text, i: usize, listed: bool) -> Option<(usize, Value)> {
    if let Some(found) = in_figures(text, i) {
        return Some(found);
    }
    if !text.english {
        return None;
    }
    day_first(text, i).or_else(|| month_first(text, i)).or_else(|| years(text, i, listed))
}

/// `1964-11-25` and `25.11.1964`.
fn in_figures(text: &Text, i: usize) -> Option<(usize, Value)> {
    if let [day, month, year] = *text.number(i).split('.').collect::<Vec<_>>() {
        return Some((i + 1, dated(year_of(year)?, upto(month, 12)?, upto(day, 31)?)));
    }
    let year = year_of(text.number(i))?;
    let dash = |i: usize| text.sign(i) == Some('-') && text.glued(i) && text.glued(i + 1);
    let parts = (dash(i + 1) && dash(i + 3)).then(|| (text.number(i + 2), text.number(i + 4)))?;
    let whole = parts.0.len() == 2 && parts.1.len() == 2;
    whole.then_some(())?;
    Some((i + 5, dated(year, upto(parts.0, 12)?, upto(parts.1, 31)?)))
}

/// “25 November 1964”, “the 25th of November”, “25–27 November”.
fn day_first(text: &Text, i: usize) -> Option<(usize, Value)> {
    let (from, mut at) = day(text, i)?;
    let mut to = from;
    if is_dash(text, at) {
        (to, at) = day(text, at + 1)?;
    }
    if text.is(at, "of") {
        at += 1;
    }
    let month = month(text, at)?;
    at += 1;
    if text.sign(at) == Some('.') && text.word(at - 1).len() < 5 && year_of(text.number(at + 1)).is_some() {
        at += 1;
    }
    let (year, next) = year_after(text, at);
    Some((next, days(year, month, from, to)))
}

/// “November 25, 1964”, “November 25–27”, “November 1964”; “in November”.
fn month_first(text: &Text, i: usize) -> Option<(usize, Value)> {
    let month = month(text, i)?;
    // “Nov.” may have its period.
    let short = text.word(i).len() < 5 && text.sign(i + 1) == Some('.') && !text.number(i + 2).is_empty();
    let at = if short { i + 2 } else { i + 1 };
    if let Some((from, mut at)) = day(text, at) {
        let mut to = from;
        if is_dash(text, at)
            && let Some((last, next)) = day(text, at + 1).filter(|(last, _)| *last > from)
        {
            (to, at) = (last, next);
        }
        let (year, next) = year_after(text, at);
        return Some((next, days(year, month, from, to)));
    }
    let comma = usize::from(text.sign(at) == Some(','));
    if let Some(year) = year_of(text.number(at + comma)) {
        return Some((at + comma + 1, Value::Date(format!("{year}-{month:02}"))));
    }
    let before = i.checked_sub(1)?;
    let said = text.among(before, WHEN) || text.among(before, WHICH_MONTH);
    // “May” is a verb too, and a name in a list of them is no month.
    (said && MONTHS.iter().any(|name| text.is(i, name))).then_some((i + 1, Value::Untold))
}

/// “in 1956”, “the 1950s”, “from 1956 to 1960”, “1961–1965”.
fn years(text: &Text, i: usize, listed: bool) -> Option<(usize, Value)> {
    let year = year_of(text.number(i))?;
    if i > 0
        && text.glued(i)
        && (text.sign_before(i) != Some('-') || !text.is(i.wrapping_sub(2), "mid"))
        && !matches!(text.sign_before(i), Some('(' | '“' | '"' | '—' | '–' | '['))
    {
        return None;
    }
    let apostrophe = usize::from(matches!(text.sign(i + 1), Some('\'' | '’')) && text.glued(i + 1));
    if year % 10 == 0 && text.word(i + 1 + apostrophe) == "s" && text.glued(i + 1 + apostrophe) {
        return Some((i + 2 + apostrophe, Value::Date(format!("{year}/{}", year + 9))));
    }
    let before = i.checked_sub(1).unwrap_or(usize::MAX);
    let before = if text.sign(before) == Some('-') { before.wrapping_sub(1) } else { before };
    let spans = |at: usize| year_of(text.number(at)).filter(|last| *last > year);
    if is_dash(text, i + 1) {
        let last = spans(i + 2).or_else(|| {
            let short = text.number(i + 2);
            let last = (year / 100 * 100) + (short.len() == 2).then(|| short.parse::<u32>().ok())??;
            (last > year && year >= 1800).then_some(last)
        })?;
        let free = !text.glued(i + 3) || text.sign(i + 3).is_some_and(|sign| !matches!(sign, '-' | '/'));
        return free.then(|| (i + 3, Value::Date(format!("{year}/{last}"))));
    }
    let joined = (text.among(before, "from") && text.among(i + 1, "to until till through"))
        || (text.among(before, "between") && text.among(i + 1, "and"));
    if let Some(last) = joined.then(|| spans(i + 2)).flatten() {
        return Some((i + 3, Value::Date(format!("{year}/{last}"))));
    }
    if text.glued(i + 1) && (!text.word(i + 1).is_empty() || matches!(text.sign(i + 1), Some('-' | '/' | '%' | '–')))
    {
        return None;
    }
    let counted = text.among(i + 1, UNITS)
        || text.among(i + 1, CURRENCIES)
        || magnitude(text.word(i + 1)).is_some()
        || text.is(i + 1, "percent")
        || (text.is(i + 1, "per") && text.is(i + 2, "cent"));
    let told =
        text.among(before, WHEN) || ((listed || text.among(before, WHEN_ALSO)) && head(text, i + 1, 2).is_none());
    (told && !counted).then(|| (i + 1, Value::Date(year.to_string())))
}

fn is_dash(text: &Text, i: usize) -> bool {
    matches!(text.sign(i), Some('-' | '–')) && text.glued(i) && text.glued(i + 1)
}

/// A day of a month in figures, “25th” included, and the token after it.
fn day(text: &Text, i: usize) -> Option<(u32, usize)> {
    let day = upto(text.number(i), 31)?;
    let free = !text.glued(i) || matches!(text.sign_before(i), Some('(' | '“' | '"' | '—' | '–' | '-' | '[' | '.'));
    let ordinal = text.glued(i + 1) && text.among(i + 1, "st nd rd th");
    let measured =
        text.glued(i + 1) && (!text.word(i + 1).is_empty() || matches!(text.sign(i + 1), Some('%' | '/' | ':')));
    (free && (ordinal || !measured)).then_some((day, i + 1 + usize::from(ordinal)))
}

/// The year after a day or a month, with a comma before it or none.
fn year_after(text: &Text, at: usize) -> (Option<u32>, usize) {
    let comma = usize::from(text.sign(at) == Some(','));
    match year_of(text.number(at + comma)) {
        Some(year) => (Some(year), at + comma + 1),
        None => (None, at),
    }
}

fn days(year: Option<u32>, month: u32, from: u32, to: u32) -> Value {
    match year {
        None => Value::Untold,
        Some(year) if from == to => dated(year, month, from),
        Some(year) => Value::Date(format!("{year}-{month:02}-{from:02}/{year}-{month:02}-{to:02}")),
    }
}

fn dated(year: u32, month: u32, day: u32) -> Value {
    Value::Date(format!("{year}-{month:02}-{day:02}"))
}

fn month(text: &Text, i: usize) -> Option<u32> {
    let word = text.word(i).to_ascii_lowercase();
    if !text.is_capital(i) || word.len() <= 2 {
        return None;
    }
    let place = MONTHS.iter().map(|name| name.to_ascii_lowercase()).position(|name| {
        name == word || (matches!(word.len(), 3 | 4) && word != "mar" && word != "dece" && name.starts_with(&word))
    })?;
    u32::try_from(place + 1).ok()
}

/// A year that is written as one: 1500 to 2099, without a separator.
pub(super) fn year_of(number: &str) -> Option<u32> {
    (number.len() == 4).then(|| number.parse().ok()).flatten().filter(|year| (1500..=2099).contains(year))
}

fn upto(number: &str, most: u32) -> Option<u32> {
    (number.len() <= 2).then(|| number.parse().ok()).flatten().filter(|n| (1..=most).contains(n))
}
