//! Whether the turns give the words or tell of them.

use memcon_record::wire::BlockKind;

use crate::draft::Draft;
use crate::words;

/// Whether at least three in ten turns begin like “Mr. Gomulka said that …” or “Said that …”.
pub fn is_reported(blocks: &[Draft]) -> bool {
    let turns: Vec<&Draft> = blocks.iter().filter(|block| block.kind == BlockKind::Turn).collect();
    let told = turns
        .iter()
        .filter(|turn| {
            let label = turn.label.as_ref().map_or("", |(label, _)| label.as_str());
            let text = turn.paragraphs.first().map_or("", |p| p.text.as_str());
            let rest = text.strip_prefix(label).unwrap_or(text).trim_start();
            let rest = rest.strip_prefix("He ").or_else(|| rest.strip_prefix("She ")).unwrap_or(rest);
            let first = rest.split_whitespace().next().unwrap_or("").to_lowercase();
            words::VERBS.has(&first)
        })
        .count();
    !turns.is_empty() && told * 10 >= turns.len() * 3
}
