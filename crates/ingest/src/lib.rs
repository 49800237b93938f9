//! An archive's page made into a record, with a report of every line.

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
mod error;
mod flat;
mod head;
mod judge;
mod marks;
mod names;
mod people;
pub mod report;
mod reported;
pub mod site;
pub mod starter;
mod tail;
mod text;
mod words;
mod write;

use std::collections::HashSet;

use memcon_record::wire::{BlockKind, Presence, Record};
use sha2::{Digest, Sha256};

pub use account::{Fate, Piece};
pub use editor::Editor;
pub use error::{Error, File, text as source_text};

use draft::{Draft, Sketch};

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

/// Speakers who are in no list but whom the opening narrative names are there by its word.
fn narrated(people: &mut people::People, blocks: &[Draft]) {
    let opening: Vec<&str> = blocks
        .iter()
        .take_while(|block| block.kind != BlockKind::Turn)
        .filter(|block| block.kind == BlockKind::Narrative)
        .flat_map(|block| block.paragraphs.iter().map(|p| p.text.as_str()))
        .collect();
    for person in people.all.iter_mut().filter(|p| p.presence == Presence::SpeaksOnly && p.words.len() >= 2) {
        for text in &opening {
            let Some(at) = text.find(&person.name) else { continue };
            person.presence = Presence::Narrated;
            let before = text[..at].trim_end();
            let bracket = before.strip_suffix(']').and_then(|b| b.rfind('[').map(|open| (open, &b[open + 1..])));
            let start = bracket.map_or(before.len(), |(open, _)| open);
            let title = text[..start].trim_end().rsplit(' ').next().filter(|word| names::is_title(word)).unwrap_or("");
            let from = text[..start].trim_end().len() - title.len();
            let from = if title.is_empty() { start } else { from };
            person.as_printed = Some(text[from..at + person.name.len()].trim().to_owned());
            if let Some((_, offices)) = bracket {
                person.offices = attendance::split_offices(offices);
            }
            break;
        }
    }
}
