//! What all formats know of a record: its meaning, the numbers of its turns, the words about it.

use memcon_record::model::{Block, Turn};
use memcon_record::wire::{self, Part, UNKNOWN};
use memcon_record::{Record, Speaker, date};

/// A record, to be written.
pub(crate) struct Reading<'a> {
    pub(crate) record: Record,
    pub(crate) part: Option<&'a Part>,
    /// For each turn, its number in the whole record.
    numbers: Vec<usize>,
    /// Where the page of the whole record is.
    pub(crate) address: Option<&'a str>,
}

impl<'a> Reading<'a> {
    pub(crate) fn of(record: &'a wire::Record, address: Option<&'a str>) -> Self {
        Reading {
            part: record.part.as_ref(),
            numbers: record.numbers(),
            record: Record::from_wire(record.clone()),
            address,
        }
    }

    /// The number of a turn in the whole record, from 1.
    pub(crate) fn number(&self, turn: &Turn) -> usize {
        self.numbers.get(turn.place).copied().unwrap_or(turn.place + 1)
    }

    /// What stands before the words of a turn: its label as printed, else the speaker's name; of nobody, nothing.
    pub(crate) fn label(&'a self, turn: &'a Turn) -> &'a str {
        if turn.label.is_empty() { self.record.speaker_name(turn) } else { &turn.label }
    }

    /// The id of a turn's speaker, as the record format has it; of nobody, nothing.
    pub(crate) fn speaker_id(&self, speaker: Speaker) -> &str {
        match speaker {
            Speaker::Known(place) => self.record.participants.get(place).map_or("", |person| &person.id),
            Speaker::Unknown => UNKNOWN,
            Speaker::Nobody => "",
        }
    }

    /// Where a block is read in the whole record.
    pub(crate) fn link(&self, block: &Block) -> Option<String> {
        self.address.map(|address| format!("{address}#{}", block.id))
    }

    /// The date in words.
    pub(crate) fn date(&self) -> Option<String> {
        self.record.date.as_deref().map(date::written)
    }

    /// What is known of where the text comes from: names of facts, and the facts, in the order of an archive's page.
    pub(crate) fn provenance(&self) -> Vec<(&'static str, String)> {
        let from = &self.record.provenance;
        let facts = [
            ("Source", from.reference.as_ref()),
            ("Repository", from.repository.as_ref()),
            ("Translator", from.translator.as_ref()),
            ("Recorder", from.recorder.as_ref()),
            ("How it was recorded", from.method.as_ref()),
            ("Publisher", from.publisher.as_ref()),
            ("Supported by", from.funder.as_ref()),
            ("Page of the archive", from.url.as_ref()),
            ("Rights", from.rights.as_ref()),
            ("Digest of the source", self.record.source_digest.as_ref()),
        ];
        let page = self.address.map(|address| ("This record", address.to_owned()));
        facts.into_iter().filter_map(|(name, fact)| Some((name, fact?.clone()))).chain(page).collect()
    }
}
