//! Passages: words that are selected, words that a link quotes, and a turn that is shown alone.

pub(super) mod alone;
pub(super) mod copy;
pub(super) mod offer;
pub(super) mod quoted;
mod selected;
