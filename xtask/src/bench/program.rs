//! Our engine built for the benchmark: as a module for a page, and as a program.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::command::{run, say};
use crate::need::wasm_target;
use crate::{paths, stand_in};

/// The plain read, and what hands turns and questions to the engine.
const FAST: &str = "profile.release.package.memcon-bench.opt-level=3";

/// Writes the module into `folder`; gives the program.
pub(crate) fn build(folder: &Path) -> Result<PathBuf> {
    wasm_target::ensure()?;
    let target = paths::target()?;
    // The engine as it is in the site, by the same profile; the plain read beside it for speed, or it would be no yardstick.
    let cargo = || {
        let mut cargo = Command::new("cargo");
        cargo.args(["build", "--release", "--package", "memcon-bench", "--config", FAST]);
        cargo.current_dir(paths::workspace());
        cargo
    };
    say("building the engine for a page and for this machine (the first time: a minute)");
    run(cargo().args(["--lib", "--target", wasm_target::TARGET]))?;
    run(cargo().args(["--bin", "native"]))?;
    let wasm = target.join(wasm_target::TARGET).join("release").join("memcon_bench.wasm");
    let bindgen = stand_in::Folder::make()?.file(&format!("wasm-bindgen{}", std::env::consts::EXE_SUFFIX));
    run(Command::new(bindgen).args(["--target", "web", "--no-typescript", "--out-dir"]).arg(folder).arg(wasm))?;
    Ok(target.join("release").join(format!("native{}", std::env::consts::EXE_SUFFIX)))
}
