//! The record's words, made findable.

use std::ops::Range;

use memcon_engine::find::Place;
use memcon_engine::{Text, tokens};
use memcon_record::Record;
use memcon_record::model::Paragraph;
use memcon_record::slice::slice;
use memcon_record::wire::Mark;

use crate::hits::Hit;

/// All words of a record, folded; a block of the record is a block of the text.
///
/// Note marks and marks of pages are no words and part none: after “mud5”, 5
/// being the mark, “mud” is followed by the next word, and is found as “mud5”
/// too.
#[derive(Clone, Debug, Default)]
pub struct Corpus {
    /// The words, and whatever helps to find them sooner.
    pub text: Text,
}

impl Corpus {
    /// The words of `record`.
    pub fn of(record: &Record) -> Self {
        let mut text = Text::default();
        for block in &record.blocks {
            text.begin_block();
            for paragraph in &block.paragraphs {
                text.begin_paragraph();
                add(&mut text, paragraph);
            }
        }
        Corpus { text }
    }

    /// The folded words of a block, in order.
    pub fn words(&self, block: usize) -> impl Iterator<Item = &str> {
        self.text.words(block)
    }

    /// Where `places`, which are in order, stand in the paragraphs of `record`.
    pub fn hits(&self, record: &Record, places: &[Place]) -> Vec<Hit> {
        let mut hits = Vec::with_capacity(places.len());
        let mut reading: Option<((usize, usize), Words)> = None;
        for place in places {
            let (block, paragraph, first) = self.text.position(place.start);
            let last = first + self.text.words_in(*place) - 1;
            if reading.as_ref().is_none_or(|(at, _)| *at != (block, paragraph)) {
                let Some(text) = record.blocks.get(block).and_then(|block| block.paragraphs.get(paragraph)) else {
                    continue;
                };
                reading = Some(((block, paragraph), Words::of(text)));
            }
            let Some((_, words)) = &mut reading else { continue };
            let (Some(from), Some(to)) = (words.reach(first), words.reach(last)) else { continue };
            let end = if place.with_mark { words.mark_after(to.end) } else { to.end };
            hits.push(Hit { block, paragraph, start: from.start, end });
        }
        hits
    }
}

fn add(text: &mut Text, paragraph: &Paragraph) {
    let mut end = 0;
    for (stretch, mark) in stretches(paragraph) {
        let words = slice(&paragraph.text, stretch.clone());
        match mark {
            None => {
                text.add_words(words);
                end = stretch.end;
            }
            Some(Mark::NoteMark) if end == stretch.start && ends_in_a_word(slice(&paragraph.text, ..end)) => {
                text.glue(words)
            }
            Some(_) => {}
        }
    }
}

fn ends_in_a_word(text: &str) -> bool {
    let tail = text.char_indices().rev().take(64).last().map_or(0, |(at, _)| at);
    tokens::tokens(slice(text, tail..)).last().is_some_and(|word| word.end == text.len() - tail)
}

/// The words of one paragraph as printed, from the first to the last.
struct Words<'a> {
    paragraph: &'a Paragraph,
    stretches: Vec<(Range<usize>, Option<Mark>)>,
    /// The stretch that is read, and how much of it has been.
    stretch: usize,
    read: usize,
    /// Number and place of the word that was read last.
    last: Option<(usize, Range<usize>)>,
}

impl<'a> Words<'a> {
    fn of(paragraph: &'a Paragraph) -> Self {
        Words { paragraph, stretches: stretches(paragraph), stretch: 0, read: 0, last: None }
    }

    /// The word of this number; not one before the last that was asked for.
    fn reach(&mut self, number: usize) -> Option<Range<usize>> {
        while self.last.as_ref().is_none_or(|(last, _)| *last < number) {
            let (stretch, mark) = self.stretches.get(self.stretch)?;
            let from = stretch.start + self.read;
            let word =
                mark.is_none().then(|| tokens::tokens(slice(&self.paragraph.text, from..stretch.end)).next()).flatten();
            let Some(word) = word else {
                (self.stretch, self.read) = (self.stretch + 1, 0);
                continue;
            };
            self.read += word.end;
            let next = self.last.as_ref().map_or(0, |(last, _)| last + 1);
            self.last = Some((next, from + word.start..from + word.end));
        }
        self.last.as_ref().filter(|(last, _)| *last == number).map(|(_, word)| word.clone())
    }

    /// The end of the mark that stands right after `end`.
    fn mark_after(&self, end: usize) -> usize {
        self.stretches.iter().find(|(stretch, mark)| stretch.start == end && mark.is_some()).map_or(end, |(s, _)| s.end)
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
