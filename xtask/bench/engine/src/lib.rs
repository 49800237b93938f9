//! The engine for the benchmark: turns in, typed questions in, numbers of turns out. Not part of the site.

use std::borrow::Cow;

use memcon_engine::index::Making;
use memcon_engine::{Clause, Query, Sought, Text};
use memcon_explore::question::{Asked, Field, Question};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use wasm_bindgen::prelude::wasm_bindgen;

/// Turns, who speaks them, and an index once it is made.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Engine {
    text: Text,
    making: Making,
    /// By the number of the speaker, the turns.
    turns_of: Vec<Vec<u32>>,
    /// By name, the number.
    names: FxHashMap<String, usize>,
    /// Stands for the text where memory is read plainly, without being searched.
    plain: Vec<u8>,
}

#[wasm_bindgen]
impl Engine {
    /// With no turns.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes room for turns of so many bytes in all.
    pub fn reserve(&mut self, bytes: usize) {
        self.text.reserve(bytes);
    }

    /// Adds turns, each a line of JSON, `["speaker", "text"]`, with a comma behind it or none. Lines of a bracket alone are passed
    /// over: so the lines may be those of a whole file, some of them or all.
    ///
    /// # Errors
    /// When a line is none of these.
    pub fn add(&mut self, lines: &[u8]) -> Result<(), String> {
        let mut from = 0;
        for end in memchr::memchr_iter(b'\n', lines).chain([lines.len()]) {
            let line = lines.get(from..end).unwrap_or_default();
            from = end + 1;
            let line = line.strip_suffix(b",").unwrap_or(line);
            if matches!(line, b"[" | b"]" | b"") {
                continue;
            }
            let (Said(speaker), Said(text)) = serde_json::from_slice(line).map_err(|fault| fault.to_string())?;
            let count = self.names.len();
            let number = match self.names.get(&*speaker) {
                Some(number) => *number,
                None => *self.names.entry(speaker.into_owned()).or_insert(count),
            };
            self.add_turn(number, &text);
        }
        Ok(())
    }

    /// Goes on making the index, through about `bytes` of the text; whether it is made.
    pub fn index_step(&mut self, bytes: usize) -> bool {
        self.making.step(&mut self.text, bytes)
    }

    /// Numbers of the turns that answer the question `typed`, in order.
    pub fn answer(&self, typed: &str) -> Vec<u32> {
        self.text.answering(&self.query(typed))
    }

    /// Bytes of the text that is searched.
    pub fn bytes(&self) -> usize {
        self.text.len()
    }

    /// Makes room for as many bytes as the text has, to be read by [`Engine::read`].
    pub fn lay_out(&mut self) {
        self.plain = vec![1; self.text.len()];
    }

    /// Reads them and does nothing with them but add them up: no scan of as much text can be faster.
    pub fn read(&self) -> u8 {
        self.plain.iter().fold(0, |sum, byte| sum.wrapping_add(*byte))
    }
}

/// A string of JSON, where it stands if nothing in it is escaped.
#[derive(Deserialize)]
struct Said<'a>(#[serde(borrow)] Cow<'a, str>);

impl Engine {
    /// Adds one turn, by the number of its speaker.
    pub fn add_turn(&mut self, speaker: usize, text: &str) {
        if self.turns_of.len() <= speaker {
            self.turns_of.resize_with(speaker + 1, Vec::new);
        }
        self.turns_of[speaker].push(self.text.blocks() as u32);
        self.text.begin_block();
        self.text.add(text);
    }

    /// What the question `typed` asks.
    fn query(&self, typed: &str) -> Query {
        let clauses = Question::parse(typed).parts.into_iter().map(|part| Clause {
            without: part.without,
            sought: match part.asked {
                Asked::Words(phrases) => Sought::Phrases(phrases),
                Asked::Near(within, phrases) => Sought::Near(within, phrases),
                Asked::Field(Field::Speaker, names) => {
                    let turns = names.iter().filter_map(|name| self.turns_of.get(*self.names.get(name)?));
                    let mut turns = turns.map(Vec::as_slice).collect::<Vec<_>>().concat();
                    turns.sort_unstable();
                    Sought::Blocks(turns)
                }
                // The turns of the benchmark have no marks.
                Asked::Field(..) => Sought::Blocks(Vec::new()),
            },
        });
        Query { clauses: clauses.collect() }
    }
}
