//! Ids are given once: a new reading keeps the ids of the blocks that it finds again, and remembers what became of the others.

use std::collections::{HashMap, HashSet};

use memcon_record::wire::{Block, BlockKind, Record, Retired};

use crate::draft::Draft;
use crate::ledger::{self, Readings};

/// Ids for the blocks of a reading, and the ids that no block may have again.
pub struct Ids {
    /// One for each block, in order.
    pub blocks: Vec<String>,
    /// What became of blocks of earlier readings whose ids no block has now, or one with a part of their text.
    pub retired: Vec<Retired>,
}

/// Gives ids to `blocks`: those of `previous` where the text is the same or nearly so.
pub fn ids(blocks: &[Draft], previous: Option<&Record>) -> Ids {
    ids_with(blocks, &vec![None; blocks.len()], previous)
}

/// [`ids`], where the source has ids of its own: a block that is found again keeps the id that it had, another
/// takes the source's if nothing ever had it.
pub fn ids_with(blocks: &[Draft], own: &[Option<String>], previous: Option<&Record>) -> Ids {
    let mut fresh = Fresh::default();
    let wish = |fresh: &mut Fresh, i: usize| own[i].clone().filter(|id| fresh.taken.insert(id.clone()));
    let Some(previous) = previous else {
        let wished: Vec<Option<String>> = (0..blocks.len()).map(|i| wish(&mut fresh, i)).collect();
        let given = blocks.iter().zip(wished).map(|(block, own)| own.unwrap_or_else(|| fresh.give(block.kind)));
        return Ids { blocks: given.collect(), retired: Vec::new() };
    };
    let new: Vec<Fingerprint> = blocks.iter().map(Fingerprint::of_draft).collect();
    let old: Vec<Fingerprint> = previous.blocks.iter().map(Fingerprint::of_block).collect();
    let mut pairs: Vec<Option<usize>> = vec![None; new.len()];
    for (i, j) in common(&new, &old) {
        pairs[i] = Some(j);
    }
    near(&new, &old, &mut pairs);
    by_id(own, previous, &mut pairs);
    moved(&new, &old, &mut pairs);
    for id in previous.blocks.iter().map(|block| &block.id).chain(previous.retired.iter().map(|entry| &entry.id)) {
        fresh.taken.insert(id.clone());
    }
    let wished: Vec<Option<String>> =
        pairs.iter().enumerate().map(|(i, pair)| if pair.is_some() { None } else { wish(&mut fresh, i) }).collect();
    let given: Vec<String> = blocks
        .iter()
        .zip(pairs.iter().zip(wished))
        .map(|(block, (pair, own))| match pair {
            Some(j) => previous.blocks[*j].id.clone(),
            None => own.unwrap_or_else(|| fresh.give(block.kind)),
        })
        .collect();
    let retired = ledger::ledger(
        &Readings {
            new: new.iter().map(|block| block.text.as_str()).collect(),
            new_ids: &given,
            old: old.iter().map(|block| block.text.as_str()).collect(),
            old_ids: previous.blocks.iter().map(|block| block.id.as_str()).collect(),
            pairs: &pairs,
        },
        &previous.retired,
    );
    Ids { blocks: given, retired }
}

/// Blocks whose words are others now, but whose id the source still gives.
fn by_id(own: &[Option<String>], previous: &Record, pairs: &mut [Option<usize>]) {
    let mut free: HashMap<&str, usize> = previous.blocks.iter().enumerate().map(|(j, b)| (b.id.as_str(), j)).collect();
    for j in pairs.iter().flatten() {
        free.remove(previous.blocks[*j].id.as_str());
    }
    for (pair, id) in pairs.iter_mut().zip(own) {
        if let (None, Some(id)) = (&pair, id) {
            *pair = free.remove(id.as_str());
        }
    }
}

/// What is compared of a block.
struct Fingerprint {
    kind: BlockKind,
    label: String,
    text: String,
    words: HashSet<String>,
}

impl Fingerprint {
    fn new(kind: BlockKind, label: &str, text: String) -> Self {
        let words = text.split_whitespace().map(str::to_lowercase).collect();
        Fingerprint { kind, label: label.to_owned(), text, words }
    }

    fn of_draft(draft: &Draft) -> Self {
        let text = draft.paragraphs.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join("\n");
        Self::new(draft.kind, draft.label.as_ref().map_or("", |(label, _)| label), text)
    }

    fn of_block(block: &Block) -> Self {
        let paragraph =
            |runs: &Vec<memcon_record::wire::Run>| runs.iter().map(|run| run.text.as_str()).collect::<String>();
        let text = block.paragraphs.iter().map(paragraph).collect::<Vec<_>>().join("\n");
        Self::new(block.kind, block.label.as_deref().unwrap_or(""), text)
    }

    fn same(&self, other: &Self) -> bool {
        self.kind == other.kind && self.label == other.label && self.text == other.text
    }

    /// Share of words in common: 1 where all are, 0 where none is.
    fn likeness(&self, other: &Self) -> f64 {
        if self.kind != other.kind {
            return 0.0;
        }
        if self.same(other) {
            return 1.0;
        }
        let common = self.words.intersection(&other.words).count() as f64;
        let all = self.words.union(&other.words).count() as f64;
        if all == 0.0 { f64::from(self.text == other.text) } else { common / all }
    }
}

/// Blocks that are the same in both, in order: first what surely corresponds at both
/// ends, then what is unique in both between (patience), so that it stays quick.
fn common(new: &[Fingerprint], old: &[Fingerprint]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let head = new.iter().zip(old).take_while(|(a, b)| a.same(b)).count();
    let most = new.len().min(old.len()) - head;
    let tail = new.iter().rev().zip(old.iter().rev()).take(most).take_while(|(a, b)| a.same(b)).count();
    pairs.extend((0..head).map(|i| (i, i)));
    let key = |f: &Fingerprint| (f.label.clone(), f.text.clone());
    let mut places: HashMap<(String, String), (Vec<usize>, Vec<usize>)> = HashMap::new();
    for (i, f) in new.iter().enumerate().take(new.len() - tail).skip(head) {
        places.entry(key(f)).or_default().0.push(i);
    }
    for (j, f) in old.iter().enumerate().take(old.len() - tail).skip(head) {
        places.entry(key(f)).or_default().1.push(j);
    }
    let mut unique: Vec<(usize, usize)> = places
        .into_values()
        .filter_map(|(a, b)| matches!((&a[..], &b[..]), ([_], [_])).then(|| (a[0], b[0])))
        .filter(|(i, j)| new[*i].same(&old[*j]))
        .collect();
    unique.sort_unstable();
    pairs.extend(rising(&unique));
    pairs.extend((0..tail).rev().map(|k| (new.len() - 1 - k, old.len() - 1 - k)));
    pairs
}

/// The longest part of `pairs` in which the second places rise too.
fn rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; pairs.len()];
    for (k, (_, j)) in pairs.iter().enumerate() {
        let at = ends.partition_point(|end| pairs[*end].1 < *j);
        before[k] = at.checked_sub(1).map(|p| ends[p]);
        if at == ends.len() { ends.push(k) } else { ends[at] = k }
    }
    let mut chain = Vec::new();
    let mut next = ends.last().copied();
    while let Some(k) = next {
        chain.push(pairs[k]);
        next = before[k];
    }
    chain.reverse();
    chain
}

/// Between blocks that correspond, those that are nearly the same correspond too, in order.
fn near(new: &[Fingerprint], old: &[Fingerprint], pairs: &mut [Option<usize>]) {
    const ENOUGH: f64 = 0.5;
    const WINDOW: usize = 8;
    let mut next_old = 0;
    for i in 0..new.len() {
        if let Some(j) = pairs[i] {
            next_old = j + 1;
            continue;
        }
        let limit = pairs[i..].iter().flatten().min().copied().unwrap_or(old.len());
        let mut best: Option<(usize, f64)> = None;
        for (j, old) in old.iter().enumerate().take(limit.min(next_old + WINDOW)).skip(next_old) {
            let likeness = new[i].likeness(old);
            // Of equals the first, so that repeated words keep their order.
            if likeness >= ENOUGH && best.is_none_or(|(_, so_far)| likeness > so_far) {
                best = Some((j, likeness));
            }
        }
        if let Some((j, _)) = best {
            pairs[i] = Some(j);
            next_old = j + 1;
        }
    }
}

/// A block that is the same elsewhere has moved, where it says enough to be no other.
fn moved(new: &[Fingerprint], old: &[Fingerprint], pairs: &mut [Option<usize>]) {
    const ENOUGH: usize = 5;
    let taken: HashSet<usize> = pairs.iter().flatten().copied().collect();
    let mut left: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
    for (j, block) in old.iter().enumerate().filter(|(j, block)| !taken.contains(j) && block.words.len() >= ENOUGH) {
        left.entry((&block.label, &block.text)).or_default().push(j);
    }
    for (block, pair) in new.iter().zip(pairs).filter(|(_, pair)| pair.is_none()) {
        let place = left.get_mut(&(block.label.as_str(), block.text.as_str()));
        if let Some(place) = place.filter(|place| matches!(&place[..], [j] if old[*j].same(block))) {
            *pair = place.pop();
        }
    }
}

/// Gives ids that were never used.
#[derive(Default)]
struct Fresh {
    taken: HashSet<String>,
    next: HashMap<&'static str, usize>,
}

impl Fresh {
    fn give(&mut self, kind: BlockKind) -> String {
        let stem = match kind {
            BlockKind::Turn => "t",
            BlockKind::Attendance => "attendance-",
            BlockKind::Narrative => "narrative-",
            BlockKind::Signature => "signature-",
            BlockKind::Note => "note-",
        };
        let n = self.next.entry(stem).or_insert(0);
        loop {
            *n += 1;
            let id = format!("{stem}{n}");
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}
