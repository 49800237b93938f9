//! Reads what the program behind a page needs of a record, and passes over what only a printed page shows.
//!
//! JSON is read into one kind of tree, and the fields are taken out of that by name: a reader for each type, as serde
//! makes them, is three times the code, which every reader of the page would download.

use serde::de::value::{Error, StrDeserializer};
use serde::de::{Deserialize, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};

use crate::model::ReadError;
use crate::wire;

/// JSON, as far as a record has it: numbers and truth values are nothing.
#[derive(Debug)]
enum Json {
    Nothing,
    Text(String),
    List(Vec<Json>),
    Fields(Vec<(String, Json)>),
}

/// A record's JSON as a tree.
#[derive(Debug)]
pub struct Tree(Json);

impl Tree {
    /// Reads it.
    ///
    /// # Errors
    /// Where it is no JSON.
    pub fn of(json: &str) -> Result<Self, ReadError> {
        serde_json::from_str(json).map(Tree).map_err(crate::model::malformed)
    }

    /// Takes the record out of it, without its provenance, notes of the editor on people, and the like.
    ///
    /// # Errors
    /// Where it is another format, or a field is missing: the place is then that of the whole.
    pub fn record(mut self) -> Result<wire::Record, ReadError> {
        match self.0.text("format") {
            Some(found) if found != wire::FORMAT => Err(ReadError::Format { found }),
            _ => record(&mut self.0).map_err(|field| ReadError::Malformed {
                at: (1, 1),
                what: format!("missing or unusable field `{field}`"),
            }),
        }
    }
}

/// The name of the field that is missing is the error.
type Read<T> = Result<T, &'static str>;

fn record(json: &mut Json) -> Read<wire::Record> {
    Ok(wire::Record {
        format: wire::FORMAT.into(),
        id: json.needed("id")?,
        part: None,
        source_digest: None,
        title: json.needed("title")?,
        kind: None,
        date: json.text("date"),
        language: None,
        summary: None,
        provenance: wire::Provenance {
            reference: json.take("provenance").text("reference"),
            ..wire::Provenance::default()
        },
        delegations: json.list("delegations", |json| {
            Ok(wire::Delegation { id: json.needed("id")?, name: json.needed("name")?, as_printed: None })
        })?,
        participants: json.list("participants", |json| {
            Ok(wire::Participant {
                id: json.needed("id")?,
                name: json.needed("name")?,
                delegation: json.text("delegation"),
                offices: Vec::new(),
                as_printed: None,
                presence: wire::Presence::default(),
                labels: Vec::new(),
                note: None,
            })
        })?,
        entities: json.list("entities", |json| {
            Ok(wire::Entity {
                id: json.needed("id")?,
                kind: json.named("kind")?.ok_or("kind")?,
                name: json.needed("name")?,
                value: None,
                note: json.text("note"),
            })
        })?,
        topics: json.list("topics", |json| {
            Ok(wire::Topic {
                id: json.needed("id")?,
                name: json.needed("name")?,
                from: json.needed("from")?,
                to: json.needed("to")?,
            })
        })?,
        blocks: json.list("blocks", block)?,
        retired: Vec::new(),
    })
}

fn block(json: &mut Json) -> Read<wire::Block> {
    Ok(wire::Block {
        id: json.needed("id")?,
        kind: json.named("kind")?.ok_or("kind")?,
        speaker: json.text("speaker"),
        label: json.text("label"),
        mode: json.named("mode")?,
        paragraphs: json.list("paragraphs", |json| each(std::mem::replace(json, Json::Nothing), "paragraphs", run))?,
    })
}

fn run(json: &mut Json) -> Read<wire::Run> {
    Ok(wire::Run {
        text: json.needed("text")?,
        entity: json.text("entity"),
        marks: json.list("marks", |json| json.name("marks"))?,
    })
}

fn each<T>(json: Json, field: &'static str, read: fn(&mut Json) -> Read<T>) -> Read<Vec<T>> {
    match json {
        Json::List(items) => items.into_iter().map(|mut item| read(&mut item)).collect(),
        Json::Nothing => Ok(Vec::new()),
        _ => Err(field),
    }
}

impl Json {
    fn take(&mut self, name: &str) -> Json {
        let Json::Fields(fields) = self else { return Json::Nothing };
        let field = fields.iter_mut().find(|(field, _)| field == name);
        field.map_or(Json::Nothing, |(_, value)| std::mem::replace(value, Json::Nothing))
    }

    fn text(&mut self, name: &str) -> Option<String> {
        if let Json::Text(text) = self.take(name) { Some(text) } else { None }
    }

    fn needed(&mut self, name: &'static str) -> Read<String> {
        self.text(name).ok_or(name)
    }

    fn list<T>(&mut self, name: &'static str, read: fn(&mut Json) -> Read<T>) -> Read<Vec<T>> {
        each(self.take(name), name, read)
    }

    /// A value of an enumeration, where the field is there.
    fn named<T: Deserialize<'static>>(&mut self, name: &'static str) -> Read<Option<T>> {
        match self.take(name) {
            Json::Nothing => Ok(None),
            mut value => value.name(name).map(Some),
        }
    }

    fn name<T: Deserialize<'static>>(&mut self, field: &'static str) -> Read<T> {
        let Json::Text(text) = self else { return Err(field) };
        let text: StrDeserializer<'_, Error> = text.as_str().into_deserializer();
        T::deserialize(text).map_err(|_| field)
    }
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OfTree)
    }
}

struct OfTree;

impl<'de> Visitor<'de> for OfTree {
    type Value = Json;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, _: bool) -> Result<Json, E> {
        Ok(Json::Nothing)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Json, E> {
        Ok(Json::Nothing)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Json, E> {
        Ok(Json::Nothing)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Json, E> {
        Ok(Json::Nothing)
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Nothing)
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let mut fields = Vec::new();
        while let Some(name) = map.next_key()? {
            fields.push((name, map.next_value()?));
        }
        Ok(Json::Fields(fields))
    }
}
