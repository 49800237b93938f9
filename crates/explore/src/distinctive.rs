//! Words that a speaker uses more than the others do, or why that cannot be told.
//!
//! The measure is the log-odds ratio with an informative Dirichlet prior of
//! Monroe, Colaresi and Quinn, “Fightin’ Words”, Political Analysis 16 (2008),
//! equations 15, 16, 20 and 22: a speaker's rate of a word against the rate of
//! all others, both drawn towards the word's rate in the whole record, divided
//! by its standard error.

mod stop;

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use memcon_record::order::most_first;
use memcon_record::{Record, Speaker};

use crate::corpus::Corpus;
use crate::exchange::id_of;

pub use stop::STOP_WORDS;

/// How many words the prior weighs: more draws rare words to the middle, fewer lets chance speak.
pub const PRIOR: f64 = 150.0;
/// With fewer words than this, a speaker says too little to be told apart, and so do the others together.
pub const ENOUGH_WORDS: usize = 100;
/// A word must be used this often by the speaker.
pub const ENOUGH_USES: usize = 2;
/// Standard errors that a word must stand above the others: nine in ten of a normal distribution lie below.
pub const APART: f64 = 1.28;
/// How many words a participant's card shows.
pub const MOST: usize = 8;

/// What each speaker says more than the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// Whoever speaks, the most words first; turns of nobody are left out of everything here.
    pub voices: Vec<Voice>,
    /// Whether the words of [`STOP_WORDS`] are left out: in records in English, and in those that name no language.
    pub stopped: bool,
}

/// One speaker against all others.
#[derive(Clone, Debug, PartialEq)]
pub struct Voice {
    /// Who speaks.
    pub speaker: Speaker,
    /// Words of the speaker.
    pub said: usize,
    /// Words of all others.
    pub others: usize,
    /// The words that tell most, in order; or why there are none.
    pub words: Result<Vec<Distinctive>, Why>,
}

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

/// Why nothing can be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nobody says anything.
    Nobody,
    /// There is nobody to compare with.
    Alone,
    /// No name: the words may be of several.
    Unnamed,
    /// So many words are fewer than [`ENOUGH_WORDS`].
    Short(usize),
    /// So many words of all others are fewer than [`ENOUGH_WORDS`].
    OthersShort(usize),
    /// No word stands [`APART`].
    NothingApart,
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Why::Nobody => write!(f, "Nobody speaks in this record."),
            Why::Alone => write!(f, "Only one person speaks: there is nobody to compare with."),
            Why::Unnamed => write!(f, "The record has no name for this voice: it may be several persons."),
            Why::Short(said) => write!(f, "Too few words: {said} of the {ENOUGH_WORDS} needed."),
            Why::OthersShort(said) => {
                write!(f, "The others say too little to compare with: {said} of the {ENOUGH_WORDS} words needed.")
            }
            Why::NothingApart => write!(f, "No word stands apart from what the others say."),
        }
    }
}

impl Words {
    /// Counts and compares.
    pub fn of(record: &Record, corpus: &Corpus) -> Self {
        let stopped = record.language.as_deref().is_none_or(is_english);
        let mut all: HashMap<&str, usize> = HashMap::new();
        let mut each: BTreeMap<Speaker, HashMap<&str, usize>> = BTreeMap::new();
        for (speaker, word) in said(record, corpus).filter(|(speaker, _)| *speaker != Speaker::Nobody) {
            *all.entry(word).or_default() += 1;
            *each.entry(speaker).or_default().entry(word).or_default() += 1;
        }
        let total: usize = all.values().sum();
        let voices = each.iter().map(|(speaker, mine)| {
            let said: usize = mine.values().sum();
            let others = total - said;
            let words = match (speaker, said, others) {
                (Speaker::Unknown | Speaker::Nobody, ..) => Err(Why::Unnamed),
                (_, _, 0) => Err(Why::Alone),
                (_, 0..ENOUGH_WORDS, _) => Err(Why::Short(said)),
                (_, _, 0..ENOUGH_WORDS) => Err(Why::OthersShort(others)),
                _ => apart((mine, said), (&all, total), stopped),
            };
            Voice { speaker: *speaker, said, others, words }
        });
        Words { voices: most_first(voices.collect(), |voice| voice.said), stopped }
    }

    /// Why the record as a whole says nothing; none where it says something of somebody.
    pub fn nothing(&self) -> Option<Why> {
        if self.voices.iter().any(|voice| voice.words.is_ok()) {
            return None;
        }
        // Whoever says the most comes nearest to being told apart.
        let whys = self.voices.iter().filter_map(|voice| voice.words.as_ref().err().copied());
        let nearest = whys.clone().find(|why| *why == Why::NothingApart);
        Some(nearest.or(whys.clone().find(|why| *why != Why::Unnamed)).or(whys.clone().next()).unwrap_or(Why::Nobody))
    }
}

impl Distinctive {
    /// How often the others use it.
    pub fn others(&self) -> usize {
        self.in_all - self.here
    }
}

/// Uses in a thousand words; of no words none.
pub fn per_thousand(uses: usize, words: usize) -> f64 {
    if words == 0 { 0.0 } else { uses as f64 * 1000.0 / words as f64 }
}

/// Whether a language tag is that of English.
pub(crate) fn is_english(tag: &str) -> bool {
    tag.split('-').next().is_some_and(|language| language.eq_ignore_ascii_case("en"))
}

/// How words are compared, in the words of the page and of the file that can be downloaded.
pub fn method() -> String {
    format!(
        "A speaker's words against those of all others in the whole record, whatever is asked: log-odds with an informative Dirichlet prior of {PRIOR} words, divided by the standard error (Monroe, Colaresi and Quinn 2008). Listed are words that hold a letter, that the speaker uses {ENOUGH_USES} times or more, and that stand {APART} standard errors or more above the others; the speaker and the others must each have {ENOUGH_WORDS} words. Among many words some stand out by chance: the list says where to look, and proves nothing."
    )
}

/// The head of [`words_table`].
pub const COLUMNS: [&str; 9] = [
    "speaker id",
    "speaker",
    "word",
    "uses here",
    "uses by others",
    "per 1000 here",
    "per 1000 by others",
    "standard errors",
    "why none",
];

/// The words of all speakers as rows of a table; whoever has none has one row that says why.
pub fn words_table(record: &Record, words: &Words, name: impl Fn(Speaker) -> String) -> Vec<Vec<String>> {
    let mut rows = vec![COLUMNS.map(str::to_owned).to_vec()];
    for voice in &words.voices {
        let who = [id_of(record, voice.speaker).to_owned(), name(voice.speaker)];
        let cells: Vec<[String; 7]> = match &voice.words {
            Err(why) => vec![["", "", "", "", "", "", &why.to_string()].map(str::to_owned)],
            Ok(words) => words.iter().map(|word| cells(voice, word)).collect(),
        };
        rows.extend(cells.into_iter().map(|cells| who.iter().cloned().chain(cells).collect()));
    }
    rows
}

fn cells(voice: &Voice, word: &Distinctive) -> [String; 7] {
    [
        word.word.clone(),
        word.here.to_string(),
        word.others().to_string(),
        format!("{:.2}", per_thousand(word.here, voice.said)),
        format!("{:.2}", per_thousand(word.others(), voice.others)),
        format!("{:.2}", word.score),
        String::new(),
    ]
}

/// Every word said, with who says it: the one place here that knows how a corpus is kept.
fn said<'a>(record: &'a Record, corpus: &'a Corpus) -> impl Iterator<Item = (Speaker, &'a str)> {
    record.turns.iter().flat_map(move |place| {
        let speaker = record.blocks.get(*place).and_then(|block| block.turn()).map(|turn| turn.speaker);
        corpus.words(*place).filter_map(move |word| Some((speaker?, word)))
    })
}

/// The words of one, and those of all, each with how many there are.
fn apart(
    (mine, said): (&HashMap<&str, usize>, usize),
    (all, total): (&HashMap<&str, usize>, usize),
    stopped: bool,
) -> Result<Vec<Distinctive>, Why> {
    let told = |(word, here): (&&str, &usize)| {
        let in_all = all.get(word).copied().unwrap_or(*here);
        let left_out = stopped && STOP_WORDS.binary_search(word).is_ok();
        let score = score(*here, said, in_all, total);
        let tells = !left_out && score >= APART && word.chars().any(char::is_alphabetic);
        tells.then(|| Distinctive { word: (*word).to_owned(), here: *here, in_all, score })
    };
    // Scores to the thousandth: beyond it they do not tell.
    let mut words: Vec<Distinctive> = mine.iter().filter(|(_, here)| **here >= ENOUGH_USES).filter_map(told).collect();
    words.sort_unstable_by(|a, b| a.word.cmp(&b.word));
    let words = most_first(words, |word| (word.score * 1000.0) as usize);
    if words.is_empty() { Err(Why::NothingApart) } else { Ok(words) }
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
    use super::score;

    #[test]
    fn a_word_used_by_one_alone_stands_apart_and_an_even_one_does_not() {
        assert!(score(10, 1000, 10, 2000) > super::APART);
        assert!(score(10, 1000, 20, 2000).abs() < 1e-9);
        assert!(score(1, 1000, 10, 2000) < -1.0);
    }
}
