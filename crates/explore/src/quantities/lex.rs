//! A paragraph cut into words, numbers and signs.

use std::ops::Range;

use memcon_record::model::Paragraph;
use memcon_record::wire::Mark;

/// The tokens of a paragraph, with its note marks and marks of pages taken for white space, and what nobody says in it
/// (an editor's words, a stage note) for [`UNSAID`].
pub(super) struct Text {
    text: String,
    tokens: Vec<(Kind, Range<usize>)>,
    /// What the editor has marked as one name.
    named: Vec<Range<usize>>,
    /// Whether the rules of English apply.
    pub english: bool,
}

/// Stands for what nobody says.
pub(super) const UNSAID: char = '|';

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Letters, with apostrophes between them.
    Word,
    /// Digits, with commas and periods between them.
    Number,
    /// Any other character.
    Sign,
}

impl Text {
    /// `is_name` says of the place of an entity whether it is a name, not a quantity or a date itself.
    pub fn of(paragraph: &Paragraph, english: bool, is_name: impl Fn(usize) -> bool) -> Self {
        let mut text = String::with_capacity(paragraph.text.len());
        let mut named = Vec::new();
        for span in &paragraph.spans {
            let words = paragraph.text.get(span.range.clone()).unwrap_or_default();
            let marked = |marks: &[Mark]| span.marks.iter().any(|mark| marks.contains(mark));
            if marked(&[Mark::NoteMark, Mark::PageBreak]) {
                text.extend(std::iter::repeat_n(' ', words.len()));
            } else if marked(&[Mark::Editorial, Mark::Stage, Mark::Unclear]) {
                text.extend(std::iter::repeat_n(UNSAID, words.len()));
            } else {
                text.push_str(words);
            }
            if span.entity.is_some_and(&is_name) {
                named.push(span.range.clone());
            }
        }
        Text { tokens: tokens(&text), text, named, english }
    }

    /// How many tokens there are.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The bytes of the tokens from `first` to the one before `next`.
    pub fn bytes(&self, first: usize, next: usize) -> Range<usize> {
        let (first, last) = (self.tokens.get(first), next.checked_sub(1).and_then(|last| self.tokens.get(last)));
        first.zip(last).map_or(0..0, |((_, first), (_, last))| first.start..last.end)
    }

    /// The word at `i`; nothing where there is none.
    pub fn word(&self, i: usize) -> &str {
        self.at(i, Kind::Word)
    }

    /// The number at `i`, as printed; nothing where there is none.
    pub fn number(&self, i: usize) -> &str {
        self.at(i, Kind::Number)
    }

    /// The sign at `i`.
    pub fn sign(&self, i: usize) -> Option<char> {
        self.at(i, Kind::Sign).chars().next()
    }

    /// The word before `i`.
    pub fn word_before(&self, i: usize) -> &str {
        i.checked_sub(1).map_or("", |i| self.word(i))
    }

    /// The sign before `i`.
    pub fn sign_before(&self, i: usize) -> Option<char> {
        i.checked_sub(1).and_then(|i| self.sign(i))
    }

    /// Whether the word at `i` is this one, whatever its case.
    pub fn is(&self, i: usize, word: &str) -> bool {
        self.word(i).eq_ignore_ascii_case(word)
    }

    /// Whether the word at `i` is one of these, which are in small letters.
    pub fn among(&self, i: usize, list: &str) -> bool {
        let word = self.word(i);
        !word.is_empty() && list.split(' ').any(|other| word.eq_ignore_ascii_case(other))
    }

    /// Whether nothing stands between the token at `i` and the one before.
    pub fn glued(&self, i: usize) -> bool {
        let before = i.checked_sub(1).and_then(|before| self.tokens.get(before));
        before.zip(self.tokens.get(i)).is_some_and(|((_, before), (_, here))| before.end == here.start)
    }

    /// Whether the word at `i` begins with a capital.
    pub fn is_capital(&self, i: usize) -> bool {
        self.word(i).starts_with(char::is_uppercase)
    }

    /// Whether a sentence begins at `i`.
    pub fn begins_sentence(&self, i: usize) -> bool {
        i == 0
            || matches!(
                self.sign_before(i),
                Some('.' | '?' | '!' | ':' | '“' | '"' | '(' | '[' | '…' | '”' | ')' | ']')
            )
    }

    /// The token after a name that begins at `i`.
    pub fn after_name(&self, i: usize) -> Option<usize> {
        let start = self.tokens.get(i)?.1.start;
        let end = self.named.iter().find(|name| name.start == start)?.end;
        Some(i + self.tokens.get(i..)?.iter().take_while(|(_, range)| range.end <= end).count())
            .filter(|next| *next > i)
    }

    fn at(&self, i: usize, kind: Kind) -> &str {
        let found = self.tokens.get(i).filter(|(found, _)| *found == kind);
        found.and_then(|(_, range)| self.text.get(range.clone())).unwrap_or_default()
    }
}

fn tokens(text: &str) -> Vec<(Kind, Range<usize>)> {
    let mut found: Vec<(Kind, Range<usize>)> = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let mut end = start + c.len_utf8();
        let kind = match c {
            _ if c.is_whitespace() => continue,
            '0'..='9' => Kind::Number,
            _ if c.is_alphabetic() => Kind::Word,
            _ => Kind::Sign,
        };
        while let Some((at, c)) = chars.peek().copied() {
            let follows = |test: fn(char) -> bool| text[at + c.len_utf8()..].starts_with(test);
            let continues = match kind {
                Kind::Number => c.is_ascii_digit() || (matches!(c, ',' | '.') && follows(|c| c.is_ascii_digit())),
                Kind::Word => c.is_alphabetic() || (matches!(c, '\'' | '’') && follows(char::is_alphabetic)),
                Kind::Sign => false,
            };
            if !continues {
                break;
            }
            end = at + c.len_utf8();
            chars.next();
        }
        found.push((kind, start..end));
    }
    found
}
