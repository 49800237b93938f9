//! Why nothing answers: what each part of a question finds by itself.

use memcon_engine::find::Place;
use memcon_engine::{Pattern, Sought};
use memcon_record::Record;

use crate::corpus::Corpus;
use crate::filter::Filter;
use crate::question::Part;

/// What one part of the question finds by itself, in turns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartAnswer {
    /// As typed, without the minus.
    pub typed: String,
    /// Whether it is left out rather than sought.
    pub without: bool,
    /// Turns in which it stands, or that have its value.
    pub turns: usize,
    /// Where it finds nothing: other wordings of the record's own words, with their hits: the same word
    /// open, and those that come near.
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
        let turns = match sought {
            Sought::Blocks(blocks) => blocks.len(),
            words => {
                let mut blocks = in_turns(corpus.text.places(words));
                blocks.dedup();
                blocks.len()
            }
        };
        let mut others = Vec::new();
        if turns == 0 && !part.without {
            let count = |phrase: Vec<Pattern>| in_turns(corpus.text.places(&Sought::Phrases(vec![phrase]))).len();
            others.extend(part.widened().map(|(typed, word)| (typed, count(vec![word]))));
            others.retain(|(_, hits)| *hits > 0);
            crate::nearest::add(corpus, part, count, &mut others);
        }
        PartAnswer { typed: part.typed.clone(), without: part.without, turns, others }
    }
}
