//! What the tests of the parser share: truth files, turns as the tests see them.

// Each test file uses its own part of this.
#![allow(dead_code)]

pub mod xml;

use std::path::{Path, PathBuf};

use memcon_ingest::{Fate, Ingested, ingest, source_text};
use memcon_record::wire::{BlockKind, Run};
use serde_json::Value;

/// A turn as a truth file or a record gives it.
#[derive(Clone, Debug)]
pub struct Turn {
    /// Label as printed.
    pub label: String,
    /// Who speaks: an id of the truth's or of the record's own.
    pub speaker: String,
    /// The words, paragraphs parted by a space.
    pub words: String,
    /// Number of paragraphs.
    pub paragraphs: usize,
}

/// The turns of a truth file in the shape of `layouts` and `frus`.
pub fn truth(json: &str) -> Vec<Turn> {
    let value: Value = serde_json::from_str(json).expect("the truth file is JSON");
    let text = |turn: &Value, field: &str| turn[field].as_str().expect("a text").to_owned();
    value["turns"]
        .as_array()
        .expect("turns")
        .iter()
        .map(|turn| Turn {
            label: text(turn, "speaker"),
            speaker: text(turn, "speaker_id"),
            words: text(turn, "first_words"),
            paragraphs: turn["paragraphs"].as_u64().expect("a number") as usize,
        })
        .collect()
}

/// The turns of a record.
pub fn turns(made: &Ingested) -> Vec<Turn> {
    made.record
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Turn)
        .map(|block| Turn {
            label: block.label.clone().unwrap_or_default(),
            speaker: block.speaker.clone().unwrap_or_default(),
            words: block.paragraphs.iter().map(|p| joined(p)).collect::<Vec<_>>().join(" "),
            paragraphs: block.paragraphs.len(),
        })
        .collect()
}

/// A paragraph's text.
pub fn joined(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// The record of a source file from its text alone; none where it has no turns.
pub fn read(path: &Path) -> (String, Option<Ingested>) {
    let bytes = std::fs::read(path).expect("the file can be read");
    let source = source_text(&bytes).expect("plain text").to_owned();
    let made = match ingest(&source, None, None) {
        Ok(made) => Some(made),
        Err(error) => {
            assert!(error.what.starts_with("no turns found"), "{}: {error}", path.display());
            None
        }
    };
    (source, made)
}

/// Files of `folder` with this ending, in order.
pub fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder can be read")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == ending))
        .collect();
    files.sort();
    files
}

/// `../shared/<name>` beside the checkout; none, with one line that says so, in a stranger's clone.
pub fn shared(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared").join(name);
    if path.exists() {
        return Some(path);
    }
    println!("left out: ../shared/{name} is not there");
    None
}

/// The source rebuilt from the record and the account: words from the record's runs, the
/// rest from where the account says, white space between them from the source.
///
/// # Panics
/// When the two do not agree to the letter.
pub fn rebuild(source: &str, made: &Ingested) -> String {
    let mut built = String::new();
    let mut at = 0;
    let mut taken: std::collections::HashMap<(String, usize), usize> = std::collections::HashMap::new();
    for piece in &made.account {
        let between = &source[at..piece.range.start];
        assert!(
            between.chars().all(|c| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')),
            "line {}: lost {between:?}",
            piece.line
        );
        built.push_str(between);
        let own = &source[piece.range.clone()];
        match &piece.fate {
            Fate::Text { block, paragraph } => {
                let found = made.record.blocks.iter().find(|b| b.id == *block).expect("the block is there");
                let text = joined(&found.paragraphs[*paragraph]);
                let from = taken.entry((block.clone(), *paragraph)).or_insert(0);
                // Within a paragraph a line break of the source is one space.
                let rest = if *from == 0 { &text[..] } else { text[*from..].strip_prefix(' ').expect("one space") };
                let start = text.len() - rest.len();
                assert!(rest.starts_with(own), "line {}: {own:?} is not next in {block}: {rest:?}", piece.line);
                built.push_str(&rest[..own.len()]);
                *from = start + own.len();
            }
            Fate::Label { block } => {
                let found = made.record.blocks.iter().find(|b| b.id == *block).expect("the block is there");
                let label = found.label.as_deref().expect("a label");
                assert!(label.contains(own), "line {}: {own:?} is not in the label {label:?}", piece.line);
                built.push_str(own);
            }
            Fate::Separator | Fate::Metadata { .. } | Fate::Furniture { .. } => built.push_str(own),
        }
        at = piece.range.end;
    }
    built.push_str(&source[at..]);
    for block in &made.record.blocks {
        for (paragraph, runs) in block.paragraphs.iter().enumerate() {
            let all = joined(runs).len();
            assert_eq!(taken.get(&(block.id.clone(), paragraph)), Some(&all), "{}: words from nowhere", block.id);
        }
    }
    built
}

/// Which turns of `expect` are in `found`, in order, by label and first words.
pub fn hits(expect: &[Turn], found: &[Turn]) -> Vec<(usize, usize)> {
    let same = |a: &Turn, b: &Turn| {
        plain(&a.label) == plain(&b.label)
            && plain(&b.words).starts_with(&plain(&a.words).chars().take(40).collect::<String>())
    };
    // The longest sequence common to both.
    let (n, m) = (expect.len(), found.len());
    let mut best = vec![vec![0u32; m + 1]; n + 1];
    for i in (0..n).rev() {
        for j in (0..m).rev() {
            best[i][j] =
                if same(&expect[i], &found[j]) { best[i + 1][j + 1] + 1 } else { best[i + 1][j].max(best[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut pairs) = (0, 0, Vec::new());
    while i < n && j < m {
        if same(&expect[i], &found[j]) {
            pairs.push((i, j));
            i += 1;
            j += 1;
        } else if best[i + 1][j] >= best[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
