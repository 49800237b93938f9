//! Files for reference managers.
//!
//! They describe the document, or the turn that is cited: then its speaker is
//! the author, unless the record only reports what was said. The digest of the
//! source is in each, so that a reader can tell which text was quoted.

mod bibtex;
pub(crate) mod csl_json;
mod ris;

pub use bibtex::bibtex;
pub use csl_json::csl_json;
pub use ris::ris;

use crate::cited::Cited;
use crate::facts::{Facts, one_line};
use crate::name::Name;
use crate::names;
use crate::style::Style;

/// Whose words they are: in a data form there is no way to say “in” or “as reported in”.
fn authors(cited: &Cited) -> &[Name] {
    if cited.reported { &[] } else { &cited.speakers }
}

/// A name for the entry: the record's id, and the turns cited.
fn key(facts: &Facts, cited: &Cited) -> String {
    match cited.turns {
        None => facts.id.clone(),
        Some(turns) if turns.from == turns.to => format!("{}-turn-{}", facts.id, turns.from),
        Some(turns) => format!("{}-turns-{}-{}", facts.id, turns.from, turns.to),
    }
}

/// What the forms have no field for, a line each.
fn notes(facts: &Facts, cited: &Cited) -> Vec<String> {
    let names = names::row(Style::Archive, &cited.speakers);
    let locator = cited.locator();
    let said = match (names.is_empty(), cited.reported) {
        (true, _) => String::new(),
        (false, false) => names,
        (false, true) => format!("{names} as reported"),
    };
    let part = cited.part.as_deref().unwrap_or_default();
    let place: Vec<&str> =
        [said.as_str(), locator.as_str(), part].into_iter().filter(|part| !part.is_empty()).collect();
    [
        (!place.is_empty()).then(|| format!("Cited: {}", place.join(", "))),
        cited
            .passage
            .as_deref()
            .map(one_line)
            .filter(|words| !words.is_empty())
            .map(|words| format!("Quoted: “{words}”")),
        facts.recorder.as_ref().map(|name| format!("Recorded by {name}")),
        facts.url.as_ref().map(|url| format!("Text taken from {url}")),
        facts.source_digest.as_ref().map(|digest| format!("Digest of the source text: {digest}")),
    ]
    .into_iter()
    .flatten()
    .collect()
}
