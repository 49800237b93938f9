//! The seed and five invented records.

// Each test file uses its own part of this.
#![allow(dead_code)]

use memcon_cite::{Cited, Day};
use memcon_record::Record;
use serde_json::{Value, json};

/// A day of reading.
pub const READ: Day = Day { year: 2026, month: Some(9), day: Some(2) };

/// The seed.
pub fn seed() -> Record {
    read(include_str!("../../../../public/records/1964-11-25-kwp-delegation-enver-hoxha.json"))
}

/// All six with their names: what they have and what they lack.
pub fn all() -> Vec<(&'static str, Record)> {
    vec![
        ("the seed", seed()),
        ("everything", everything()),
        ("nothing", nothing()),
        ("archive, no translator", archive()),
        ("translator, no archive", translator()),
        ("interval of months, one voice unknown", months()),
    ]
}

/// The whole record, each speaker's first turn, the first three turns, a passage; linked, then also with a day of reading.
pub fn citations(record: &Record) -> Vec<(String, Cited)> {
    let mut citations = vec![("record".to_owned(), Cited::record())];
    for (block, _) in record.turns().take(4) {
        citations.push((block.id.clone(), Cited::block(record, &block.id).expect("a turn")));
    }
    let ids: Vec<&str> = record.turns().map(|(block, _)| block.id.as_str()).collect();
    citations.push(("stretch".to_owned(), Cited::stretch(record, ids[0], ids[ids.len().min(3) - 1]).expect("turns")));
    let linked: Vec<_> = citations
        .iter()
        .map(|(name, cited)| {
            (format!("{name}, linked"), cited.clone().linked(format!("https://memcon.example/r/?only={name}&x=1#t7")))
        })
        .collect();
    let read: Vec<_> =
        linked.iter().map(|(name, cited)| (format!("{name}, read"), cited.clone().read_on(READ))).collect();
    citations.extend(linked);
    citations.extend(read);
    citations
}

/// Archive, place in it, translator, publisher, interval of days, page marks, reported speech.
pub fn everything() -> Record {
    record(json!({
        "id": "talks-at-the-lake",
        "title": "Talks at the Lake: “Water, Salt and Bread”",
        "kind": "Memorandum of Conversation",
        "date": "1958-03-29/1958-03-31",
        "language": "en",
        "provenance": {
            "reference": "Fond 12, Series B, Box 3",
            "repository": "State Archive of Lakeland, Port Ester",
            "translator": "Maria van der Berg",
            "recorder": "A. Clerk",
            "publisher": "Lakeland Documents Project",
            "url": "https://archive.example/12/b/3"
        },
        "participants": people(&["Jean de Marsac", "Kim Su-yong", "Olga Petrova", "Henry A. Miller"]),
        "blocks": [
            turn("t1", "p0", "reported", "[Page 178] Mr. de Marsac said that the lake was low."),
            turn("t2", "p1", "reported", "Kim Su-yong replied that [Page 179] it would rise."),
            turn("t3", "p2", "verbatim", "Salt is dear."),
            turn("t4", "p3", "verbatim", "So is bread.")
        ]
    }))
}

/// A title and two turns of one voice.
pub fn nothing() -> Record {
    record(json!({
        "id": "untold",
        "title": "Was it said?",
        "provenance": {},
        "participants": people(&["Voice"]),
        "blocks": [turn("t1", "p0", "verbatim", "It was."), turn("t2", null(), "verbatim", "(Laughter)")]
    }))
}

/// An archive and a year; two people of one name; leaves.
pub fn archive() -> Record {
    record(json!({
        "id": "session-four",
        "title": "Fourth session of the Harbour Board",
        "kind": "Stenogram",
        "date": "1931",
        "language": "sq",
        "provenance": { "reference": "HBA, Minutes 1931, f. 40–52", "repository": "Harbour Board Archive" },
        "participants": people(&["Ada Quay", "Tom Quay", "The Chairman"]),
        "blocks": [
            turn("t1", "p0", "verbatim", "[leaf 40] Open."),
            turn("t2", "p1", "verbatim", "Opened."),
            turn("t3", "p2", "verbatim", "[leaf 41] Closed.")
        ]
    }))
}

/// A translator and a day, no archive and no kind; a title that ends with a question mark; names with an apostrophe.
pub fn translator() -> Record {
    record(json!({
        "id": "who-pays",
        "title": "Who Pays for the Bridge?",
        "date": "1970-02-01",
        "language": "en",
        "provenance": { "translator": "Li Mei", "publisher": "Bridge Papers" },
        "participants": people(&["Seán O’Brien", "Li Mei"]),
        "blocks": [turn("t1", "p0", "verbatim", "You."), turn("t2", "p1", "verbatim", "We & they < 50%.")]
    }))
}

/// From one month to another, in different years.
pub fn months() -> Record {
    record(json!({
        "id": "winter-talks",
        "title": "Winter Talks",
        "kind": "Minutes",
        "date": "1949-12-30/1950-01-02",
        "language": "en",
        "provenance": { "reference": "WT 7" },
        "participants": people(&["Ana Lund"]),
        "blocks": [
            turn("t1", "p0", "verbatim", "Snow."),
            { "id": "t2", "kind": "turn", "speaker": "unknown", "label": "Voice at the door", "mode": "verbatim",
              "paragraphs": [[{ "text": "Rain." }]] }
        ]
    }))
}

fn null() -> Value {
    Value::Null
}

fn people(names: &[&str]) -> Value {
    let person = |(i, name): (usize, &&str)| json!({ "id": format!("p{i}"), "name": name, "presence": "speaks-only" });
    names.iter().enumerate().map(person).collect()
}

/// A turn; what stands in square brackets is a mark of a page.
fn turn(id: &str, speaker: impl Into<Value>, mode: &str, text: &str) -> Value {
    let mut runs = Vec::new();
    let mut rest = text;
    while let Some((before, (mark, after))) = rest.split_once('[').and_then(|(b, r)| Some((b, r.split_once(']')?))) {
        if !before.is_empty() {
            runs.push(json!({ "text": before }));
        }
        runs.push(json!({ "text": format!("[{mark}]"), "marks": ["page-break"] }));
        rest = after;
    }
    runs.push(json!({ "text": rest }));
    json!({ "id": id, "kind": "turn", "speaker": speaker.into(), "mode": mode, "paragraphs": [runs] })
}

fn record(mut fields: Value) -> Record {
    fields["format"] = "memcon-record/1".into();
    fields["source_digest"] = format!("sha256:{}", "ab".repeat(32)).into();
    read(&fields.to_string())
}

fn read(json: &str) -> Record {
    let (record, problems) = memcon_record::read(json).expect("a record");
    assert_eq!(problems, []);
    record
}
