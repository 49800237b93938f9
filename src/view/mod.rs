//! What is on a page, a file for each thing.
//!
//! [`record`] arranges the views of a record, [`shelf`] is the list of records.
//! Views are printed at build time; those in an [`island`] are drawn anew by
//! the program. What several of them need stands by itself: [`date`],
//! [`numbers`], [`paragraph`], [`speaker`], [`share`], [`notice`], [`walk`].

pub mod chosen;
pub mod concordance;
pub mod date;
pub mod exchange;
pub mod facets;
pub mod island;
pub mod keys;
pub mod nothing;
pub mod notice;
pub mod numbers;
pub mod paragraph;
pub mod participants;
pub mod record;
pub mod search;
pub mod share;
pub mod shelf;
pub mod speaker;
pub mod timeline;
pub mod title;
pub mod trouble;
pub mod turns;
pub mod walk;
