//! The table of turns, read back by a program that did not write it.

mod common;

use common::{only, records, seed, texts};
use memcon_export::{Format, reduced, write};
use memcon_record::wire::{BlockKind, Record};
use proptest::prelude::*;

/// The names of the columns, and the rows.
fn read(file: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let file = file.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().terminator(csv::Terminator::CRLF).from_reader(file.as_bytes());
    let names = reader.headers().expect("names").iter().map(str::to_owned).collect();
    let rows = reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect();
    (names, rows)
}

fn table(record: &Record, address: Option<&str>) -> (Vec<String>, Vec<Vec<String>>) {
    read(&write(record, Format::Csv, address))
}

#[test]
fn there_is_a_row_for_each_turn_with_all_that_is_known_of_it() {
    let record = seed();
    let (names, rows) = table(&record, Some("https://example.org/records/x/"));
    assert_eq!(names.join(","), "turn,number,speaker_id,speaker,delegation,label,mode,topic,words,text,link");
    assert_eq!(rows.len(), 25);
    assert_eq!(
        rows[11][..7],
        ["t12", "12", "enver-hoxha", "Enver Hoxha", "Albanian side", "Comrade Enver Hoxha", "verbatim"]
    );
    assert_eq!(rows[11][10], "https://example.org/records/x/#t12");
    let words: usize = rows.iter().map(|row| row[8].parse::<usize>().expect("a number")).sum();
    assert_eq!(words, 2304);
    let turns = record.blocks.iter().filter(|block| block.kind == BlockKind::Turn);
    for (block, row) in turns.zip(&rows) {
        assert_eq!(row[9], texts(block).join("\n\n"));
    }
}

#[test]
fn of_a_part_each_row_says_so() {
    let whole = seed();
    let part = reduced(&whole, &only(&whole, &["t12", "t16"]), "?q=mud");
    let (names, rows) = table(&part, None);
    assert_eq!(names[10..], ["part", "part_link"]);
    assert_eq!(rows[1][..2], ["t16", "16"]);
    assert!(rows.iter().all(|row| row[10..] == ["2 of 25 turns", "?q=mud"]));
}

#[test]
fn what_would_be_run_is_not_and_the_row_says_where() {
    let mut record = seed();
    let mut turns = record.blocks.iter_mut().filter(|block| block.kind == BlockKind::Turn);
    turns.next().expect("a turn").paragraphs[0][0].text = "=HYPERLINK(\"https://x\",\"y\")".into();
    let (names, rows) = table(&record, None);
    assert_eq!(names.last().expect("a column"), "defused");
    assert!(rows[0][9].starts_with("'=HYPERLINK(\"https://x\",\"y\")"));
    assert_eq!((rows[0][10].as_str(), rows[1][10].as_str()), ("text", ""));
}

proptest! {
    #[test]
    fn whatever_is_said_comes_back_and_nothing_is_run(record in records()) {
        let (names, rows) = table(&record, None);
        let turns: Vec<_> = record.blocks.iter().filter(|block| block.kind == BlockKind::Turn).collect();
        prop_assert_eq!(turns.len(), rows.len());
        let defused = names.iter().position(|name| name == "defused");
        for (block, row) in turns.iter().zip(&rows) {
            prop_assert_eq!(row.len(), names.len());
            let said = texts(block).join("\n\n");
            let undone = defused.is_some_and(|at| row[at].split(' ').any(|name| name == "text"));
            let text = if undone { row[9].strip_prefix('\'').unwrap_or_default() } else { &row[9] };
            prop_assert_eq!(text, said);
            prop_assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])));
        }
    }
}
