//! Packages of npm at a fixed version, in the user's cache; never in the project.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command::{on_path, run, say};
use crate::paths;

/// The folder `node_modules` that holds `package` at `version`; installs it where it is missing.
pub(crate) fn ensure(package: &str, version: &str) -> Result<PathBuf> {
    let folder = paths::cache(package, version)?;
    let modules = folder.join("node_modules");
    if modules.join(package).join("package.json").is_file() {
        return Ok(modules);
    }
    // `npm.cmd` on Windows, which only a look through PATH finds.
    let Some(npm) = on_path("npm", |_| true) else {
        bail!("{package} comes from npm, which is not on PATH: install Node.js (with npm)");
    };
    say(format!("fetching {package} {version} into {} (once for this user)", folder.display()));
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    run(Command::new(npm)
        .args(["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error", "--prefix"])
        .arg(&folder)
        .arg(format!("{package}@{version}")))?;
    Ok(modules)
}
