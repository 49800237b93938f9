//! How much answers, in words.

use memcon_explore::Answer;
use memcon_record::Record;

use super::numbers::{count, number};

/// “8 hits in 4 of 25 turns”, and the hits outside the turns: numbers, and the words after each. Hits are left out where
/// nothing `is_sought` that has any; `at_hit` is the place of the one that one has walked to.
pub fn tally(record: &Record, answer: &Answer, is_sought: bool, at_hit: Option<usize>) -> Vec<(usize, String)> {
    let all = record.turns.len();
    let (hits, outside) = (answer.hits_in_turns, answer.hits.len() - answer.hits_in_turns);
    if !answer.active {
        return vec![(all, if all == 1 { " turn" } else { " turns" }.into())];
    }
    let mut parts = Vec::new();
    match at_hit.filter(|_| is_sought) {
        Some(hit) => parts.push((hit + 1, format!(" of {}, in ", count(answer.hits.len(), "hit")))),
        None if is_sought => parts.push((hits, if hits == 1 { " hit in " } else { " hits in " }.into())),
        None => {}
    }
    let beside = if outside > 0 { format!(", {} outside the turns", number(outside)) } else { String::new() };
    parts.push((answer.turns, format!(" of {}{beside}", count(all, "turn"))));
    parts
}

/// The same as one text.
pub fn written(parts: &[(usize, String)]) -> String {
    parts.iter().map(|(n, what)| number(*n) + what).collect()
}
