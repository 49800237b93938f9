//! Places of words as an index lists them: phrases and blocks by these lists alone.

use std::ops::Range;

use crate::find::Place;
use crate::pattern::Pattern;
use crate::text::Text;

/// The places of one word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct List<'a> {
    /// In order.
    pub(crate) places: &'a [u32],
    /// Bytes of the word.
    pub(crate) length: u32,
    /// The blocks that hold it, a bit each, where it is common.
    pub(crate) blocks: Option<&'a [u64]>,
}

impl Text {
    /// Puts the places of a phrase in a range of the text into `places`, in order; `words` has for each word of the phrase the
    /// lists of those that it seeks.
    pub(crate) fn by_lists(
        &self,
        phrase: &[Pattern],
        words: &[Vec<List>],
        range: Range<usize>,
        places: &mut Vec<Place>,
    ) {
        let before = places.len();
        let (from, to) = (range.start as u32, range.end as u32);
        let within = |list: &List<'_>| -> Range<usize> {
            let low = list.places.partition_point(|place| *place < from);
            low..low + list.places[low..].partition_point(|place| *place < to)
        };
        let total = |lists: &Vec<List>| lists.iter().map(|list| list.places.len()).sum::<usize>();
        let Some((anchor, lists)) = words.iter().enumerate().min_by_key(|(_, lists)| total(lists)) else { return };
        let whole: Option<Vec<&List>> =
            words.iter().map(|lists| if let [list] = lists.as_slice() { Some(list) } else { None }).collect();
        for list in lists {
            let found = &list.places[within(list)];
            match &whole {
                // A word by itself: nothing is to be looked up.
                _ if words.len() == 1 => {
                    places.extend(found.iter().map(|place| Place {
                        start: *place,
                        end: place + list.length,
                        with_mark: false,
                    }));
                }
                Some(words) if self.glued.is_empty() => follow(words, anchor, found, places),
                _ => places.extend(found.iter().filter_map(|place| self.around(phrase, anchor, *place as usize))),
            }
        }
        if lists.len() > 1 {
            // The lists are in order: a sort that looks for what is.
            places[before..].sort();
        }
    }
}

/// Phrases of whole words, by their lists alone: between two words that follow each other in a paragraph is one byte.
fn follow(words: &[&List], anchor: usize, found: &[u32], places: &mut Vec<Place>) {
    let before: u32 = words[..anchor].iter().map(|list| list.length + 1).sum();
    let all = words.iter().map(|list| list.length + 1).sum::<u32>().saturating_sub(1);
    let mut cursors = vec![0; words.len()];
    for place in found {
        let Some(start) = place.checked_sub(before) else { continue };
        let mut at = start;
        let fits = words.iter().zip(&mut cursors).enumerate().all(|(number, (list, cursor))| {
            let is_here = number == anchor || {
                *cursor = gallop(list.places, *cursor, at);
                list.places.get(*cursor) == Some(&at)
            };
            at += list.length + 1;
            is_here
        });
        if fits {
            places.push(Place { start, end: start + all, with_mark: false });
        }
    }
}

/// The number of the first from `from` on that is not below `least`: one after the other where it is near, then in steps that
/// double (Bentley and Yao, “An almost optimal algorithm for unbounded searching”, 1976).
pub(crate) fn gallop(places: &[u32], from: usize, least: u32) -> usize {
    const NEAR: usize = 8;
    let near = places.get(from..).unwrap_or_default().iter().take(NEAR);
    let passed = near.take_while(|place| **place < least).count();
    if passed < NEAR {
        return from + passed;
    }
    let mut step = 1;
    let mut low = from + NEAR;
    while places.get(low + step - 1).is_some_and(|place| *place < least) {
        low += step;
        step *= 2;
    }
    let high = (low + step - 1).min(places.len());
    low + places.get(low..high).map_or(0, |some| some.partition_point(|place| *place < least))
}
