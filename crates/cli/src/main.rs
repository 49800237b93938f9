//! The command `memcon`.

use std::process::ExitCode;

fn main() -> ExitCode {
    memcon_cli::run(std::env::args_os())
}
