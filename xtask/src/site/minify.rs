//! Scripts and styles as Trunk wrote them, without white space, comments and long names.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::run;
use crate::need::esbuild;

/// Makes the scripts and styles in the root of the site smaller, each in its place.
pub(super) fn all(dist: &Path) -> Result<()> {
    let Some(esbuild) = esbuild::look_for() else { return Ok(()) };
    let entries = fs::read_dir(dist).with_context(|| format!("{} cannot be read", dist.display()))?;
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "js" || end == "css"));
    files.sort();
    let mut outdir = std::ffi::OsString::from("--outdir=");
    outdir.push(dist);
    run(Command::new(esbuild)
        .args(["--minify", "--charset=utf8", "--log-level=warning", "--allow-overwrite"])
        .arg(outdir)
        .args(files))
    .context("scripts and styles are not made smaller")
}
