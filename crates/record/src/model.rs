//! What the program means by a record: references resolved, paragraphs joined.

use std::collections::HashMap;
use std::fmt;
use std::ops::Range;

use crate::check::{Problem, check};
use crate::wire::{self, BlockKind, Delegation, Entity, Mark, Mode, Participant, Provenance, Retired};
use crate::words;

/// A record, immutable once read.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub struct Record {
    pub id: String,
    pub source_digest: Option<String>,
    pub title: String,
    pub kind: Option<String>,
    pub date: Option<String>,
    pub language: Option<String>,
    pub summary: Option<String>,
    pub provenance: Provenance,
    pub delegations: Vec<Delegation>,
    pub participants: Vec<Participant>,
    /// For each participant, the place of the delegation.
    pub sides: Vec<Option<usize>>,
    pub entities: Vec<Entity>,
    pub topics: Vec<Topic>,
    pub blocks: Vec<Block>,
    /// The places in `blocks` of the turns, in order.
    pub turns: Vec<usize>,
    /// What became of blocks that an earlier version had; empty where the record was read lean.
    pub retired: Vec<Retired>,
}

/// A stretch of turns on one matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Stable name.
    pub id: String,
    /// Name to show.
    pub name: String,
    /// Its turns, as places in [`Record::turns`].
    pub turns: Range<usize>,
}

/// A passage of the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Stable name, unique in the record.
    pub id: String,
    /// What the passage is.
    pub body: Body,
    /// Its text.
    pub paragraphs: Vec<Paragraph>,
}

/// What a passage is.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Body {
    Attendance,
    Narrative,
    Turn(Turn),
    Signature,
    Note,
}

/// What a turn has beyond its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Turn {
    /// Its place in [`Record::turns`], from 0.
    pub place: usize,
    /// Who speaks.
    pub speaker: Speaker,
    /// The label as printed.
    pub label: String,
    /// Whether the words are given or told of.
    pub mode: Mode,
    /// Number of words.
    pub words: usize,
    /// Number of words in all turns before it.
    pub words_before: usize,
    /// Place of its topic.
    pub topic: Option<usize>,
}

/// Who speaks in a turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Speaker {
    /// The participant at this place.
    Known(usize),
    /// A voice that the record cannot name.
    Unknown,
    /// Nobody: a stage note, a table.
    Nobody,
}

/// A paragraph: its text, and what applies to which part of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Paragraph {
    /// The runs joined.
    pub text: String,
    /// One for each run; together they cover `text`.
    pub spans: Vec<Span>,
}

/// What applies to a part of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// Bytes of [`Paragraph::text`].
    pub range: Range<usize>,
    /// Place of the entity that is named.
    pub entity: Option<usize>,
    /// What else is true of it.
    pub marks: Vec<Mark>,
}

/// Why a file is no record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// The file is empty.
    Empty,
    /// The text ends in the middle of the JSON.
    CutShort {
        /// Line and column, from 1.
        at: (usize, usize),
    },
    /// Not JSON, or not of the shape of a record.
    Malformed {
        /// Line and column, from 1.
        at: (usize, usize),
        /// What is wrong.
        what: String,
    },
    /// A format that this program does not know.
    Format {
        /// What the file says that it is.
        found: String,
    },
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::Empty => write!(f, "the file is empty"),
            ReadError::CutShort { at: (line, column) } => {
                write!(f, "the file is cut short: it ends at line {line}, column {column}, in the middle of the record")
            }
            ReadError::Malformed { at: (line, column), what } => write!(f, "line {line}, column {column}: {what}"),
            ReadError::Format { found } => {
                write!(f, "the file is of format “{found}”; this version of Memcon reads “{}”", wire::FORMAT)
            }
        }
    }
}

impl std::error::Error for ReadError {}

/// Reads the JSON of a record.
///
/// What can be mended is reported and mended in the plainest way: a turn whose
/// speaker is not in the list has an unknown speaker, a mention of an entity
/// that is not in the list is plain text, a topic that names no turn is left out.
///
/// # Errors
/// When there is no record in `json` at all.
pub fn read(json: &str) -> Result<(Record, Vec<Problem>), ReadError> {
    let wire = read_wire(json)?;
    let problems = check(&wire);
    Ok((Record::from_wire(wire), problems))
}

/// Reads the JSON of a record as it stands, references unresolved.
///
/// # Errors
/// As for [`read`].
pub fn read_wire(json: &str) -> Result<wire::Record, ReadError> {
    HalfRead::of(json)?.whole()
}

/// A record's JSON after the first of two steps: of a long record both are too much for a page to do at once. Without the feature
/// `lean` the first does it all.
#[derive(Debug)]
pub struct HalfRead(#[cfg(feature = "lean")] crate::lean::Tree, #[cfg(not(feature = "lean"))] wire::Record);

impl HalfRead {
    /// The first step.
    ///
    /// # Errors
    /// As for [`read`].
    pub fn of(json: &str) -> Result<Self, ReadError> {
        if json.trim().is_empty() {
            return Err(ReadError::Empty);
        }
        #[cfg(feature = "lean")]
        return crate::lean::Tree::of(json).map(HalfRead);
        // The format first: a newer one may have another shape.
        #[cfg(not(feature = "lean"))]
        read_whole(json).map(HalfRead)
    }

    /// The second.
    ///
    /// # Errors
    /// As for [`read`].
    pub fn whole(self) -> Result<wire::Record, ReadError> {
        #[cfg(feature = "lean")]
        return self.0.record();
        #[cfg(not(feature = "lean"))]
        Ok(self.0)
    }
}

#[cfg(not(feature = "lean"))]
fn read_whole(json: &str) -> Result<wire::Record, ReadError> {
    let head: Head = serde_json::from_str(json).map_err(malformed)?;
    match head.format {
        Some(format) if format != wire::FORMAT => Err(ReadError::Format { found: format }),
        _ => serde_json::from_str(json).map_err(malformed),
    }
}

#[cfg(not(feature = "lean"))]
#[derive(serde::Deserialize)]
struct Head {
    format: Option<String>,
}

pub(crate) fn malformed(error: serde_json::Error) -> ReadError {
    let at = (error.line(), error.column());
    if error.is_eof() {
        return ReadError::CutShort { at };
    }
    let what = error.to_string();
    let what = what.rsplit_once(" at line ").map_or(what.as_str(), |(what, _)| what).to_owned();
    ReadError::Malformed { at, what }
}

impl Record {
    /// Resolves what `wire` refers to; what cannot be resolved is treated as [`read`] says.
    pub fn from_wire(wire: wire::Record) -> Self {
        let delegations = places(wire.delegations.iter().map(|d| d.id.as_str()));
        let participants = places(wire.participants.iter().map(|p| p.id.as_str()));
        let entities = places(wire.entities.iter().map(|e| e.id.as_str()));
        let sides = wire.participants.iter().map(|p| delegations.get(p.delegation.as_deref()?).copied()).collect();

        let mut turns = Vec::new();
        let mut words_before = 0;
        let mut blocks = Vec::with_capacity(wire.blocks.len());
        for block in wire.blocks {
            let paragraphs: Vec<Paragraph> =
                block.paragraphs.into_iter().map(|runs| Paragraph::from_runs(runs, &entities)).collect();
            let body = match block.kind {
                BlockKind::Attendance => Body::Attendance,
                BlockKind::Narrative => Body::Narrative,
                BlockKind::Signature => Body::Signature,
                BlockKind::Note => Body::Note,
                BlockKind::Turn => {
                    let words = paragraphs.iter().map(|p| words::count(&p.text)).sum();
                    let turn = Turn {
                        place: turns.len(),
                        speaker: match block.speaker {
                            None => Speaker::Nobody,
                            Some(id) => participants.get(id.as_str()).map_or(Speaker::Unknown, |i| Speaker::Known(*i)),
                        },
                        label: block.label.unwrap_or_default(),
                        mode: block.mode.unwrap_or(Mode::Verbatim),
                        words,
                        words_before,
                        topic: None,
                    };
                    words_before += words;
                    turns.push(blocks.len());
                    Body::Turn(turn)
                }
            };
            blocks.push(Block { id: block.id, body, paragraphs });
        }

        let turn_places = places(turns.iter().map(|i| blocks[*i].id.as_str()));
        let topics: Vec<Topic> = wire
            .topics
            .into_iter()
            .filter_map(|topic| {
                let (from, to) = (*turn_places.get(topic.from.as_str())?, *turn_places.get(topic.to.as_str())?);
                (from <= to).then_some(Topic { id: topic.id, name: topic.name, turns: from..to + 1 })
            })
            .collect();
        for (i, topic) in topics.iter().enumerate() {
            for place in topic.turns.clone() {
                if let Body::Turn(turn) = &mut blocks[turns[place]].body {
                    turn.topic.get_or_insert(i);
                }
            }
        }
        Record {
            id: wire.id,
            source_digest: wire.source_digest,
            title: wire.title,
            kind: wire.kind,
            date: wire.date,
            language: wire.language,
            summary: wire.summary,
            provenance: wire.provenance,
            delegations: wire.delegations,
            participants: wire.participants,
            sides,
            entities: wire.entities,
            topics,
            blocks,
            turns,
            retired: wire.retired,
        }
    }

    /// What became of the block of this id, where it is not what it was when the id was given.
    pub fn ledger(&self, id: &str) -> Option<&Retired> {
        self.retired.iter().find(|entry| entry.id == id)
    }

    /// The turns in order, each with its block.
    pub fn turns(&self) -> impl DoubleEndedIterator<Item = (&Block, &Turn)> {
        self.turns.iter().filter_map(|i| {
            let block = self.blocks.get(*i)?;
            block.turn().map(|turn| (block, turn))
        })
    }

    /// The turns of the participant at place `participant`.
    pub fn turns_of(&self, participant: usize) -> impl DoubleEndedIterator<Item = (&Block, &Turn)> {
        self.turns().filter(move |(_, turn)| turn.speaker == Speaker::Known(participant))
    }

    /// Words in all turns.
    pub fn words(&self) -> usize {
        self.turns().next_back().map_or(0, |(_, turn)| turn.words_before + turn.words)
    }

    /// Words of the participant at place `participant`.
    pub fn words_of(&self, participant: usize) -> usize {
        self.turns_of(participant).map(|(_, turn)| turn.words).sum()
    }

    /// Place in [`Record::turns`] of the turn with this id.
    pub fn turn_place(&self, id: &str) -> Option<usize> {
        self.turns().position(|(block, _)| block.id == id)
    }

    /// Name to show for a speaker; of a voice without a name, the label as printed.
    pub fn speaker_name<'a>(&'a self, turn: &'a Turn) -> &'a str {
        match turn.speaker {
            Speaker::Known(i) => self.participants.get(i).map_or("", |p| p.name.as_str()),
            Speaker::Unknown if turn.label.is_empty() => "Unknown voice",
            Speaker::Unknown => &turn.label,
            Speaker::Nobody => "",
        }
    }

    /// The delegation of a speaker.
    pub fn side(&self, speaker: Speaker) -> Option<usize> {
        match speaker {
            Speaker::Known(i) => self.sides.get(i).copied().flatten(),
            _ => None,
        }
    }
}

impl Block {
    /// What the block has beyond its text, where it is a turn.
    pub fn turn(&self) -> Option<&Turn> {
        match &self.body {
            Body::Turn(turn) => Some(turn),
            _ => None,
        }
    }
}

impl Paragraph {
    fn from_runs(runs: Vec<wire::Run>, entities: &HashMap<String, usize>) -> Self {
        let mut text = String::with_capacity(runs.iter().map(|run| run.text.len()).sum());
        let mut spans = Vec::with_capacity(runs.len());
        for run in runs {
            let start = text.len();
            text.push_str(&run.text);
            let entity = run.entity.and_then(|id| entities.get(id.as_str()).copied());
            spans.push(Span { range: start..text.len(), entity, marks: run.marks });
        }
        Paragraph { text, spans }
    }
}

fn places<'a>(ids: impl Iterator<Item = &'a str>) -> HashMap<String, usize> {
    let mut places = HashMap::new();
    for (i, id) in ids.enumerate() {
        places.entry(id.to_owned()).or_insert(i);
    }
    places
}
