//! The record's words, made findable: every token with its place in the text.

use std::collections::HashMap;
use std::ops::Range;

use memcon_record::Record;
use memcon_record::model::Paragraph;
use memcon_record::wire::Mark;

use crate::fold;

/// All tokens of a record, in order, and the words that they are.
///
/// A token is a run of letters and digits, so that “Marxism-Leninism” is two
/// and “don’t” is two; a Chinese or Japanese character is one by itself. Note
/// marks and marks of pages are no words and part none: after “mud5”, 5 being
/// the mark, “mud” is followed by the next word, and is found as “mud5” too.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    /// The distinct words, folded.
    pub vocabulary: Vec<Box<str>>,
    /// The tokens of the whole record.
    pub tokens: Vec<Token>,
    /// For each block, for each paragraph, its tokens.
    pub blocks: Vec<Vec<Range<usize>>>,
    /// By place of a token that a note mark is glued to, the two as one word.
    pub glued: HashMap<usize, Token>,
}

/// One word at one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Place in [`Corpus::vocabulary`].
    pub word: u32,
    /// First byte in the paragraph's text.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
}

impl Corpus {
    /// The words of `record`.
    pub fn of(record: &Record) -> Self {
        let mut corpus = Corpus::default();
        let mut places = HashMap::new();
        for block in &record.blocks {
            let paragraphs = block.paragraphs.iter().map(|paragraph| corpus.add(paragraph, &mut places)).collect();
            corpus.blocks.push(paragraphs);
        }
        corpus
    }

    fn add(&mut self, paragraph: &Paragraph, places: &mut HashMap<Box<str>, u32>) -> Range<usize> {
        let first = self.tokens.len();
        for (stretch, mark) in stretches(paragraph) {
            match mark {
                None => {
                    for range in split(&paragraph.text[stretch.clone()], stretch.start) {
                        let token = self.token(paragraph, range, places);
                        self.tokens.push(token);
                    }
                }
                Some(Mark::NoteMark) => {
                    let Some(last) = self.tokens.get(first..).and_then(<[Token]>::last).copied() else { continue };
                    if last.end as usize == stretch.start {
                        let both = self.token(paragraph, last.start as usize..stretch.end, places);
                        self.glued.insert(self.tokens.len() - 1, both);
                    }
                }
                Some(_) => {}
            }
        }
        first..self.tokens.len()
    }

    fn token(&mut self, paragraph: &Paragraph, range: Range<usize>, places: &mut HashMap<Box<str>, u32>) -> Token {
        let mut folded = String::new();
        paragraph.text[range.clone()].chars().for_each(|c| fold::push(c, &mut folded));
        let word = *places.entry(folded.as_str().into()).or_insert_with(|| {
            self.vocabulary.push(folded.into());
            self.vocabulary.len() as u32 - 1
        });
        Token { word, start: range.start as u32, end: range.end as u32 }
    }
}

/// Stretches of a paragraph that are words, and those that are a mark.
fn stretches(paragraph: &Paragraph) -> Vec<(Range<usize>, Option<Mark>)> {
    let mut stretches: Vec<(Range<usize>, Option<Mark>)> = Vec::new();
    for span in &paragraph.spans {
        let mark = span.marks.iter().copied().find(|mark| matches!(mark, Mark::NoteMark | Mark::PageBreak));
        match stretches.last_mut() {
            Some((stretch, last)) if *last == mark => stretch.end = span.range.end,
            _ => stretches.push((span.range.clone(), mark)),
        }
    }
    stretches
}

/// Where the tokens of `text` stand, counted from `offset`.
pub fn split(text: &str, offset: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for (at, c) in text.char_indices() {
        let at = at + offset;
        if stands_alone(c) {
            if let Some(start) = open.take() {
                found.push(start..at);
            }
            found.push(at..at + c.len_utf8());
        } else if c.is_alphanumeric() || (open.is_some() && continues(c)) {
            open.get_or_insert(at);
        } else if let Some(start) = open.take() {
            found.push(start..at);
        }
    }
    if let Some(start) = open {
        found.push(start..text.len() + offset);
    }
    found
}

/// Marks and invisible characters do not end a word.
fn continues(c: char) -> bool {
    fold::is_mark(c) || fold::is_invisible(c)
}

/// Scripts that put no space between words.
fn stands_alone(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}')
}

#[cfg(test)]
mod tests {
    use super::split;

    fn words(text: &str) -> Vec<&str> {
        split(text, 0).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn a_token_is_a_run_of_letters_and_digits() {
        assert_eq!(words("Marxism-Leninism, don’t 6-700,000"), ["Marxism", "Leninism", "don", "t", "6", "700", "000"]);
        assert_eq!(words("ferti\u{ad}lizer o\u{306}k"), ["ferti\u{ad}lizer", "o\u{306}k"]);
        assert_eq!(words("毛泽东 met 김일성"), ["毛", "泽", "东", "met", "김일성"]);
        assert_eq!(words("हिन्दी भाषा"), ["हिन्दी", "भाषा"]);
        assert_eq!(words("— ‘’ …"), Vec::<&str>::new());
    }
}
