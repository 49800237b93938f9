//! Finds a passage that has changed by what has not: its first and last words, what stands around it, words like its own.

use std::cmp::Reverse;
use std::ops::Range;

use crate::find::{Changed, FEW, Found, Terms, far};
use crate::like::like;
use crate::make::WHOLE;
use crate::seal::{self, NEAR, Seal};
use crate::stream::{Sought, Stream};

/// Without a seal nobody knows how long a passage was; it is looked for up to so many words.
const LONGEST: usize = 400;

/// What speaks for a place at which the passage begins or ends.
#[derive(Clone, Copy, Debug, Default)]
struct Edge {
    place: usize,
    /// Its words stand here, this unlike, in half words.
    unlike: Option<usize>,
    /// What stood around it stands here.
    around: bool,
}

impl Edge {
    /// How many words say that it is here; those around it are [`NEAR`], and those that are only like `words` count half.
    fn said_by(&self, words: usize) -> usize {
        let own = self.unlike.map_or(0, |unlike| if unlike == 0 { words } else { words.div_ceil(2) });
        own + if self.around { NEAR } else { 0 }
    }

    /// What its words are worth; what stands around it is worth 3.
    fn words(&self) -> usize {
        self.unlike.map_or(0, |unlike| if unlike == 0 { 3 } else { 2 })
    }

    fn is_exact(&self) -> bool {
        self.unlike == Some(0)
    }
}

/// A place where the passage may stand.
struct Candidate {
    range: Range<usize>,
    left: Edge,
    right: Edge,
}

impl Candidate {
    /// How much speaks for it; the words of one piece speak once.
    fn points(&self, is_one_piece: bool) -> usize {
        let words = match is_one_piece {
            true => self.left.words().max(self.right.words()),
            false => self.left.words() + self.right.words(),
        };
        words + 3 * (usize::from(self.left.around) + usize::from(self.right.around))
    }
}

/// The likeliest place, where there is one that enough speaks for.
pub(crate) fn weigh(stream: &Stream<'_>, terms: &Terms, seal: Option<&Seal>, near: Option<usize>) -> Option<Found> {
    let (start, end) = ends(terms);
    // A quote without a seal that says all its words has as many.
    let words = seal.map(|seal| seal.words).or(terms.end.is_empty().then_some(terms.start.len()));
    let begins = |place: usize| {
        seal.is_some_and(|seal| seal::before(stream, place) == seal.before)
            || (!terms.prefix.is_empty() && stream.stands_before(place, &terms.prefix))
    };
    let ends = |place: usize| {
        seal.is_some_and(|seal| seal::after(stream, place) == seal.after)
            || (!terms.suffix.is_empty() && stream.stands(place, &terms.suffix))
    };
    let mut candidates = Vec::new();
    let found = like(stream, start);
    let lefts = edges(stream, &found, |range| range.start, begins, !end.is_empty());
    let rights = edges(stream, &like(stream, end), |range| range.end, ends, !end.is_empty());
    let (least, most) = words.map_or((1, LONGEST), |words| ((words / 2).max(1), 2 * words + WHOLE));
    for left in &lefts {
        let first = rights.partition_point(|right| right.place < left.place + least);
        for right in rights.iter().skip(first).take_while(|right| right.place <= left.place + most) {
            let candidate = Candidate { range: left.place..right.place, left: *left, right: *right };
            let said_by = left.said_by(start.len()) + right.said_by(end.len());
            if said_by >= enough(candidate.range.len(), words) {
                candidates.push(candidate);
            }
        }
    }
    if end.is_empty() {
        // The words are one piece: what is like it has both its ends.
        candidates.extend(found.into_iter().filter_map(|(range, unlike)| {
            let edge = |place: usize, around: bool| Edge { place, unlike: Some(unlike), around };
            let (left, right) = (edge(range.start, begins(range.start)), edge(range.end, ends(range.end)));
            let is_enough = start.len() > FEW || left.around || right.around || near == Some(stream.block(range.start));
            is_enough.then_some(Candidate { range, left, right })
        }));
    } else if let Some(words) = words {
        candidates.extend(alone(stream, start, end, words, &lefts, &rights));
    }
    let length = words.unwrap_or(0);
    let best = candidates.into_iter().max_by_key(|candidate| {
        let points = candidate.points(end.is_empty());
        (points, Reverse(candidate.range.len().abs_diff(length)), Reverse(far(stream, &candidate.range, near)))
    })?;
    Some(said(stream.passage(best.range.clone())?, &best, start, end))
}

/// How many words must say that a passage of `length` is the one that had `words`: the more, the more it has changed.
fn enough(length: usize, words: Option<usize>) -> usize {
    match words {
        Some(words) if length.abs_diff(words) > words / 4 + NEAR => 2 * NEAR,
        Some(_) => NEAR + 1,
        None => 2,
    }
}

/// First and last words; those of a long piece are two.
fn ends(terms: &Terms) -> (&[Sought], &[Sought]) {
    match (&terms.start[..], &terms.end[..]) {
        (start, []) if start.len() > 2 * WHOLE => (&start[..WHOLE], &start[start.len() - WHOLE..]),
        ends => ends,
    }
}

/// The places where words like those of the passage's edge stand, or what stood around it, in order.
fn edges(
    stream: &Stream<'_>,
    found: &[(Range<usize>, usize)],
    place_of: fn(&Range<usize>) -> usize,
    around: impl Fn(usize) -> bool,
    with_words: bool,
) -> Vec<Edge> {
    let mut edges: Vec<Edge> = (0..=stream.len())
        .filter(|place| around(*place))
        .map(|place| Edge { place, unlike: None, around: true })
        .collect();
    if with_words {
        // Where two stand at one place, the likest stays.
        let words = found.iter().map(|(range, unlike)| (place_of(range), *unlike));
        edges.extend(words.map(|(place, unlike)| Edge { place, unlike: Some(unlike), around: around(place) }));
        edges.sort_by_key(|edge| (edge.place, edge.unlike.unwrap_or(usize::MAX)));
        edges.dedup_by_key(|edge| edge.place);
    }
    edges
}

/// Where one end of the passage stands as quoted and nothing is left of the other, it is as long as it was.
fn alone(
    stream: &Stream<'_>,
    start: &[Sought],
    end: &[Sought],
    words: usize,
    lefts: &[Edge],
    rights: &[Edge],
) -> Vec<Candidate> {
    let is_enough = |edge: &&Edge, term: &[Sought]| edge.is_exact() && edge.said_by(term.len()) > NEAR;
    let nothing = Edge::default();
    let from_left = lefts.iter().filter(|edge| is_enough(edge, start)).map(|left| {
        let range = left.place..(left.place + words).min(stream.len());
        Candidate { range, left: *left, right: nothing }
    });
    let from_right = rights.iter().filter(|edge| is_enough(edge, end)).map(|right| {
        let range = right.place.saturating_sub(words)..right.place;
        Candidate { range, left: nothing, right: *right }
    });
    from_left.chain(from_right).collect()
}

/// How what was found is to be called.
fn said(passage: crate::Passage, best: &Candidate, start: &[Sought], end: &[Sought]) -> Found {
    let Candidate { left, right, .. } = best;
    let stands = |edge: &Edge| edge.is_exact() || edge.around;
    if !end.is_empty() && left.is_exact() && right.is_exact() {
        Found::BySurroundings { passage, changed: Changed::Between }
    } else if (left.around && right.around) || (!end.is_empty() && stands(left) && stands(right)) {
        Found::BySurroundings { passage, changed: Changed::Words }
    } else {
        let of = |edge: &Edge, words: &[Sought]| edge.unlike.unwrap_or(2 * words.len());
        // One piece is counted once.
        let half_words = if end.is_empty() { of(left, start) } else { of(left, start) + of(right, end) };
        Found::Approximate { passage, distance: half_words.div_ceil(2) }
    }
}
