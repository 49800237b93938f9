//! `cargo xtask bench`: how fast the engine answers, and beside what.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::bench::{Bench, Plan, peers, strokes, table};
use crate::command::say;
use crate::{files, paths};

/// What to measure, and what to do with it.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// File of lines “Name: text” to search in; without it, turns are made by a seeded generator
    #[arg(long, value_name = "FILE")]
    turns: Option<PathBuf>,
    /// Numbers of turns
    #[arg(long, value_delimiter = ',', default_values_t = [40, 1_000, 10_000, 100_000])]
    sizes: Vec<usize>,
    /// How often each engine is started, and asked all questions each time; the tables have the medians
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..))]
    runs: u8,
    /// Measure only these peers: sqlite, minisearch, flexsearch, fuse, lunr; memcon for none
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
    /// Measure only the engines, or only the page
    #[arg(long, conflicts_with = "write")]
    part: Option<Part>,
    /// Write the tables to docs/bench.md
    #[arg(long)]
    write: bool,
}

/// One of the two benchmarks.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Part {
    /// The engine beside its peers
    Engines,
    /// From keystroke to painted answer
    Page,
}

/// Measures and prints; no time is a failure.
pub(crate) fn run(options: &Options) -> Result<()> {
    let engines = peers::ensure(&options.only)?;
    let mut sizes = options.sizes.clone();
    sizes.sort_unstable();
    sizes.dedup();
    // Read in a folder of its own.
    let turns = options.turns.as_ref().map(|file| {
        fs::canonicalize(file).with_context(|| format!("--turns {}: the file cannot be found", file.display()))
    });
    let turns = turns.transpose()?;
    let plan = Plan { turns: turns.as_deref(), sizes: &sizes, runs: options.runs };
    let bench = Bench::of(&engines)?;
    // Each is printed as soon as it is there: all of it takes a while.
    let mut text = String::new();
    if options.part != Some(Part::Page) {
        text += &table::document(&bench.answers(&plan, &engines)?, &engines, &plan);
        println!("\n{text}");
    }
    if options.part != Some(Part::Engines) {
        let page = table::page(&strokes::measure(&bench, &plan)?);
        println!("\n{page}");
        text += &page;
    }
    if options.write {
        let path = paths::workspace().join("docs").join("bench.md");
        files::write(&path, &text)?;
        say("wrote docs/bench.md");
    }
    Ok(())
}
