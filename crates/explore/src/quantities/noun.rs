//! What a number is of: the noun that follows, by rules that know no grammar.

use super::lex::Text;
use super::lists::{CURRENCIES, DETERMINERS, ENDS, NOT_PLURAL, PLURALS, UNITS};
use crate::distinctive::STOP_WORDS;

/// The noun of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Noun {
    /// The token of the noun itself.
    pub head: usize,
    /// The token after all that belongs to it.
    pub next: usize,
}

/// A unit, a currency, or a noun in the plural, at most `most` words from `i`, with no word of the grammar between.
pub(super) fn head(text: &Text, i: usize, most: usize) -> Option<usize> {
    let mut at = i;
    for _ in 0..most {
        if !is_content(text, at) {
            return None;
        }
        if text.among(at, UNITS) || text.among(at, CURRENCIES) || is_plural(text, at) {
            return Some(at);
        }
        // “anti-aircraft guns”
        at += if text.sign(at + 1) == Some('-') && text.glued(at + 1) { 2 } else { 1 };
    }
    None
}

/// The noun that begins at `i` with what belongs to it: “tons of ammonia per year”.
pub(super) fn noun(text: &Text, i: usize) -> Option<Noun> {
    let head = head(text, i, 4)?;
    // “pounds sterling”, and “US dollars” above.
    let next = if text.is(head + 1, "sterling") { head + 2 } else { head + 1 };
    Some(Noun { head, next: complement(text, next) })
}

/// The token after “of …”, “worth of …”, “per …” and “a year” that begin at `at`; `at` where none does.
pub(super) fn complement(text: &Text, at: usize) -> usize {
    let rate = rated(text, at);
    let of = if text.is(at, "worth") { at + 1 } else { at };
    if rate == at && text.is(of, "of") { objects(text, of + 1).map_or(at, |next| rated(text, next)) } else { rate }
}

/// After “of”: determiners, then a name as the editor has marked it, or words to the first plural or the end of the phrase.
fn objects(text: &Text, mut at: usize) -> Option<usize> {
    while text.among(at, DETERMINERS) {
        at += 1;
    }
    if let Some(next) = text.after_name(at) {
        return Some(next);
    }
    for n in 0..4 {
        if !is_content(text, at) || (n > 0 && (text.word(at).ends_with("ed") || text.word(at).ends_with("ly"))) {
            return (n > 0).then_some(at);
        }
        // Past three words the end is not certain.
        if n == 3 {
            return None;
        }
        if is_plural(text, at) {
            return Some(at + 1);
        }
        at += 1;
    }
    None
}

/// “per hectare”, “a year”.
fn rated(text: &Text, at: usize) -> usize {
    let per = text.is(at, "per") && !text.is(at + 1, "cent") && is_content(text, at + 1);
    let each = text.among(at, "a an each every") && text.among(at + 1, UNITS);
    match () {
        () if per && text.among(at + 1, "square cubic") => at + 3,
        () if per || each => at + 2,
        () => at,
    }
}

fn is_content(text: &Text, i: usize) -> bool {
    let word = text.word(i).to_lowercase().replace('’', "'");
    // Of shortened words the stop list has the parts.
    let begins = word.split('\'').next().unwrap_or_default();
    !begins.is_empty() && STOP_WORDS.binary_search(&begins).is_err() && !ENDS.split(' ').any(|end| end == begins)
}

fn is_plural(text: &Text, i: usize) -> bool {
    let word = text.word(i);
    let regular =
        word.len() > 3 && word.ends_with('s') && !["ss", "us", "is", "'s", "’s"].iter().any(|end| word.ends_with(end));
    // “25 United States advisers” are not 25 states: a capital may be part of a name that goes on.
    let inside = text.is_capital(i) && is_content(text, i + 1);
    (regular && !inside && !text.among(i, NOT_PLURAL)) || text.among(i, PLURALS)
}
