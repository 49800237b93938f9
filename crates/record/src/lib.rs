//! What a record of conversation is.
//!
//! Read the modules in this order: [`wire`] is what the JSON says, [`check`]
//! what can be wrong with it, [`model`] what the program means by it once the
//! references are resolved, [`index`] the list of records that a site holds,
//! [`words`] what is counted as a word, [`date`] how a date is written,
//! [`order`] puts the most first, and [`slice`] cuts a text.
//!
//! The crate knows no browser, no clock and no network.

pub mod check;
pub mod date;
pub mod index;
pub mod lean;
pub mod model;
pub mod months;
pub mod names;
pub mod order;
pub mod slice;
pub mod wire;
pub mod words;

pub use check::{Problem, check};
pub use model::{Body, ReadError, Record, Speaker, Turn, read};
