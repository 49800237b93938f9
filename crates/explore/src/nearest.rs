//! What in a record comes near to a word that is not in it.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use memcon_engine::{Pattern, Sought};

use crate::corpus::Corpus;
use crate::question::{Asked, Part};

/// How many words that come near are offered.
const MOST: usize = 3;

/// Adds what comes near to `part`, as it would be typed, with its hits as `count` has them.
pub(crate) fn add(
    corpus: &Corpus,
    part: &Part,
    count: impl Fn(Vec<Pattern>) -> usize,
    others: &mut Vec<(String, usize)>,
) {
    for (typed, phrase) in near(corpus, part) {
        // A word that is offered open brings its longer forms along.
        if others.iter().any(|(other, _)| other.strip_suffix('*').is_some_and(|open| typed.starts_with(open))) {
            continue;
        }
        let open = phrase.iter().map(Pattern::opened).collect::<Option<Vec<_>>>().filter(|words| words.len() == 1);
        let (hits, more) = (count(phrase), open.map_or(0, &count));
        let offer = if more > hits { (format!("{typed}*"), more) } else { (typed, hits) };
        others.extend(Some(offer).filter(|(_, hits)| *hits > 0));
    }
}

/// The phrase with the first of its words that is not in the record, in the spellings that come nearest, as typed and as sought.
fn near(corpus: &Corpus, part: &Part) -> Vec<(String, Vec<Pattern>)> {
    let Asked::Words(phrases) = &part.asked else { return Vec::new() };
    let [phrase] = phrases.as_slice() else { return Vec::new() };
    let words: Option<Vec<&str>> = phrase.iter().map(|word| std::str::from_utf8(word.whole()?).ok()).collect();
    let Some(words) = words else { return Vec::new() };
    let is_there = |word: &str| !corpus.text.places(&Sought::Phrases(vec![vec![Pattern::exact(word)]])).is_empty();
    let Some(place) = words.iter().position(|word| !is_there(word)) else { return Vec::new() };
    let nearest = nearest(corpus, words[place]);
    let worded = nearest.into_iter().map(|other| {
        let mut words = words.clone();
        words[place] = &other;
        let typed = words.join(" ");
        let phrase = words.iter().map(|word| Pattern::exact(word)).collect();
        let typed = match words.len() {
            1 if !part.stems.is_empty() => format!("~{typed}"),
            1 => typed,
            _ => format!("\"{typed}\""),
        };
        (typed, phrase)
    });
    worded.collect()
}

/// Words of the record at most two slips from `word`, one for short words, the nearest first: a slip is a letter too many,
/// too few, or another, or two letters that changed places (Damerau 1964, as optimal string alignment).
fn nearest(corpus: &Corpus, word: &str) -> Vec<String> {
    let sought = Letters::of(word);
    let most = if sought.count < 3 {
        return Vec::new();
    } else if sought.count < 6 {
        1
    } else {
        2
    };
    let (mut found, mut seen) = (Vec::<(usize, Reverse<usize>, String)>::new(), BTreeSet::new());
    for other in corpus.text.all_words().filter(|other| sought.may_be_near(&Letters::of(other), most)) {
        if !seen.insert(other) {
            continue;
        }
        let slips = strsim::osa_distance(word, other);
        if slips <= most {
            // Of two as near, the one that begins alike is likelier meant.
            let alike = word.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
            found.push((slips, Reverse(alike), other.to_owned()));
        }
    }
    found.sort();
    found.into_iter().take(MOST).map(|(.., word)| word).collect()
}

/// What of a word is looked at first: most words of a long record are not like it at all, and to count slips is slow.
struct Letters {
    count: usize,
    /// A bit for each letter that it has, some of them for several.
    which: u32,
}

impl Letters {
    fn of(word: &str) -> Self {
        let add = |Letters { count, which }: Letters, c: char| Letters {
            count: count + 1,
            which: which | 1 << (c as u32 % 32),
        };
        word.chars().fold(Letters { count: 0, which: 0 }, add)
    }

    /// Whether so many slips can lie between two words: a slip is a letter more or less at most, and puts at most one letter in
    /// the place of another.
    fn may_be_near(&self, other: &Self, slips: usize) -> bool {
        let differing = (self.which ^ other.which).count_ones() as usize;
        self.count.abs_diff(other.count) <= slips && differing <= 2 * slips
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Letters;

    proptest! {
        #[test]
        fn what_is_near_is_not_passed_over(word in "[a-eäß]{1,8}", other in "[a-eäß]{1,8}") {
            let slips = strsim::osa_distance(&word, &other);
            prop_assert!(Letters::of(&word).may_be_near(&Letters::of(&other), slips));
        }
    }

    #[test]
    fn what_is_far_is_passed_over() {
        let is_near = |word, other| Letters::of(word).may_be_near(&Letters::of(other), 2);
        assert!(is_near("fertiliser", "fertilizer"));
        assert!(!is_near("fertiliser", "delegation") && !is_near("reed", "reeducated"));
    }
}
