//! The typed question, understood.
//!
//! ```text
//! question = part { white-space part }            every part must be found in a turn
//! part     = [ "-" ] ( phrase | word )            "-": must not be found
//! phrase   = quote { word } quote                 words that follow each other
//! word     = letters, digits, "?" and "*"         "?": any one letter; "*" at an end: anything
//! ```
//!
//! Quotes may be straight or curly. A word of several tokens (“Marxism-Leninism”,
//! “don’t”) is a phrase of them. What is not balanced is read as plain text, so
//! that a question is never an error.

use std::ops::Range;

use crate::{corpus, fold};

/// A question: all of its parts must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// The parts in the order in which they were typed.
    pub parts: Vec<Part>,
}

/// One condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// As typed, without the minus.
    pub typed: String,
    /// Where that stands in the whole question, in bytes.
    pub range: Range<usize>,
    /// Whether it must not be found.
    pub without: bool,
    /// Words that must follow each other in a paragraph.
    pub words: Vec<Pattern>,
}

/// What a token must look like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// Folded letters; `None` stands for any one letter.
    letters: Vec<Option<char>>,
    open_start: bool,
    open_end: bool,
}

impl Question {
    /// Understands `typed`.
    pub fn parse(typed: &str) -> Self {
        let mut parts = Vec::new();
        let mut rest = typed.trim_start();
        while !rest.is_empty() {
            let (without, body) = match rest.strip_prefix(['-', '−', '–']) {
                Some(body)
                    if body.starts_with(|c: char| c.is_alphanumeric() || is_quote(c) || c == '*' || c == '?') =>
                {
                    (true, body)
                }
                _ => (false, rest),
            };
            let (words, end) = quoted(body).unwrap_or_else(|| {
                let end = body.find(char::is_whitespace).unwrap_or(body.len());
                (&body[..end], end)
            });
            let patterns = patterns(words);
            if !patterns.is_empty() {
                let start = typed.len() - body.len();
                let range = start..start + end;
                parts.push(Part { typed: body[..end].to_owned(), range, without, words: patterns });
            }
            rest = body[end..].trim_start();
        }
        Question { parts }
    }

    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }
}

/// The words between quotes at the start of `text`, and where they end.
fn quoted(text: &str) -> Option<(&str, usize)> {
    let open = text.chars().next().filter(|c| is_quote(*c))?;
    let inside = &text[open.len_utf8()..];
    let (close, quote) = inside.char_indices().find(|(_, c)| is_quote(*c))?;
    Some((&inside[..close], open.len_utf8() + close + quote.len_utf8()))
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

fn patterns(words: &str) -> Vec<Pattern> {
    words.split(|c: char| !(c.is_alphanumeric() || is_wild(c) || joins(c))).flat_map(wild_patterns).collect()
}

fn is_wild(c: char) -> bool {
    c == '*' || c == '?'
}

/// Characters that belong to a word without being letters.
fn joins(c: char) -> bool {
    fold::is_mark(c) || fold::is_invisible(c)
}

/// The patterns of one piece between separators: several where a script needs no spaces.
fn wild_patterns(piece: &str) -> Vec<Pattern> {
    if !piece.contains(is_wild) {
        return corpus::split(piece, 0).into_iter().map(|range| Pattern::exact(&piece[range])).collect();
    }
    let core = piece.trim_matches('*');
    let letters: Vec<Option<char>> = core
        .split_inclusive(is_wild)
        .flat_map(|part| {
            let (text, wild) = part.strip_suffix(is_wild).map_or((part, None), |text| (text, part.chars().next_back()));
            // A star inside a word is not part of the language: it is left out.
            fold::fold(text).chars().map(Some).chain((wild == Some('?')).then_some(None)).collect::<Vec<_>>()
        })
        .collect();
    if letters.iter().all(Option::is_none) {
        return Vec::new();
    }
    vec![Pattern { letters, open_start: piece.starts_with('*'), open_end: piece.ends_with('*') }]
}

impl Pattern {
    fn exact(word: &str) -> Self {
        Pattern { letters: fold::fold(word).chars().map(Some).collect(), open_start: false, open_end: false }
    }

    /// Whether the folded `word` is one that is sought.
    pub fn matches(&self, word: &str) -> bool {
        let word: Vec<char> = word.chars().collect();
        let (n, m) = (self.letters.len(), word.len());
        if n > m || (!self.open_start && !self.open_end && n != m) {
            return false;
        }
        let fits = |at: usize| self.letters.iter().zip(&word[at..]).all(|(sought, c)| sought.is_none_or(|s| s == *c));
        match (self.open_start, self.open_end) {
            (false, _) => fits(0),
            (true, false) => fits(m - n),
            (true, true) => (0..=m - n).any(fits),
        }
    }
}

impl Part {
    /// The one word that is sought, open at its end, as it would be typed; `None` for phrases and what is open already.
    pub fn widened(&self) -> Option<Part> {
        let [word] = self.words.as_slice() else { return None };
        let of_word = |c: char| c.is_alphanumeric() || is_wild(c) || joins(c);
        let bare = self.typed.trim_matches(|c| !of_word(c));
        // “(c” of “a(c” would be another word.
        if word.open_end || bare.is_empty() || !bare.chars().all(of_word) {
            return None;
        }
        let words = vec![Pattern { open_end: true, ..word.clone() }];
        Some(Part { typed: format!("{bare}*"), words, ..self.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::Question;

    fn read(typed: &str) -> Vec<String> {
        Question::parse(typed)
            .parts
            .iter()
            .map(|part| format!("{}{}/{}", if part.without { "-" } else { "" }, part.typed, part.words.len()))
            .collect()
    }

    #[test]
    fn parts_are_words_phrases_and_exclusions() {
        assert_eq!(
            read("fertilizer -chemical \"raw material\""),
            ["fertilizer/1", "-chemical/1", "\"raw material\"/2"]
        );
        assert_eq!(read("“raw material” -“any one”"), ["“raw material”/2", "-“any one”/2"]);
        assert_eq!(read("Marxism-Leninism don't"), ["Marxism-Leninism/2", "don't/2"]);
        assert_eq!(read("fertili?er* *ism"), ["fertili?er*/1", "*ism/1"]);
        assert_eq!(read("毛泽东"), ["毛泽东/3"]);
    }

    #[test]
    fn what_is_not_balanced_is_plain_text() {
        assert_eq!(read("\"raw material"), ["\"raw/1", "material/1"]);
        assert_eq!(read("- -- \" * ?? ()"), Vec::<String>::new());
        assert_eq!(read("a\"b"), ["a\"b/2"]);
        assert_eq!(read("-"), Vec::<String>::new());
    }

    #[test]
    fn a_pattern_matches_whole_words_unless_it_is_open() {
        let matches = |pattern: &str, word: &str| Question::parse(pattern).parts[0].words[0].matches(word);
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
        ] {
            assert_eq!(matches(pattern, word), expected, "{pattern} {word}");
        }
    }
}
