//! What the tests of links share: records made of texts, random selections, and edits of which the outcome is known.

// Each test file uses its own part of this.
#![allow(dead_code)]

pub mod edits;
pub mod follow;

use std::path::PathBuf;

use memcon_quote::{Passage, Spot, Stream};
use memcon_record::Record;
use memcon_record::wire::{self, Block, BlockKind, Mode, Run};

/// A turn: its id, and its paragraphs.
pub type Turn = (String, Vec<String>);

/// A record of turns.
pub fn record(turns: &[Turn]) -> Record {
    let block = |(id, paragraphs): &Turn| Block {
        id: id.clone(),
        kind: BlockKind::Turn,
        speaker: None,
        label: None,
        mode: Some(Mode::Verbatim),
        paragraphs: paragraphs.iter().map(|text| vec![Run::plain(text.clone())]).collect(),
    };
    of_blocks(turns.iter().map(block).collect())
}

/// A record of blocks.
pub fn of_blocks(blocks: Vec<Block>) -> Record {
    Record::from_wire(wire::Record {
        format: wire::FORMAT.into(),
        id: "x".into(),
        title: "X".into(),
        blocks,
        ..wire::Record::default()
    })
}

/// A record whose turns, `t1` on, have one paragraph each.
pub fn talk(texts: &[&str]) -> Record {
    let turn = |(i, text): (usize, &&str)| (format!("t{}", i + 1), vec![(*text).to_owned()]);
    record(&texts.iter().enumerate().map(turn).collect::<Vec<_>>())
}

/// The turns and other blocks of `record` as plain text.
pub fn plain(record: &Record) -> Vec<Turn> {
    let paragraphs = |block: &memcon_record::model::Block| block.paragraphs.iter().map(|p| p.text.clone()).collect();
    record.blocks.iter().map(|block| (block.id.clone(), paragraphs(block))).collect()
}

/// The record that is committed.
pub fn seed() -> Record {
    let json = include_str!("../../../../public/records/1964-11-25-kwp-delegation-enver-hoxha.json");
    memcon_record::read(json).expect("a record").0
}

/// A folder of the material that only some machines have; says so where it is absent.
pub fn shared(folder: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared").join(folder);
    if path.is_dir() {
        return Some(path);
    }
    println!("left out: ../shared/{folder} is not there");
    None
}

/// The records that can be made of the text files of a folder.
pub fn records(folder: &str, extension: &str) -> Vec<(String, Record)> {
    let Some(path) = shared(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(path).expect("a folder").map(|entry| entry.expect("one").path()).collect();
    files.retain(|file| file.extension().is_some_and(|e| e == extension));
    files.sort();
    let read = |file: &PathBuf| {
        let bytes = std::fs::read(file).ok()?;
        let made = memcon_ingest::ingest(memcon_ingest::source_text(&bytes).ok()?, None, None).ok()?;
        Some((file.file_stem()?.to_string_lossy().into_owned(), Record::from_wire(made.record)))
    };
    files.iter().filter_map(read).collect()
}

/// Numbers that look random and are the same each time (xorshift64*, Vigna 2016).
pub struct Dice(u64);

impl Dice {
    /// Thrown from `seed`.
    pub fn new(seed: u64) -> Self {
        Dice(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `n`, 0 where that is 0.
    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        (number as usize).checked_rem(n).unwrap_or(0)
    }

    /// True once in `n` times.
    pub fn once_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }
}

/// A selection as a reader makes one: short or long, also of whole turns, from and to anywhere in a word.
pub fn selection(stream: &Stream<'_>, dice: &mut Dice) -> Passage {
    let longest = [3, 12, 60, 300][dice.below(4)];
    let from = dice.below(stream.len());
    let to = (from + 1 + dice.below(longest)).min(stream.len());
    let words = stream.passage(from..to).expect("words that are there");
    if dice.once_in(6) {
        // Whole blocks.
        let last = stream.record.blocks[words.end.block].paragraphs.len() - 1;
        let end = stream.record.blocks[words.end.block].paragraphs[last].text.len();
        return Passage { start: Spot::new(words.start.block, 0, 0), end: Spot::new(words.end.block, last, end) };
    }
    if dice.once_in(2) {
        return words;
    }
    // Some letters less of the first and the last word.
    let (first, last) = (stream.passage(from..from + 1), stream.passage(to - 1..to));
    let (first, last) = (first.expect("a word"), last.expect("a word"));
    let start = Spot { byte: first.start.byte + dice.below(first.end.byte - first.start.byte), ..first.start };
    let end = Spot { byte: last.end.byte - dice.below(last.end.byte - last.start.byte), ..last.end };
    if start < end { Passage { start, end } } else { words }
}
