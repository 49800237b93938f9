//! esbuild, which takes white space and long names out of scripts and styles: from npm; without it they stay as written.

use std::path::PathBuf;

use anyhow::Result;

use super::npm;
use crate::command::say;

const VERSION: &str = "0.28.2";

/// The folder `node_modules` that holds it.
pub(crate) fn ensure() -> Result<PathBuf> {
    npm::ensure("esbuild", VERSION)
}

/// Its program, if it is here or can be had. Nothing found is said, and no failure.
pub(crate) fn look_for() -> Option<PathBuf> {
    match ensure() {
        Ok(modules) => Some(modules.join(".bin").join(if cfg!(windows) { "esbuild.cmd" } else { "esbuild" })),
        Err(fault) => {
            say(format!("no esbuild: scripts and styles stay as written and some per cent larger ({fault:#})"));
            None
        }
    }
}
