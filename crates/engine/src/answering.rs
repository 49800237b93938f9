//! Answers a whole question with nothing but which blocks hold what is asked: the places are found where they are shown.

use crate::find::anchor;
use crate::pattern::Pattern;
use crate::query::{Clause, Query, Sought};
use crate::scan::scan;
use crate::text::Text;

impl Text {
    /// Numbers of the blocks that answer `query`, in order: those of [`Text::answer`], sooner.
    pub fn answering(&self, query: &Query) -> Vec<u32> {
        #[cfg(feature = "index")]
        if let Some(index) = self.index.as_ref().filter(|_| self.glued.is_empty()) {
            return self.by_index(index, query);
        }
        if let [Clause { without: false, sought: Sought::Phrases(phrases) }] = query.clauses.as_slice()
            && let [phrase] = phrases.as_slice()
            && self.glued.is_empty()
        {
            return self.holding(phrase);
        }
        self.answer(query).blocks
    }

    /// The blocks with a phrase. After the first place in a block, the scan goes on behind it.
    fn holding(&self, phrase: &[Pattern]) -> Vec<u32> {
        let mut blocks = Vec::new();
        let Some(anchor) = anchor(phrase) else { return blocks };
        scan(&self.folded, &phrase[anchor], 0, |place, end| {
            if self.around(phrase, anchor, place).is_none() {
                return end;
            }
            let block = self.block(place as u32);
            blocks.push(block);
            self.span(block).end
        });
        blocks
    }
}

#[cfg(feature = "index")]
mod indexed {
    use std::borrow::Cow;

    use crate::index::Index;
    use crate::lists::{List, gallop};
    use crate::query::{Clause, Query, Sought};
    use crate::text::Text;

    /// What a clause asks of a block.
    enum Asked<'a> {
        /// To hold one of the words that have these lists.
        Words(Vec<List<'a>>),
        /// To be one of these, in order.
        Blocks(Cow<'a, [u32]>),
    }

    impl Asked<'_> {
        /// The blocks that it leaves, a bit each, where it is one common word.
        fn bits(&self) -> Option<&[u64]> {
            match self {
                Asked::Words(lists) => lists.first().filter(|_| lists.len() == 1)?.blocks,
                Asked::Blocks(_) => None,
            }
        }

        /// About how many blocks it leaves, at most.
        fn size(&self) -> usize {
            match self {
                Asked::Words(lists) => lists.iter().map(|list| list.places.len()).sum(),
                Asked::Blocks(blocks) => blocks.len(),
            }
        }
    }

    impl Text {
        pub(super) fn by_index(&self, index: &Index, query: &Query) -> Vec<u32> {
            let mut clauses: Vec<(bool, Asked)> =
                query.clauses.iter().map(|clause| (clause.without, self.asked(index, clause))).collect();
            // What is sought before what must not be there, the rarest first.
            clauses.sort_by_key(|(without, asked)| (*without, asked.size()));
            let common = clauses.iter().filter_map(|(without, asked)| Some((*without, asked.bits()?)));
            if let Some(blocks) = of_common(common, clauses.len()) {
                return blocks;
            }
            let mut clauses = clauses.into_iter().peekable();
            let mut blocks = match clauses.next_if(|(without, _)| !without) {
                Some((_, Asked::Blocks(blocks))) => blocks.into_owned(),
                Some((_, Asked::Words(lists))) => self.with_a_word(&lists),
                None => (0..self.blocks() as u32).collect(),
            };
            for (without, asked) in clauses {
                self.narrow(&mut blocks, &asked, without);
            }
            blocks
        }

        fn asked<'a>(&self, index: &'a Index, clause: &'a Clause) -> Asked<'a> {
            match &clause.sought {
                Sought::Blocks(blocks) => Asked::Blocks(Cow::Borrowed(blocks)),
                Sought::Phrases(phrases) if phrases.iter().all(|phrase| phrase.len() == 1) => {
                    Asked::Words(phrases.iter().flatten().flat_map(|pattern| index.lists(pattern)).collect())
                }
                sought => Asked::Blocks(Cow::Owned(self.blocks_of(&self.places(sought)))),
            }
        }

        /// The blocks that hold one of several words, in order.
        fn with_a_word(&self, lists: &[List]) -> Vec<u32> {
            if let [list] = lists {
                return match list.blocks {
                    Some(bits) => of_bits(bits),
                    None => self.each_block(list).collect(),
                };
            }
            let count: usize = lists.iter().map(|list| list.places.len()).sum();
            if count < self.blocks() / 32 {
                let mut blocks: Vec<u32> = lists.iter().flat_map(|list| self.each_block(list)).collect();
                blocks.sort_unstable();
                blocks.dedup();
                return blocks;
            }
            let mut all = vec![0_u64; self.blocks().div_ceil(64)];
            for list in lists {
                match list.blocks {
                    Some(bits) => all.iter_mut().zip(bits).for_each(|(all, bits)| *all |= bits),
                    None => self.each_block(list).for_each(|block| all[block as usize / 64] |= 1 << (block % 64)),
                }
            }
            of_bits(&all)
        }

        /// The blocks of a list, in order.
        fn each_block(&self, list: &List<'_>) -> impl Iterator<Item = u32> {
            let mut last = None;
            // To see where a block ends would take longer than to find it twice.
            list.places.iter().map(|place| self.block(*place)).filter(move |block| last.replace(*block) != Some(*block))
        }

        /// Leaves the blocks of which `asked` is true; where it is asked `without`, the others.
        fn narrow(&self, blocks: &mut Vec<u32>, asked: &Asked, without: bool) {
            if let Some(bits) = asked.bits() {
                // Without a branch, which the processor would guess wrongly at every other block.
                let mut kept = 0;
                for at in 0..blocks.len() {
                    let block = blocks[at];
                    blocks[kept] = block;
                    kept += usize::from(has(bits, block) != without);
                }
                return blocks.truncate(kept);
            }
            match asked {
                Asked::Blocks(others) => {
                    let mut at = 0;
                    blocks.retain(|block| {
                        at = gallop(others, at, *block);
                        (others.get(at) == Some(block)) != without
                    });
                }
                Asked::Words(lists) if lists.len() > 8 => {
                    let others = Asked::Blocks(Cow::Owned(self.with_a_word(lists)));
                    self.narrow(blocks, &others, without);
                }
                Asked::Words(lists) => {
                    let mut cursors = vec![0; lists.len()];
                    blocks.retain(|block| {
                        let holds = |(list, cursor): (&List, &mut usize)| match list.blocks {
                            Some(bits) => has(bits, *block),
                            None => {
                                let span = self.span(*block);
                                *cursor = gallop(list.places, *cursor, span.start as u32);
                                list.places.get(*cursor).is_some_and(|place| (*place as usize) < span.end)
                            }
                        };
                        lists.iter().zip(&mut cursors).any(holds) != without
                    });
                }
            }
        }
    }

    /// Where all of `count` clauses are one common word each: 64 blocks at once. Those that are sought come first.
    fn of_common<'a>(mut common: impl Iterator<Item = (bool, &'a [u64])> + Clone, count: usize) -> Option<Vec<u32>> {
        if common.clone().count() < count {
            return None;
        }
        let (_, first) = common.next().filter(|(without, _)| !without)?;
        let mut all = first.to_vec();
        for (without, bits) in common {
            let flip = if without { u64::MAX } else { 0 };
            all.iter_mut().zip(bits).for_each(|(all, bits)| *all &= bits ^ flip);
        }
        Some(of_bits(&all))
    }

    /// Whether the bit of a block is set.
    fn has(bits: &[u64], block: u32) -> bool {
        bits[block as usize / 64] >> (block % 64) & 1 == 1
    }

    /// The numbers of the bits that are set.
    fn of_bits(bits: &[u64]) -> Vec<u32> {
        // Of each word as many places as it has bits: to grow by one at a time takes three times as long.
        let mut numbers = vec![0; bits.iter().map(|bits| bits.count_ones() as usize).sum()];
        let mut places = numbers.as_mut_slice();
        for (at, bits) in bits.iter().enumerate() {
            let mut left = *bits;
            let Some((here, rest)) = places.split_at_mut_checked(bits.count_ones() as usize) else { break };
            for place in here {
                *place = at as u32 * 64 + left.trailing_zeros();
                left &= left.wrapping_sub(1);
            }
            places = rest;
        }
        numbers
    }
}
