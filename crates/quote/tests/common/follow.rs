//! Links followed into edited records, and what became of them.

use std::collections::HashMap;
use std::ops::Range;

use memcon_quote::{Found, Made, Stream, find};

use super::edits::{Edited, KINDS};
use super::{Dice, Turn, record};

/// What became of links of one kind of edit.
#[derive(Clone, Copy, Debug, Default)]
pub struct Outcome {
    /// All.
    pub links: usize,
    /// Called exact, and exactly the words of the selection.
    pub exact: usize,
    /// Flagged, at the right place: at least half of what was found descends from the selection, and half of that was found.
    pub flagged: usize,
    /// Flagged, somewhere else.
    pub elsewhere: usize,
    /// Said to be gone.
    pub gone: usize,
    /// Of these, with nothing left to find: of the selection's words no quarter stands together any more.
    pub rightly: usize,
    /// Called exact, and not the words of the selection.
    pub wrong: usize,
}

impl Outcome {
    /// Both together.
    pub fn add(&mut self, other: Outcome) {
        self.links += other.links;
        self.exact += other.exact;
        self.flagged += other.flagged;
        self.elsewhere += other.elsewhere;
        self.gone += other.gone;
        self.rightly += other.rightly;
        self.wrong += other.wrong;
    }
}

/// Follows the link to a passage into the record as it was edited.
pub fn follow(edited: &Edited, before: &Stream<'_>, made: &Made, words: &Range<usize>) -> (Outcome, Found) {
    let record = edited.record();
    let after = Stream::of(&record);
    let numbers = edited.numbers();
    assert_eq!(numbers.len(), after.len(), "each word of the edit is one word");
    let found = find(&after, &made.quote, Some(&made.seal), None);
    let range = found.passage().and_then(|passage| after.range(&passage));
    let mut outcome = Outcome { links: 1, ..Outcome::default() };
    let left = numbers.iter().flatten().filter(|number| words.contains(number)).count();
    match (&found, range) {
        (Found::Exact { .. }, Some(range)) => {
            let is_same = range.len() == words.len()
                && range
                    .clone()
                    .zip(words.clone())
                    .all(|(now, was)| numbers[now] == Some(was) && after.word(now) == before.word(was));
            outcome.exact = usize::from(is_same);
            outcome.wrong = usize::from(!is_same);
        }
        (_, Some(range)) => {
            let right = range.clone().filter(|now| numbers[*now].is_some_and(|was| words.contains(&was))).count();
            let is_right = 2 * right >= range.len() && 2 * right >= left && right > 0;
            outcome.flagged = usize::from(is_right);
            outcome.elsewhere = usize::from(!is_right);
        }
        _ => {
            outcome.gone = 1;
            outcome.rightly = usize::from(!is_left(&numbers, words, before, &after));
        }
    }
    (outcome, found)
}

/// Whether a quarter of the selection's words, three at least, stand unchanged in one place.
fn is_left(numbers: &[Option<usize>], words: &Range<usize>, before: &Stream<'_>, after: &Stream<'_>) -> bool {
    let places: HashMap<usize, usize> =
        numbers.iter().enumerate().filter_map(|(now, was)| was.map(|was| (was, now))).collect();
    let mut longest = 0;
    let mut run: Option<(usize, usize)> = None;
    for was in words.clone() {
        let now = places.get(&was).copied().filter(|now| after.word(*now) == before.word(was));
        run = now.map(|now| match run {
            Some((last, length)) if last + 1 == now => (now, length + 1),
            _ => (now, 1),
        });
        longest = longest.max(run.map_or(0, |(_, length)| length));
    }
    longest >= 3 && 4 * longest >= words.len()
}

/// Makes `links` links into `turns` and follows them through each kind of edit.
pub fn rates(turns: &[Turn], links: usize, seed: u64) -> Vec<Outcome> {
    let original = record(turns);
    let before = Stream::of(&original);
    let mut outcomes = vec![Outcome::default(); KINDS.len()];
    let mut dice = Dice::new(seed);
    let whole = Edited::of(turns);
    for _ in 0..links {
        let selected = super::selection(&before, &mut dice);
        let (Some(made), Some(words)) = (memcon_quote::make(&before, &selected), before.range(&selected)) else {
            continue;
        };
        for (outcome, (kind, _)) in outcomes.iter_mut().zip(KINDS) {
            let mut edited = whole.clone();
            edited.edit(kind, &words, &mut dice);
            let (one, found) = follow(&edited, &before, &made, &words);
            if one.wrong > 0 || one.elsewhere > 0 && std::env::var_os("QUOTES_TELL").is_some_and(|tell| tell == *kind) {
                println!("{kind}: {one:?} {} {} → {found:?}", made.quote.print(), made.seal.print());
            }
            outcome.add(one);
        }
    }
    outcomes
}
