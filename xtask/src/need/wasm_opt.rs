//! wasm-opt, which makes the Wasm smaller: from PATH or from npm; without it the site is built all the same.
//!
//! Trunk stops where it finds no wasm-opt, so xtask plays that part too, and calls the real one where there is one.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result};

use super::npm;
use crate::command::{ask, on_path, run, say};

/// The oldest that reads what today's rustc writes without stumbling (long indices of tables).
const OLDEST: u32 = 120;
/// What is fetched from npm: Binaryen compiled to JavaScript, a package without downloads of its own.
const VERSION: &str = "132.0.0";
/// Tells the stand-in where the real one is.
pub(crate) const REAL: &str = "MEMCON_WASM_OPT";

/// Finds wasm-opt or fetches it. Nothing found is said, and no failure.
pub(crate) fn look_for() -> Option<PathBuf> {
    if let Some(found) = on_path("wasm-opt", fits) {
        return Some(found);
    }
    match npm::ensure("binaryen", VERSION) {
        Ok(modules) => Some(modules.join(".bin").join(if cfg!(windows) { "wasm-opt.cmd" } else { "wasm-opt" })),
        Err(fault) => {
            say(format!(
                "no wasm-opt (binaryen {OLDEST} or newer): the Wasm stays unoptimised and some per cent larger ({fault:#})"
            ));
            None
        }
    }
}

fn fits(path: &Path) -> bool {
    ask(Command::new(path).arg("--version")).and_then(|printed| number(&printed)).is_some_and(|found| found >= OLDEST)
}

/// The number in `wasm-opt version 132 (version_132)`.
fn number(printed: &str) -> Option<u32> {
    printed.strip_prefix("wasm-opt version ")?.split(|mark: char| !mark.is_ascii_digit()).next()?.parse().ok()
}

/// What is done before Trunk's own `-Oz`: control flow built anew from blocks, and constants folded into the addresses of memory,
/// which together make the program one part in sixty smaller. The first kilobyte is the end of the stack, which rustc has put first:
/// no pointer is as low while there is room.
const FIRST: [&str; 4] = ["--low-memory-unused", "--flatten", "--rereloop", "-Oz"];

/// What xtask does under the name `wasm-opt`: hands on to the real one, or copies its input.
pub(crate) fn stand_in() -> Result<()> {
    let arguments: Vec<_> = env::args_os().skip(1).collect();
    let asks_version = arguments.iter().any(|argument| argument == "--version");
    if let Some(real) = env::var_os(REAL) {
        let first = if asks_version { &[][..] } else { &FIRST };
        return run(Command::new(real).args(first).args(arguments));
    }
    if asks_version {
        println!("wasm-opt version 0 (none: the Wasm is copied)");
        return Ok(());
    }
    let arguments: Vec<_> = arguments.iter().map(|argument| argument.to_string_lossy()).collect();
    let output = arguments.iter().find_map(|argument| argument.strip_prefix("--output="));
    let input = arguments.iter().find(|argument| !argument.starts_with('-'));
    let (input, output) = input.zip(output).context("wasm-opt: an input and an --output= are needed")?;
    fs::copy(input.as_ref(), output).with_context(|| format!("{input} cannot be copied to {output}"))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn the_version_is_read_from_what_it_prints() {
        assert_eq!(number("wasm-opt version 132 (version_132)"), Some(132));
        assert_eq!(number("wasm-opt version 108"), Some(108));
        assert_eq!(number("wasm-opt version_108"), None);
        assert_eq!(number("something else"), None);
    }
}
