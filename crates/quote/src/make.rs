//! How a passage is written: the shortest words that are in one place only.

use std::ops::Range;

use crate::passage::Passage;
use crate::quote::Quote;
use crate::seal::{self, Seal};
use crate::stream::Stream;

/// A passage of at most so many words is written whole.
pub const WHOLE: usize = 8;
/// Most words of a start, an end, a prefix, a suffix: more would not tell apart what these do not.
const MOST: usize = 24;
/// Words of a start or an end that is not in one place only, before its surroundings are added.
const SOME: usize = 3;

/// A passage as a link holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// What the link finds: the selection, with the whole of the words at its ends and without what is no word there.
    pub passage: Passage,
    /// The value of `quote`.
    pub quote: Quote,
    /// The value of `seal`.
    pub seal: Seal,
    /// Where the record repeats itself so that words do not tell: the id of the block that must stand beside the quote, as
    /// the fragment of the address, for a reader of the link without its seal.
    pub hint: Option<String>,
}

/// Writes the words of `passage`; nothing where it has no word.
///
/// A selection may begin or end within a word: the link is to the whole word.
pub fn make(stream: &Stream<'_>, passage: &Passage) -> Option<Made> {
    let range = stream.range(passage)?;
    let cut = if range.len() <= WHOLE { whole(stream, &range) } else { ends(stream, &range) };
    let Cut { prefix, start, end, suffix, is_unique } = cut;
    let from = range.start + start;
    let some = |words: Range<usize>| (!words.is_empty()).then(|| stream.printed(words));
    let quote = Quote {
        prefix: some(range.start - prefix..range.start),
        start: stream.printed(range.start..from),
        end: some(range.end - end..range.end),
        suffix: some(range.end..range.end + suffix),
    };
    let mut seal = Seal::of(stream, range.clone());
    if !is_unique {
        seal.blocks = Some(seal::blocks(stream, range.clone()));
    }
    let hint = (!is_unique).then(|| seal.block.clone());
    Some(Made { passage: stream.passage(range)?, quote, seal, hint })
}

/// How many words go into which term.
struct Cut {
    prefix: usize,
    start: usize,
    end: usize,
    suffix: usize,
    /// Whether they are in one place only.
    is_unique: bool,
}

/// All words of `range`, with the fewest around it that tell it from others.
fn whole(stream: &Stream<'_>, range: &Range<usize>) -> Cut {
    let others = others(stream, range);
    let cut = |prefix, suffix, is_unique| Cut { prefix, start: range.len(), end: 0, suffix, is_unique };
    let (most_before, most_after) = (MOST.min(range.start), MOST.min(stream.len() - range.end));
    for around in 0..=most_before + most_after {
        for prefix in (around.saturating_sub(most_after)..=around.min(most_before)).rev() {
            let suffix = around - prefix;
            if !others.iter().any(|other| {
                agrees_before(stream, *other, range.start, prefix)
                    && agrees_after(stream, *other + range.len(), range.end, suffix)
            }) {
                return cut(prefix, suffix, true);
            }
        }
    }
    cut(0, 0, false)
}

/// The fewest first and last words that tell `range` from others, with some around where they do not.
fn ends(stream: &Stream<'_>, range: &Range<usize>) -> Cut {
    let first = |words: usize| range.start..range.start + words;
    let last = |words: usize| range.end - words..range.end;
    let start = (1..=MOST.min(range.len() - 1)).find(|words| others(stream, &first(*words)).is_empty());
    let (start, prefix) = start.map_or_else(
        || {
            let rivals = others(stream, &first(SOME));
            let tells =
                |prefix: &usize| !rivals.iter().any(|other| agrees_before(stream, *other, range.start, *prefix));
            (SOME, (1..=MOST.min(range.start)).find(tells))
        },
        |start| (start, Some(0)),
    );
    // The end is the first of its words after the start: none of them may stand between.
    let between = |words: usize| -> Vec<usize> {
        let at = range.end - words;
        (range.start + start..at).filter(|place| stream.same(*place..*place + words, last(words))).collect()
    };
    let end = (1..=MOST.min(range.len() - start)).find(|words| between(*words).is_empty());
    let (end, suffix) = end.map_or_else(
        || {
            let words = SOME.min(range.len() - start);
            let rivals = between(words);
            let tells =
                |suffix: &usize| !rivals.iter().any(|other| agrees_after(stream, *other + words, range.end, *suffix));
            (words, (1..=MOST.min(stream.len() - range.end)).find(tells))
        },
        |end| (end, Some(0)),
    );
    let is_unique = prefix.is_some() && suffix.is_some();
    let (prefix, suffix) = if is_unique { (prefix, suffix) } else { (None, None) };
    Cut { prefix: prefix.unwrap_or(0), start, end, suffix: suffix.unwrap_or(0), is_unique }
}

/// Where else the words of `range` stand.
fn others(stream: &Stream<'_>, range: &Range<usize>) -> Vec<usize> {
    let places = 0..(stream.len() + 1).saturating_sub(range.len());
    places.filter(|place| *place != range.start && stream.same(*place..*place + range.len(), range.clone())).collect()
}

fn agrees_before(stream: &Stream<'_>, one: usize, other: usize, words: usize) -> bool {
    one >= words && other >= words && stream.same(one - words..one, other - words..other)
}

fn agrees_after(stream: &Stream<'_>, one: usize, other: usize, words: usize) -> bool {
    stream.same(one..one + words, other..other + words)
}
