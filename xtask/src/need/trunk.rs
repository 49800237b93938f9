//! Trunk, which builds the page around the Wasm: from PATH where its version fits, else installed once for this user.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::{ask, on_path, run, say};
use crate::paths;

/// The version that is installed. A newer patch of the same minor version found on PATH is taken as well.
const VERSION: (u32, u32, u32) = (0, 21, 14);

/// Finds Trunk, or installs it; gives its executable.
pub(crate) fn ensure() -> Result<PathBuf> {
    if let Some(found) = on_path("trunk", fits) {
        return Ok(found);
    }
    let version = format!("{}.{}.{}", VERSION.0, VERSION.1, VERSION.2);
    let root = paths::cache("trunk", &version)?;
    let executable = root.join("bin").join(format!("trunk{}", std::env::consts::EXE_SUFFIX));
    if !fits(&executable) {
        install(&version, &root)?;
    }
    Ok(executable)
}

fn install(version: &str, root: &Path) -> Result<()> {
    let crate_at_version = format!("trunk@{version}");
    if which::which("cargo-binstall").is_ok() {
        say(format!("fetching Trunk {version} with cargo-binstall"));
        let fetched =
            run(Command::new("cargo").args(["binstall", "--no-confirm", "--root"]).arg(root).arg(&crate_at_version));
        match fetched {
            Ok(()) => return Ok(()),
            Err(fault) => say(format!("{fault:#}; compiling it instead")),
        }
    }
    say(format!("installing Trunk {version} into {} (once for this user; some minutes)", root.display()));
    run(Command::new("cargo")
        .args(["install", "--locked", "--root"])
        .arg(root)
        .arg(&crate_at_version)
        .envs(QUICK_BUILD))
    .context("Trunk is not installed")
}

/// Trunk's own profile optimises across all its crates, which doubles the wait and gains nothing here: what takes its
/// time in a build of the site is the compiler.
const QUICK_BUILD: [(&str, &str); 3] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"),
];

fn fits(trunk: &Path) -> bool {
    ask(Command::new(trunk).arg("--version")).is_some_and(|printed| acceptable(&printed))
}

/// Whether the version in `trunk 0.21.14` will do.
fn acceptable(printed: &str) -> bool {
    let Some(version) = printed.strip_prefix("trunk ") else { return false };
    let mut numbers = version.split(['.', '-', '+']).map_while(|number| number.parse::<u32>().ok());
    let mut next = || numbers.next().unwrap_or_default();
    let (major, minor, patch) = (next(), next(), next());
    (major, minor) == (VERSION.0, VERSION.1) && patch >= VERSION.2
}

#[cfg(test)]
mod tests {
    use super::acceptable;

    #[test]
    fn only_the_same_minor_version_will_do() {
        for (printed, expected) in [
            ("trunk 0.21.14", true),
            ("trunk 0.21.15", true),
            ("trunk 0.21.13", false),
            ("trunk 0.22.1", false),
            ("trunk 1.21.14", false),
            ("trunk", false),
            ("", false),
        ] {
            assert_eq!(acceptable(printed), expected, "{printed}");
        }
    }
}
