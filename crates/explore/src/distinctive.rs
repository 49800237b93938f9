//! Words that a speaker uses more than the others do.
//!
//! The measure is the log-odds ratio with an informative Dirichlet prior of
//! Monroe, Colaresi and Quinn, “Fightin’ Words”, Political Analysis 16 (2008),
//! equations 15, 16, 20 and 22: a speaker's rate of a word against the rate of
//! all others, both drawn towards the word's rate in the whole record, divided
//! by its standard error.

use std::collections::BTreeMap;

use memcon_record::order::most_first;
use memcon_record::{Record, Speaker};

use crate::corpus::Corpus;

/// How many words the prior weighs: more draws rare words to the middle, fewer lets chance speak.
pub const PRIOR: f64 = 150.0;
/// A speaker with fewer words than this says too little to be told apart.
pub const ENOUGH_WORDS: usize = 100;
/// A word must be used this often by the speaker.
pub const ENOUGH_USES: usize = 2;
/// Standard errors that a word must stand above the others: nine in ten of a normal distribution lie below.
pub const APART: f64 = 1.28;
/// How many words are kept for a speaker.
pub const MOST: usize = 8;

/// English words that are left out: they tell the grammar, not the matter.
pub const STOP_WORDS: &[&str] = &[
    "a", "about", "after", "against", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be", "because",
    "been", "before", "being", "but", "by", "can", "could", "did", "do", "does", "don", "down", "even", "for", "from",
    "get", "had", "has", "have", "he", "her", "here", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its",
    "just", "like", "ll", "made", "make", "many", "may", "me", "more", "most", "much", "must", "my", "no", "not",
    "now", "of", "on", "one", "only", "or", "other", "our", "out", "over", "own", "per", "re", "s", "say", "she",
    "should", "so", "some", "such", "t", "than", "that", "the", "their", "them", "then", "there", "these", "they",
    "this", "those", "to", "too", "up", "us", "use", "ve", "very", "was", "we", "well", "were", "what", "when",
    "where", "which", "while", "who", "why", "will", "with", "within", "would", "you", "your",
];

/// One word of a speaker.
#[derive(Clone, Debug, PartialEq)]
pub struct Distinctive {
    /// The word, folded.
    pub word: String,
    /// How often the speaker uses it.
    pub here: usize,
    /// How often it is used in all turns.
    pub in_all: usize,
    /// Standard errors above the others.
    pub score: f64,
}

/// For each speaker with [`ENOUGH_WORDS`], the words that tell most, in order.
pub fn of(record: &Record, corpus: &Corpus) -> BTreeMap<Speaker, Vec<Distinctive>> {
    let english = record.language.as_deref().is_none_or(|tag| tag == "en" || tag.starts_with("en-"));
    let mut all: BTreeMap<&str, usize> = BTreeMap::new();
    let mut each: BTreeMap<Speaker, BTreeMap<&str, usize>> = BTreeMap::new();
    for place in &record.turns {
        let Some(turn) = record.blocks[*place].turn() else { continue };
        let mine = each.entry(turn.speaker).or_default();
        for word in corpus.words(*place) {
            *all.entry(word).or_default() += 1;
            *mine.entry(word).or_default() += 1;
        }
    }
    let total: usize = all.values().sum();
    each.into_iter()
        .map(|(speaker, mine)| {
            let said: usize = mine.values().sum();
            if said < ENOUGH_WORDS || said == total {
                return (speaker, Vec::new());
            }
            let words: Vec<Distinctive> = mine
                .iter()
                .filter(|(_, here)| **here >= ENOUGH_USES)
                .filter_map(|(word, here)| {
                    let stopped = english && STOP_WORDS.binary_search(word).is_ok();
                    let score = score(*here, said, all[word], total);
                    (!stopped && score >= APART && word.chars().any(char::is_alphabetic)).then(|| Distinctive {
                        word: (*word).to_owned(),
                        here: *here,
                        in_all: all[word],
                        score,
                    })
                })
                .collect();
            // Scores to the thousandth: beyond it they do not tell.
            let mut words = most_first(words, |word| (word.score * 1000.0) as usize);
            words.truncate(MOST);
            (speaker, words)
        })
        .collect()
}

fn score(here: usize, said: usize, in_all: usize, total: usize) -> f64 {
    let prior = PRIOR * in_all as f64 / total as f64;
    let odds = |uses: usize, words: usize| ((uses as f64 + prior) / (words as f64 + PRIOR - uses as f64 - prior)).ln();
    let (there, others) = (in_all - here, total - said);
    let error = 1.0 / (here as f64 + prior) + 1.0 / (there as f64 + prior);
    (odds(here, said) - odds(there, others)) / error.sqrt()
}

#[cfg(test)]
mod tests {
    use super::{STOP_WORDS, score};

    #[test]
    fn the_stop_list_is_in_order() {
        assert!(STOP_WORDS.is_sorted());
    }

    #[test]
    fn a_word_used_by_one_alone_stands_apart_and_an_even_one_does_not() {
        assert!(score(10, 1000, 10, 2000) > super::APART);
        assert!(score(10, 1000, 20, 2000).abs() < 1e-9);
        assert!(score(1, 1000, 10, 2000) < -1.0);
    }
}
