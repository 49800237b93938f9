//! Citations of a record, a turn, a passage quoted from one, or a stretch of turns.
//!
//! What a record says of itself ([`Facts`]) and what of it is cited ([`Cited`])
//! go in; a citation with its italics and its link ([`Rich`]) or a file for a
//! reference manager ([`bibtex`], [`ris`], [`csl_json`]) comes out. An absent
//! fact leaves no hole and no invented word.
//!
//! The styles of the manuals are worked out by a CSL processor, which is too
//! heavy for a reader's browser. So it runs where the pages are made (feature
//! `csl`) and leaves [`Templates`]: its own output, with slots where speaker,
//! locator, link and date of access go. Filling them needs no processor.

mod archive;
mod cited;
#[cfg(feature = "csl")]
pub mod csl;
mod data;
mod date;
mod facts;
mod locator;
mod name;
mod names;
mod rich;
mod style;
mod template;

pub use cited::Cited;
pub use data::{bibtex, csl_json, ris};
pub use date::{Day, Span};
pub use facts::Facts;
pub use locator::{Pages, Turns};
pub use name::Name;
pub use rich::{Rich, Run};
pub use style::Style;
pub use template::{Piece, Slot, Template, Templates, fill};
