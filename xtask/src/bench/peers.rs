//! The engines that are measured: ours, and those that people would take, at fixed versions from npm.

use std::path::PathBuf;

use anyhow::{Context, Result};
use serde::Serialize;

use crate::need::npm;

/// An engine in the benchmark.
#[derive(Debug, Serialize)]
pub(crate) struct Engine {
    /// Name of its file in xtask/bench/peers.
    pub(crate) id: &'static str,
    /// As the table has it.
    pub(crate) name: &'static str,
    /// Version, but for ours.
    pub(crate) version: Option<&'static str>,
    /// The folder `node_modules` that holds it, but for ours.
    pub(crate) modules: Option<PathBuf>,
}

/// Id of our own engine.
pub(crate) const OURS: &str = "memcon";

/// Id, name in the table, package, version.
const PEERS: [(&str, &str, &str, &str); 5] = [
    ("sqlite", "SQLite FTS5", "@sqlite.org/sqlite-wasm", "3.54.1-build1"),
    ("minisearch", "MiniSearch", "minisearch", "7.2.0"),
    ("flexsearch", "FlexSearch", "flexsearch", "0.8.212"),
    ("fuse", "Fuse.js", "fuse.js", "7.5.0"),
    ("lunr", "Lunr", "lunr", "2.3.9"),
];

/// All of them, or those in `only`; what is missing is installed.
pub(crate) fn ensure(only: &[String]) -> Result<Vec<Engine>> {
    let mut engines = vec![Engine { id: OURS, name: "Memcon", version: None, modules: None }];
    for (id, name, package, version) in PEERS {
        if only.is_empty() || only.iter().any(|wanted| wanted == id) {
            let modules = npm::ensure(package, version)
                .with_context(|| format!("{name} is not measured; --only {OURS} leaves all peers out"))?;
            engines.push(Engine { id, name, version: Some(version), modules: Some(modules) });
        }
    }
    Ok(engines)
}
