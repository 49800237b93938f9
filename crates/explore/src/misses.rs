//! Why nothing answers: what each part of a question finds by itself, and what in the record comes near to it.

use std::cmp::Reverse;

use memcon_engine::find::Place;
use memcon_engine::{Pattern, Sought};
use memcon_record::Record;

use crate::corpus::Corpus;
use crate::filter::Filter;
use crate::question::{Asked, Part};

/// How many words that come near are offered.
const MOST: usize = 3;

/// What one part of the question finds by itself, in turns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartAnswer {
    /// As typed, without the minus.
    pub typed: String,
    /// Whether it is left out rather than sought.
    pub without: bool,
    /// Places where it stands.
    pub hits: usize,
    /// Turns in which it stands, or that have its value.
    pub turns: usize,
    /// Where it finds nothing: other wordings of the record's own words, with their hits; the widest first, then the nearest.
    pub others: Vec<(String, usize)>,
}

/// What each part finds.
pub fn of(record: &Record, corpus: &Corpus, filter: &Filter) -> Vec<PartAnswer> {
    let clauses = filter.question.parts.iter().zip(&filter.query.clauses);
    clauses.map(|(part, clause)| PartAnswer::of(record, corpus, part, &clause.sought)).collect()
}

impl PartAnswer {
    fn of(record: &Record, corpus: &Corpus, part: &Part, sought: &Sought) -> Self {
        let is_turn = |block: usize| record.blocks.get(block).is_some_and(|block| block.turn().is_some());
        let in_turns = |places: Vec<Place>| -> Vec<usize> {
            places.into_iter().map(|place| corpus.text.block_of(place)).filter(|block| is_turn(*block)).collect()
        };
        let mut blocks = in_turns(corpus.text.places(sought));
        let hits = blocks.len();
        blocks.dedup();
        let turns = if let Sought::Blocks(blocks) = sought { blocks.len() } else { blocks.len() };
        let mut others = Vec::new();
        if turns == 0 && !part.without {
            let count = |phrase: Vec<Pattern>| in_turns(corpus.text.places(&Sought::Phrases(vec![phrase]))).len();
            others.extend(part.widened().map(|(typed, word)| (typed, count(vec![word]))));
            for (typed, phrase) in near(corpus, part) {
                // A word that is offered open brings its longer forms along.
                if others.iter().any(|(other, _)| other.strip_suffix('*').is_some_and(|open| typed.starts_with(open))) {
                    continue;
                }
                let (hits, open) =
                    (count(phrase.clone()), phrase.iter().map(Pattern::opened).collect::<Option<Vec<_>>>());
                let more = open.filter(|words| words.len() == 1).map_or(0, count);
                others.push(if more > hits { (format!("{typed}*"), more) } else { (typed, hits) });
            }
            others.retain(|(_, hits)| *hits > 0);
        }
        PartAnswer { typed: part.typed.clone(), without: part.without, hits, turns, others }
    }
}

/// The phrase with each of its words that is not in the record in the spellings that come nearest, as typed and as sought.
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
        (if words.len() == 1 { typed } else { format!("\"{typed}\"") }, phrase)
    });
    worded.collect()
}

/// Words of the record at most two slips from `word`, one for short words, the nearest first: a slip is a letter too many,
/// too few, or another, or two letters that changed places (Damerau 1964, as optimal string alignment).
fn nearest(corpus: &Corpus, word: &str) -> Vec<String> {
    let letters = word.chars().count();
    let most = if letters < 3 {
        return Vec::new();
    } else if letters < 6 {
        1
    } else {
        2
    };
    let mut found: Vec<(usize, Reverse<usize>, String)> = Vec::new();
    for other in corpus.text.vocabulary().filter(|other| other.chars().count().abs_diff(letters) <= most) {
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
