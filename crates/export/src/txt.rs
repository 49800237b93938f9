//! Plain text: what the record is, then its text with labels and numbers, a line for each paragraph.
//!
//! `memcon ingest` reads it again: `[Turn 7]` before a label is the number of a turn, no word of it, and a
//! hyphen before a fact keeps its name from looking like a label.

use memcon_record::model::Block;
use memcon_record::wire;

use crate::part;
use crate::reading::Reading;

/// The plain text of a record.
pub fn write(record: &wire::Record, address: Option<&str>) -> String {
    let reading = Reading::of(record, address);
    let all = &reading.record;
    let mut lines = vec![all.title.clone()];
    lines.extend(all.kind.clone());
    lines.extend(reading.date());
    lines.extend(reading.part.map(part::told));
    lines.extend(all.summary.as_ref().map(|summary| format!("Summary: {summary}")));
    for block in &all.blocks {
        lines.extend(block.paragraphs.iter().enumerate().map(|(place, paragraph)| match place {
            0 => before(&reading, block) + &paragraph.text,
            _ => paragraph.text.clone(),
        }));
    }
    let facts = reading.provenance();
    if !facts.is_empty() {
        lines.push("Document Information".to_owned());
    }
    lines.extend(facts.into_iter().map(|(name, fact)| format!("- {name}: {fact}")));
    lines.join("\n\n") + "\n"
}

/// “[Turn 7] Comrade Enver Hoxha: ”.
fn before(reading: &Reading, block: &Block) -> String {
    let Some(turn) = block.turn() else { return String::new() };
    let (number, label) = (reading.number(turn), reading.label(turn));
    if label.is_empty() { format!("[Turn {number}] ") } else { format!("[Turn {number}] {label}: ") }
}
