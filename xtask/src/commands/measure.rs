//! `cargo xtask measure`: how the built site does in a browser, and beside what.

use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::command::say;
use crate::measure::{self, table, verdict};
use crate::{files, paths, site};

/// What to measure, and what to do with it.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// How often each page is measured; the table has the medians
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u8).range(1..))]
    runs: u8,
    /// Id of the record; without it the first one in the site
    #[arg(long)]
    record: Option<String>,
    /// Write the table to docs/measured.md
    #[arg(long)]
    write: bool,
    /// Only print: scores that are too low are no failure
    #[arg(long)]
    report_only: bool,
}

/// Measures what stands in dist/; fails when a page of the site scores too low.
pub(crate) fn run(options: &Options) -> Result<ExitCode> {
    let dist = site::dist();
    site::finished(&dist)?;
    let record = match &options.record {
        Some(record) => record.clone(),
        None => site::records(&dist)?.into_iter().next().context("dist/records holds no record")?,
    };
    let measured = measure::all(&dist, &record, options.runs)?;
    let text = table::document(&measured);
    println!("\n{text}");
    if options.write {
        let path = paths::workspace().join("docs").join("measured.md");
        files::write(&path, &text)?;
        say("wrote docs/measured.md");
    }
    let faults = verdict::faults(&measured);
    for fault in &faults {
        say(fault);
    }
    Ok(if faults.is_empty() || options.report_only { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
