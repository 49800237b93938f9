//! A reader at a browser: what the journeys are written with.
//!
//! ```ignore
//! #[test]
//! fn a_speaker_can_be_chosen() {
//!     journey("a_speaker_can_be_chosen", Window::desktop(), async |page| {
//!         page.open("records/some-record/").await?;
//!         page.until("the turns are there", "document.querySelectorAll('article').length == 25").await?;
//!         page.press("/fertilizer").await?;
//!         page.until_eq("the address follows", "location.search", "?q=fertilizer").await?;
//!         page.shot("found").await
//!     });
//! }
//! ```
//!
//! Every journey has a browser session and a profile of its own, ends it also when it fails, and fails when the
//! browser's console holds anything that the journey did not read. Nothing waits for a while: everything waits for
//! something. `cargo xtask test browser` builds the site and runs them; alone they cannot run.

mod axe;
mod console;
mod journey;
mod page;
mod setting;
mod site;
mod wait;
mod window;

pub use axe::Violation;
pub use console::Entry;
pub use journey::{journey, journey_on};
pub use page::Page;
pub use site::Site;
pub use thirtyfour::Key;
pub use window::Window;

/// What a step of a journey gives: nothing, or a failure that ends the journey.
pub type Result<T = ()> = anyhow::Result<T>;
