//! CSL-JSON: what citeproc, Zotero and Pandoc read (schema `csl-data.json`, CSL 1.0.2).

use serde_json::{Map, Value, json};

use super::{authors, key, notes};
use crate::cited::Cited;
use crate::date::Span;
use crate::facts::Facts;
use crate::name::Name;

/// The citation as a CSL-JSON file: a list of one item.
pub fn csl_json(facts: &Facts, cited: &Cited) -> String {
    let text = serde_json::to_string_pretty(&Value::Array(vec![item(facts, cited)]));
    text.map(|text| text + "\n").unwrap_or_default()
}

/// The item. What is absent has no field.
fn item(facts: &Facts, cited: &Cited) -> Value {
    let (archive, place) = facts.archive_and_place();
    let notes = notes(facts, cited).join("\n");
    let mut fields = Map::new();
    for (field, text) in [
        ("id", Some(key(facts, cited).as_str())),
        ("type", Some("document")),
        ("title", Some(facts.title.as_str())),
        ("genre", facts.kind.as_deref()),
        ("archive", archive),
        ("archive_location", place),
        ("call-number", facts.reference.as_deref()),
        ("publisher", facts.publisher.as_deref()),
        ("language", facts.language.as_deref()),
        ("URL", cited.link.as_deref()),
        ("note", Some(notes.as_str())),
    ] {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            fields.insert(field.to_owned(), text.into());
        }
    }
    for (field, names) in [("author", authors(cited)), ("translator", facts.translator_name().as_slice())] {
        if !names.is_empty() {
            fields.insert(field.to_owned(), names.iter().map(name_json).collect());
        }
    }
    let accessed = cited.accessed.map(|start| Span { start, end: None });
    for (field, span) in [("issued", facts.span()), ("accessed", accessed)] {
        if let Some(span) = span {
            fields.insert(field.to_owned(), date_json(span));
        }
    }
    Value::Object(fields)
}

/// A name: in parts where they are clear, or whole.
pub(crate) fn name_json(name: &Name) -> Value {
    match name {
        Name::Whole(literal) => json!({ "literal": literal }),
        Name::Parts { given, particle: None, family } => json!({ "family": family, "given": given }),
        Name::Parts { given, particle: Some(particle), family } => {
            json!({ "family": family, "given": given, "non-dropping-particle": particle })
        }
    }
}

/// A date or an interval.
pub(crate) fn date_json(span: Span) -> Value {
    let parts: Vec<Vec<u16>> = std::iter::once(span.start).chain(span.end).map(|day| day.parts()).collect();
    json!({ "date-parts": parts })
}
