//! A stretch of a record's text, from one place to another.

use std::ops::Range;

use memcon_record::model::{Block, Record};
use memcon_record::slice::slice;
use memcon_record::wire::Mark;
use memcon_record::{Speaker, Turn};

/// A place in the text of a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// Place of the block in [`Record::blocks`].
    pub block: usize,
    /// Place of the paragraph in the block.
    pub paragraph: usize,
    /// Bytes of the paragraph's text before it.
    pub byte: usize,
}

impl Spot {
    /// The place after `byte` bytes of a paragraph.
    pub fn new(block: usize, paragraph: usize, byte: usize) -> Self {
        Spot { block, paragraph, byte }
    }
}

/// What stands between two places; it may span runs, paragraphs and blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Where it begins.
    pub start: Spot,
    /// Where it ends; what stands there is no part of it.
    pub end: Spot,
}

/// The part of a passage that stands in one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Place of the block in [`Record::blocks`].
    pub block: usize,
    /// Place of the paragraph in the block.
    pub paragraph: usize,
    /// Bytes of the paragraph's text.
    pub range: Range<usize>,
}

impl Passage {
    /// The blocks that it touches, as places in [`Record::blocks`].
    pub fn blocks(&self) -> Range<usize> {
        self.start.block..self.end.block + 1
    }

    /// What of it stands in which paragraph, in order; nothing where it leads out of `record`.
    pub fn parts(&self, record: &Record) -> Vec<Part> {
        let mut parts = Vec::new();
        for (number, block) in record.blocks.iter().enumerate().take(self.end.block + 1).skip(self.start.block) {
            for (place, paragraph) in block.paragraphs.iter().enumerate() {
                let here = (number, place);
                let (first, last) = ((self.start.block, self.start.paragraph), (self.end.block, self.end.paragraph));
                if here < first || here > last {
                    continue;
                }
                let from = if here == first { self.start.byte } else { 0 };
                let to = if here == last { self.end.byte } else { paragraph.text.len() };
                if from < to && paragraph.text.get(from..to).is_some() {
                    parts.push(Part { block: number, paragraph: place, range: from..to });
                }
            }
        }
        parts
    }
}

/// The record's words in `passage` and nothing else, no mark of a page either; a blank line between paragraphs.
pub fn words_of(record: &Record, passage: &Passage) -> String {
    words_where(record, passage, |_| true)
}

/// The same of the blocks that are `shown`, by place; “[…]” where some are not.
pub fn words_where(record: &Record, passage: &Passage, shown: impl Fn(usize) -> bool) -> String {
    paragraphs(record, passage, shown).into_iter().map(|(_, words)| words).collect::<Vec<_>>().join("\n\n")
}

/// The same, with who speaks in brackets before the words of each turn; of a single turn the words alone.
pub fn words_with_speakers(record: &Record, passage: &Passage, shown: impl Fn(usize) -> bool) -> String {
    let is_single = turns(record, passage).len() < 2;
    let (mut whole, mut last) = (String::new(), None);
    for (block, words) in paragraphs(record, passage, shown) {
        whole += if whole.is_empty() { "" } else { "\n\n" };
        if let Some(block) = record.blocks.get(block).filter(|_| !is_single && words != LEFT_OUT && last != Some(block))
        {
            whole += &format!("[{}:] ", name(record, block));
        }
        whole += &words;
        last = Some(block);
    }
    whole
}

/// Who speaks, by name; of a voice that the record cannot name, as printed. What nobody says has words too: else it would seem
/// to be said by the one before.
fn name<'r>(record: &'r Record, block: &'r Block) -> &'r str {
    let Some(turn) = block.turn() else { return "not speech" };
    match (turn.speaker, record.speaker_name(turn).trim().trim_end_matches(':')) {
        (Speaker::Nobody, _) => "not speech",
        (Speaker::Unknown, name) if turn.label.is_empty() || name.is_empty() => "unknown voice",
        (_, name) => name,
    }
}

/// The words of each paragraph, with the place of its block.
fn paragraphs(record: &Record, passage: &Passage, shown: impl Fn(usize) -> bool) -> Vec<(usize, String)> {
    let mut paragraphs: Vec<(usize, String)> = Vec::new();
    for part in passage.parts(record) {
        let words = if shown(part.block) { words(record, &part) } else { LEFT_OUT.to_owned() };
        let is_again = words == LEFT_OUT && paragraphs.last().is_some_and(|(_, last)| last == LEFT_OUT);
        paragraphs.extend(Some((part.block, words)).filter(|(_, words)| !words.is_empty() && !is_again));
    }
    paragraphs
}

/// What stands for turns that are left out of a quotation.
const LEFT_OUT: &str = "[…]";

fn words(record: &Record, part: &Part) -> String {
    let paragraph = &record.blocks[part.block].paragraphs[part.paragraph];
    let mut words = String::new();
    for span in paragraph.spans.iter().filter(|span| !span.marks.contains(&Mark::PageBreak)) {
        let (from, to) = (span.range.start.max(part.range.start), span.range.end.min(part.range.end));
        let text = slice(&paragraph.text, from..to);
        // Where a mark was taken out, one space of two.
        let is_double = words.ends_with(char::is_whitespace) || words.is_empty();
        words += if is_double { text.trim_start() } else { text };
    }
    words.trim_end().to_owned()
}

/// The turns of which words stand in `passage`, in order; none of a narrative or a list.
pub fn turns<'r>(record: &'r Record, passage: &Passage) -> Vec<(&'r Block, &'r Turn)> {
    let mut blocks: Vec<usize> = passage.parts(record).iter().map(|part| part.block).collect();
    blocks.dedup();
    blocks.into_iter().filter_map(|block| record.blocks.get(block)).filter_map(|b| Some((b, b.turn()?))).collect()
}

/// Who speaks in `passage`, each once, in the order of the text.
pub fn speakers(record: &Record, passage: &Passage) -> Vec<Speaker> {
    let mut speakers = Vec::new();
    for (_, turn) in turns(record, passage) {
        if !speakers.contains(&turn.speaker) {
            speakers.push(turn.speaker);
        }
    }
    speakers
}
