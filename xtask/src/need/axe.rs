//! axe-core, which the browser journeys use to look for what stands in the way of readers with disabilities.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::npm;

/// The version whose rules the page is held to.
const VERSION: &str = "4.14.1";

/// The script that a journey puts into a page.
pub(crate) fn ensure() -> Result<PathBuf> {
    let modules = npm::ensure("axe-core", VERSION).context("the accessibility rules cannot be tested")?;
    Ok(modules.join("axe-core").join("axe.min.js"))
}
