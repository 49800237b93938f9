//! Records that the tests write.

// Each test file uses its own part of this.
#![allow(dead_code)]

use memcon_record::model::read_wire;
use memcon_record::wire::{Block, BlockKind, Mark, Mode, Participant, Presence, Record, Run};
use proptest::prelude::*;

/// The record that the page shows.
pub const SEED: &str = include_str!("../../../../public/records/1964-11-25-kwp-delegation-enver-hoxha.json");

pub fn seed() -> Record {
    read_wire(SEED).expect("the committed record is readable")
}

/// For each block of the seed, whether it is a turn of one of these ids.
pub fn only(record: &Record, ids: &[&str]) -> Vec<bool> {
    record.blocks.iter().map(|block| ids.contains(&block.id.as_str())).collect()
}

/// The text of each paragraph of a block.
pub fn texts(block: &Block) -> Vec<String> {
    block.paragraphs.iter().map(|runs| runs.iter().map(|run| run.text.as_str()).collect()).collect()
}

/// Runs of whatever text and marks.
fn runs() -> impl Strategy<Value = Vec<Run>> {
    let marks = prop::sample::subsequence(
        vec![Mark::Editorial, Mark::Quotation, Mark::Stage, Mark::Strong, Mark::Emphasis],
        0..=2,
    );
    let text = prop_oneof![
        "\\PC{1,30}",
        // What is markup somewhere, at the beginning and elsewhere.
        "[ \t]{0,5}(#{1,7}|[-+*=>]|[0-9]{1,9}[.)]|={3}|-{3}|~{3}|`{1,4}|\\||:|=|@|\\\\)[ a-z]{0,6}[\n*_`<>&\\[\\]!a-z()\"',; -]{0,12}",
        "[*_a-zA-Z ]{1,12}",
        "(<!--|</p>|&amp;|&#10;|\\]\\]>|https://x\\.org/_a_|\\$x\\$|\\r\\n|\u{0}|\u{1}|\u{fffe})",
    ];
    let run = (text, marks).prop_map(|(text, marks)| Run { text, entity: None, marks });
    prop::collection::vec(run, 1..4)
}

/// Records of two speakers that say whatever there is.
pub fn records() -> impl Strategy<Value = Record> {
    let speaker = prop_oneof![Just(Some("ana")), Just(Some("unknown")), Just(None), Just(Some("bo"))];
    let kind = prop_oneof![4 => Just(BlockKind::Turn), 1 => Just(BlockKind::Narrative), 1 => Just(BlockKind::Note)];
    let block = (kind, speaker, "\\PC{0,12}", prop::collection::vec(runs(), 1..4));
    ("\\PC{1,20}", prop::collection::vec(block, 0..6)).prop_map(|(title, blocks)| Record {
        format: memcon_record::wire::FORMAT.into(),
        id: "invented".into(),
        title,
        participants: ["ana", "bo"].map(person).into(),
        blocks: blocks
            .into_iter()
            .enumerate()
            .map(|(place, (kind, speaker, label, paragraphs))| {
                let is_turn = kind == BlockKind::Turn;
                Block {
                    id: format!("b{place}"),
                    kind,
                    speaker: speaker.filter(|_| is_turn).map(str::to_owned),
                    label: Some(label).filter(|_| is_turn),
                    mode: Some(Mode::Verbatim).filter(|_| is_turn),
                    paragraphs,
                }
            })
            .collect(),
        ..Record::default()
    })
}

fn person(id: &str) -> Participant {
    Participant {
        id: id.into(),
        name: format!("=cmd({id})"),
        delegation: None,
        offices: Vec::new(),
        as_printed: None,
        presence: Presence::SpeaksOnly,
        labels: Vec::new(),
        note: None,
    }
}
