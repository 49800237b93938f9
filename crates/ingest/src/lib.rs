//! An archive's page made into a record, with a report of every line.
//!
//! The library is pure: text in, a record and its account out. Only [`site`] reads and
//! writes files. What a program cannot read from a page, an [`Editor`] says in a
//! `record.toml`.
//!
//! # How it decides
//!
//! *Paragraphs.* A line is a paragraph, unless the source is wrapped at a width: then a
//! line goes on where the next word would not have fitted. A text that lost all its
//! line breaks is cut again where names that come again stand before a colon.
//!
//! *Labels.* Anything short before a colon at the beginning of a paragraph has the
//! shape of a label; so have `SURNAME.`, `Mr. Smith—` and a name alone on its line. The
//! shape proves nothing. A label is taken for one where its words are like a name and
//! it comes again, or bears a title, or names somebody in the list of those present,
//! and words are spoken after it. What comes once must stand among labels, and its word
//! must not be spoken of elsewhere as of a place or a matter (“in Rhodesia”). Fields of
//! the page and headings (“Subject”, “U.S. Position”, “TOP SECRET”) are never labels,
//! clock times neither, and a sentence that ends in a verb (“Mr. Cox noted:”) is not
//! like a name. One form wins for the whole document; another form is a label only for
//! a speaker that the winning form has. In mid-paragraph a label counts only after the
//! end of a sentence, outside quotation marks, for a speaker of the document.
//!
//! *Speakers.* Labels that differ in title, brackets, case or initials mean one person
//! where exactly one person fits; full names are looked at first. Where two would fit,
//! neither is guessed. A side in a label (“North (BRĂTESCU)”) gives way to the name.
//!
//! *Around the turns.* Before the first are the page, the title, lists of those present
//! and the narrative; after the last a signature, how the record was taken, notes by
//! number, the archive's summary and rights. A paragraph that stands whole in brackets
//! is narrative where no more of the turn follows, else a part of the turn.
//!
//! # What it promises
//!
//! Every character of the source that is not white space is in exactly one [`Piece`] of
//! the account: the label of a turn, what parts it from the words, words of a block,
//! metadata, or named page furniture. Joined, a paragraph's runs are the words as
//! printed; only white space is normalised: it is cut at both ends of a line (no-break
//! spaces too), a line break within a paragraph becomes one space, and so does what
//! stands before a page mark that is moved up to the end of the paragraph before it.
//! Runs of blank lines part paragraphs. Blocks keep the ids of an earlier reading.
//!
//! Modules in reading order: `text`, `cues`, `judge` find the turns; `attendance`,
//! `people` who is there; `head`, `body`, `tail` make a `draft`; `assemble` adds the
//! editor and gives ids. [`tei`] does the same for files that say in markup who speaks.

mod account;
mod align;
mod assemble;
mod attendance;
mod body;
mod cues;
mod dates;
mod draft;
mod editor;
mod entities;
mod entry;
mod error;
mod flat;
mod head;
mod judge;
mod labels;
mod ledger;
mod lines;
mod marks;
mod names;
mod narrated;
mod people;
mod present;
mod prose;
pub mod report;
mod reported;
mod runs;
pub mod site;
pub mod starter;
mod tail;
pub mod tei;
mod text;
mod words;
mod write;

use std::collections::HashSet;

use memcon_record::wire::Record;
use sha2::{Digest, Sha256};

pub use account::{Fate, Piece};
pub use editor::Editor;
pub use error::{Error, File, text as source_text};

use draft::Sketch;

/// A record made from a source, and what became of the source.
#[derive(Clone, Debug)]
pub struct Ingested {
    /// The record.
    pub record: Record,
    /// What became of every character of the source, in its order.
    pub account: Vec<Piece>,
    /// What an editor should look at.
    pub warnings: Vec<String>,
}

/// Makes a record of `source`.
///
/// `editor` is what an editor knows; without it the text speaks alone. `previous` is
/// the record of an earlier reading, whose ids are kept.
///
/// # Errors
/// When no turns are found, or the editor contradicts the text.
pub fn ingest(source: &str, editor: Option<&Editor>, previous: Option<&Record>) -> Result<Ingested, Error> {
    let mut paragraphs = text::paragraphs(source);
    let mut provisional = judge::judge(&paragraphs, &judge::Known::default());
    let mut running = HashSet::new();
    if let Some((cut, heads)) = flat::cut(&paragraphs, provisional.iter().map(Vec::len).sum()) {
        (paragraphs, running) = (cut, heads);
        provisional = judge::judge(&paragraphs, &judge::Known::default());
    }
    let limit = provisional.iter().position(|cues| !cues.is_empty()).unwrap_or(paragraphs.len());
    let lists = attendance::find(&paragraphs, limit);
    let known = judge::Known {
        names: lists
            .people
            .all
            .iter()
            .flat_map(|p| p.words.first().into_iter().chain(p.words.last()).cloned().chain([p.key.clone()]))
            .collect(),
        lists: lists.places.clone(),
    };
    let cues = judge::judge(&paragraphs, &known);
    let first = cues.iter().position(|cues| !cues.is_empty());
    let last = cues.iter().rposition(|cues| !cues.is_empty());
    let (Some(first), Some(last)) = (first, last) else { return Err(no_turns()) };
    let last_has_words = cues[last].last().is_some_and(|cue| cue.words < paragraphs[last].text.len());
    let tail = tail::begin(&paragraphs, last, last_has_words);
    let mut sketch = Sketch::default();
    head::read(&paragraphs, first, &lists, &mut sketch);
    body::read(&paragraphs, &cues, first..tail, &running, &mut sketch);
    tail::read(&paragraphs, tail, &mut sketch);
    if let Some(title) = &mut sketch.about.title {
        *title = tail::without_note_marks(title, &paragraphs, tail).to_owned();
        if sketch.about.date.is_none() {
            sketch.about.date = dates::first_in(title);
        }
    }
    assemble::assemble(source, sketch, lists, editor, previous)
}

fn no_turns() -> Error {
    Error::source(
        "no turns found; looked for labels that come again or name somebody present, in the forms “Name: text”, \
         “Name:” alone on its line, “SURNAME. text”, “Mr. Name—text”; if this is a record in reported speech it has no turns",
    )
}

/// `sha256:` and the digest of a source file.
pub fn digest(bytes: &[u8]) -> String {
    let hex: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{hex}")
}
