//! What is a word when words are looked for.
//!
//! A token is a run of letters and digits, so that “Marxism-Leninism” is two
//! and “don’t” is two; a Chinese or Japanese character is one by itself.

use std::ops::Range;

use crate::fold;

/// What an ASCII character is as part of a word: its small form, or 0 for none.
pub(crate) const SMALL: [u8; 128] = {
    let mut small = [0; 128];
    let mut c = 0;
    while c < 128 {
        if (c as u8).is_ascii_alphanumeric() {
            small[c] = (c as u8).to_ascii_lowercase();
        }
        c += 1;
    }
    small
};

/// Where the tokens of `text` stand, in bytes.
pub fn tokens(text: &str) -> Tokens<'_> {
    Tokens { text, at: 0 }
}

/// The tokens of `text` themselves.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    tokens(text).filter_map(|range| text.get(range))
}

/// The tokens of a text, from the first to the last.
#[derive(Clone, Debug)]
pub struct Tokens<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Tokens<'_> {
    type Item = Range<usize>;

    // Not inlined: it would be built for size, as what calls it is, and take several times as long.
    #[inline(never)]
    fn next(&mut self) -> Option<Range<usize>> {
        let bytes = self.text.as_bytes();
        let mut start = None;
        while let Some(byte) = bytes.get(self.at) {
            if let Some(small) = SMALL.get(*byte as usize) {
                match (start, *small != 0) {
                    (None, true) => start = Some(self.at),
                    (Some(start), false) => return Some(start..self.at),
                    _ => {}
                }
                self.at += 1;
                continue;
            }
            let Some(c) = self.text.get(self.at..).and_then(|rest| rest.chars().next()) else { break };
            let part = part(c);
            match (start, part) {
                (Some(start), Part::None | Part::Alone) => return Some(start..self.at),
                (None, Part::Alone) => {
                    let alone = self.at..self.at + c.len_utf8();
                    self.at = alone.end;
                    return Some(alone);
                }
                (None, Part::Letter) => start = Some(self.at),
                _ => {}
            }
            self.at += c.len_utf8();
        }
        start.map(|start| start..self.at)
    }
}

/// What a character is to a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// It ends one.
    None,
    /// It begins one, or goes on with it.
    Letter,
    /// It goes on with one, and begins none: marks and what is invisible.
    Mark,
    /// It is one: scripts that put no space between words.
    Alone,
}

pub(crate) fn part(c: char) -> Part {
    if stands_alone(c) {
        Part::Alone
    } else if c.is_alphanumeric() {
        Part::Letter
    } else if fold::is_mark(c) || fold::is_invisible(c) {
        Part::Mark
    } else {
        Part::None
    }
}

fn stands_alone(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}')
}

#[cfg(test)]
mod tests {
    fn words(text: &str) -> Vec<&str> {
        super::words(text).collect()
    }

    #[test]
    fn a_token_is_a_run_of_letters_and_digits() {
        assert_eq!(words("Marxism-Leninism, don’t 6-700,000"), ["Marxism", "Leninism", "don", "t", "6", "700", "000"]);
        assert_eq!(words("ferti\u{ad}lizer o\u{306}k"), ["ferti\u{ad}lizer", "o\u{306}k"]);
        assert_eq!(words("毛泽东 met 김일성"), ["毛", "泽", "东", "met", "김일성"]);
        assert_eq!(words("हिन्दी भाषा"), ["हिन्दी", "भाषा"]);
        assert_eq!(words("\u{306}a b\u{306}毛c"), ["a", "b\u{306}", "毛", "c"]);
        assert_eq!(words("— ‘’ …"), Vec::<&str>::new());
    }
}
