//! Plain text is what `memcon ingest` reads: the same turns come back.

mod common;

use std::path::Path;

use common::{seed, texts};
use memcon_export::{Format, write};
use memcon_ingest::{Editor, ingest};
use memcon_record::wire::{BlockKind, Record};

/// For each turn who speaks, as printed, and the words.
fn turns(record: &Record) -> Vec<(String, Vec<String>)> {
    let turns = record.blocks.iter().filter(|block| block.kind == BlockKind::Turn);
    turns.map(|block| (block.label.clone().unwrap_or_default(), texts(block))).collect()
}

fn speakers(record: &Record) -> Vec<Option<String>> {
    record.blocks.iter().filter(|block| block.kind == BlockKind::Turn).map(|block| block.speaker.clone()).collect()
}

#[test]
fn the_seed_comes_back_with_its_speakers_its_words_and_what_is_known_of_it() {
    let record = seed();
    let text = write(&record, Format::Txt, Some("https://example.org/records/x/"));
    assert!(text.starts_with("Notes from a Meeting"), "{text}");
    assert!(text.contains("\n\n[Turn 12] Comrade Enver Hoxha: "), "{text}");
    let editor = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../records").join(&record.id).join("record.toml");
    let editor = Editor::read(&std::fs::read_to_string(editor).expect("committed")).expect("an editor’s file");
    let again = ingest(&text, Some(&editor), None).expect("a record").record;
    assert_eq!(turns(&again), turns(&record));
    assert_eq!(speakers(&again), speakers(&record));
    assert_eq!((&again.title, &again.date, &again.kind), (&record.title, &record.date, &record.kind));
    assert_eq!(again.provenance, record.provenance);
    assert_eq!(again.summary, record.summary);
    // The text alone is enough for the turns.
    assert_eq!(turns(&ingest(&text, None, None).expect("a record").record), turns(&record));
}

#[test]
fn records_in_the_layouts_of_archives_come_back() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ingest/tests/layouts");
    let mut read = 0;
    for entry in std::fs::read_dir(folder).expect("layouts") {
        let path = entry.expect("a file").path();
        if path.extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        let source = std::fs::read_to_string(&path).expect("text");
        let Ok(made) = ingest(&source, None, None) else { continue };
        let text = write(&made.record, Format::Txt, None);
        let again = ingest(&text, None, None).unwrap_or_else(|fault| panic!("{}: {fault:?}\n{text}", path.display()));
        let (before, after) = (turns(&made.record), turns(&again.record));
        for (before, after) in before.iter().zip(&after) {
            assert_eq!(after, before, "{}\n{text}", path.display());
        }
        assert_eq!(after.len(), before.len(), "{}\n{text}", path.display());
        assert_eq!(speakers(&again.record), speakers(&made.record), "{}", path.display());
        read += 1;
    }
    assert_eq!(read, 9, "one of the ten has no turns");
}
