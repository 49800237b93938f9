//! `cargo xtask test`: every check, each announced, all of them run whatever fails, and one line of totals at the end.

mod driver;
mod steps;
mod tally;
mod watch;

use std::process::ExitCode;

use crate::command::say;
use tally::Tally;

/// Which checks to run.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Only these steps, of: format, lint, lint-wasm, lint-desk, native, wasm, browser
    #[arg(value_name = "STEP", value_parser = steps::names())]
    steps: Vec<String>,
    /// Let the browser journeys run on a quick build of the site, instead of the one that is published
    #[arg(long)]
    dev: bool,
}

/// Runs the steps and prints what came of them; fails when one did, or when nothing was tested.
pub(crate) fn run(options: &Options) -> ExitCode {
    let chosen = |name: &str| options.steps.is_empty() || options.steps.iter().any(|step| step == name);
    let mut total = Tally::default();
    let mut summary = Vec::new();
    for step in steps::STEPS.iter().filter(|step| chosen(step.name)) {
        say(format!("{}: {}", step.name, step.what));
        let tally = (step.run)(options).unwrap_or_else(|fault| {
            say(format!("{} failed: {fault:#}", step.name));
            Tally::failure()
        });
        summary.push(format!("{:10} {tally}", step.name));
        total += tally;
    }
    say("in all");
    for line in summary {
        println!("{line}");
    }
    println!("{} passed, {} failed", total.passed, total.failed);
    if total.is_good() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
