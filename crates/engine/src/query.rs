//! A whole question to a text.

use crate::pattern::Pattern;

/// All of its clauses must hold in a block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// In no order that matters.
    pub clauses: Vec<Clause>,
}

/// One condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Whether it must not hold.
    pub without: bool,
    /// What is sought.
    pub sought: Sought,
}

/// What a block must hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sought {
    /// Words that follow each other, or others.
    Phrases(Vec<Vec<Pattern>>),
    /// Phrases in one paragraph, each no more than so many words from a place of every other.
    Near(usize, Vec<Vec<Pattern>>),
    /// Nothing in its text: it is one of these, by number, in order.
    Blocks(Vec<u32>),
}
