//! Looks for a pattern through a stretch of folded text.

use memchr::memmem::Finder;

use crate::pattern::Pattern;

/// Calls `found` with the place of each word from `from` on that `pattern` seeks, in order, and with the word's end; goes on
/// where that says, at the end or later. `folded` ends with a space.
pub(crate) fn scan(folded: &[u8], pattern: &Pattern, from: usize, mut found: impl FnMut(usize, usize) -> usize) {
    let needle = pattern.needle();
    let finder = Finder::new(&needle);
    // Where the needle ends with the word, and the word with the needle, all is said.
    let certain = pattern.whole().is_some() || pattern.prefix().is_some();
    let mut at = from;
    while let Some(hit) = folded.get(at..).and_then(|rest| finder.find(rest)).map(|hit| at + hit) {
        let word = word_before(folded, hit + usize::from(needle.first() == Some(&b' ')));
        let letters = word_at(folded, word);
        // The space after a word is the one before the next.
        let end = word + letters.len();
        at = if certain || pattern.matches(letters) { found(word, end) } else { end };
    }
}

/// The word that begins at `place`.
pub(crate) fn word_at(folded: &[u8], place: usize) -> &[u8] {
    let rest = folded.get(place..).unwrap_or_default();
    &rest[..rest.iter().position(|byte| *byte == b' ').unwrap_or(rest.len())]
}

/// Where the word begins that ends, or goes on, right before `end`.
pub(crate) fn word_before(folded: &[u8], end: usize) -> usize {
    folded[..end].iter().rposition(|byte| *byte == b' ').map_or(0, |space| space + 1)
}
