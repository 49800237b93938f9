//! Where a quoted passage stands now, and how surely.

use std::ops::Range;

use crate::evidence;
use crate::make::WHOLE;
use crate::passage::Passage;
use crate::quote::Quote;
use crate::seal::{self, NEAR, Seal};
use crate::stream::{Sought, Stream, sought};

/// So few words are soon said again.
pub(crate) const FEW: usize = 3;

/// How a passage was found. Only [`Found::Exact`] needs no word to the reader of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// The words stand as quoted, in one place.
    Exact {
        /// Where.
        passage: Passage,
        /// Whether the link says all the words; if not, it is one without a seal that says the first and the last.
        whole: bool,
    },
    /// The words stand as quoted, in several places.
    Ambiguous {
        /// The one that is nearest to where the link leads.
        passage: Passage,
        /// How many there are.
        places: usize,
    },
    /// Something has changed, and what has not shows the place.
    BySurroundings {
        /// Where.
        passage: Passage,
        /// What has changed.
        changed: Changed,
    },
    /// Words that are like those quoted.
    Approximate {
        /// Where.
        passage: Passage,
        /// How many of the words that the link remembers are others now; a word of which some letters changed is a half.
        distance: usize,
    },
    /// Nothing that is like it.
    Gone,
}

/// What has changed where a passage was found by its surroundings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// The words stand as quoted, and others stand around them.
    Around,
    /// The first and last words stand, and others stand between.
    Between,
    /// First or last words are others; what stands around them has not changed.
    Words,
}

impl Found {
    /// Where the passage stands.
    pub fn passage(&self) -> Option<Passage> {
        match self {
            Found::Exact { passage, .. }
            | Found::Ambiguous { passage, .. }
            | Found::BySurroundings { passage, .. }
            | Found::Approximate { passage, .. } => Some(*passage),
            Found::Gone => None,
        }
    }

    /// A name for styles and tests: `exact`, `ambiguous`, `surroundings`, `approximate`, `gone`.
    pub fn name(&self) -> &'static str {
        match self {
            Found::Exact { .. } => "exact",
            Found::Ambiguous { .. } => "ambiguous",
            Found::BySurroundings { .. } => "surroundings",
            Found::Approximate { .. } => "approximate",
            Found::Gone => "gone",
        }
    }

    /// The surest first.
    fn rank(&self) -> usize {
        match self {
            Found::Exact { .. } => 0,
            Found::Ambiguous { .. } => 1,
            Found::BySurroundings { .. } => 2,
            Found::Approximate { .. } => 3,
            Found::Gone => 4,
        }
    }
}

/// Finds what the values of `quote` and `seal` in an address mean; `hint` is the block that its fragment names.
///
/// Of several readings of the value the one is taken that is found most surely; nothing where the value says no word.
pub fn look(stream: &Stream<'_>, quote: &str, seal: Option<&str>, hint: Option<&str>) -> Option<(Quote, Found)> {
    let seal = seal.and_then(Seal::parse);
    let found = |quote: Quote| {
        let found = find(stream, &quote, seal.as_ref(), hint);
        (quote, found)
    };
    Quote::readings(quote).into_iter().map(found).min_by_key(|(_, found)| found.rank())
}

/// Finds what `quote` says.
///
/// With the seal of the same link, `Exact` means: all words are the same, and so are those around them on one side at
/// least. Without one it means that they stand in one place only, or in one place only of the block `hint`.
pub fn find(stream: &Stream<'_>, quote: &Quote, seal: Option<&Seal>, hint: Option<&str>) -> Found {
    let terms = Terms::of(quote);
    if terms.start.is_empty() {
        return Found::Gone;
    }
    let seal = seal.filter(|seal| terms.fits(seal));
    let near = seal.map(|seal| seal.block.as_str()).or(hint).and_then(|id| place_of(stream, id));
    let found = match seal {
        Some(seal) => sealed(stream, &terms, seal, near),
        None => unsealed(stream, &terms, near),
    };
    found.or_else(|| evidence::weigh(stream, &terms, seal, near)).unwrap_or(Found::Gone)
}

/// The words of a quote.
pub(crate) struct Terms {
    pub(crate) prefix: Vec<Sought>,
    pub(crate) start: Vec<Sought>,
    pub(crate) end: Vec<Sought>,
    pub(crate) suffix: Vec<Sought>,
}

impl Terms {
    fn of(quote: &Quote) -> Self {
        let words = |term: &Option<String>| term.as_deref().map(sought).unwrap_or_default();
        Terms {
            prefix: words(&quote.prefix),
            start: sought(&quote.start),
            end: words(&quote.end),
            suffix: words(&quote.suffix),
        }
    }

    /// Whether the seal can be that of this quote.
    fn fits(&self, seal: &Seal) -> bool {
        match self.end.len() {
            0 => self.start.len() == seal.words,
            end => self.start.len() + end <= seal.words,
        }
    }
}

/// The block of this id, or the first that has the text of one that had it.
fn place_of(stream: &Stream<'_>, id: &str) -> Option<usize> {
    let place = |id: &str| stream.record.blocks.iter().position(|block| block.id == id);
    place(id).or_else(|| place(stream.record.ledger(id)?.successors.first()?))
}

/// All words of the passage, by their sum.
fn sealed(stream: &Stream<'_>, terms: &Terms, seal: &Seal, near: Option<usize>) -> Option<Found> {
    let places = 0..(stream.len() + 1).saturating_sub(seal.words);
    let all: Vec<Range<usize>> = places
        .filter(|place| stream.stands(*place, &terms.start))
        .map(|place| place..place + seal.words)
        .filter(|range| stream.stands_before(range.end, &terms.end) && stream.sum(range.clone()) == seal.sum)
        .collect();
    let around = |range: &Range<usize>| {
        usize::from(seal::before(stream, range.start) == seal.before)
            + usize::from(seal::after(stream, range.end) == seal.after)
    };
    let is_sure = |range: &Range<usize>| match seal.blocks {
        None => {
            stands_between(stream, terms, range)
                && match around(range) {
                    0 => false,
                    1 => is_held(stream, range, seal),
                    _ => true,
                }
        }
        // The record repeats itself: it is that of the same block, if the block is the same.
        Some(sum) => {
            let block = stream.block(range.start);
            near == Some(block)
                && range.start - stream.of_blocks(block, block).start == seal.at
                && seal::blocks(stream, range.clone()) == sum
        }
    };
    let sure: Vec<Range<usize>> = all.iter().filter(|range| is_sure(range)).cloned().collect();
    if let [range] = &sure[..] {
        return Some(Found::Exact { passage: stream.passage(range.clone())?, whole: true });
    }
    // Two or three words that stand among others, in another turn, are others.
    let is_likely =
        |range: &Range<usize>| seal.words > FEW || around(range) > 0 || near == Some(stream.block(range.start));
    let rivals = if sure.is_empty() { all.into_iter().filter(is_likely).collect() } else { sure };
    // A few words stand elsewhere too, soon: if what stood around them stands, they are what changed.
    if seal.words <= WHOLE
        && rivals.iter().all(|range| around(range) == 0)
        && let Some(found @ Found::BySurroundings { .. }) = evidence::weigh(stream, terms, Some(seal), near)
    {
        return Some(found);
    }
    let likeliest = rivals.iter().max_by_key(|range| (around(range), std::cmp::Reverse(far(stream, range, near))))?;
    let passage = stream.passage(likeliest.clone())?;
    Some(match rivals.len() {
        1 => Found::BySurroundings { passage, changed: Changed::Around },
        places => Found::Ambiguous { passage, places },
    })
}

/// Whether words that have the same beside them on one side only are the same words all the same: whether they stand in the
/// one block in which they stood, and some of them together. Of two turns that say or end with the same, one may have gone.
fn is_held(stream: &Stream<'_>, range: &Range<usize>, seal: &Seal) -> bool {
    let block = stream.block(range.start);
    let whole = stream.of_blocks(block, block);
    let together = range.end.saturating_add(NEAR).min(whole.end) - range.start.saturating_sub(NEAR).max(whole.start);
    stream.record.blocks.get(block).is_some_and(|block| block.id == seal.block)
        && range.end <= whole.end
        && together >= 2 * NEAR
}

/// What the link says, word by word.
fn unsealed(stream: &Stream<'_>, terms: &Terms, near: Option<usize>) -> Option<Found> {
    let is_in_it = |range: &&Range<usize>| near == Some(stream.block(range.start));
    let nearest = |ranges: &[Range<usize>]| {
        let nearest = ranges.iter().min_by_key(|range| far(stream, range, near))?;
        stream.passage(nearest.clone())
    };
    let (whole, all) = (terms.end.is_empty(), places(stream, terms));
    let here: Vec<Range<usize>> = all.iter().filter(is_in_it).cloned().collect();
    match (&all[..], &here[..]) {
        ([], _) => {}
        ([range], _) | (_, [range]) => return Some(Found::Exact { passage: stream.passage(range.clone())?, whole }),
        (all, here) => {
            let passage = nearest(if here.is_empty() { all } else { here })?;
            return Some(Found::Ambiguous { passage, places: all.len() });
        }
    }
    if terms.prefix.is_empty() && terms.suffix.is_empty() {
        return None;
    }
    // The words without what stood around them; one side of that is better than none.
    let of = |prefix: &[Sought], suffix: &[Sought]| {
        let (start, end) = (terms.start.clone(), terms.end.clone());
        places(stream, &Terms { prefix: prefix.to_vec(), start, end, suffix: suffix.to_vec() })
    };
    let mut found = Vec::new();
    for (prefix, suffix) in [(&terms.prefix[..], &[][..]), (&[][..], &terms.suffix[..])] {
        if !prefix.is_empty() || !suffix.is_empty() {
            found.extend(of(prefix, suffix));
        }
    }
    if found.is_empty() {
        found = of(&[], &[]);
    }
    found.dedup();
    let passage = nearest(&found)?;
    Some(match found.len() {
        1 => Found::BySurroundings { passage, changed: Changed::Around },
        places => Found::Ambiguous { passage, places },
    })
}

/// Whether prefix and suffix stand around the words of `range`.
fn stands_between(stream: &Stream<'_>, terms: &Terms, range: &Range<usize>) -> bool {
    stream.stands_before(range.start, &terms.prefix) && stream.stands(range.end, &terms.suffix)
}

/// Where the terms stand: from each start to the first end after it.
fn places(stream: &Stream<'_>, terms: &Terms) -> Vec<Range<usize>> {
    let starts = (0..stream.len())
        .filter(|place| stream.stands(*place, &terms.start) && stream.stands_before(*place, &terms.prefix));
    let after = |end: &usize| stream.stands(*end, &terms.suffix);
    if terms.end.is_empty() {
        return starts.map(|place| place..place + terms.start.len()).filter(|range| after(&range.end)).collect();
    }
    let ends: Vec<usize> =
        (0..=stream.len()).filter(|end| stream.stands_before(*end, &terms.end) && after(end)).collect();
    let to_end = |start: usize| {
        let least = start + terms.start.len() + terms.end.len();
        ends.get(ends.partition_point(|end| *end < least)).map(|end| start..*end)
    };
    starts.filter_map(to_end).collect()
}

/// How far from the block `near` a range begins: in it or after it is nearer than before it.
pub(crate) fn far(stream: &Stream<'_>, range: &Range<usize>, near: Option<usize>) -> usize {
    let block = stream.block(range.start);
    near.map_or(range.start, |near| {
        block.checked_sub(near).unwrap_or(stream.record.blocks.len() + near.saturating_sub(block))
    })
}
