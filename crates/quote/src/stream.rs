//! The words of a record, one after the other, as they are compared.
//!
//! A word is a token of the engine, folded: case, diacritics, the form of
//! quotation marks and spaces do not matter. The sign of a note is a word by
//! itself, so that “mud5” with the sign 5 is “mud” and “5”.

use std::ops::Range;

use memcon_engine::fold::fold;
use memcon_engine::tokens::tokens;
use memcon_record::model::{Paragraph, Record};
use memcon_record::wire::Mark;

use crate::passage::{Passage, Spot};
use crate::seal;

/// All words of a record, in order.
pub struct Stream<'r> {
    /// Whose words they are.
    pub record: &'r Record,
    words: Vec<Word>,
    folded: String,
}

struct Word {
    block: u32,
    paragraph: u32,
    /// Bytes of the paragraph.
    start: u32,
    end: u32,
    /// Bytes of the folded text.
    folded: Range<u32>,
    /// Of the folded word: words of unlike sums are unlike.
    sum: u32,
}

/// A word that is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sought {
    pub(crate) word: String,
    sum: u32,
}

/// The folded words of `text`.
pub(crate) fn sought(text: &str) -> Vec<Sought> {
    tokens(text)
        .map(|range| {
            let word = fold(&text[range]);
            Sought { sum: seal::sum([word.as_str()]), word }
        })
        .collect()
}

impl<'r> Stream<'r> {
    /// The words of `record`.
    pub fn of(record: &'r Record) -> Self {
        let mut stream = Stream { record, words: Vec::new(), folded: String::new() };
        for (block, text) in record.blocks.iter().enumerate() {
            for (paragraph, text) in text.paragraphs.iter().enumerate() {
                for piece in pieces(text) {
                    stream.add(block as u32, paragraph as u32, &text.text, piece);
                }
            }
        }
        stream
    }

    fn add(&mut self, block: u32, paragraph: u32, text: &str, piece: Range<usize>) {
        for word in tokens(&text[piece.clone()]) {
            let (start, end) = (piece.start + word.start, piece.start + word.end);
            let from = self.folded.len();
            self.folded.push_str(&fold(&text[start..end]));
            let folded = from as u32..self.folded.len() as u32;
            let sum = seal::sum([&self.folded[from..]]);
            self.words.push(Word { block, paragraph, start: start as u32, end: end as u32, folded, sum });
        }
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The word at `place`, folded; nothing beyond the last.
    pub fn word(&self, place: usize) -> &str {
        let folded = self.words.get(place).map_or(0..0, |word| word.folded.start as usize..word.folded.end as usize);
        &self.folded[folded]
    }

    /// The words of `passage`, as places; one that stands in it in part is one of them.
    pub fn range(&self, passage: &Passage) -> Option<Range<usize>> {
        let from = self.words.partition_point(|word| word.spot(word.end) <= passage.start);
        let to = self.words.partition_point(|word| word.spot(word.start) < passage.end);
        (from < to).then_some(from..to)
    }

    /// The passage from the first to the last of `words`, trimmed to them; `words` are some, and are there.
    pub fn passage(&self, words: Range<usize>) -> Option<Passage> {
        let (first, last) = (self.words.get(words.start)?, self.words.get(words.end.checked_sub(1)?)?);
        (words.start < words.end).then(|| Passage { start: first.spot(first.start), end: last.spot(last.end) })
    }

    /// `passage` with the whole of the words at its ends, and without what is no word there; nothing where it has no word.
    pub fn widened(&self, passage: &Passage) -> Option<Passage> {
        self.passage(self.range(passage)?)
    }

    /// The block of the word at `place`.
    pub(crate) fn block(&self, place: usize) -> usize {
        self.words.get(place).map_or(self.record.blocks.len(), |word| word.block as usize)
    }

    /// The words of blocks `from` to `to`, both with theirs.
    pub(crate) fn of_blocks(&self, from: usize, to: usize) -> Range<usize> {
        let place = |block: usize| self.words.partition_point(|word| (word.block as usize) < block);
        place(from)..place(to + 1)
    }

    /// Whether the words from `place` on are `words`.
    pub(crate) fn stands(&self, place: usize, words: &[Sought]) -> bool {
        let there = self.words.get(place..).and_then(|rest| rest.get(..words.len()));
        there.is_some_and(|there| {
            there.iter().zip(words).all(|(word, sought)| word.sum == sought.sum)
                && words.iter().enumerate().all(|(i, sought)| self.word(place + i) == sought.word)
        })
    }

    /// Whether the words before `place` are `words`.
    pub(crate) fn stands_before(&self, place: usize, words: &[Sought]) -> bool {
        place.checked_sub(words.len()).is_some_and(|from| self.stands(from, words))
    }

    /// Whether the words of both ranges are the same.
    pub(crate) fn same(&self, one: Range<usize>, other: Range<usize>) -> bool {
        let (Some(a), Some(b)) = (self.words.get(one.clone()), self.words.get(other.clone())) else { return false };
        a.len() == b.len()
            && a.iter().zip(b).all(|(a, b)| a.sum == b.sum)
            && one.zip(other).all(|(a, b)| self.word(a) == self.word(b))
    }

    /// A sum of the words of `range`, by which they are told from others.
    pub(crate) fn sum(&self, range: Range<usize>) -> u32 {
        seal::sum(range.map(|place| self.word(place)))
    }

    /// The words of `range` as they are printed, one line.
    pub(crate) fn printed(&self, range: Range<usize>) -> String {
        let mut text = String::new();
        let mut before: Option<&Word> = None;
        for word in self.words.get(range.clone()).unwrap_or_default() {
            let paragraph = &self.record.blocks[word.block as usize].paragraphs[word.paragraph as usize].text;
            match before.filter(|before| (before.block, before.paragraph) == (word.block, word.paragraph)) {
                Some(before) => text.push_str(&paragraph[before.end as usize..word.start as usize]),
                None => text.push(' '),
            }
            text.push_str(&paragraph[word.start as usize..word.end as usize]);
            before = Some(word);
        }
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        // The sign of a note stands close to its word, and would be taken for a part of it.
        let is_read_so = {
            let words = sought(&text);
            words.len() == range.len() && self.stands(range.start, &words)
        };
        if is_read_so { text } else { range.map(|place| self.word(place)).collect::<Vec<_>>().join(" ") }
    }
}

impl Word {
    fn spot(&self, byte: u32) -> Spot {
        Spot::new(self.block as usize, self.paragraph as usize, byte as usize)
    }
}

/// A paragraph's text, parted where the sign of a note begins or ends.
fn pieces(paragraph: &Paragraph) -> Vec<Range<usize>> {
    let mut pieces: Vec<(bool, Range<usize>)> = Vec::new();
    for span in &paragraph.spans {
        let is_mark = span.marks.contains(&Mark::NoteMark);
        match pieces.last_mut() {
            Some((last, piece)) if *last == is_mark => piece.end = span.range.end,
            _ => pieces.push((is_mark, span.range.clone())),
        }
    }
    pieces.into_iter().map(|(_, piece)| piece).collect()
}
