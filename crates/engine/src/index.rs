//! Where each word stands: a positional inverted index, made in slices.
//!
//! Zobel and Moffat, “Inverted files for text search engines”, ACM Computing
//! Surveys 38 (2006). Two passes over the folded text, so that nothing is held
//! but what is kept: the first counts each word, the second writes its places.

use std::collections::BTreeMap;
use std::hash::Hasher;

use hashbrown::HashTable;
use rustc_hash::FxHasher;

use crate::lists::List;
use crate::pattern::Pattern;
use crate::scan::{scan, word_at};
use crate::text::Text;

/// The words of a text in order, and the places of each.
#[derive(Clone, Debug, Default)]
pub struct Index {
    /// Every word once, in order, between spaces like a text: so it can be scanned.
    words: Vec<u8>,
    /// By number of the word, where it begins there.
    starts: Vec<u32>,
    /// By number of the word, where its places begin; one more at the end.
    offsets: Vec<u32>,
    /// Places in the folded text, by word, each list in order.
    places: Vec<u32>,
    /// Of words with so many places that it is smaller: by number of the word, the blocks that hold it, a bit each.
    common: BTreeMap<u32, Vec<u64>>,
}

impl Index {
    /// The places of the words that `pattern` seeks: a list for each, in the order of the words.
    pub(crate) fn lists(&self, pattern: &Pattern) -> Vec<List<'_>> {
        let word = |number: usize| word_at(&self.words, self.starts[number] as usize);
        let first = |prefix: &[u8]| self.below(|word| word < prefix);
        if let Some(whole) = pattern.whole() {
            let number = first(whole);
            return self.list(number).filter(|_| word(number) == whole).into_iter().collect();
        }
        if let Some(prefix) = pattern.prefix() {
            let last = self.below(|word| word < prefix || word.starts_with(prefix));
            return (first(prefix)..last).filter_map(|number| self.list(number)).collect();
        }
        let mut lists = Vec::new();
        scan(&self.words, pattern, 0, |place, end| {
            lists.extend(self.list(self.starts.partition_point(|start| (*start as usize) < place)));
            end
        });
        lists
    }

    fn list(&self, number: usize) -> Option<List<'_>> {
        let places = self.places.get(*self.offsets.get(number)? as usize..*self.offsets.get(number + 1)? as usize)?;
        let length = word_at(&self.words, self.starts[number] as usize).len() as u32;
        Some(List { places, length, blocks: self.common.get(&(number as u32)).map(Vec::as_slice) })
    }

    /// The number of words that come before the first for which `before` does not hold.
    fn below(&self, before: impl Fn(&[u8]) -> bool) -> usize {
        self.starts.partition_point(|start| before(word_at(&self.words, *start as usize)))
    }

    /// Bytes that it takes.
    pub fn bytes(&self) -> usize {
        let common: usize = self.common.values().map(|bits| 8 * bits.len()).sum();
        self.words.len() + 4 * (self.starts.len() + self.offsets.len() + self.places.len()) + common
    }
}

/// In fewer blocks than these, no word has so many places that it matters.
const MANY: usize = 64;

/// An index that is being made.
#[derive(Clone, Debug, Default)]
pub struct Making {
    phase: Phase,
    /// How far the pass over the text, or the sorting, is.
    at: usize,
    /// Numbers of words, found by the word.
    known: HashTable<u32>,
    /// By number, the first place of the word; how many places it has, and then the number that it has in order.
    words: Vec<(u32, u32)>,
    /// Numbers in the order of the words.
    order: Vec<u32>,
    index: Index,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Phase {
    #[default]
    Count,
    Sort,
    Write,
    Gather,
}

impl Making {
    /// Goes through about `bytes` more of the text; whether the index is made, and in the text.
    pub fn step(&mut self, text: &mut Text, bytes: usize) -> bool {
        if text.index.is_some() {
            return true;
        }
        let done = match self.phase {
            Phase::Count => self.pass(text, bytes, Self::count),
            // To sort a word takes about as long as to read it sixteen times.
            Phase::Sort => self.sort(text, bytes / 128),
            Phase::Write => self.pass(text, bytes, Self::write),
            // To find the block of a place takes about as long as to read a word.
            Phase::Gather => self.gather(text, bytes / 8),
        };
        if !done {
            return false;
        }
        (self.phase, self.at) = match self.phase {
            Phase::Count => (Phase::Sort, 0),
            Phase::Sort => (Phase::Write, 0),
            Phase::Write => {
                // Each list now ends where the next began.
                self.index.offsets.insert(0, 0);
                // What was only there to make it.
                (self.known, self.words, self.order) = Default::default();
                (Phase::Gather, 0)
            }
            Phase::Gather => {
                text.index = Some(std::mem::take(self).index);
                return true;
            }
        };
        false
    }

    /// Does something for each word of the next `bytes`; whether those were the last.
    fn pass(&mut self, text: &Text, bytes: usize, each: fn(&mut Self, &Text, usize)) -> bool {
        let stop = self.at.saturating_add(bytes.max(1));
        while self.at < stop {
            let rest = text.folded.get(self.at..).unwrap_or_default();
            let Some(gap) = rest.iter().position(|byte| *byte != b' ' && *byte != b'\n') else { return true };
            let place = self.at + gap;
            self.at = place + text.word(place).len();
            each(self, text, place);
        }
        false
    }

    fn count(&mut self, text: &Text, place: usize) {
        let word = text.word(place);
        let words = &mut self.words;
        let of = |number: &u32| text.word(words[*number as usize].0 as usize);
        let entry = self.known.entry(hash(word), |number| of(number) == word, |number| hash(of(number)));
        let number = *entry.or_insert(words.len() as u32).get() as usize;
        if number == words.len() {
            words.push((place as u32, 0));
        }
        words[number].1 += 1;
    }

    /// Sorts about `most` words more; whether all are. By the first byte first, so that it can be done in parts.
    fn sort(&mut self, text: &Text, most: usize) -> bool {
        let of = |number: u32| text.word(self.words[number as usize].0 as usize);
        if self.order.is_empty() {
            let mut groups: Vec<Vec<u32>> = vec![Vec::new(); 256];
            (0..self.words.len() as u32).for_each(|number| groups[of(number)[0] as usize].push(number));
            self.order = groups.concat();
        }
        let stop = (self.at + most.max(1)).min(self.order.len());
        while self.at < stop {
            let first = of(self.order[self.at])[0];
            let length = self.order[self.at..].partition_point(|number| of(*number)[0] <= first);
            self.order[self.at..self.at + length].sort_unstable_by(|a, b| of(*a).cmp(of(*b)));
            self.at += length;
        }
        if self.at < self.order.len() {
            return false;
        }
        self.lay_out(text);
        true
    }

    fn lay_out(&mut self, text: &Text) {
        let index = &mut self.index;
        index.words.push(b' ');
        let mut total = 0;
        for number in &self.order {
            let (place, count) = self.words[*number as usize];
            index.starts.push(index.words.len() as u32);
            index.words.extend_from_slice(text.word(place as usize));
            index.words.push(b' ');
            self.words[*number as usize].1 = index.offsets.len() as u32;
            index.offsets.push(total);
            total += count;
        }
        index.places = vec![0; total as usize];
    }

    /// Gathers the blocks of common words, about `most` places of them; whether those were the last.
    fn gather(&mut self, text: &Text, most: usize) -> bool {
        let mut left = most.max(1);
        let Index { offsets, places, common, .. } = &mut self.index;
        while let Some([from, to]) = offsets.get(self.at..self.at + 2) {
            let count = (to - from) as usize;
            // 32 bits of a place, a bit of a block.
            if count > text.blocks() / 32 && text.blocks() >= MANY {
                let mut bits = vec![0_u64; text.blocks().div_ceil(64)];
                let mut end = 0;
                for place in &places[*from as usize..*to as usize] {
                    if *place as usize >= end {
                        let block = text.block(*place);
                        end = text.span(block).end;
                        bits[block as usize / 64] |= 1 << (block % 64);
                    }
                }
                common.insert(self.at as u32, bits);
            }
            self.at += 1;
            left = left.saturating_sub(count + 1);
            if left == 0 {
                return false;
            }
        }
        true
    }

    fn write(&mut self, text: &Text, place: usize) {
        let word = text.word(place);
        let of = |number: &u32| text.word(self.words[*number as usize].0 as usize);
        let Some(number) = self.known.find(hash(word), |number| of(number) == word) else { return };
        let offset = &mut self.index.offsets[self.words[*number as usize].1 as usize];
        self.index.places[*offset as usize] = place as u32;
        *offset += 1;
    }
}

pub(crate) fn hash(word: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(word);
    hasher.finish()
}
