//! citeproc-js, which the citations are compared with.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::npm;

const VERSION: &str = "2.4.63";

/// The folder of the package.
pub(crate) fn ensure() -> Result<PathBuf> {
    let modules = npm::ensure("citeproc", VERSION).context("the citations cannot be compared with citeproc-js")?;
    Ok(modules.join("citeproc"))
}
