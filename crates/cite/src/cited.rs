//! What of a record is cited.

use memcon_record::wire::{Mark, Mode};
use memcon_record::{Record, Speaker, Turn};
use serde::{Deserialize, Serialize};

use crate::date::Day;
use crate::locator::{self, Pages, Point, Turns};
use crate::name::Name;

/// What of a record is cited: all of it, a turn, a stretch, words quoted from it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Cited {
    /// Who speaks in it, each once, in order of appearance. Empty for a whole record, a narrative, a stage note.
    pub speakers: Vec<Name>,
    /// The record tells of what was said and does not give the words.
    pub reported: bool,
    /// The source's own locator.
    pub pages: Option<Pages>,
    /// Ours.
    pub turns: Option<Turns>,
    /// The stable link to it.
    pub link: Option<String>,
    /// When it was read.
    pub accessed: Option<Day>,
    /// The words quoted, as printed.
    pub passage: Option<String>,
    /// How much of the record it is, where that is neither the whole nor a stretch: “4 of 25 turns”.
    pub part: Option<String>,
}

impl Cited {
    /// The whole record.
    pub fn record() -> Cited {
        Cited::default()
    }

    /// The block with the id `id`, which need not be a turn. `None` where there is none.
    pub fn block(record: &Record, id: &str) -> Option<Cited> {
        Cited::stretch(record, id, id)
    }

    /// All from one block to another, in either order, both included. `None` where one of them does not exist.
    pub fn stretch(record: &Record, from: &str, to: &str) -> Option<Cited> {
        let place = |id: &str| record.blocks.iter().position(|block| block.id == id);
        let (a, b) = (place(from)?, place(to)?);
        let (first, last) = (a.min(b), a.max(b));
        let turns: Vec<&Turn> = record.blocks.get(first..=last)?.iter().filter_map(|block| block.turn()).collect();
        let mut speakers: Vec<Name> = Vec::new();
        for name in turns.iter().filter_map(|turn| speaker(record, turn)) {
            if !speakers.contains(&name) {
                speakers.push(name);
            }
        }
        let numbers = turns.first().zip(turns.last()).map(|(a, b)| Turns { from: a.place + 1, to: b.place + 1 });
        Some(Cited {
            speakers,
            reported: !turns.is_empty() && turns.iter().all(|turn| turn.mode == Mode::Reported),
            pages: Pages::between(record, (first, 0, 0), (last + 1, 0, 0)),
            turns: numbers,
            ..Cited::default()
        })
    }

    /// The words `passage`, which stand between two blocks, both included.
    ///
    /// Where the words are found the pages are theirs, and else those of the
    /// blocks. White space and the source's marks of pages and notes may differ.
    pub fn passage(record: &Record, from: &str, to: &str, passage: &str) -> Option<Cited> {
        let mut cited = Cited::stretch(record, from, to)?;
        let within = |id: &str| id == from || id == to;
        let first = record.blocks.iter().position(|block| within(&block.id))?;
        let last = record.blocks.iter().rposition(|block| within(&block.id))?;
        if let Some((start, end)) = find(record, first, last, passage) {
            cited.pages = Pages::between(record, start, end);
        }
        cited.passage = Some(passage.to_owned());
        Some(cited)
    }

    /// The same with its stable link.
    pub fn linked(self, link: impl Into<String>) -> Cited {
        Cited { link: Some(link.into()), ..self }
    }

    /// The same with the day on which it was read.
    pub fn read_on(self, day: Day) -> Cited {
        Cited { accessed: Some(day), ..self }
    }

    /// Where it stands in the document: the source's own locator before ours. Empty where there is none.
    pub fn locator(&self) -> String {
        locator::words(self.pages.as_ref(), self.turns)
    }
}

/// The name of a turn's speaker; of a voice that the record cannot name, its label as printed.
fn speaker(record: &Record, turn: &Turn) -> Option<Name> {
    match turn.speaker {
        Speaker::Known(i) => record.participants.get(i).map(|person| Name::new(&person.name)),
        Speaker::Unknown if !turn.label.trim().is_empty() => Some(Name::Whole(turn.label.trim().to_owned())),
        Speaker::Unknown | Speaker::Nobody => None,
    }
}

/// Where `words` begin and end in the blocks from `first` to `last`, white space and marks set aside.
fn find(record: &Record, first: usize, last: usize, words: &str) -> Option<(Point, Point)> {
    let mut solid = String::new();
    let mut points: Vec<Point> = Vec::new();
    for (b, block) in record.blocks.iter().enumerate().take(last + 1).skip(first) {
        for (p, paragraph) in block.paragraphs.iter().enumerate() {
            for span in &paragraph.spans {
                if span.marks.iter().any(|mark| matches!(mark, Mark::PageBreak | Mark::NoteMark)) {
                    continue;
                }
                let Some(text) = paragraph.text.get(span.range.clone()) else { continue };
                for (i, c) in text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
                    solid.push(c);
                    points.extend(std::iter::repeat_n((b, p, span.range.start + i), c.len_utf8()));
                }
            }
        }
    }
    let words: String = words.chars().filter(|c| !c.is_whitespace()).collect();
    let at = (!words.is_empty()).then(|| solid.find(&words)).flatten()?;
    let (b, p, byte) = *points.get(at + words.len() - 1)?;
    Some((*points.get(at)?, (b, p, byte + 1)))
}
