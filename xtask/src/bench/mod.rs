//! The engine side by side with its peers, in a browser and natively, on the same turns and the same questions.
//!
//! The measuring itself is in `xtask/bench/*.mjs`, for Node and for a page: the peers are libraries for JavaScript. Here is
//! what to measure, from which server, and what the numbers say.

pub(crate) mod figures;
pub(crate) mod peers;
mod program;
pub(crate) mod table;

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use memcon_static_server::Folder;
use serde_json::{Value, json};

use crate::command::{run, say};
use crate::need::browser::{self, Browser};
use crate::need::lighthouse::{self, Tools};
use crate::paths;
use figures::Measured;
use peers::Engine;

/// Which turns, how many of them, and how often.
#[derive(Debug)]
pub(crate) struct Plan<'a> {
    /// A file of lines `Name: text`; without it, turns are made.
    pub(crate) turns: Option<&'a Path>,
    /// Numbers of turns, rising.
    pub(crate) sizes: &'a [usize],
    /// Browsers for each engine and number of turns, and passes of the questions in each.
    pub(crate) runs: u8,
}

/// Measures each of `engines`.
pub(crate) fn answers(plan: &Plan, engines: &[Engine]) -> Result<Measured> {
    let tools = lighthouse::ensure()?;
    let browser = browser::ensure()?;
    let scratch = tempfile::tempdir().context("no folder for the pages of the benchmark")?;
    let memcon = scratch.path().join("memcon");
    let folder = scratch.path().join("served");
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let native = program::build(&memcon)?;
    script(
        &tools,
        "bundle.mjs",
        &json!({ "engines": engines, "memcon": memcon, "folder": folder, "esbuild": tools.esbuild }),
    )?;

    // A page that is isolated from others is told the time in steps of 5 microseconds rather than 100.
    let server = Folder::new(&folder)
        .and_then(|served| served.with_header("cross-origin-opener-policy", "same-origin"))
        .and_then(|served| served.with_header("cross-origin-embedder-policy", "require-corp"))
        .and_then(|served| served.serve(0))
        .with_context(|| format!("{} cannot be served", folder.display()))?;
    let output = scratch.path().join("measured.json");
    let setting = json!({
        "turns": plan.turns,
        "sizes": plan.sizes,
        "runs": plan.runs,
        "engines": engines,
        "folder": folder,
        "url": server.url(),
        "native": native,
        "browser": browser.program,
        "arguments": Browser::arguments(),
        "lighthouse": tools.lighthouse,
        "output": output,
    });
    say(format!("measuring {} engines, {} times each", engines.len(), plan.runs));
    script(&tools, "main.mjs", &setting)?;
    let found = fs::read_to_string(&output).with_context(|| format!("{} cannot be read", output.display()))?;
    serde_json::from_str(&found).context("the measuring script's output cannot be read")
}

fn script(tools: &Tools, name: &str, setting: &Value) -> Result<()> {
    let path = paths::workspace().join("xtask").join("bench").join(name);
    run(Command::new(&tools.node).arg(path).arg(setting.to_string())).context("nothing is measured")
}
