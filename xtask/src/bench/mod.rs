//! The engine side by side with its peers, on the same turns and the same questions; and how long a reader waits for what
//! it finds to be on the page.
//!
//! The measuring itself is in `xtask/bench/*.mjs`, for Node and for a page: the peers are libraries for JavaScript. Here is
//! what to measure, from which server, and what the numbers say.

pub(crate) mod figures;
pub(crate) mod peers;
mod program;
pub(crate) mod strokes;
pub(crate) mod table;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use memcon_static_server::{Folder, Server};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::command::{run, say};
use crate::need::browser::{self, Browser};
use crate::need::lighthouse::{self, Tools};
use crate::{files, paths};
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

/// What measuring needs: tools, and a page of the benchmark on a server of this machine.
pub(crate) struct Bench {
    tools: Tools,
    browser: Browser,
    scratch: TempDir,
    /// What is served.
    folder: PathBuf,
    server: Server,
    /// The engine as a program.
    native: PathBuf,
}

impl Bench {
    /// Builds the engine and a page for each of `engines`.
    pub(crate) fn of(engines: &[Engine]) -> Result<Self> {
        let tools = lighthouse::ensure()?;
        let browser = browser::ensure()?;
        let scratch = tempfile::tempdir().context("no folder for the pages of the benchmark")?;
        let memcon = scratch.path().join("memcon");
        let folder = scratch.path().join("served");
        fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        let native = program::build(&memcon)?;
        // A page that is isolated from others is told the time in steps of 5 microseconds rather than 100.
        let server = Folder::new(&folder)
            .and_then(|served| served.with_header("cross-origin-opener-policy", "same-origin"))
            .and_then(|served| served.with_header("cross-origin-embedder-policy", "require-corp"))
            .and_then(|served| served.serve(0))
            .with_context(|| format!("{} cannot be served", folder.display()))?;
        let bench = Self { tools, browser, scratch, folder, server, native };
        let setting = json!({
            "engines": engines,
            "memcon": memcon,
            "folder": bench.folder,
            "esbuild": bench.tools.esbuild,
        });
        bench.script("bundle.mjs", &setting)?;
        Ok(bench)
    }

    /// Asks each of `engines` all questions.
    pub(crate) fn answers(&self, plan: &Plan, engines: &[Engine]) -> Result<Measured> {
        say(format!("measuring {} engines, {} times each", engines.len(), plan.runs));
        self.measure(
            "main.mjs",
            json!({
                "turns": plan.turns,
                "sizes": plan.sizes,
                "runs": plan.runs,
                "engines": engines,
                "native": self.native,
            }),
        )
    }

    /// What a script that drives the browser writes, by `setting` and where everything is.
    fn measure<T: DeserializeOwned>(&self, name: &str, mut setting: Value) -> Result<T> {
        let output = self.scratch.path().join("measured.json");
        for (name, value) in [
            ("folder", json!(self.folder)),
            ("url", json!(self.server.url())),
            ("browser", json!(self.browser.program)),
            ("arguments", json!(Browser::arguments())),
            ("lighthouse", json!(self.tools.lighthouse)),
            ("output", json!(output)),
        ] {
            setting[name] = value;
        }
        self.script(name, &setting)?;
        let found = files::read(&output)?;
        serde_json::from_str(&found).with_context(|| format!("the output of {name} cannot be read"))
    }

    fn script(&self, name: &str, setting: &Value) -> Result<()> {
        let path = paths::workspace().join("xtask").join("bench").join(name);
        run(Command::new(&self.tools.node).arg(path).arg(setting.to_string())).context("nothing is measured")
    }
}
