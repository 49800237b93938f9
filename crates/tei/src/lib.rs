//! A record of conversation as TEI P5 ([the Guidelines](https://tei-c.org/guidelines/p5/)), and back.
//!
//! [`write`](write()) says everything that a record knows in elements of TEI; `docs/tei.md`
//! says which. [`read`](read()), with the feature of that name, gives the same record again.
//! [`names`] and [`words`] are what the two agree on.
//!
//! The crate knows no browser, no clock and no network. Writing needs no parser and is small
//! enough for the program behind a page.

pub mod names;
#[cfg(feature = "read")]
pub mod read;
pub mod words;
mod write;

#[cfg(feature = "read")]
pub use read::{Found, read};
pub use write::write;

/// The namespace of every element.
pub const NAMESPACE: &str = "http://www.tei-c.org/ns/1.0";
