//! Who speaks after whom: adjacency of turns, not address.

use std::collections::BTreeMap;

use memcon_record::order::most_first;
use memcon_record::{Record, Speaker};

/// How often one speaker's turn comes right after another's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exchange {
    /// Those who speak, the most turns first.
    pub speakers: Vec<Speaker>,
    /// For (earlier, later), how often.
    pub pairs: BTreeMap<(Speaker, Speaker), usize>,
}

impl Exchange {
    /// All neighbouring turns of `record`.
    pub fn of(record: &Record) -> Self {
        let mut turns: BTreeMap<Speaker, usize> = BTreeMap::new();
        let mut pairs: BTreeMap<(Speaker, Speaker), usize> = BTreeMap::new();
        let mut before: Option<Speaker> = None;
        for (_, turn) in record.turns() {
            *turns.entry(turn.speaker).or_default() += 1;
            if let Some(before) = before.replace(turn.speaker) {
                *pairs.entry((before, turn.speaker)).or_default() += 1;
            }
        }
        let speakers = most_first(turns.into_iter().collect(), |(_, turns)| *turns);
        Exchange { speakers: speakers.into_iter().map(|(speaker, _)| speaker).collect(), pairs }
    }
}
