//! The project's chores, a word each: `cargo xtask serve`, `test`, `build`, `size`, `measure`, `bench`, `records`.
//!
//! Found under another name, the same executable is a tool that Trunk or cargo looks for (see [`stand_in`]).

mod bench;
mod command;
mod commands;
mod compress;
mod files;
mod measure;
mod need;
mod paths;
mod site;
mod stand_in;
mod test;
mod unused;
mod weight;

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;

/// The chores of the project Memcon.
#[derive(Parser)]
#[command(bin_name = "cargo xtask", version)]
enum Chore {
    /// Build the site and serve it on this machine; installs what is missing.
    Serve(commands::serve::Options),
    /// Check everything: formatting, lints, native tests, Wasm tests, journeys in a real browser.
    Test(test::Options),
    /// Write the site to dist/, ready for any static host.
    Build(commands::build::Options),
    /// Weigh what a reader of a record downloads from dist/.
    Size(commands::size::Options),
    /// Measure dist/ in the browser with Lighthouse, beside a bare page and a list in React.
    Measure(commands::measure::Options),
    /// Measure how fast the engine answers, beside other engines for the web.
    Bench(commands::bench::Options),
    /// Make public/records/ from records/.
    Records,
}

fn main() -> ExitCode {
    let outcome = match stand_in::asked_for() {
        Some(tool) => tool().map(|()| ExitCode::SUCCESS),
        None => carry_out(Chore::parse()),
    };
    outcome.unwrap_or_else(|fault| {
        eprintln!("error: {fault:#}");
        ExitCode::FAILURE
    })
}

fn carry_out(chore: Chore) -> Result<ExitCode> {
    match chore {
        Chore::Test(options) => return Ok(test::run(&options)),
        Chore::Serve(options) => commands::serve::run(&options),
        Chore::Build(options) => commands::build::run(&options),
        Chore::Size(options) => commands::size::run(&options),
        Chore::Measure(options) => return commands::measure::run(&options),
        Chore::Bench(options) => commands::bench::run(&options),
        Chore::Records => commands::records::run(),
    }?;
    Ok(ExitCode::SUCCESS)
}
