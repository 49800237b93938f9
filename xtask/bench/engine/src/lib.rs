//! The engine for the benchmark: turns in, typed questions in, numbers of turns out. Not part of the site.

use std::collections::HashMap;

use memcon_engine::index::Making;
use memcon_engine::{Clause, Query, Sought, Text};
use memcon_explore::question::{Asked, Field, Question};
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
    names: HashMap<String, usize>,
    /// Texts on their way in.
    handed: Vec<u8>,
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

    /// Where texts of so many bytes can be put in one after the other, for [`Engine::add`].
    pub fn room(&mut self, bytes: usize) -> *mut u8 {
        if self.handed.len() < bytes {
            self.handed = vec![0; bytes];
        }
        self.handed.as_mut_ptr()
    }

    /// Adds turns: of each the number of its speaker, and of its text, which is in [`Engine::room`], the bytes.
    ///
    /// # Errors
    /// When the text is not UTF-8, or not there.
    pub fn add(&mut self, speakers: &[u32], lengths: &[u32]) -> Result<(), String> {
        let mut at = 0;
        let handed = std::mem::take(&mut self.handed);
        for (speaker, length) in speakers.iter().zip(lengths) {
            let bytes = handed.get(at..at + *length as usize).ok_or("less text than was said")?;
            let text = std::str::from_utf8(bytes).map_err(|fault| fault.to_string())?;
            at += bytes.len();
            self.add_turn(*speaker as usize, text);
        }
        self.handed = handed;
        Ok(())
    }

    /// Says who speaks: the names of the speakers by number, a line for each; no turns come after it.
    pub fn name(&mut self, names: &str) {
        self.names = names.split('\n').enumerate().map(|(number, name)| (name.to_owned(), number)).collect();
        self.handed = Vec::new();
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
                    let mut turns: Vec<u32> = names
                        .iter()
                        .filter_map(|name| self.turns_of.get(*self.names.get(name)?))
                        .flatten()
                        .copied()
                        .collect();
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
