//! Records that the tests write and read.

// Each test file uses its own part of this.
#![allow(dead_code)]

pub mod arbitrary;

use std::path::{Path, PathBuf};

use memcon_record::wire::Record;

/// The records of the site.
pub fn records() -> Vec<Record> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/records");
    let mut records: Vec<Record> = files(&folder, "json")
        .into_iter()
        .filter(|path| path.file_name().is_some_and(|name| name != "index.json"))
        .map(|path| {
            let json = std::fs::read_to_string(&path).expect("the record can be read");
            serde_json::from_str(&json).expect("a record")
        })
        .collect();
    records.sort_by(|a, b| a.id.cmp(&b.id));
    assert!(!records.is_empty());
    records
}

/// The layouts that archives use, made records.
pub fn layouts() -> Vec<Record> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ingest/tests/layouts");
    files(&folder, "txt")
        .into_iter()
        .filter_map(|path| {
            let source = std::fs::read_to_string(&path).expect("the source can be read");
            // One of them is in reported speech and has no turns.
            memcon_ingest::ingest(&source, None, None).ok().map(|made| made.record)
        })
        .collect()
}

/// A record with one turn.
pub fn small() -> Record {
    serde_json::from_str(
        r#"{"format":"memcon-record/1","id":"x","title":"X","provenance":{},"blocks":[
            {"id":"t1","kind":"turn","speaker":null,"mode":"verbatim","paragraphs":[[{"text":"Yes."}]]}]}"#,
    )
    .expect("a record")
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder can be read")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == ending))
        .collect();
    files.sort();
    files
}
