//! What a choice leaves of a record: which blocks, which hits, how many.

use memcon_record::order::insert;
use memcon_record::{Record, Speaker, Turn};

use crate::corpus::Corpus;
use crate::filter::Filter;
use crate::hits::{self, Hit};
#[cfg(feature = "whole")]
use crate::misses::{self, PartAnswer};

/// The answer to a [`Filter`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// Whether anything was asked; if not, everything is shown.
    pub active: bool,
    /// For each block, whether it is shown.
    pub shown: Vec<bool>,
    /// Number of turns shown.
    pub turns: usize,
    /// Where the words and things asked for stand in the blocks shown, in the order of the text, none overlapping.
    pub hits: Vec<Hit>,
    /// How many of the hits stand in turns.
    pub hits_in_turns: usize,
    /// Where no turn answers: what each part of the question finds by itself, in the whole record.
    #[cfg(feature = "whole")]
    pub parts: Vec<PartAnswer>,
    /// Turns of each value of a facet under the other choices.
    pub facets: Facets,
}

/// For each value of a facet, among the turns that meet what is chosen in the other facets: those that would be seen if it
/// were chosen; those that would be seen *more*, where others of its facet are chosen, which it would join; and of a value
/// that is chosen, those that have it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Facets {
    /// By place of the participant; after them, those of unknown voices.
    pub speakers: Vec<usize>,
    /// By place.
    pub delegations: Vec<usize>,
    /// By place.
    pub topics: Vec<usize>,
    /// By place.
    pub entities: Vec<usize>,
}

impl Answer {
    /// Answers `filter` from the record.
    pub fn of(record: &Record, corpus: &Corpus, filter: &Filter) -> Self {
        let found = corpus.text.answer(&filter.query);
        let mut answer = Answer {
            active: filter.is_active(),
            shown: vec![false; record.blocks.len()],
            facets: Facets {
                speakers: vec![0; record.participants.len() + 1],
                delegations: vec![0; record.delegations.len()],
                topics: vec![0; record.topics.len()],
                entities: vec![0; record.entities.len()],
            },
            ..Answer::default()
        };
        // What lacks the words is not seen, whatever else is chosen, and counts for nothing.
        for i in found.blocks.iter().map(|block| *block as usize) {
            let Some(block) = record.blocks.get(i) else { continue };
            let mentioned = mentioned(block);
            let mentions = filter.mentions.is_empty() || filter.mentions.iter().any(|e| mentioned.contains(e));
            match block.turn() {
                None => answer.shown[i] = mentions && !filter.is_about_turns(),
                Some(turn) => {
                    let holds = Holds::of(record, filter, turn, mentions);
                    answer.shown[i] = holds.all();
                    answer.turns += usize::from(holds.all());
                    // A turn that is seen for another thing named in it would be none more.
                    let has_other = !filter.mentions.is_empty() && mentions;
                    let counts = |entity: &usize| !has_other || filter.mentions.contains(entity);
                    answer.facets.add(record, turn, mentioned.into_iter().filter(counts), holds);
                }
            }
        }
        let named = filter.mentions.iter().chain(&filter.named).map(|entity| mentions_of(record, *entity));
        let words = corpus.hits(record, &found.places);
        answer.hits = hits::join(std::iter::once(words).chain(named).collect());
        answer.hits.retain(|hit| answer.shown[hit.block]);
        answer.hits_in_turns = answer.hits.iter().filter(|hit| record.blocks[hit.block].turn().is_some()).count();
        #[cfg(feature = "whole")]
        if answer.turns == 0 {
            answer.parts = misses::of(record, corpus, filter);
        }
        answer
    }

    /// Whether something was asked, and nothing answers.
    pub fn is_nothing(&self) -> bool {
        self.active && !self.shown.contains(&true)
    }

    /// The hits in one block.
    pub fn hits_in(&self, block: usize) -> &[Hit] {
        let first = self.hits.partition_point(|hit| hit.block < block);
        let last = self.hits.partition_point(|hit| hit.block <= block);
        &self.hits[first..last]
    }
}

/// Every place where the entity at place `entity` is named, in the order of the text.
pub fn mentions_of(record: &Record, entity: usize) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (block, b) in record.blocks.iter().enumerate() {
        for (paragraph, p) in b.paragraphs.iter().enumerate() {
            let mut open: Option<Hit> = None;
            for span in &p.spans {
                if span.entity != Some(entity) {
                    hits.extend(open.take());
                } else if let Some(hit) = &mut open {
                    // Runs of one mention that marks have parted.
                    hit.end = span.range.end;
                } else {
                    open = Some(Hit { block, paragraph, start: span.range.start, end: span.range.end });
                }
            }
            hits.extend(open);
        }
    }
    hits
}

fn mentioned(block: &memcon_record::model::Block) -> Vec<usize> {
    let mut entities = Vec::new();
    for entity in block.paragraphs.iter().flat_map(|p| &p.spans).filter_map(|span| span.entity) {
        insert(&mut entities, entity);
    }
    entities
}

/// Which facets a turn satisfies that has the words.
struct Holds {
    others: bool,
    speaker: bool,
    delegation: bool,
    topic: bool,
    mentions: bool,
}

impl Holds {
    fn of(record: &Record, filter: &Filter, turn: &Turn, mentions: bool) -> Self {
        let any =
            |chosen: &[usize], place: Option<usize>| chosen.is_empty() || place.is_some_and(|p| chosen.contains(&p));
        Holds {
            others: (filter.modes.is_empty() || filter.modes.contains(&turn.mode))
                && filter.stretch.as_ref().is_none_or(|stretch| stretch.contains(&turn.place)),
            speaker: filter.speakers.is_empty() || filter.speakers.contains(&turn.speaker),
            delegation: any(&filter.delegations, record.side(turn.speaker)),
            topic: any(&filter.topics, turn.topic),
            mentions,
        }
    }

    fn all(&self) -> bool {
        self.others && self.speaker && self.delegation && self.topic && self.mentions
    }
}

impl Facets {
    fn add(&mut self, record: &Record, turn: &Turn, mentioned: impl Iterator<Item = usize>, holds: Holds) {
        let Holds { others, speaker, delegation, topic, mentions } = holds;
        if others && delegation && topic && mentions {
            let place = match turn.speaker {
                Speaker::Known(i) => Some(i),
                Speaker::Unknown => Some(record.participants.len()),
                Speaker::Nobody => None,
            };
            _ = place.and_then(|place| self.speakers.get_mut(place)).map(|turns| *turns += 1);
        }
        if let Some(side) = record.side(turn.speaker).filter(|_| others && speaker && topic && mentions) {
            self.delegations[side] += 1;
        }
        if let Some(place) = turn.topic.filter(|_| others && speaker && delegation && mentions) {
            self.topics[place] += 1;
        }
        if others && speaker && delegation && topic {
            mentioned.for_each(|entity| self.entities[entity] += 1);
        }
    }
}
