//! The engine for the benchmark: turns in, typed questions in, numbers of turns out. Not part of the site.

use std::collections::HashMap;

use memcon_engine::index::Making;
use memcon_engine::{Clause, Found, Query, Sought, Text};
use memcon_explore::question::{Asked, Field, Question};
use wasm_bindgen::prelude::wasm_bindgen;

/// Turns, who speaks them, and an index once it is made.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Engine {
    text: Text,
    making: Making,
    /// By the speaker's name, the turns.
    turns_of: HashMap<String, Vec<u32>>,
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

    /// Adds turns: a line for each, in one its speaker and in the other its text.
    pub fn add(&mut self, speakers: &str, texts: &str) {
        for (speaker, text) in speakers.split('\n').zip(texts.split('\n')) {
            let turn = self.text.blocks() as u32;
            match self.turns_of.get_mut(speaker) {
                Some(turns) => turns.push(turn),
                None => {
                    self.turns_of.insert(speaker.to_owned(), vec![turn]);
                }
            }
            self.text.begin_block();
            self.text.add(text);
        }
    }

    /// Goes on making the index, through about `bytes` of the text; whether it is made.
    pub fn index_step(&mut self, bytes: usize) -> bool {
        self.making.step(&mut self.text, bytes)
    }

    /// Numbers of the turns that answer the question `typed`, in order.
    pub fn answer(&self, typed: &str) -> Vec<u32> {
        self.found(typed).blocks
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
    /// What the question `typed` finds.
    pub fn found(&self, typed: &str) -> Found {
        let clauses = Question::parse(typed).parts.into_iter().map(|part| Clause {
            without: part.without,
            sought: match part.asked {
                Asked::Words(phrases) => Sought::Phrases(phrases),
                Asked::Near(within, phrases) => Sought::Near(within, phrases),
                Asked::Field(Field::Speaker, names) => {
                    let mut turns: Vec<u32> =
                        names.iter().filter_map(|name| self.turns_of.get(name)).flatten().copied().collect();
                    turns.sort_unstable();
                    Sought::Blocks(turns)
                }
                // The turns of the benchmark have no marks.
                Asked::Field(..) => Sought::Blocks(Vec::new()),
            },
        });
        self.text.answer(&Query { clauses: clauses.collect() })
    }
}
