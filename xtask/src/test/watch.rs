//! Runs a test program with its output on show, and counts what it reports.

use std::io::{self, BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use super::tally::Tally;
use crate::command::{say, words};

/// Runs a program whose success is one check.
pub(super) fn check(command: &mut Command) -> Result<Tally> {
    let status = command.status().with_context(|| format!("{} cannot be started", words(command)))?;
    Ok(if status.success() { Tally::success() } else { Tally::failure() })
}

/// Runs a program that reports tests. One that stops without reporting a failure, or tests nothing, counts as failed.
pub(super) fn tests(command: &mut Command) -> Result<Tally> {
    tests_shown_on(&mut io::stdout(), command)
}

fn tests_shown_on(show: &mut impl Write, command: &mut Command) -> Result<Tally> {
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("{} cannot be started", words(command)))?;
    let mut tally = Tally::default();
    if let Some(output) = child.stdout.take() {
        let mut output = BufReader::new(output);
        let mut line = Vec::new();
        // Bytes, not text: a test may print anything.
        while output.read_until(b'\n', &mut line)? > 0 {
            show.write_all(&line)?;
            tally += Tally::of_line(&String::from_utf8_lossy(&line));
            line.clear();
        }
    }
    let status = child.wait()?;
    if !status.success() && tally.failed == 0 {
        say(format!("{} stopped with {status}", words(command)));
        tally += Tally::failure();
    } else if tally == Tally::default() {
        say(format!("{} tested nothing", words(command)));
        tally += Tally::failure();
    }
    Ok(tally)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(script: &str) -> Tally {
        // Not on show: whoever runs this test counts such lines as well.
        tests_shown_on(&mut Vec::new(), Command::new("sh").args(["-c", script])).expect("a shell")
    }

    #[test]
    fn results_are_summed_and_silence_is_a_failure() {
        let good = "echo 'test result: ok. 3 passed; 0 failed; 0 ignored;'";
        let bad = "echo 'test result: FAILED. 1 passed; 2 failed; 0 ignored;'; exit 1";
        assert_eq!(shell(&format!("{good}; {good}")), Tally { passed: 6, ..Tally::default() });
        assert_eq!(shell(&format!("{good}; {bad}")), Tally { passed: 4, failed: 2, ignored: 0 });
        // It did not compile, or it crashed after some results.
        assert_eq!(shell(&format!("{good}; exit 1")), Tally { passed: 3, failed: 1, ignored: 0 });
        assert_eq!(shell("exit 1"), Tally::failure());
        assert_eq!(shell("echo no tests to run"), Tally::failure());
    }
}
