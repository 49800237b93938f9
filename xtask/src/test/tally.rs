//! How many tests passed: read from the lines that cargo's and wasm-bindgen's test programs end with.

use std::fmt;
use std::ops::AddAssign;

/// Tests and checks counted.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
    pub(crate) ignored: usize,
}

impl Tally {
    /// A check that held.
    pub(crate) fn success() -> Self {
        Self { passed: 1, ..Self::default() }
    }

    /// A check that did not hold, or could not be made.
    pub(crate) fn failure() -> Self {
        Self { failed: 1, ..Self::default() }
    }

    /// Reads `test result: ok. 5 passed; 0 failed; 1 ignored; …`; any other line counts nothing.
    pub(crate) fn of_line(line: &str) -> Self {
        let Some((_, counts)) = line.split_once("test result: ") else { return Self::default() };
        let count = |what: &str| {
            let (before, _) = counts.split_once(what)?;
            before.trim_end().rsplit(' ').next()?.parse().ok()
        };
        Self {
            passed: count(" passed").unwrap_or_default(),
            failed: count(" failed").unwrap_or_default(),
            ignored: count(" ignored").unwrap_or_default(),
        }
    }

    /// Something was tested, and nothing failed.
    pub(crate) fn is_good(&self) -> bool {
        self.failed == 0 && self.passed > 0
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.ignored += other.ignored;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:>5} passed {:>4} failed", self.passed, self.failed)?;
        if self.ignored > 0 {
            write!(out, " {:>4} ignored", self.ignored)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_result_lines_of_both_test_programs_are_read() {
        let cargo =
            "test result: FAILED. 17 passed; 2 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.18s";
        assert_eq!(Tally::of_line(cargo), Tally { passed: 17, failed: 2, ignored: 1 });
        let wasm = "test result: ok. 4 passed; 0 failed; 0 ignored; 0 filtered out; finished in 0.00s";
        assert_eq!(Tally::of_line(wasm), Tally { passed: 4, failed: 0, ignored: 0 });
        for other in ["", "test a::b ... ok", "running 5 tests", "3 passed, 1 failed"] {
            assert_eq!(Tally::of_line(other), Tally::default(), "{other}");
        }
    }

    #[test]
    fn nothing_tested_is_not_good() {
        assert!(!Tally::default().is_good());
        assert!(Tally::success().is_good());
        let mut both = Tally::success();
        both += Tally::failure();
        assert!(!both.is_good());
    }
}
