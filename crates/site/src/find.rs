//! The script that finds a value in a long list: brought only where a page has a field for it, so that others weigh nothing
//! more for it.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use anyhow::{Context, Result};

/// The script.
pub(crate) const SCRIPT: &str = include_str!("find.js");

/// Whether the text of a page has such a field (`memcon::view::facets`).
pub(crate) fn is_needed(text: &str) -> bool {
    text.contains("<p class=\"find ")
}

/// Puts the script beside the other files of the site in `dist`; the element that names it on a page which is seen from
/// `root`.
///
/// # Errors
/// When it cannot be written.
pub(crate) fn bring(dist: &Path, root: &str) -> Result<String> {
    let mut hash = DefaultHasher::new();
    SCRIPT.hash(&mut hash);
    let name = format!("find-{:016x}.js", hash.finish());
    fs::write(dist.join(&name), SCRIPT).with_context(|| format!("{name} cannot be written"))?;
    Ok(format!("<script src=\"{root}{name}\" defer></script>\n"))
}
