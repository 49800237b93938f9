//! `memcon check`: one line for each fault, with what would be right.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use memcon_record::index::{self, Index};
use memcon_record::model;
use memcon_record::wire::{self, Record};

use crate::Done;
use crate::args::Check;

/// Checks every file; the faults of all of them are told.
pub fn run(args: &Check) -> Done {
    let shape = shape()?;
    let mut faults = Vec::new();
    for file in &args.files {
        let before = faults.len();
        let mut say = |what: String| faults.push(format!("{}: {what}", file.display()));
        match text_of(file) {
            Err(what) => say(what),
            Ok(text) if is_list(file) => list(file, &text, &mut say),
            Ok(text) => {
                if let Some(record) = record(&text, &shape, &mut say) {
                    digest(file, &record, args.source.as_deref(), &mut say);
                }
            }
        }
        if faults.len() == before {
            println!("{}: good", file.display());
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// Whether a file is the list of the records beside it, by its name.
pub fn is_list(file: &Path) -> bool {
    file.file_name().is_some_and(|name| name == "index.json")
}

/// The JSON of a record in which nothing is wrong; its source is not asked for.
pub fn faultless(file: &Path) -> Result<String, Vec<String>> {
    let named = |what: String| format!("{}: {what}", file.display());
    let text = text_of(file).map_err(|what| vec![named(what)])?;
    let mut faults = Vec::new();
    record(&text, &shape()?, &mut |what| faults.push(named(what)));
    if faults.is_empty() { Ok(text) } else { Err(faults) }
}

fn shape() -> Result<jsonschema::Validator, Vec<String>> {
    jsonschema::validator_for(&wire::schema()).map_err(|e| vec![format!("the program’s own schema is broken: {e}")])
}

fn text_of(file: &Path) -> Result<String, String> {
    let bytes = fs::read(file).map_err(|error| format!("cannot be read: {error}"))?;
    String::from_utf8(bytes)
        .map_err(|error| format!("byte {} is not UTF-8; save the file as UTF-8", error.utf8_error().valid_up_to()))
}

/// The record that `text` says, as far as it has the shape of one.
fn record(text: &str, shape: &jsonschema::Validator, say: &mut dyn FnMut(String)) -> Option<Record> {
    let value: serde_json::Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(_) => {
            // The reader of records has the plainer words.
            match model::read_wire(text) {
                Err(error) => say(format!("{error}; restore the file, or make the record anew with memcon ingest")),
                Ok(_) => say("is no JSON; make the record anew with memcon ingest".into()),
            }
            return None;
        }
    };
    match value.get("format").and_then(serde_json::Value::as_str) {
        Some(wire::FORMAT) => {}
        Some(other) => {
            say(format!("format: “{other}” is not a format that this program knows; it reads “{}”", wire::FORMAT));
            return None;
        }
        None => {
            say(format!("format: there is none; write \"format\": \"{}\"", wire::FORMAT));
            return None;
        }
    }
    let mut shapely = true;
    for error in shape.iter_errors(&value) {
        shapely = false;
        say(format!("{}: {error}; see memcon schema", json_path(&error.instance_path().to_string())));
    }
    if !shapely {
        return None;
    }
    let record = model::read_wire(text).map_err(|error| say(error.to_string())).ok()?;
    for problem in memcon_record::check(&record) {
        say(problem.to_string());
    }
    Some(record)
}

fn digest(file: &Path, record: &Record, source: Option<&Path>, say: &mut dyn FnMut(String)) {
    let found = source.map(Path::to_owned).or_else(|| find_source(file, &record.id));
    let Some(path) = found else {
        eprintln!(
            "{}: no records/{}/source.txt or source.xml above it, so the digest was not checked",
            file.display(),
            record.id
        );
        return;
    };
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) => return say(format!("source_digest: {} cannot be read: {error}", path.display())),
    };
    let due = memcon_ingest::tei::source_digest(&bytes);
    match &record.source_digest {
        Some(digest) if *digest == due => {}
        Some(digest) => say(format!(
            "source_digest: is {digest}, but {} has {due}; make the record anew with memcon ingest",
            path.display()
        )),
        None => say(format!("source_digest: there is none; write \"{due}\"")),
    }
}

fn find_source(file: &Path, id: &str) -> Option<PathBuf> {
    let full = fs::canonicalize(file).ok()?;
    full.ancestors().skip(1).find_map(|above| memcon_ingest::site::source_in(&above.join("records").join(id)))
}

/// A list of records: its format, and whether it says what the records beside it say.
fn list(file: &Path, text: &str, say: &mut dyn FnMut(String)) {
    let found: Index = match serde_json::from_str(text) {
        Ok(found) => found,
        Err(error) => {
            return say(format!(
                "line {}, column {}: {error}; write it anew with memcon index",
                error.line(),
                error.column()
            ));
        }
    };
    if found.format != index::FORMAT {
        return say(format!(
            "format: “{}” is not a format that this program knows; it reads “{}”",
            found.format,
            index::FORMAT
        ));
    }
    let dir = file.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let due = match memcon_ingest::site::index(dir) {
        Ok(due) => due,
        Err(error) => return say(error.to_string()),
    };
    let ids = |list: &Index| list.records.iter().map(|entry| entry.id.clone()).collect::<BTreeSet<_>>();
    for id in ids(&found).difference(&ids(&due)) {
        say(format!("records: “{id}” has no file {id}.json beside the list; write the list anew with memcon index"));
    }
    for id in ids(&due).difference(&ids(&found)) {
        say(format!("records: “{id}” is not in the list; write it anew with memcon index"));
    }
    for (i, entry) in found.records.iter().enumerate() {
        if let Some(right) = due.records.iter().find(|due| due.id == entry.id)
            && right != entry
        {
            say(format!(
                "records[{i}]: does not say what {}.json says; write the list anew with memcon index",
                entry.id
            ));
        }
    }
    if found != due && ids(&found) == ids(&due) && found.records.iter().all(|entry| due.records.contains(entry)) {
        say("records: are not in order of their dates; write the list anew with memcon index".into());
    }
}

/// `/blocks/7/speaker` as `blocks[7].speaker`.
fn json_path(pointer: &str) -> String {
    let mut path = String::new();
    for part in pointer.split('/').filter(|part| !part.is_empty()) {
        if part.bytes().all(|b| b.is_ascii_digit()) {
            path.push_str(&format!("[{part}]"));
        } else {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(part);
        }
    }
    if path.is_empty() { "the record".into() } else { path }
}
