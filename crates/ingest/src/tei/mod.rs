//! TEI made into a record: this program's own, plays, sittings, printed conversations.
//!
//! A file that Memcon wrote is the record that it was (`own`). A file with `<sp>` or `<u>`
//! says who speaks (`speech`). In any other, such as the volumes of *Foreign Relations of the
//! United States*, labels stand in the text: it is read as the text of an archive's page is,
//! and what the file points to says who is meant by a label (`prose`).
//!
//! What is promised of text holds: every character that is neither markup nor white space is
//! in one piece of the account, which names bytes of the file. White space is one space.
//! Added are only the page marks, `[Page 178]` for `<pb n="178"/>`, and the signs of notes
//! from their `n`.

mod account;
mod does;
mod flow;
mod header;
mod mentions;
mod own;
mod prose;
mod same;
mod speech;
mod words;

use memcon_record::wire::Record;
use memcon_tei::read::{document, is, is_own};

use crate::Ingested;
use crate::editor::Editor;
use crate::error::Error;

/// What is given beside the file.
struct Given<'a> {
    source: &'a str,
    editor: Option<&'a Editor>,
    previous: Option<&'a Record>,
    people: &'a [roxmltree::Document<'a>],
}

/// Whether a source is XML by its first character, as no page in plain text begins.
pub fn is_xml(source: &str) -> bool {
    let start = source.trim_start_matches(crate::text::is_blank);
    start.starts_with("<?xml") || (start.starts_with('<') && start.contains("tei-c.org/ns/1.0"))
}

/// The digest that the record of this source has: of the file; of TEI that this program wrote, the one it says.
pub fn source_digest(bytes: &[u8]) -> String {
    let said = || {
        let source = std::str::from_utf8(bytes).ok().filter(|source| is_xml(source))?;
        memcon_tei::read(source).ok()?.record.source_digest
    };
    said().unwrap_or_else(|| crate::digest(bytes))
}

/// Makes a record of a TEI file, as [`crate::ingest`] does of a text.
///
/// `people` are other files with lists of persons, to which this one points.
///
/// # Errors
/// When the file is no well-formed XML, or no TEI, or has no turns; or the editor contradicts it.
pub fn ingest(
    source: &str,
    editor: Option<&Editor>,
    previous: Option<&Record>,
    people: &[&str],
) -> Result<Ingested, Error> {
    let tei = document(source).map_err(told)?;
    // A list that cannot be read says nothing; the file itself speaks.
    let people: Vec<roxmltree::Document> =
        people.iter().filter_map(|list| roxmltree::Document::parse(list).ok()).collect();
    let given = Given { source, editor, previous, people: &people };
    if is_own(&tei) {
        return own::ingest(&given, &tei);
    }
    let Some(text) = tei.root_element().children().find(|node| is(*node, "text")) else {
        return Err(Error::source("the file has no <text>, so nobody speaks in it"));
    };
    let speaks = text.descendants().any(|node| is(node, "sp") || is(node, "u"));
    let flow = flow::Flow::of(source, text, speaks);
    if speaks { speech::ingest(&given, &tei, flow) } else { prose::ingest(&given, &tei, flow) }
}

fn told(error: memcon_tei::read::Error) -> Error {
    Error::source_at(error.line, format!("column {}: {}", error.column, error.what))
}
