//! Where things lie: the workspace, what cargo builds, and the user's cache for tools that are dear to install.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use etcetera::base_strategy::{BaseStrategy, choose_native_strategy};
use serde_json::Value;

use crate::command::ask;

/// The root of the workspace.
pub(crate) fn workspace() -> &'static Path {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask)
}

/// Where cargo puts what it builds.
pub(crate) fn target() -> Result<PathBuf> {
    let mut metadata = Command::new("cargo");
    metadata.args(["metadata", "--no-deps", "--format-version", "1", "--offline"]).current_dir(workspace());
    let printed = ask(&mut metadata).context("cargo metadata does not say where cargo builds")?;
    let metadata: Value = serde_json::from_str(&printed).context("cargo metadata prints no JSON")?;
    let folder = metadata["target_directory"].as_str().context("cargo metadata names no target_directory")?;
    Ok(PathBuf::from(folder))
}

/// A folder for one tool at one version in the user's cache: shared by every clone, so that a tool is installed once.
pub(crate) fn cache(tool: &str, version: &str) -> Result<PathBuf> {
    let user = choose_native_strategy().context("no home folder is known for this user: set HOME")?;
    Ok(user.cache_dir().join("memcon").join(format!("{tool}-{version}")))
}
