//! What a word must look like to be one that is sought.

use std::ops::Range;

use crate::fold;
use crate::tokens::words;

/// Stands for any one letter in [`Pattern::letters`]: no text holds it.
const ANY: u8 = 0;

/// A word, whole or open at an end, with any letter in some places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// Folded; [`ANY`] for any one letter.
    letters: Vec<u8>,
    open_start: bool,
    open_end: bool,
    /// The longest part without [`ANY`]: what a scan looks for.
    literal: Range<usize>,
}

/// “*”, any letters, or “?”, any one.
pub fn is_wild(c: char) -> bool {
    c == '*' || c == '?'
}

impl Pattern {
    /// The words of `text`, each whole.
    pub fn words(text: &str) -> Vec<Pattern> {
        words(text).map(Pattern::exact).collect()
    }

    /// `word` as it is.
    pub fn exact(word: &str) -> Pattern {
        Pattern::new(fold::fold(word).into_bytes(), false, false)
    }

    /// One word with “?” for any letter, and “*” at an end for anything; `None` where no letter is left.
    ///
    /// A star inside a word is not part of the language: it is left out.
    pub fn wild(word: &str) -> Option<Pattern> {
        let mut letters = Vec::new();
        for (i, part) in word.split('?').enumerate() {
            if i > 0 {
                letters.push(ANY);
            }
            letters.extend(fold::fold(&part.replace('*', "")).into_bytes());
        }
        let any = letters.iter().any(|letter| *letter != ANY);
        any.then(|| Pattern::new(letters, word.starts_with('*'), word.ends_with('*')))
    }

    /// The same word, open at its end; `None` where it is so already.
    pub fn opened(&self) -> Option<Pattern> {
        (!self.open_end).then(|| Pattern { open_end: true, ..self.clone() })
    }

    fn new(letters: Vec<u8>, open_start: bool, open_end: bool) -> Pattern {
        let mut literal = 0..0;
        let mut at = 0;
        for part in letters.split(|letter| *letter == ANY) {
            if part.len() > literal.len() {
                literal = at..at + part.len();
            }
            at += part.len() + 1;
        }
        Pattern { letters, open_start, open_end, literal }
    }

    /// The word, where the pattern is one whole word and nothing else.
    pub fn whole(&self) -> Option<&[u8]> {
        let plain = !self.open_start && !self.open_end && self.literal.len() == self.letters.len();
        plain.then_some(&self.letters)
    }

    /// The letters with which every word sought begins, where it is enough that it begins so.
    pub(crate) fn prefix(&self) -> Option<&[u8]> {
        let plain = !self.open_start && self.open_end && self.literal.len() == self.letters.len();
        plain.then_some(&self.letters)
    }

    /// A string that stands wherever a word does that is sought; spaces where the word must end.
    pub(crate) fn needle(&self) -> Vec<u8> {
        let mut needle = Vec::with_capacity(self.literal.len() + 2);
        needle.extend((self.literal.start == 0 && !self.open_start).then_some(b' '));
        needle.extend_from_slice(&self.letters[self.literal.clone()]);
        needle.extend((self.literal.end == self.letters.len() && !self.open_end).then_some(b' '));
        needle
    }

    /// Whether the folded `word` is one that is sought.
    pub fn matches(&self, word: &[u8]) -> bool {
        if !self.open_start && !self.open_end {
            return fits(&self.letters, word) == Some(word.len());
        }
        let starts = if self.open_start { word.len() + 1 } else { 1 };
        (0..starts).any(|from| {
            // In the middle of a letter none begins.
            word.get(from).is_none_or(|byte| byte & 0xc0 != 0x80)
                && fits(&self.letters, &word[from..]).is_some_and(|length| self.open_end || from + length == word.len())
        })
    }
}

/// How many bytes of `word` the letters take from its beginning.
fn fits(letters: &[u8], word: &[u8]) -> Option<usize> {
    let mut at = 0;
    for letter in letters {
        let byte = *word.get(at)?;
        at += match *letter {
            ANY => match byte {
                0..0x80 => 1,
                0x80..0xe0 => 2,
                0xe0..0xf0 => 3,
                _ => 4,
            },
            letter if letter == byte => 1,
            _ => return None,
        };
    }
    (at <= word.len()).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    #[test]
    fn a_pattern_matches_whole_words_unless_it_is_open() {
        for (pattern, word, expected) in [
            ("fertilizer", "fertilizer", true),
            ("fertilizer", "fertilizers", false),
            ("Fertilizer*", "fertilizers", true),
            ("fertili?er*", "fertiliser", true),
            ("*ism", "marxism", true),
            ("*ism", "isms", false),
            ("*niz*", "organizing", true),
            ("?eed", "reed", true),
            ("?eed", "eed", false),
            ("PËRMET", "permet", true),
            ("김?성", "김일성", true),
            ("김?성", "김성", false),
            ("*?성", "김일성", true),
        ] {
            let pattern = Pattern::wild(pattern).expect("letters");
            assert_eq!(pattern.matches(word.as_bytes()), expected, "{pattern:?} {word}");
        }
        assert_eq!(Pattern::wild("*??"), None);
    }

    #[test]
    fn a_scan_looks_for_the_longest_literal() {
        for (pattern, needle) in [
            ("raw", " raw "),
            ("raw*", " raw"),
            ("*raw", "raw "),
            ("*r?wing*", "wing"),
            ("fertili?er", " fertili"),
            ("a?b", " a"),
        ] {
            let found = Pattern::wild(pattern).expect("letters").needle();
            assert_eq!(String::from_utf8(found).expect("text"), needle, "{pattern}");
        }
    }
}
