//! Links to words that survive edits.
//!
//! A [`Passage`] is what a reader selects. [`make()`] writes it as a [`Quote`],
//! the value of `quote` in an address, and a [`Seal`], the value of `seal`
//! beside it: the first says the words, the second lets a reader of the link
//! know whether they are still the same. [`look`] finds the passage again
//! and says how: see [`Found`]. What it does not call exact, it flags.
//!
//! Read in this order: [`stream`], the words of a record as they are compared;
//! [`passage`]; [`quote`] and [`seal`], what a link holds; [`make()`],
//! [`find()`]; [`say`], what the page tells its reader.
//!
//! The crate knows no browser, no clock and no network.

mod evidence;
pub mod find;
mod like;
pub mod make;
pub mod passage;
pub mod quote;
pub mod say;
pub mod seal;
pub mod stream;

pub use find::{Changed, Found, find, look};
pub use make::{Made, make};
pub use passage::{Passage, Spot};
pub use quote::Quote;
pub use seal::Seal;
pub use stream::Stream;
