//! What the benchmark's scripts found, and the middle of it. Times in milliseconds, memory in bytes.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Everything that was measured.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Measured {
    /// The day, as `2026-01-31`.
    pub(crate) date: String,
    /// Name and version of the browser.
    pub(crate) browser: String,
    /// Its processors and system.
    pub(crate) machine: String,
    /// The most that waited for each of its processors at a time, ours included.
    pub(crate) busy: f64,
    /// By number of turns, rising.
    pub(crate) sizes: Vec<Size>,
}

/// All engines on the same turns.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Size {
    pub(crate) turns: usize,
    /// Of the text, as UTF-8.
    pub(crate) bytes: f64,
    /// By question, its kind.
    pub(crate) kinds: Vec<String>,
    pub(crate) native: Native,
    pub(crate) rows: Vec<Row>,
}

/// One engine on them.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Row {
    pub(crate) id: String,
    /// Why it was not measured.
    #[serde(default)]
    pub(crate) left_out: Option<String>,
    /// Each in a browser of its own.
    #[serde(default)]
    pub(crate) runs: Vec<Run>,
}

/// One engine in one browser.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Run {
    /// From the file to the turns as objects; none where the engine reads the file.
    pub(crate) json: Option<f64>,
    /// From the file to the engine ready.
    pub(crate) ready: f64,
    /// And to the first answer; none where it is the index that gets ready later.
    pub(crate) first: Option<f64>,
    pub(crate) memory: f64,
    /// By kind, the number of questions with another answer than the oracle's.
    pub(crate) wrong: BTreeMap<String, usize>,
    /// Each time, how long each question took.
    pub(crate) passes: Vec<Vec<f64>>,
    /// The longest slice of what is made later.
    pub(crate) slice: Option<f64>,
    /// Ours once its index is made.
    pub(crate) later: Option<Box<Run>>,
    /// Ours: a plain read of as much memory.
    pub(crate) plain: Option<Plain>,
}

/// A plain read of memory.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Plain {
    pub(crate) read: Vec<f64>,
    pub(crate) bytes: f64,
}

/// Ours without a browser.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Native {
    /// Until it answers by scanning, and until it has its index too.
    pub(crate) ready: [f64; 2],
    pub(crate) first: f64,
    pub(crate) scan: Vec<Vec<f64>>,
    pub(crate) index: Vec<Vec<f64>>,
    pub(crate) read: Vec<f64>,
    pub(crate) bytes: f64,
    pub(crate) wrong: BTreeMap<String, usize>,
}

/// Half of the answers, 95 of 100, and all of them took no longer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Spread {
    pub(crate) p50: f64,
    pub(crate) p95: f64,
    pub(crate) max: f64,
}

impl Spread {
    /// Of each pass by itself, and then the middle of the passes.
    pub(crate) fn of<'a>(passes: impl IntoIterator<Item = &'a Vec<f64>>) -> Option<Self> {
        let passes: Vec<Vec<f64>> = passes
            .into_iter()
            .filter(|pass| !pass.is_empty())
            .map(|pass| {
                let mut sorted = pass.clone();
                sorted.sort_by(f64::total_cmp);
                sorted
            })
            .collect();
        let middle = |share: f64| median(passes.iter().map(|pass| at(pass, share)));
        Some(Spread { p50: middle(0.5)?, p95: middle(0.95)?, max: middle(1.0)? })
    }
}

/// The value that a share of `sorted` does not exceed.
fn at(sorted: &[f64], share: f64) -> f64 {
    let place = (sorted.len() as f64 * share).ceil() as usize;
    sorted[place.clamp(1, sorted.len()) - 1]
}

/// The middle one, or between the two.
pub(crate) fn median(values: impl IntoIterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    let upper = *values.get(values.len() / 2)?;
    let lower = values[(values.len() - 1) / 2];
    Some((lower + upper) / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_spread_is_the_middle_of_the_passes() {
        let pass = |times: f64| (1..=200).map(|at| f64::from(at) * times).collect::<Vec<_>>();
        let passes = [pass(1.0), pass(100.0), pass(2.0)];
        assert_eq!(Spread::of(&passes), Some(Spread { p50: 200.0, p95: 380.0, max: 400.0 }));
        assert_eq!(Spread::of(&[vec![7.0]]), Some(Spread { p50: 7.0, p95: 7.0, max: 7.0 }));
        assert_eq!(Spread::of(&[vec![]]), None);
    }

    #[test]
    fn the_median_of_an_even_number_is_between_two() {
        assert_eq!(median([4.0, 1.0, 2.0, 3.0]), Some(2.5));
        assert_eq!(median([]), None);
    }
}
