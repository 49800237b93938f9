//! The ledger of ids: what became of the blocks of an earlier reading that are not there any more, or not whole.
//!
//! A block has gone into another where most of its pairs of neighbouring words stand there, beyond those that the other
//! had before; and it was parted where another that is new is mostly made of what it has lost.

use std::collections::{HashMap, HashSet};
use std::ops::RangeInclusive;

use memcon_record::wire::{Retired, Why};

/// So much of a block stands in another that has its text.
const ENOUGH: f64 = 0.6;

/// So many words are not said twice by chance: such a text is looked for in the whole record, not in its place only.
const TELLING: usize = 6;

/// More pairs of blocks than this are not compared: then only the nearest so many are looked at.
const MOST: usize = 4_000_000;
const NEAREST: usize = 64;

/// What is asked of two readings.
pub struct Readings<'a> {
    /// Texts of the blocks of the new one.
    pub new: Vec<&'a str>,
    /// Their ids.
    pub new_ids: &'a [String],
    /// Texts of the blocks of the old one.
    pub old: Vec<&'a str>,
    /// Their ids.
    pub old_ids: Vec<&'a str>,
    /// For each new block the old one that it is.
    pub pairs: &'a [Option<usize>],
}

/// The ledger of the new reading, `before` being that of the old one.
pub fn ledger(readings: &Readings<'_>, before: &[Retired]) -> Vec<Retired> {
    let living: HashSet<&str> = readings.new_ids.iter().map(String::as_str).collect();
    let now: Vec<Retired> = changes(readings);
    let became: HashMap<&str, &Retired> = now.iter().map(|entry| (entry.id.as_str(), entry)).collect();
    let mut all: Vec<Retired> = Vec::new();
    for entry in before.iter().filter(|entry| !living.contains(entry.id.as_str()) || entry.is_living()) {
        let mut successors: Vec<String> = Vec::new();
        for id in &entry.successors {
            let ids = match became.get(id.as_str()) {
                Some(entry) => entry.successors.as_slice(),
                None => std::slice::from_ref(id),
            };
            for id in ids.iter().filter(|id| living.contains(id.as_str())) {
                if !successors.contains(id) {
                    successors.push(id.clone());
                }
            }
        }
        // All of it is in one block again, its own.
        if successors == [entry.id.clone()] {
            continue;
        }
        let why = match (successors.is_empty(), became.get(entry.id.as_str())) {
            (true, _) => Why::Removed,
            (_, Some(now)) if now.why != Why::Removed => now.why,
            _ => entry.why,
        };
        all.push(Retired { id: entry.id.clone(), successors, why });
    }
    let known: HashSet<String> = all.iter().map(|entry| entry.id.clone()).collect();
    all.extend(now.into_iter().filter(|entry| !known.contains(&entry.id)));
    all
}

/// What became of the blocks of the old reading, in their order, where it is something.
fn changes(readings: &Readings<'_>) -> Vec<Retired> {
    let (new, old): (Vec<Bag>, Vec<Bag>) =
        (readings.new.iter().map(|t| Bag::of(t)).collect(), readings.old.iter().map(|t| Bag::of(t)).collect());
    let mut now: Vec<Option<usize>> = vec![None; old.len()];
    for (i, j) in readings.pairs.iter().enumerate() {
        j.iter().for_each(|j| now[*j] = Some(i));
    }
    let is_short = old.len() * new.len() <= MOST;
    let mut entries = Vec::new();
    for (j, bag) in old.iter().enumerate() {
        let around = between(&now, j, new.len());
        let is_part = |i: usize| {
            let lost = now[j].map(|kept| &new[kept]);
            readings.pairs[i].is_none() && new[i].share_in(bag, lost) >= ENOUGH
        };
        let holds = |i: usize| bag.share_in(&new[i], readings.pairs[i].map(|was| &old[was])) >= ENOUGH;
        let everywhere = is_short && bag.words.len() >= TELLING;
        let most = if is_short { new.len() } else { NEAREST };
        let places = match everywhere {
            true => 0..new.len(),
            false => *around.start()..(around.end() + 1).min(new.len()).min(around.start() + most),
        };
        let ids = |places: Vec<usize>| places.into_iter().map(|i| readings.new_ids[i].clone()).collect();
        let id = readings.old_ids[j].to_owned();
        match now[j] {
            Some(kept) => {
                let parts: Vec<usize> = places.filter(|i| *i == kept || is_part(*i)).collect();
                if parts.len() > 1 {
                    entries.push(Retired { id, successors: ids(parts), why: Why::Split });
                }
            }
            None => {
                let places: Vec<usize> = places.collect();
                let whole: Vec<usize> = places.iter().copied().filter(|i| holds(*i)).collect();
                // Where it stands whole it is not looked for in pieces; of several such the first.
                let (successors, why) = match whole.first() {
                    Some(first) => (vec![*first], Why::Joined),
                    None => (places.into_iter().filter(|i| is_part(*i)).collect(), Why::Split),
                };
                let why = if successors.is_empty() { Why::Removed } else { why };
                entries.push(Retired { id, successors: ids(successors), why });
            }
        }
    }
    entries
}

/// The new blocks that stand where the old block `j` stood: from what became of the one before it to that of the one after.
fn between(now: &[Option<usize>], j: usize, blocks: usize) -> RangeInclusive<usize> {
    let before = now[..j].iter().rev().flatten().next().copied().unwrap_or(0);
    let after = now.iter().skip(j + 1).flatten().next().copied().unwrap_or(blocks);
    before.min(after)..=before.max(after)
}

/// The words of a text, and its pairs of neighbours, each with how often it stands there.
struct Bag {
    words: Vec<String>,
    pairs: HashMap<(String, String), usize>,
}

impl Bag {
    fn of(text: &str) -> Self {
        let words: Vec<String> =
            text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
        let mut pairs = HashMap::new();
        for pair in words.windows(2) {
            *pairs.entry((pair[0].clone(), pair[1].clone())).or_insert(0) += 1;
        }
        Bag { words, pairs }
    }

    /// How much of this text is in `other`, beyond what `less` has: from 0 to 1.
    fn share_in(&self, other: &Bag, less: Option<&Bag>) -> f64 {
        if let [word] = &self.words[..] {
            let count = |bag: &Bag| bag.words.iter().filter(|w| *w == word).count();
            return f64::from(count(other) > less.map_or(0, count));
        }
        let all: usize = self.pairs.values().sum();
        if all == 0 {
            return 0.0;
        }
        let found: usize = self
            .pairs
            .iter()
            .map(|(pair, n)| {
                let count = |bag: &Bag| bag.pairs.get(pair).copied().unwrap_or(0);
                count(other).saturating_sub(less.map_or(0, count)).min(*n)
            })
            .sum();
        found as f64 / all as f64
    }
}
