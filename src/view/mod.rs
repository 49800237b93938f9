//! What is printed on a page, a file for each thing.
//!
//! [`record`] arranges the views of a record, [`shelf`] is the list of records,
//! [`method`] the page about the explorer.
//! What several of them need stands by itself: [`blocks`], [`date`],
//! [`numbers`], [`retired`], [`speaker`], [`tally`].

pub mod blocks;
pub mod date;
pub mod exchange;
pub mod facets;
pub mod keys;
pub mod method;
pub mod numbers;
pub mod paragraph;
pub mod participants;
pub mod record;
pub mod retired;
pub mod search;
pub mod shelf;
pub mod speaker;
pub mod take;
pub mod tally;
pub mod timeline;
pub mod title;
pub mod trouble;
pub mod turns;
