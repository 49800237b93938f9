//! The geometry of the timeline: lanes, and where each turn stands in them.
//!
//! All positions are fractions of the whole, from 0 to 1. A turn is as wide as
//! its words; every turn has a little more, so that the shortest can be seen.

use std::ops::Range;

use memcon_record::order::most_first;
use memcon_record::{Record, Speaker};

use crate::hits::Hit;

/// More speakers than this share the last lane.
pub const LANES: usize = 7;

/// Every turn is wider than its words by all words divided by this, or by the number of turns where that is greater, so that
/// the shortest can be seen.
pub const EXTRA: usize = 250;

/// What a drawing needs to know.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs)]
pub struct Timeline {
    pub lanes: Vec<Lane>,
    /// By place of the turn.
    pub segments: Vec<Segment>,
    /// By place of the topic.
    pub topics: Vec<Range<f64>>,
}

/// One row of the drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// Who is in it; more than one in the lane that gathers the rest.
    pub speakers: Vec<Speaker>,
}

/// One turn in the drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// Place of the lane.
    pub lane: usize,
    /// From where to where.
    pub x: Range<f64>,
}

impl Timeline {
    /// The geometry for `record`.
    pub fn of(record: &Record) -> Self {
        let lanes = lanes(record);
        let whole = record.words().max(1) as f64;
        // Of thousands of turns the extra would be all that is seen: together it is no more than the words.
        let extra = whole / EXTRA.max(record.turns.len()) as f64;
        let length = whole + extra * record.turns.len() as f64;
        let mut at = 0.0;
        let segments: Vec<Segment> = record
            .turns()
            .map(|(_, turn)| {
                let start = at;
                at += (turn.words as f64 + extra) / length;
                let lane = lanes.iter().position(|lane| lane.speakers.contains(&turn.speaker)).unwrap_or(0);
                Segment { lane, x: start..at }
            })
            .collect();
        let topics = record
            .topics
            .iter()
            .filter_map(|topic| {
                Some(segments.get(topic.turns.start)?.x.start..segments.get(topic.turns.end - 1)?.x.end)
            })
            .collect();
        Timeline { lanes, segments, topics }
    }

    /// Place of the turn at `x`; the nearest at the ends.
    pub fn turn_at(&self, x: f64) -> Option<usize> {
        let place = self.segments.partition_point(|segment| segment.x.end <= x);
        (!self.segments.is_empty()).then(|| place.min(self.segments.len() - 1))
    }

    /// Where a part of a turn stands: `part` 0 is its beginning, 1 its end.
    pub fn x_in(&self, turn: usize, part: f64) -> f64 {
        self.segments
            .get(turn)
            .map_or(0.0, |segment| segment.x.start + (segment.x.end - segment.x.start) * part.clamp(0.0, 1.0))
    }

    /// Where a hit stands: as far into its turn as it is into the turn's text. `None` outside turns.
    pub fn x_of(&self, record: &Record, hit: &Hit) -> Option<f64> {
        let block = record.blocks.get(hit.block)?;
        let turn = block.turn()?;
        let before: usize = block.paragraphs.iter().take(hit.paragraph).map(|p| p.text.len()).sum();
        let length: usize = block.paragraphs.iter().map(|p| p.text.len()).sum();
        Some(self.x_in(turn.place, (before + hit.start) as f64 / length.max(1) as f64))
    }
}

/// One lane a speaker, delegations together, in the order of the delegations,
/// those with the most words first; beyond [`LANES`] the rest in one.
fn lanes(record: &Record) -> Vec<Lane> {
    let mut words: Vec<(Speaker, usize)> = Vec::new();
    for (_, turn) in record.turns() {
        match words.iter_mut().find(|(speaker, _)| *speaker == turn.speaker) {
            Some((_, sum)) => *sum += turn.words,
            None => words.push((turn.speaker, turn.words)),
        }
    }
    let mut words = most_first(words, |(_, sum)| *sum);
    let rest = if words.len() > LANES { words.split_off(LANES - 1) } else { Vec::new() };
    // The first delegation on top.
    let words = most_first(words, |(speaker, _)| record.side(*speaker).map_or(0, |side| usize::MAX - side));
    let mut lanes: Vec<Lane> = words.into_iter().map(|(speaker, _)| Lane { speakers: vec![speaker] }).collect();
    if !rest.is_empty() {
        lanes.push(Lane { speakers: rest.into_iter().map(|(speaker, _)| speaker).collect() });
    }
    lanes
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::Timeline;

    #[test]
    fn of_thousands_of_turns_the_words_still_count() {
        let mut blocks = String::new();
        for i in 0..1000 {
            let text = "word ".repeat(if i == 0 { 1001 } else { 1 });
            _ = write!(
                blocks,
                r#"{}{{"id":"t{i}","kind":"turn","speaker":"unknown","mode":"verbatim","paragraphs":[[{{"text":"{}"}}]]}}"#,
                if i == 0 { "" } else { "," },
                text.trim(),
            );
        }
        let json =
            format!(r#"{{"format":"memcon-record/1","id":"a","title":"A","provenance":{{}},"blocks":[{blocks}]}}"#);
        let (record, _) = memcon_record::read(&json).expect("a record");
        let first = Timeline::of(&record).segments[0].x.end;
        // Half of the words, and half of the width is theirs.
        assert!((first - 0.25).abs() < 0.01, "{first}");
    }
}
