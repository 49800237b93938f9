//! The command `memcon`: records made from archives' pages, and checked.
//!
//! `args` is what can be asked, a module a command answers it, and [`run`] is the
//! one place that decides what the exit code is.

mod args;
mod bundle;
mod check;
mod export;
mod ingest;
mod schema;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};

/// Everything is as it should be.
const GOOD: u8 = 0;
/// Something was asked that cannot be done, or a record has faults.
const FAULTY: u8 = 1;
/// The command line itself is wrong; clap's own number.
const MISUSED: u8 = 2;

/// Runs the command with these arguments, the program's name first.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args = match Args::try_parse_from(args) {
        Ok(args) => args,
        Err(error) => {
            // Help and version are no faults. Nobody is left to tell if even this cannot be printed.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { MISUSED } else { GOOD });
        }
    };
    let done = match args.command {
        Command::Ingest(args) => ingest::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Export(args) => export::run(&args),
        Command::Bundle(args) => bundle::run(&args),
        Command::Schema => schema::run(),
        Command::Index { dir } => {
            memcon_ingest::site::list(&dir).map(|path| say(&path)).map_err(|e| vec![e.to_string()])
        }
        Command::Records { from, to } => memcon_ingest::site::records(&from, &to)
            .map(|paths| paths.iter().for_each(|path| say(path)))
            .map_err(|e| vec![e.to_string()]),
    };
    match done {
        Ok(()) => ExitCode::from(GOOD),
        Err(faults) => {
            for fault in faults {
                eprintln!("{fault}");
            }
            ExitCode::from(FAULTY)
        }
    }
}

fn say(path: &std::path::Path) {
    println!("wrote {}", path.display());
}

/// What a command gives: nothing more to say, or one line for each fault.
type Done = Result<(), Vec<String>>;
