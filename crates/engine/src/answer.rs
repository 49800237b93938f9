//! Answers a whole question: which blocks hold what is asked, and where.

use crate::find::{Place, merge};
use crate::query::{Clause, Query, Sought};
use crate::text::Text;

/// What a question finds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Numbers of the blocks that answer, in order.
    pub blocks: Vec<u32>,
    /// Passages in them that were asked for, in order; what overlaps is one.
    pub places: Vec<Place>,
}

/// A block is looked through for the next clause, rather than all the places of that, where those are so many bytes each.
const BYTES_A_PLACE: usize = 16;

impl Text {
    /// Answers `query`.
    pub fn answer(&self, query: &Query) -> Found {
        // One alone is the first, however rare.
        let several = query.clauses.len() > 1;
        let likely = |clause: &Clause| if several { self.likely(&clause.sought) } else { 0 };
        let mut clauses: Vec<(bool, usize, &Clause)> =
            query.clauses.iter().map(|clause| (clause.without, likely(clause), clause)).collect();
        let every = || (0..self.blocks() as u32).collect::<Vec<_>>();
        let mut blocks: Option<Vec<u32>> = None;
        let mut lists: Vec<Vec<Place>> = Vec::new();
        // What is sought before what must not be there, the rarest first.
        let next =
            |clauses: &[(bool, usize, &Clause)]| (0..clauses.len()).min_by_key(|i| (clauses[*i].0, clauses[*i].1));
        while let Some(first) = next(&clauses) {
            let (_, likely, clause) = clauses.swap_remove(first);
            let (held, places) = self.clause(clause, likely, blocks.as_deref());
            let before = blocks.take();
            blocks = Some(match (before, clause.without) {
                (None, false) => held,
                (Some(before), false) => both(&before, &held),
                (before, true) => apart(&before.unwrap_or_else(every), &held),
            });
            if !clause.without {
                lists.push(places);
            }
        }
        let blocks = blocks.unwrap_or_else(every);
        let places = self.join(lists, &blocks);
        Found { blocks, places }
    }

    /// All places of what one clause seeks, in order, whatever the others say; none where it seeks nothing in the text.
    pub fn places(&self, sought: &Sought) -> Vec<Place> {
        self.places_between(sought, 0, self.folded.len())
    }

    /// The number of the block of a place.
    pub fn block_of(&self, place: Place) -> usize {
        self.block(place.start) as usize
    }

    /// Blocks that hold what a clause seeks, among `blocks` at least, and the places.
    fn clause(&self, clause: &Clause, likely: usize, blocks: Option<&[u32]>) -> (Vec<u32>, Vec<Place>) {
        if let Sought::Blocks(blocks) = &clause.sought {
            return (blocks.clone(), Vec::new());
        }
        let few = blocks.filter(|blocks| {
            let bytes = |blocks: &[u32]| blocks.iter().map(|block| self.span(*block).len()).sum::<usize>();
            blocks.len() < likely && bytes(blocks) < likely.saturating_mul(BYTES_A_PLACE)
        });
        let Some(blocks) = few else {
            let places = self.places(&clause.sought);
            return (self.blocks_of(&places), places);
        };
        let mut places = Vec::new();
        for block in blocks {
            let span = self.span(*block);
            places.append(&mut self.places_between(&clause.sought, span.start, span.end));
        }
        (self.blocks_of(&places), places)
    }

    fn places_between(&self, sought: &Sought, from: usize, to: usize) -> Vec<Place> {
        match sought {
            Sought::Blocks(_) => Vec::new(),
            Sought::Near(within, phrases) => self.near(*within, phrases, from, to),
            Sought::Phrases(phrases) => {
                phrases.iter().fold(Vec::new(), |places, phrase| merge(places, self.phrase(phrase, from, to)))
            }
        }
    }

    /// About how many places a clause has; without an index, a guess by the length of its words.
    fn likely(&self, sought: &Sought) -> usize {
        let phrase = |phrase: &Vec<crate::Pattern>| {
            let word = |pattern: &crate::Pattern| {
                #[cfg(feature = "index")]
                if let Some(index) = &self.index {
                    return index.lists(pattern).iter().map(|list| list.places.len()).sum();
                }
                self.folded.len() >> pattern.needle().len().min(20)
            };
            phrase.iter().map(word).min().unwrap_or(0)
        };
        match sought {
            // To look a block up costs nothing.
            Sought::Blocks(_) => 0,
            Sought::Near(_, phrases) => phrases.iter().map(phrase).min().unwrap_or(0),
            Sought::Phrases(phrases) => phrases.iter().map(phrase).sum(),
        }
    }

    /// The blocks of `places`, each once.
    pub(crate) fn blocks_of(&self, places: &[Place]) -> Vec<u32> {
        let mut blocks = Vec::new();
        let mut end = 0;
        for place in places {
            if place.start as usize >= end {
                let block = self.block(place.start);
                end = self.span(block).end;
                blocks.push(block);
            }
        }
        blocks
    }

    /// One list of several; passages that overlap are one, and those in other blocks than `blocks` are left out.
    fn join(&self, lists: Vec<Vec<Place>>, blocks: &[u32]) -> Vec<Place> {
        let places = lists.into_iter().fold(Vec::new(), merge);
        let mut blocks = blocks.iter();
        let mut span = 0..0;
        let mut joined: Vec<Place> = Vec::with_capacity(places.len());
        for place in places {
            while span.end <= place.start as usize {
                let Some(block) = blocks.next() else { return joined };
                span = self.span(*block);
            }
            if (place.start as usize) < span.start {
                continue;
            }
            match joined.last_mut() {
                Some(last) if place.start < last.end => {
                    if (place.end, place.with_mark) > (last.end, last.with_mark) {
                        (last.end, last.with_mark) = (place.end, place.with_mark);
                    }
                }
                _ => joined.push(place),
            }
        }
        joined
    }
}

fn both(one: &[u32], other: &[u32]) -> Vec<u32> {
    one.iter().copied().filter(|block| other.binary_search(block).is_ok()).collect()
}

fn apart(one: &[u32], other: &[u32]) -> Vec<u32> {
    one.iter().copied().filter(|block| other.binary_search(block).is_err()).collect()
}
