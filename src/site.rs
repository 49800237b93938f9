//! What views need to know of the site around them.

use leptos::prelude::*;

/// Where the site is and what stands behind the page; a context of every view.
#[derive(Clone, Debug)]
pub struct Site {
    /// The root of the site as seen from this page: `./` or `../../`.
    pub root: String,
    /// Whether a program stands behind the page; if not, there are no controls that would need one.
    pub live: bool,
}

/// Whether a program stands behind the page.
pub fn is_live() -> bool {
    expect_context::<Site>().live
}
