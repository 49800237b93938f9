//! What can be asked of a record.
//!
//! Read the modules in this order: [`link`] is the state of the page as its
//! address says it; [`question`] the typed question, [`filter`] the whole
//! choice with its names resolved; [`fold`] and [`corpus`] make the record's
//! words findable; [`hits`] finds them and [`answer`] says what is shown and
//! counts it; [`concordance`] and [`exchange`] are two more ways to see it;
//! [`figures`] and [`distinctive`] say what each participant did; [`quantities`]
//! lists the numbers and dates that were said;
//! [`timeline`] gives the drawing its numbers.
//!
//! The crate knows no browser, no clock and no network.

pub mod answer;
pub mod concordance;
pub mod corpus;
pub mod distinctive;
pub mod exchange;
pub mod figures;
pub mod filter;
pub mod forms;
pub mod hits;
pub mod link;
#[cfg(feature = "whole")]
pub mod misses;
#[cfg(feature = "whole")]
mod nearest;
pub mod quantities;
pub mod question;
pub mod timeline;

pub use answer::Answer;
pub use corpus::Corpus;
pub use filter::Filter;
pub use forms::Forms;
pub use link::Link;
pub use memcon_engine::fold;
pub use question::Question;
