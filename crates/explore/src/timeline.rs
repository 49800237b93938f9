//! The geometry of the timeline: lanes, and where each turn stands in them.
//!
//! All positions are fractions of the whole, from 0 to 1. A turn is as wide as
//! its words; every turn has a little more, so that the shortest can be seen.

use std::ops::Range;

use memcon_record::order::most_first_of_few;
use memcon_record::{Record, Speaker};

use crate::hits::Hit;

/// More speakers than this share the last lane.
pub const LANES: usize = 7;

/// Every turn is wider than its words by all words divided by this, or by the number of turns where that is greater, so that
/// the shortest can be seen.
pub const EXTRA: usize = 250;

/// Beyond so many turns a drawing has a bar for each lane in each of as many columns as [`COLUMNS`], and not for each turn.
pub const CROWD: usize = 600;

/// Columns of a drawing that aggregates.
pub const COLUMNS: usize = 240;

/// What a drawing needs to know.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs)]
pub struct Timeline {
    pub lanes: Vec<Lane>,
    /// By place of the turn.
    pub segments: Vec<Segment>,
    /// What is drawn, by its first turn.
    pub bars: Vec<Bar>,
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
    /// Place of the bar that it is in.
    pub bar: usize,
}

/// A bar of the drawing: one turn, or in the drawing of a crowd those of a lane in a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Place of the lane.
    pub lane: usize,
    /// Places of its turns, one at least.
    pub turns: Vec<usize>,
    /// From where to where; of all turns of the column.
    pub x: Range<f64>,
}

impl Timeline {
    /// The geometry for `record`.
    pub fn of(record: &Record) -> Self {
        let lanes = lanes(record);
        let mut lane_of = vec![0; voices(record)];
        for (place, lane) in lanes.iter().enumerate() {
            lane.speakers.iter().for_each(|speaker| lane_of[voice(record, *speaker)] = place);
        }
        let whole = record.words().max(1) as f64;
        // Of thousands of turns the extra would be all that is seen: together it is no more than the words.
        let extra = whole / EXTRA.max(record.turns.len()) as f64;
        let length = whole + extra * record.turns.len() as f64;
        let mut at = 0.0;
        let mut segments: Vec<Segment> = record
            .turns()
            .map(|(_, turn)| {
                let start = at;
                at += (turn.words as f64 + extra) / length;
                Segment { lane: lane_of[voice(record, turn.speaker)], x: start..at, bar: 0 }
            })
            .collect();
        let bars = bars(&mut segments);
        let topics = record
            .topics
            .iter()
            .filter_map(|topic| {
                Some(segments.get(topic.turns.start)?.x.start..segments.get(topic.turns.end - 1)?.x.end)
            })
            .collect();
        Timeline { lanes, segments, bars, topics }
    }

    /// Place of the turn at `x`; the nearest at the ends.
    pub fn turn_at(&self, x: f64) -> Option<usize> {
        let place = self.segments.partition_point(|segment| segment.x.end <= x);
        (!self.segments.is_empty()).then(|| place.min(self.segments.len() - 1))
    }

    /// Whether a bar stands for many turns.
    pub fn is_crowd(&self) -> bool {
        is_crowd(&self.segments)
    }

    /// The bar that a turn is in.
    pub fn bar_of(&self, turn: usize) -> Option<&Bar> {
        self.bars.get(self.segments.get(turn)?.bar)
    }

    /// The first turn of the bar so many bars after that of `turn`, or at the end of all.
    pub fn step(&self, turn: usize, bars: isize) -> usize {
        let bar = self.segments.get(turn).map_or(0, |segment| segment.bar);
        let bar = bar.saturating_add_signed(bars).min(self.bars.len().saturating_sub(1));
        self.bars.get(bar).map_or(0, |bar| bar.turns[0])
    }

    /// The last turn of the bar of `turn`.
    pub fn end_of(&self, turn: usize) -> usize {
        self.bar_of(turn).and_then(|bar| bar.turns.last()).copied().unwrap_or(turn)
    }

    /// The part of the words of its column that is said in a bar, from 0 to 1.
    pub fn share(&self, record: &Record, bar: &Bar) -> f64 {
        let all: usize = self.bars.iter().filter(|other| other.x == bar.x).map(|bar| bar.words(record)).sum();
        bar.words(record) as f64 / all.max(1) as f64
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

impl Bar {
    /// Number of words that are said in it.
    pub fn words(&self, record: &Record) -> usize {
        let blocks = self.turns.iter().filter_map(|turn| record.blocks.get(*record.turns.get(*turn)?));
        blocks.filter_map(|block| block.turn()).map(|turn| turn.words).sum()
    }
}

fn is_crowd(segments: &[Segment]) -> bool {
    segments.len() > CROWD
}

/// The bars of a drawing, by their first turn; each segment is told which is its own.
fn bars(segments: &mut [Segment]) -> Vec<Bar> {
    let mut bars: Vec<Bar> = Vec::with_capacity(segments.len().min(COLUMNS * LANES));
    let is_crowd = is_crowd(segments);
    let (mut column, mut first) = (0, 0);
    for (place, segment) in segments.iter_mut().enumerate() {
        let middle = (segment.x.start + segment.x.end) / 2.0;
        let here = if is_crowd { (middle * COLUMNS as f64) as usize } else { place };
        if here != column {
            (column, first) = (here, bars.len());
        }
        let start = bars.get(first).map_or(segment.x.start, |bar| bar.x.start);
        segment.bar = match bars[first..].iter().position(|bar| bar.lane == segment.lane) {
            Some(bar) => first + bar,
            None => {
                bars.push(Bar { lane: segment.lane, turns: Vec::new(), x: start..start });
                bars.len() - 1
            }
        };
        bars[segment.bar].turns.push(place);
        bars[first..].iter_mut().for_each(|bar| bar.x.end = segment.x.end);
    }
    bars
}

/// How many numbers [`voice`] gives.
fn voices(record: &Record) -> usize {
    record.participants.len() + 2
}

/// A number for each who speaks; after the participants, one for unknown voices and one for turns of nobody's.
fn voice(record: &Record, speaker: Speaker) -> usize {
    match speaker {
        Speaker::Known(place) => place,
        Speaker::Unknown => record.participants.len(),
        Speaker::Nobody => record.participants.len() + 1,
    }
}

/// One lane a speaker, delegations together, in the order of the delegations,
/// those with the most words first; beyond [`LANES`] the rest in one.
fn lanes(record: &Record) -> Vec<Lane> {
    let mut words: Vec<(Speaker, usize)> = Vec::new();
    let mut known = vec![None; voices(record)];
    for (_, turn) in record.turns() {
        let place = *known[voice(record, turn.speaker)].get_or_insert_with(|| {
            words.push((turn.speaker, 0));
            words.len() - 1
        });
        words[place].1 += turn.words;
    }
    let mut words = most_first_of_few(words, |(_, sum)| *sum);
    let rest = if words.len() > LANES { words.split_off(LANES - 1) } else { Vec::new() };
    // The first delegation on top.
    let words = most_first_of_few(words, |(speaker, _)| record.side(*speaker).map_or(0, |side| usize::MAX - side));
    let mut lanes: Vec<Lane> = words.into_iter().map(|(speaker, _)| Lane { speakers: vec![speaker] }).collect();
    if !rest.is_empty() {
        lanes.push(Lane { speakers: rest.into_iter().map(|(speaker, _)| speaker).collect() });
    }
    lanes
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::{COLUMNS, CROWD, LANES, Timeline};

    /// The first of a thousand turns has as many words more than the others as those have together; three speak.
    fn crowd() -> memcon_record::Record {
        talk(1000, 3)
    }

    /// So many turns of so many speakers, one after the other, a word each but the first.
    fn talk(turns: usize, speakers: usize) -> memcon_record::Record {
        let mut blocks = String::new();
        for i in 0..turns {
            let text = "word ".repeat(if i == 0 { 1001 } else { 1 });
            _ = write!(
                blocks,
                r#"{}{{"id":"t{i}","kind":"turn","speaker":"p{}","mode":"verbatim","paragraphs":[[{{"text":"{}"}}]]}}"#,
                if i == 0 { "" } else { "," },
                i % speakers,
                text.trim(),
            );
        }
        let person = |i| format!(r#"{{"id":"p{i}","name":"{i}","presence":"listed"}}"#);
        let people = (0..speakers).map(person).collect::<Vec<_>>().join(",");
        let json = format!(
            r#"{{"format":"memcon-record/1","id":"a","title":"A","provenance":{{}},"participants":[{people}],"blocks":[{blocks}]}}"#
        );
        memcon_record::read(&json).expect("a record").0
    }

    #[test]
    fn of_thousands_of_turns_the_words_still_count() {
        let first = Timeline::of(&crowd()).segments[0].x.end;
        // Half of the words, and half of the width is theirs.
        assert!((first - 0.25).abs() < 0.01, "{first}");
    }

    #[test]
    fn up_to_a_crowd_each_turn_has_a_bar_of_its_own() {
        for turns in [0, 1, CROWD] {
            let timeline = Timeline::of(&talk(turns, 3));
            let bars: Vec<Vec<usize>> = timeline.bars.iter().map(|bar| bar.turns.clone()).collect();
            assert_eq!(bars, (0..turns).map(|turn| vec![turn]).collect::<Vec<_>>());
            assert!(timeline.bars.iter().zip(&timeline.segments).all(|(bar, segment)| bar.x == segment.x));
            assert_eq!(timeline.step(0, isize::MAX), turns.saturating_sub(1));
        }
        assert!(Timeline::of(&talk(CROWD + 1, 3)).bars.len() < CROWD);
    }

    #[test]
    fn those_who_share_the_last_lane_share_its_bars() {
        let timeline = Timeline::of(&talk(CROWD * 2, LANES * 3));
        assert_eq!(timeline.lanes.len(), LANES);
        let last = timeline.bars.iter().filter(|bar| bar.lane == LANES - 1);
        assert!(last.clone().any(|bar| bar.turns.len() > 1));
        assert!(last.count() <= COLUMNS);
    }

    #[test]
    fn of_a_crowd_each_lane_has_a_bar_in_a_column() {
        let record = crowd();
        let timeline = Timeline::of(&record);
        assert_eq!(timeline.lanes.len(), 3);
        assert!(timeline.bars.len() <= 3 * COLUMNS, "{}", timeline.bars.len());
        let mut turns: Vec<usize> = timeline.bars.iter().flat_map(|bar| bar.turns.clone()).collect();
        turns.sort_unstable();
        assert_eq!(turns, (0..1000).collect::<Vec<_>>(), "each turn is in one bar");
        for (place, bar) in timeline.bars.iter().enumerate() {
            for turn in &bar.turns {
                let segment = &timeline.segments[*turn];
                assert_eq!((segment.bar, segment.lane), (place, bar.lane));
                assert!(bar.x.start <= segment.x.start && segment.x.end <= bar.x.end);
            }
        }
        for column in timeline.bars.chunk_by(|a, b| a.x == b.x) {
            let shares: f64 = column.iter().map(|bar| timeline.share(&record, bar)).sum();
            assert!((shares - 1.0).abs() < 1e-9, "{shares}");
        }
        // One way through all of them, and no further.
        let walk = |from: usize| Some(timeline.step(from, 1)).filter(|to| *to > from);
        assert_eq!(std::iter::successors(Some(0), |at| walk(*at)).count(), timeline.bars.len());
        assert_eq!(timeline.step(999, -1), timeline.bars[timeline.bars.len() - 2].turns[0]);
    }
}
