//! What the timeline says of a turn, and where it finds it.

use memcon_record::model::Block;
use memcon_record::slice::slice;
use memcon_record::{Record, Turn};

use crate::view::numbers::count;

fn block_of(record: &Record, place: usize) -> Option<&Block> {
    record.blocks.get(*record.turns.get(place)?)
}

pub(super) fn turn_at(record: &Record, place: usize) -> Option<(&Block, &Turn)> {
    let block = block_of(record, place)?;
    Some((block, block.turn()?))
}

/// “Turn 7, Mehmet Shehu, 22 words: The solution of …”, of the first of `turns`, and how many more there are.
pub fn saying(record: &Record, turns: &[usize]) -> String {
    let first = turns.first().and_then(|place| Some((place, turn_at(record, *place)?)));
    let Some((place, (block, turn))) = first else { return String::new() };
    let topic = turn.topic.and_then(|i| record.topics.get(i)).map(|t| format!(", {}", t.name)).unwrap_or_default();
    let mut said = format!(
        "Turn {}, {}, {}{topic}: {}",
        place + 1,
        record.speaker_name(turn),
        count(turn.words, "word"),
        beginning(block)
    );
    if let [_, .., last] = turns {
        said += &format!(" and {} more, until turn {}", turns.len() - 1, last + 1);
    }
    said
}

/// The first words of a block.
pub(super) fn beginning(block: &Block) -> String {
    let text = block.paragraphs.first().map_or("", |p| p.text.as_str());
    match text.char_indices().nth(64) {
        None => text.to_owned(),
        Some((end, _)) => {
            let head = slice(text, ..end);
            format!("{} …", head.rsplit_once(' ').map_or(head, |(words, _)| words))
        }
    }
}
