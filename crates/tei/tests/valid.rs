//! What is written is valid TEI, says jing with the schema of all of TEI.

mod common;

use std::path::{Path, PathBuf};
use std::process::Command;

use memcon_record::wire::Record;
use memcon_tei::write;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

/// The schema; none, with one line that says so, where it or jing is absent.
fn schema() -> Option<PathBuf> {
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/schemas/tei_all.rng");
    if !schema.exists() {
        println!("left out: ../shared/schemas/tei_all.rng is not there");
        return None;
    }
    if Command::new("jing").output().is_err() {
        println!("left out: jing is not there; on Debian: apt-get install jing");
        return None;
    }
    Some(schema)
}

fn validate(schema: &Path, records: &[(Record, Option<&str>)]) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = Command::new("jing");
    command.arg(schema);
    for (i, (record, link)) in records.iter().enumerate() {
        let path = folder.path().join(format!("{i}.xml"));
        std::fs::write(&path, write(record, link.map(|_| "a part & more"), *link)).expect("it can be written");
        command.arg(path);
    }
    let told = command.output().expect("jing runs");
    let said = String::from_utf8_lossy(&told.stdout);
    let lines: Vec<String> = said
        .lines()
        .take(4)
        .map(|line| {
            let mut parts = line.strip_prefix(&*folder.path().to_string_lossy()).unwrap_or(line).split(':');
            let (file, row) = (parts.next().unwrap_or(""), parts.next().and_then(|row| row.parse::<usize>().ok()));
            let text = std::fs::read_to_string(format!("{}{file}", folder.path().display())).unwrap_or_default();
            format!("{line:.300}\n    {}", row.and_then(|row| text.lines().nth(row - 1)).unwrap_or(""))
        })
        .collect();
    assert!(told.status.success(), "{}", lines.join("\n"));
}

#[test]
fn shared_schema_the_records_and_the_layouts_are_valid() {
    let Some(schema) = schema() else { return };
    let mut records: Vec<(Record, Option<&str>)> = Vec::new();
    for record in common::records().into_iter().chain(common::layouts()).chain([common::small()]) {
        records.push((record.clone(), None));
        let mut part = record;
        part.blocks.truncate(3);
        records.push((part, Some("https://example.org/x/?q=a%20b&from=t1#t1")));
    }
    validate(&schema, &records);
    println!("| TEI files of records and layouts | {} | valid |", records.len());
}

#[test]
fn shared_schema_any_record_is_valid() {
    let Some(schema) = schema() else { return };
    let mut runner = TestRunner::deterministic();
    let any = common::arbitrary::record();
    let records: Vec<(Record, Option<&str>)> = (0..400)
        .map(|i| {
            let record = any.new_tree(&mut runner).expect("a record").current();
            (record, [None, Some("https://example.org/"), Some("no address\u{1} [at] all %zz")][i % 3])
        })
        .collect();
    validate(&schema, &records);
    println!("| TEI files of arbitrary records | {} | valid |", records.len());
}
