//! The CSL item that is given to a processor.

use std::collections::BTreeMap;

use hayagriva::citationberg::json::{DateValue, Item, LiteralName, NameItem, NameValue, Value, VecDate, VecDateRange};

use super::mark;
use crate::data::csl_json::{date_json, name_json};
use crate::date::{Day, Span};
use crate::facts::Facts;
use crate::name::Name;

/// What differs from citation to citation.
pub(super) struct Values {
    pub(super) speakers: Speakers,
    pub(super) locator: Option<String>,
    pub(super) accessed: Option<Day>,
    pub(super) link: Option<String>,
}

/// Who is given in the place of an author.
pub(super) enum Speakers {
    Nobody,
    Names(Vec<Name>),
    /// A name that is none.
    Mark,
}

impl Values {
    fn names(&self) -> Vec<Name> {
        match &self.speakers {
            Speakers::Nobody => Vec::new(),
            Speakers::Names(names) => names.clone(),
            Speakers::Mark => vec![Name::Whole(mark::SPEAKERS.to_string())],
        }
    }
}

/// The fields that are text.
///
/// The type is “document”: “manuscript” would have a style say “unpublished
/// manuscript” of a record whose kind is not known, and give only its year.
/// A reference without a repository is the archive and the place in one, so that it stays as printed.
fn texts(facts: &Facts) -> Vec<(&'static str, String)> {
    let (archive, place) = match (&facts.repository, &facts.reference) {
        (Some(_), _) => facts.archive_and_place(),
        (None, reference) => (reference.as_deref(), None),
    };
    [
        ("id", Some(facts.id.as_str())),
        ("type", Some("document")),
        ("title", Some(facts.title.as_str())),
        ("genre", facts.kind.as_deref()),
        ("archive", archive),
        ("archive_location", place),
        ("publisher", facts.publisher.as_deref()),
        // Of a title in no known language no style may change the capitals.
        ("language", Some(facts.language.as_deref().unwrap_or("und"))),
    ]
    .into_iter()
    .filter_map(|(field, text)| Some((field, mark::without(text?))))
    .filter(|(_, text)| !text.is_empty())
    .collect()
}

/// The item for hayagriva, whose date is `date`: it knows no intervals.
pub(super) fn item(facts: &Facts, values: &Values, date: Option<Day>, translator: bool) -> Item {
    let mut fields: BTreeMap<String, Value> =
        texts(facts).into_iter().map(|(field, text)| (field.to_owned(), Value::String(text))).collect();
    let mut names = |field: &str, names: Vec<Name>| {
        if !names.is_empty() {
            fields.insert(field.to_owned(), Value::Names(names.iter().map(name_value).collect()));
        }
    };
    names("author", values.names());
    names("translator", facts.translator_name().filter(|_| translator).into_iter().collect());
    if let Some(link) = &values.link {
        fields.insert("URL".to_owned(), Value::String(link.clone()));
    }
    for (field, day) in [("issued", date), ("accessed", values.accessed)] {
        if let Some(day) = day {
            fields.insert(field.to_owned(), date_value(day));
        }
    }
    Item(fields)
}

/// The same item as CSL-JSON, with its interval of dates.
pub(super) fn json(facts: &Facts, values: &Values, translator: bool) -> serde_json::Value {
    let mut fields: serde_json::Map<String, serde_json::Value> =
        texts(facts).into_iter().map(|(field, text)| (field.to_owned(), text.into())).collect();
    let mut names = |field: &str, names: Vec<Name>| {
        if !names.is_empty() {
            fields.insert(field.to_owned(), names.iter().map(name_json).collect());
        }
    };
    names("author", values.names());
    names("translator", facts.translator_name().filter(|_| translator).into_iter().collect());
    if let Some(link) = &values.link {
        fields.insert("URL".to_owned(), link.as_str().into());
    }
    let accessed = values.accessed.map(|start| Span { start, end: None });
    for (field, span) in [("issued", facts.span()), ("accessed", accessed)] {
        if let Some(span) = span {
            fields.insert(field.to_owned(), date_json(span));
        }
    }
    fields.into()
}

fn name_value(name: &Name) -> NameValue {
    match name {
        Name::Whole(literal) => NameValue::Literal(LiteralName { literal: literal.clone() }),
        Name::Parts { given, particle, family } => NameValue::Item(NameItem {
            // With its particle: processors differ in where they put one.
            family: particle.iter().map(|particle| format!("{particle} ")).collect::<String>() + family,
            given: Some(given.clone()),
            non_dropping_particle: None,
            dropping_particle: None,
            suffix: None,
            comma_suffix: None,
        }),
    }
}

fn date_value(day: Day) -> Value {
    let parts = day.parts().into_iter().filter_map(|n| i16::try_from(n).ok()).collect();
    Value::Date(DateValue::DateParts {
        date_parts: VecDateRange(vec![VecDate(parts)]),
        literal: None,
        season: None,
        circa: false,
    })
}
