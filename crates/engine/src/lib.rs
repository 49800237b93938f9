//! Finds words in texts.
//!
//! A [`Text`] holds blocks (turns) of paragraphs as one folded string, in
//! which every word stands between two spaces: to look for a word is then to
//! look for a string, and [`scan`] does so at the speed of the memory, from
//! the first moment on. An `Index` of the same string, made in slices when
//! there is time, only says sooner where to look: what it proposes is
//! held to the same text, so that both give the same answers.
//!
//! Read in this order: [`fold`] and [`tokens`], what is a word; [`pattern`],
//! what is asked of one; [`text`], [`scan`] and `index`; [`find`], phrases
//! and neighbours; [`query`] and [`answer`], whole questions.
//!
//! The index is a feature: a page of some thousand turns is answered by the
//! scan in less than a frame, and does not download it.
//!
//! The crate knows no record and no browser, and is built for speed where the
//! rest of the program is built to be small.

pub mod answer;
mod answering;
mod ascii;
pub mod find;
pub mod fold;
#[cfg(feature = "index")]
pub mod index;
#[cfg(feature = "index")]
mod lists;
pub mod pattern;
pub mod query;
pub mod scan;
#[cfg(any(target_arch = "wasm32", test))]
mod seek;
pub mod text;
pub mod tokens;
#[cfg(feature = "index")]
mod vocabulary;

pub use answer::Found;
#[cfg(feature = "index")]
pub use index::Index;
pub use pattern::Pattern;
pub use query::{Clause, Query, Sought};
pub use text::Text;
