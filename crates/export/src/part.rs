//! What a filter leaves of a record, as a record.

use std::collections::HashSet;

use memcon_record::wire::{BlockKind, Part, Record, Topic};

/// What of `record` is `shown`, a truth value for each block: a record in which nothing refers to what is not there.
///
/// Everyone present stays, and so do the delegations: who was there does not depend on what one looks for. Entities
/// stay where the text left names them, topics where turns of theirs are left, cut to those. `link` shows the same part
/// of the whole. Of a part, a part is made: the turns keep their numbers.
pub fn reduced(record: &Record, shown: &[bool], link: &str) -> Record {
    let is_shown = |place: usize| shown.get(place).copied().unwrap_or_default();
    let is_turn = |place: &usize| record.blocks[*place].kind == BlockKind::Turn;
    let turns: Vec<usize> = (0..record.blocks.len()).filter(is_turn).collect();
    let numbers = record.numbers();
    let left = turns.iter().zip(&numbers).filter(|(place, _)| is_shown(**place)).map(|(_, number)| *number).collect();
    let part =
        Part { turns: left, of: record.part.as_ref().map_or(turns.len(), |part| part.of), link: link.to_owned() };

    let place_of = |id: &str| turns.iter().position(|place| record.blocks[*place].id == id);
    let cut = |topic: &Topic| {
        let (from, to) = (place_of(&topic.from)?, place_of(&topic.to)?);
        let mut of_topic = turns.get(from..=to)?.iter().filter(|place| is_shown(**place));
        let first = of_topic.next()?;
        let last = of_topic.next_back().unwrap_or(first);
        let id = |place: &usize| record.blocks[*place].id.clone();
        Some(Topic { from: id(first), to: id(last), ..topic.clone() })
    };
    let topics = record.topics.iter().filter_map(cut).collect();

    let blocks: Vec<_> = record
        .blocks
        .iter()
        .enumerate()
        .filter(|(place, _)| is_shown(*place))
        .map(|(_, block)| block.clone())
        .collect();
    let runs = blocks.iter().flat_map(|block| &block.paragraphs).flatten();
    let named: HashSet<&str> = runs.filter_map(|run| run.entity.as_deref()).collect();
    let entities = record.entities.iter().filter(|entity| named.contains(entity.id.as_str())).cloned().collect();
    Record { part: Some(part), entities, topics, blocks, ..record.clone() }
}

/// “4 of 25 turns”.
pub fn much(part: &Part) -> String {
    format!("{} of {} turn{}", part.turns.len(), part.of, if part.of == 1 { "" } else { "s" })
}

/// A sentence that says of a part what it is, and where the same part is shown.
pub fn told(part: &Part) -> String {
    format!("This is a part of the record: {}, as shown by {}", much(part), part.link)
}
