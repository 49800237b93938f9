//! A record as its page prints it, with what is worked out from it once, at build time.

use memcon_explore::answer::Facets;
use memcon_explore::exchange::Exchange;
use memcon_explore::figures::{self, Figures};
use memcon_explore::timeline::Timeline;
use memcon_explore::{Answer, Corpus, Filter};
use memcon_record::check::Problem;
use memcon_record::order::most_first;
use memcon_record::{Record, Speaker};

/// A context of all views of a record.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Edition {
    pub record: Record,
    /// What is wrong in the file.
    pub problems: Vec<Problem>,
    pub timeline: Timeline,
    /// By place of the participant.
    pub figures: Vec<Figures>,
    pub exchange: Exchange,
    /// How many turns each value of a facet has.
    pub all: Facets,
    /// By place of the participant, which of three tints tells a speaker from the others of the delegation.
    pub tints: Vec<usize>,
    /// Places of the participants, those with the most words first.
    pub by_words: Vec<usize>,
    /// How the record is cited, where that is worked out.
    pub citations: Vec<Citation>,
}

/// A citation of the record.
#[derive(Clone, Debug)]
pub struct Citation {
    /// What its style is called.
    pub style: &'static str,
    /// The citation, escaped, with its italics and links.
    pub html: String,
}

/// So many participants have a card of their own.
const CARDS: usize = 12;

impl Edition {
    /// Works out what the views need.
    pub fn new(record: Record, problems: Vec<Problem>) -> Self {
        let corpus = Corpus::of(&record);
        let figures = figures::of(&record, &corpus);
        Edition {
            problems,
            timeline: Timeline::of(&record),
            exchange: Exchange::of(&record),
            all: Answer::of(&record, &corpus, &Filter::default()).facets,
            tints: tints(&record, &figures),
            by_words: most_first((0..record.participants.len()).collect(), |i| figures[*i].words),
            figures,
            record,
            citations: Vec::new(),
        }
    }

    /// The same with citations.
    pub fn cited(self, citations: Vec<Citation>) -> Self {
        Edition { citations, ..self }
    }

    /// The participants beyond a dozen, who stand in a list; one alone would not be worth it.
    pub fn without_card(&self) -> &[usize] {
        if self.by_words.len() > CARDS + 1 { &self.by_words[CARDS..] } else { &[] }
    }

    /// Which tint of the delegation's colour a speaker has, for the page's colours.
    pub fn tint(&self, speaker: Speaker) -> Option<String> {
        let Speaker::Known(me) = speaker else { return None };
        self.tints.get(me).map(usize::to_string)
    }
}

/// Those who speak take turns with the tints, each delegation by itself.
fn tints(record: &Record, figures: &[Figures]) -> Vec<usize> {
    let mut next = vec![0; record.delegations.len() + 1];
    let side_of = |i: usize| record.sides.get(i).copied().flatten().unwrap_or(record.delegations.len());
    figures
        .iter()
        .enumerate()
        .map(|(i, figures)| {
            let tint = next[side_of(i)] % 3;
            next[side_of(i)] += usize::from(figures.turns > 0);
            tint
        })
        .collect()
}
