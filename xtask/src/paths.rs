//! Where things lie: the workspace, and the user's cache for tools that are dear to install.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use etcetera::base_strategy::{BaseStrategy, choose_native_strategy};

/// The root of the workspace.
pub(crate) fn workspace() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// A folder for one tool at one version in the user's cache: shared by every clone, so that a tool is installed once.
pub(crate) fn cache(tool: &str, version: &str) -> Result<PathBuf> {
    let user = choose_native_strategy().context("no home folder is known for this user: set HOME")?;
    Ok(user.cache_dir().join("memcon").join(format!("{tool}-{version}")))
}
