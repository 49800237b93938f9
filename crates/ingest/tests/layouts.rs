//! Ten invented records in the layouts that archives use parse to their truth.

mod common;

use std::collections::HashMap;
use std::path::Path;

use common::{Turn, files, read, rebuild, truth, turns};

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/layouts")
}

fn check(name: &str, path: &Path) {
    let expect = truth(&std::fs::read_to_string(path.with_extension("json")).expect("the truth is there"));
    let (source, made) = read(path);
    let Some(made) = made else {
        assert!(expect.is_empty(), "{name}: no turns found, {} expected", expect.len());
        return;
    };
    let found = turns(&made);
    let labels = |turns: &[Turn]| turns.iter().map(|turn| turn.label.clone()).collect::<Vec<_>>();
    assert_eq!(labels(&found), labels(&expect), "{name}: labels in order");
    // One line of text has no paragraphs left to find.
    let flattened = source.lines().count() < 3;
    let mut who: HashMap<&str, &str> = HashMap::new();
    for (i, (found, expect)) in found.iter().zip(&expect).enumerate() {
        assert!(found.words.starts_with(&expect.words), "{name}, turn {}: {:?}", i + 1, found.words);
        assert!(
            flattened || found.paragraphs == expect.paragraphs,
            "{name}, turn {}: {} paragraphs",
            i + 1,
            found.paragraphs
        );
        let same = who.entry(&expect.speaker).or_insert(&found.speaker);
        assert_eq!(*same, found.speaker, "{name}, turn {}: one person, two ids", i + 1);
    }
    let different: std::collections::HashSet<&&str> = who.values().collect();
    assert_eq!(different.len(), who.len(), "{name}: two persons, one id: {who:?}");
    assert_eq!(rebuild(&source, &made), source, "{name}: the source comes back");
}

#[test]
fn every_layout_parses_to_its_truth() {
    let all = files(&folder(), "txt");
    assert_eq!(all.len(), 10);
    for path in all {
        check(&path.file_stem().expect("a name").to_string_lossy(), &path);
    }
}
