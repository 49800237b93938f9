//! The compiler's target for Wasm.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command::{ask, on_path, run, say};
use crate::paths;

/// The name of the target.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Makes sure that rustc can compile to Wasm.
pub(crate) fn ensure() -> Result<()> {
    if present() {
        return Ok(());
    }
    if on_path("rustup", |_| true).is_none() {
        bail!("rustc has no target {TARGET}, and there is no rustup to add it: install it as your rustc was installed");
    }
    say(format!("adding the compiler's target {TARGET}"));
    run(Command::new("rustup").args(["target", "add", TARGET]).current_dir(paths::workspace()))
        .context("the Wasm target is not installed")
}

fn present() -> bool {
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "target-libdir", "--target", TARGET]).current_dir(paths::workspace());
    ask(&mut rustc).is_some_and(|folder| Path::new(&folder).is_dir())
}
