//! The list of records that a site holds: `index.json`.

use serde::{Deserialize, Serialize};

use crate::model::Record;
use crate::order::most_first;

/// The value of [`Index::format`].
pub const FORMAT: &str = "memcon-index/1";

/// What `public/records/index.json` holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Index {
    /// Always [`FORMAT`].
    pub format: String,
    /// By date, then by id; those without a date last.
    pub records: Vec<Entry>,
}

/// One record in the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The record's id; its file is `<id>.json`.
    pub id: String,
    /// Title as printed.
    pub title: String,
    /// EDTF date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Kind of document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The archive's summary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// How much there is.
    pub counts: Counts,
    /// Names of the delegations.
    pub delegations: Vec<String>,
    /// Names of those who speak, the most words first.
    pub speakers: Vec<String>,
}

/// How much there is in a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Turns.
    pub turns: usize,
    /// Words in turns.
    pub words: usize,
    /// Participants.
    pub present: usize,
    /// Participants with at least one turn.
    pub speaking: usize,
}

impl Index {
    /// The list of `records`, in order.
    pub fn of<'a>(records: impl IntoIterator<Item = &'a Record>) -> Self {
        let mut entries: Vec<Entry> = records.into_iter().map(Entry::of).collect();
        entries.sort_by(|a, b| (a.date.is_none(), &a.date, &a.id).cmp(&(b.date.is_none(), &b.date, &b.id)));
        Index { format: FORMAT.into(), records: entries }
    }
}

impl Entry {
    /// What the list says of `record`.
    pub fn of(record: &Record) -> Self {
        let speaking: Vec<(usize, &str)> = record
            .participants
            .iter()
            .enumerate()
            .filter(|(i, _)| record.turns_of(*i).next().is_some())
            .map(|(i, p)| (record.words_of(i), p.name.as_str()))
            .collect();
        let speaking = most_first(speaking, |(words, _)| *words);
        Entry {
            id: record.id.clone(),
            title: record.title.clone(),
            date: record.date.clone(),
            kind: record.kind.clone(),
            summary: record.summary.clone(),
            counts: Counts {
                turns: record.turns.len(),
                words: record.words(),
                present: record.participants.len(),
                speaking: speaking.len(),
            },
            delegations: record.delegations.iter().map(|d| d.name.clone()).collect(),
            speakers: speaking.into_iter().map(|(_, name)| name.to_owned()).collect(),
        }
    }
}
