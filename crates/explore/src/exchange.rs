//! Who speaks after whom: adjacency of turns, not address.

use std::collections::BTreeMap;

use memcon_record::model::Block;
use memcon_record::order::most_first;
use memcon_record::wire::UNKNOWN;
use memcon_record::{Record, Speaker, Turn};

/// How exchanges are counted, in the words of the page and of the file that can be downloaded.
pub const METHOD: &str = "Adjacency, not address: how often a turn of one comes right after a turn of another, in the whole record, whatever is asked. Who speaks next need not speak to the one before. What stands between two turns does not part them; one's own turns in a row count as well.";

/// What a link calls turns in which nobody speaks.
const NOBODY: &str = "nobody";

/// How often one speaker's turn comes right after another's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exchange {
    /// Those who speak, the most turns first.
    pub speakers: Vec<Speaker>,
    /// For (earlier, later), how often.
    pub pairs: BTreeMap<(Speaker, Speaker), usize>,
}

impl Exchange {
    /// All neighbouring turns of `record`.
    pub fn of(record: &Record) -> Self {
        let mut turns: BTreeMap<Speaker, usize> = BTreeMap::new();
        let mut pairs: BTreeMap<(Speaker, Speaker), usize> = BTreeMap::new();
        let mut before: Option<Speaker> = None;
        for (_, turn) in record.turns() {
            *turns.entry(turn.speaker).or_default() += 1;
            if let Some(before) = before.replace(turn.speaker) {
                *pairs.entry((before, turn.speaker)).or_default() += 1;
            }
        }
        let speakers = most_first(turns.into_iter().collect(), |(_, turns)| *turns);
        Exchange { speakers: speakers.into_iter().map(|(speaker, _)| speaker).collect(), pairs }
    }
}

/// The id of a speaker in a link.
pub fn id_of(record: &Record, speaker: Speaker) -> &str {
    match speaker {
        Speaker::Known(i) => record.participants.get(i).map_or(NOBODY, |person| person.id.as_str()),
        Speaker::Unknown => UNKNOWN,
        Speaker::Nobody => NOBODY,
    }
}

/// The speaker whom a link calls so.
pub fn speaker_of(record: &Record, id: &str) -> Option<Speaker> {
    let known = record.participants.iter().position(|person| person.id == id).map(Speaker::Known);
    known.or(match id {
        UNKNOWN => Some(Speaker::Unknown),
        NOBODY => Some(Speaker::Nobody),
        _ => None,
    })
}

/// A turn, and the one right after it.
pub type Pair<'a> = ((&'a Block, &'a Turn), (&'a Block, &'a Turn));

/// The turns of `earlier` that a turn of `later` comes right after, each with that turn, in order.
pub fn exchanges(record: &Record, earlier: Speaker, later: Speaker) -> impl Iterator<Item = Pair<'_>> {
    let pairs = record.turns().zip(record.turns().skip(1));
    pairs.filter(move |((_, one), (_, other))| (one.speaker, other.speaker) == (earlier, later))
}

/// The first words of a block, at most `most`, and a sign that more follow.
pub fn beginning(block: &Block, most: usize) -> String {
    let mut words = block.paragraphs.iter().flat_map(|paragraph| paragraph.text.split_whitespace());
    let begin = words.by_ref().take(most).collect::<Vec<_>>().join(" ");
    if words.next().is_some() { begin + "\u{a0}…" } else { begin }
}

/// The table as rows: the names of those who speak after on top, of those who speak before at the side.
pub fn matrix<'a>(exchange: &Exchange, name: impl Fn(Speaker) -> &'a str) -> Vec<Vec<String>> {
    let head = std::iter::once("after").chain(exchange.speakers.iter().map(|later| name(*later)));
    let mut rows = vec![head.map(str::to_owned).collect::<Vec<_>>()];
    for earlier in &exchange.speakers {
        let counts =
            exchange.speakers.iter().map(|later| exchange.pairs.get(&(*earlier, *later)).copied().unwrap_or(0));
        rows.push(std::iter::once(name(*earlier).to_owned()).chain(counts.map(|n| n.to_string())).collect());
    }
    rows
}

/// The head of the table that [`row`] gives the rows of.
pub const COLUMNS: [&str; 8] =
    ["turn", "number", "speaker", "begins", "turn after", "number after", "speaker after", "begins after"];

/// An exchange as a row of a table.
pub fn row(record: &Record, pair: &Pair) -> Vec<String> {
    let side = |(block, turn): (&Block, &Turn)| {
        [block.id.clone(), (turn.place + 1).to_string(), record.speaker_name(turn).to_owned(), beginning(block, WORDS)]
    };
    side(pair.0).into_iter().chain(side(pair.1)).collect()
}

/// So many words of a turn are given to know it by.
pub const WORDS: usize = 14;
