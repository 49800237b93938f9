//! Looks for a pattern through a stretch of folded text.

use crate::pattern::Pattern;
#[cfg(target_arch = "wasm32")]
use crate::seek::Seeker;

/// Calls `found` with the place of each word from `from` on that `pattern` seeks, in order, and with the word's end; goes on
/// where that says, at the end or later. `folded` ends with a space.
pub(crate) fn scan(folded: &[u8], pattern: &Pattern, from: usize, mut found: impl FnMut(usize, usize) -> usize) {
    let needle = pattern.needle();
    let mut seeker = Seeker::new(&needle);
    // Where the needle ends with the word, and the word with the needle, all is said.
    let certain = pattern.whole().is_some() || pattern.prefix().is_some();
    let mut at = from;
    while let Some(hit) = seeker.next(folded, at) {
        let word = word_before(folded, hit + usize::from(needle.first() == Some(&b' ')));
        let letters = word_at(folded, word);
        // The space after a word is the one before the next.
        let end = word + letters.len();
        at = if certain || pattern.matches(letters) { found(word, end) } else { end };
    }
}

/// A string that is looked for.
#[cfg(not(target_arch = "wasm32"))]
struct Seeker<'a>(memchr::memmem::Finder<'a>);

#[cfg(not(target_arch = "wasm32"))]
impl<'a> Seeker<'a> {
    fn new(needle: &'a [u8]) -> Self {
        Seeker(memchr::memmem::Finder::new(needle))
    }

    fn next(&mut self, text: &[u8], at: usize) -> Option<usize> {
        self.0.find(text.get(at..)?).map(|hit| at + hit)
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
