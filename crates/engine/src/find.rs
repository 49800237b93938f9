//! Finds phrases, and words near one another.

use crate::pattern::Pattern;
use crate::scan::scan;
use crate::text::Text;

/// A passage that is sought: from the first letter of its first word to the space after its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Offset in the folded text.
    pub start: u32,
    /// Likewise, of the byte after it.
    pub end: u32,
    /// Whether its last word was asked for with what is printed right after it.
    pub with_mark: bool,
}

impl Text {
    /// All places between two offsets where words that `phrase` seeks follow each other in a paragraph, in order.
    pub(crate) fn phrase(&self, phrase: &[Pattern], from: usize, to: usize) -> Vec<Place> {
        let mut places = Vec::new();
        if !self.indexed(phrase, from, to, &mut places) {
            let Some(anchor) = anchor(phrase) else { return places };
            let found = |place, end| {
                places.extend(self.around(phrase, anchor, place));
                end
            };
            scan(&self.folded[..to], &phrase[anchor], from, found);
        }
        if !self.glued.is_empty() {
            self.add_glued(phrase, from, to, &mut places);
        }
        places
    }

    /// The same by the index, where there is one; whether that is so.
    #[cfg(feature = "index")]
    fn indexed(&self, phrase: &[Pattern], from: usize, to: usize, places: &mut Vec<Place>) -> bool {
        let Some(index) = &self.index else { return false };
        let words: Vec<_> = phrase.iter().map(|pattern| index.lists(pattern)).collect();
        self.by_lists(phrase, &words, from..to, places);
        true
    }

    #[cfg(not(feature = "index"))]
    fn indexed(&self, _: &[Pattern], _: usize, _: usize, _: &mut Vec<Place>) -> bool {
        false
    }

    /// Phrases with a word that is asked for with what is printed after it.
    fn add_glued(&self, phrase: &[Pattern], from: usize, to: usize, places: &mut Vec<Place>) {
        let glued = || self.glued.iter().filter(|glued| (from..to).contains(&(glued.at as usize)));
        for (anchor, pattern) in phrase.iter().enumerate() {
            let found = glued().filter(|glued| pattern.matches(&glued.word));
            let more = found.filter_map(|glued| self.around(phrase, anchor, glued.at as usize)).collect();
            *places = merge(std::mem::take(places), more);
        }
    }

    /// The passage around the word at `place`, which is the one that `phrase[anchor]` seeks.
    pub(crate) fn around(&self, phrase: &[Pattern], anchor: usize, place: usize) -> Option<Place> {
        let mut start = place;
        for pattern in phrase[..anchor].iter().rev() {
            // Before the first word of a paragraph stands its line's end.
            let end = start.checked_sub(2).filter(|end| self.has_word(*end))? + 1;
            start = self.before(end);
            self.fits(start, pattern)?;
        }
        let mut end = place + self.word(place).len();
        let last = phrase.len() == anchor + 1 && !self.glued.is_empty();
        let mut with_mark = last && self.fits(place, &phrase[anchor])?;
        for pattern in &phrase[anchor + 1..] {
            let next = Some(end + 1).filter(|next| self.has_word(*next))?;
            with_mark = self.fits(next, pattern)?;
            end = next + self.word(next).len();
        }
        Some(Place { start: start as u32, end: end as u32, with_mark })
    }

    /// Whether `pattern` seeks the word at `place`, and then whether only with what is printed after it.
    fn fits(&self, place: usize, pattern: &Pattern) -> Option<bool> {
        if pattern.matches(self.word(place)) {
            return Some(false);
        }
        let number = self.glued.binary_search_by_key(&(place as u32), |glued| glued.at).ok()?;
        pattern.matches(&self.glued[number].word).then_some(true)
    }

    /// All places of `phrases` for which each of the others has one no more than `within` words away, in order.
    pub(crate) fn near(&self, within: usize, phrases: &[Vec<Pattern>], from: usize, to: usize) -> Vec<Place> {
        let lists: Vec<Vec<Place>> = phrases.iter().map(|phrase| self.phrase(phrase, from, to)).collect();
        let mut places: Vec<Place> = Vec::new();
        for (i, list) in lists.iter().enumerate() {
            let others = || lists.iter().enumerate().filter(|(other, _)| *other != i).map(|(_, list)| list);
            let near = list.iter().copied().filter(|place| others().all(|list| self.is_near(within, *place, list)));
            places = merge(places, near.collect());
        }
        places
    }

    /// Whether another of `list` stands no more than `within` words from `place`, in its paragraph.
    fn is_near(&self, within: usize, place: Place, list: &[Place]) -> bool {
        let between = |first: &Place, second: &Place| {
            // Passages may overlap; there is nothing between them then. A space more than words is between.
            let gap = self.folded.get(first.end as usize..second.start as usize).unwrap_or_default();
            memchr::memchr(b'\n', gap).is_none() && memchr::memchr_iter(b' ', gap).count() <= within.saturating_add(1)
        };
        // All of a list have as many words: what begins nearest ends nearest.
        let (before, after) = list.split_at(list.partition_point(|other| other.start < place.start));
        let after = after.iter().find(|other| **other != place);
        before.last().is_some_and(|other| between(other, &place)) || after.is_some_and(|other| between(&place, other))
    }
}

/// The word of a phrase to look for: the longest is likely to be the rarest.
pub(crate) fn anchor(phrase: &[Pattern]) -> Option<usize> {
    (0..phrase.len()).max_by_key(|word| phrase[*word].needle().len())
}

/// Two lists that are in order as one, what is in both once.
pub(crate) fn merge(one: Vec<Place>, other: Vec<Place>) -> Vec<Place> {
    if one.is_empty() || other.is_empty() {
        return if one.is_empty() { other } else { one };
    }
    let mut merged = Vec::with_capacity(one.len() + other.len());
    let (mut one, mut other) = (one.as_slice(), other.as_slice());
    while let (Some(a), Some(b)) = (one.first(), other.first()) {
        merged.push(*a.min(b));
        let (from_one, from_other) = (a <= b, b <= a);
        one = &one[usize::from(from_one)..];
        other = &other[usize::from(from_other)..];
    }
    merged.extend_from_slice(one);
    merged.extend_from_slice(other);
    merged
}
