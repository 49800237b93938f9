//! What the JSON of a record says, field by field: format `memcon-record/1`.
//!
//! These types are the contract with other programs. A field that the source
//! does not fill is absent, never empty and never guessed. The JSON Schema in
//! `public/memcon-record-1.schema.json` is made from them.

use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize};

/// The value of [`Record::format`] that this program writes and reads.
pub const FORMAT: &str = "memcon-record/1";

/// The value of [`Turn speaker`](Block::speaker) for a voice that the record cannot name.
pub const UNKNOWN: &str = "unknown";

/// One document of a conversation, as a file `<id>.json` holds it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Record {
    /// Always [`FORMAT`].
    pub format: String,
    /// Stable name of the record: lower-case ASCII letters, digits and hyphens.
    pub id: String,
    /// What of the record this file holds, where it does not hold the whole; the id is that of the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
    /// `sha256:` and 64 hexadecimal digits of the source file, byte for byte.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_digest: Option<String>,
    /// Title as printed.
    pub title: String,
    /// Kind of document as printed, such as “Minutes of Conversation”.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Date of the conversation, EDTF level 0 (Library of Congress, 2019): `1964-11-25`, `1964-11`, `1972-02-26/1972-02-27`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Language of the text, a BCP 47 tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The archive's own summary.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// Where the text comes from and who made it.
    pub provenance: Provenance,
    /// The sides of the conversation, in the order of the source.
    #[serde(default)]
    pub delegations: Vec<Delegation>,
    /// Everyone present, the silent included; not the recorder, not the translator.
    #[serde(default)]
    pub participants: Vec<Participant>,
    /// Persons, places and things that are spoken of.
    #[serde(default)]
    pub entities: Vec<Entity>,
    /// The editor's division of the turns: contiguous, in order.
    #[serde(default)]
    pub topics: Vec<Topic>,
    /// The text, in order.
    pub blocks: Vec<Block>,
    /// The ledger of ids: those of blocks that an earlier version of the record had and this one has not, or not whole. They
    /// are never given again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub retired: Vec<Retired>,
}

/// What became of a block whose id was given in an earlier version of the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(from = "Entry")]
pub struct Retired {
    /// The id.
    pub id: String,
    /// Ids of the blocks of this version that have its text, in order; its own among them where it was split and keeps a part.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub successors: Vec<String>,
    /// Why no block has this id, or only one part of the text.
    pub why: Why,
}

/// What became of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Why {
    /// Its text is part of another block now.
    Joined,
    /// Its text is parted.
    Split,
    /// Its text is gone.
    Removed,
}

/// An entry of the ledger as it may be written: earlier versions of this program wrote no more than the id.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[serde(untagged)]
enum Entry {
    /// An id of which no more is known.
    Id(String),
    /// What became of the block.
    Whole {
        /// The id.
        id: String,
        /// Ids of the blocks of this version that have its text, in order; its own among them where it was split and keeps a
        /// part.
        #[serde(default)]
        successors: Vec<String>,
        /// Why no block has this id, or only one part of the text.
        why: Why,
    },
}

/// What of a record a file holds that does not hold the whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Part {
    /// For each turn of the file, its number in the whole record, from 1.
    pub turns: Vec<usize>,
    /// How many turns the whole record has.
    pub of: usize,
    /// Address that shows the same part of the whole; where the page is not known, the query alone.
    pub link: String,
}

/// Where the text comes from and who made it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Provenance {
    /// Archival reference as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// The archive that keeps the original.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repository: Option<String>,
    /// Who translated the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub translator: Option<String>,
    /// Who took the record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recorder: Option<String>,
    /// How the record was taken, as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// Who published the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Who paid for its publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub funder: Option<String>,
    /// The rights statement as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rights: Option<String>,
    /// Address of the page that the text was taken from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// One side of the conversation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Delegation {
    /// Stable name.
    pub id: String,
    /// Name to show.
    pub name: String,
    /// Words of the source that name it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_printed: Option<String>,
}

/// Someone present.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Participant {
    /// Stable name.
    pub id: String,
    /// Name to show.
    pub name: String,
    /// Id of a delegation, where the source gives a side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delegation: Option<String>,
    /// Offices as printed.
    #[serde(default)]
    pub offices: Vec<String>,
    /// Words of the source that say that the person is present.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_printed: Option<String>,
    /// How the source says that the person is present.
    pub presence: Presence,
    /// Labels of the person's turns as printed.
    #[serde(default)]
    pub labels: Vec<String>,
    /// The editor's note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// How the source says that somebody is present.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Presence {
    /// In a list of those present.
    #[default]
    Listed,
    /// In a narrative block only.
    Narrated,
    /// In no list: only by speaking.
    SpeaksOnly,
}

/// A person, place or thing that is spoken of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Entity {
    /// Stable name. Where it equals a participant's id, it is that person.
    pub id: String,
    /// What sort of thing it is.
    pub kind: EntityKind,
    /// Name to show.
    pub name: String,
    /// The value in a machine's form: EDTF for a date, number and unit for a quantity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// The editor's note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The sorts of things that are spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum EntityKind {
    Person,
    Place,
    Organisation,
    Work,
    Event,
    Term,
    Quantity,
    Date,
}

/// A stretch of turns on one matter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Topic {
    /// Stable name.
    pub id: String,
    /// Name to show.
    pub name: String,
    /// Id of its first turn.
    pub from: String,
    /// Id of its last turn.
    pub to: String,
}

/// A passage of the text.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Block {
    /// Given once, never again: `t7`, `narrative-1`.
    pub id: String,
    /// What the passage is.
    pub kind: BlockKind,
    /// Of a turn: a participant's id, [`UNKNOWN`], or `null` for nobody (a stage note, a table).
    #[serde(default)]
    pub speaker: Option<String>,
    /// Of a turn: the label as printed, without the colon or period after it.
    #[serde(default)]
    pub label: Option<String>,
    /// Of a turn: whether the words are given or told of.
    #[serde(default)]
    pub mode: Option<Mode>,
    /// Paragraphs, each made of runs; a paragraph's text is its runs joined.
    pub paragraphs: Vec<Vec<Run>>,
}

/// What a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum BlockKind {
    /// Says who is present.
    Attendance,
    /// Tells what happens, outside any turn.
    Narrative,
    /// One person's speech until the next begins.
    Turn,
    /// Names of those who made or signed the record.
    Signature,
    /// A note on the text: how it was recorded, a footnote.
    Note,
}

/// Whether a turn gives the words or tells of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// Direct speech.
    Verbatim,
    /// Indirect speech: “He said that …”.
    Reported,
}

/// A piece of a paragraph, with what applies to all of it. Runs do not nest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Run {
    /// The words as printed.
    pub text: String,
    /// Id of the entity that they name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entity: Option<String>,
    /// What else is true of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
}

/// What can be true of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// Added by an editor or translator, in brackets.
    Editorial,
    /// Somebody else's words, with their quotation marks.
    Quotation,
    /// The number or sign of a note.
    NoteMark,
    /// A stage note: “(Laughter)”.
    Stage,
    /// Not certainly read or heard: “[inaudible]”.
    Unclear,
    /// Where a page of the original begins: “[Page 178]”.
    PageBreak,
    /// Printed bold.
    Strong,
    /// Printed in italics.
    Emphasis,
}

/// A turn always says who speaks, if only `null`; other blocks have no such field.
impl Serialize for Block {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &self.id)?;
        map.serialize_entry("kind", &self.kind)?;
        if self.kind == BlockKind::Turn || self.speaker.is_some() {
            map.serialize_entry("speaker", &self.speaker)?;
        }
        if let Some(label) = &self.label {
            map.serialize_entry("label", label)?;
        }
        if let Some(mode) = &self.mode {
            map.serialize_entry("mode", mode)?;
        }
        map.serialize_entry("paragraphs", &self.paragraphs)?;
        map.end()
    }
}

impl Record {
    /// For each turn, its number in the whole record, from 1.
    pub fn numbers(&self) -> Vec<usize> {
        let turns = self.blocks.iter().filter(|block| block.kind == BlockKind::Turn).count();
        match &self.part {
            Some(part) if part.turns.len() == turns => part.turns.clone(),
            _ => (1..=turns).collect(),
        }
    }
}

impl From<Entry> for Retired {
    fn from(entry: Entry) -> Self {
        match entry {
            Entry::Id(id) => id.as_str().into(),
            Entry::Whole { id, successors, why } => Retired { id, successors, why },
        }
    }
}

/// An id whose text is gone, as far as is known.
impl From<&str> for Retired {
    fn from(id: &str) -> Self {
        Retired { id: id.to_owned(), successors: Vec::new(), why: Why::Removed }
    }
}

impl Retired {
    /// Whether the block is there still, with a part of the text that it had.
    pub fn is_living(&self) -> bool {
        self.successors.contains(&self.id)
    }
}

impl Run {
    /// A run with nothing but its words.
    pub fn plain(text: impl Into<String>) -> Self {
        Run { text: text.into(), entity: None, marks: Vec::new() }
    }
}

/// The JSON Schema (draft 2020-12) of a record.
#[cfg(feature = "schema")]
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(Record).to_value()
}
