//! The whole choice that a link makes, with its names resolved in a record.

use std::ops::RangeInclusive;

use memcon_engine::tokens::words;
use memcon_engine::{Clause, Pattern, Query, Sought, fold};
use memcon_record::order::insert;
use memcon_record::wire::{Mode, UNKNOWN};
use memcon_record::{Record, Speaker};

use crate::forms::Forms;
use crate::link::Link;
use crate::question::{Asked, Field, Question, patterns};

/// What is asked for. Values of one facet widen, different facets narrow.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(missing_docs)]
pub struct Filter {
    pub question: Question,
    /// What the question asks of the record's text; a clause for each part.
    pub query: Query,
    /// Places of entities that the question asks for by name.
    pub named: Vec<usize>,
    pub speakers: Vec<Speaker>,
    /// Places of delegations.
    pub delegations: Vec<usize>,
    /// Places of topics.
    pub topics: Vec<usize>,
    /// Places of entities.
    pub mentions: Vec<usize>,
    pub modes: Vec<Mode>,
    /// Places of turns.
    pub stretch: Option<RangeInclusive<usize>>,
}

/// A value in a link that means nothing in this record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Oddity {
    /// The parameter.
    pub name: String,
    /// Its value.
    pub value: String,
    /// What is wrong with it.
    pub what: String,
}

impl Filter {
    /// What `link` asks of `record`, and what in it means nothing there; `forms` has what the record has of a word whose
    /// forms are asked for.
    ///
    /// A facet whose values all mean nothing does not narrow.
    pub fn resolve(record: &Record, link: &Link, forms: &Forms) -> (Self, Vec<Oddity>) {
        let mut odd: Vec<Oddity> = link.oddities().collect();
        let mut resolve =
            |name: &str, values: &[String], what: &str, find: &dyn Fn(&str) -> Option<usize>| -> Vec<usize> {
                let mut places: Vec<usize> = Vec::new();
                for value in values {
                    match find(value) {
                        Some(place) if places.contains(&place) => {}
                        Some(place) => places.push(place),
                        None => odd.push(Oddity { name: name.into(), value: value.clone(), what: what.into() }),
                    }
                }
                places
            };
        let voices = record.participants.len();
        let speakers = resolve("speaker", &link.speakers, "nobody of this name is in this record", &|id| {
            if id == UNKNOWN { Some(voices) } else { record.participants.iter().position(|p| p.id == id) }
        });
        let question = Question::parse(&link.question);
        let mut named = Vec::new();
        let clauses = question.parts.iter().map(|part| Clause {
            without: part.without,
            sought: match &part.asked {
                Asked::Words(phrases) => Sought::Phrases(forms.widen(phrases, &part.stems)),
                Asked::Near(within, phrases) => Sought::Near(*within, phrases.clone()),
                Asked::Field(field, values) => {
                    let holds = places_of(record, *field, values);
                    if *field == Field::Mentions && !part.without {
                        holds.iter().for_each(|entity| insert(&mut named, *entity));
                    }
                    Sought::Blocks(blocks_of(record, *field, &holds))
                }
            },
        });
        let query = Query { clauses: clauses.collect() };
        let filter = Filter {
            question,
            query,
            named,
            speakers: speakers
                .into_iter()
                .map(|i| if i == voices { Speaker::Unknown } else { Speaker::Known(i) })
                .collect(),
            delegations: resolve(
                "delegation",
                &link.delegations,
                "no delegation of this name is in this record",
                &|id| record.delegations.iter().position(|d| d.id == id),
            ),
            topics: resolve("topic", &link.topics, "this record has no such topic", &|id| {
                record.topics.iter().position(|t| t.id == id)
            }),
            mentions: resolve("mentions", &link.mentions, "nothing of this name is marked in this record", &|id| {
                record.entities.iter().position(|e| e.id == id)
            }),
            modes: resolve("mode", &link.modes, "turns are verbatim or reported", &|mode| match mode {
                "verbatim" => Some(0),
                "reported" => Some(1),
                _ => None,
            })
            .into_iter()
            .map(|mode| if mode == 0 { Mode::Verbatim } else { Mode::Reported })
            .collect(),
            stretch: {
                let mut end = |name: &str, id: &Option<String>| {
                    let id: Vec<String> = id.iter().cloned().collect();
                    resolve(name, &id, "this record has no such turn", &|id| record.turn_place(id)).first().copied()
                };
                match (end("only", &link.only), end("from", &link.from), end("to", &link.to)) {
                    (Some(only), ..) => Some(only..=only),
                    (None, None, None) => None,
                    (None, from, to) => {
                        let (from, to) = (from.unwrap_or(0), to.unwrap_or(record.turns.len().saturating_sub(1)));
                        Some(from.min(to)..=from.max(to))
                    }
                }
            },
        };
        (filter, odd)
    }

    /// Whether anything is left out at all.
    pub fn is_active(&self) -> bool {
        !self.question.is_empty() || !self.mentions.is_empty() || self.is_about_turns()
    }

    /// Whether it asks for what only a turn has.
    pub fn is_about_turns(&self) -> bool {
        !self.speakers.is_empty()
            || !self.delegations.is_empty()
            || !self.topics.is_empty()
            || !self.modes.is_empty()
            || self.stretch.is_some()
    }
}

/// Places of the participants, entities or topics that one of `values` means: by id, or by words of the name.
///
/// After the participants comes the place of unknown voices.
fn places_of(record: &Record, field: Field, values: &[String]) -> Vec<usize> {
    let names: Vec<(&str, &str)> = match field {
        Field::Speaker => {
            let people = record.participants.iter().map(|person| (person.id.as_str(), person.name.as_str()));
            people.chain([(UNKNOWN, "")]).collect()
        }
        Field::Mentions => record.entities.iter().map(|entity| (entity.id.as_str(), entity.name.as_str())).collect(),
        Field::Topic => record.topics.iter().map(|topic| (topic.id.as_str(), topic.name.as_str())).collect(),
    };
    let sought: Vec<(&String, Vec<Pattern>)> = values.iter().map(|value| (value, patterns(value))).collect();
    let means = |id: &str, name: &str| {
        let name = fold::fold(name);
        let has = |word: &Pattern| words(&name).any(|own| word.matches(own.as_bytes()));
        sought.iter().any(|(value, words)| *value == id || (!words.is_empty() && words.iter().all(has)))
    };
    names.iter().enumerate().filter(|(_, (id, name))| means(id, name)).map(|(place, _)| place).collect()
}

/// Numbers of the turns whose value of `field` is one of those at `places`; things are spoken of outside the turns too.
fn blocks_of(record: &Record, field: Field, places: &[usize]) -> Vec<u32> {
    let holds = |block: &memcon_record::model::Block| {
        let turn = block.turn();
        match field {
            Field::Topic => turn.and_then(|turn| turn.topic).is_some_and(|topic| places.contains(&topic)),
            Field::Speaker => match turn.map(|turn| turn.speaker) {
                Some(Speaker::Known(i)) => places.contains(&i),
                Some(Speaker::Unknown) => places.contains(&record.participants.len()),
                Some(Speaker::Nobody) | None => false,
            },
            Field::Mentions => {
                let mut spans = block.paragraphs.iter().flat_map(|paragraph| &paragraph.spans);
                spans.any(|span| span.entity.is_some_and(|entity| places.contains(&entity)))
            }
        }
    };
    record.blocks.iter().enumerate().filter(|(_, block)| holds(block)).map(|(i, _)| i as u32).collect()
}
