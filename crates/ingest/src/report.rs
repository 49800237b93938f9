//! The report of an ingest: what became of every line, how much there is, what to look at.

use std::fmt::Write;
use std::ops::RangeInclusive;

use memcon_record::wire::{Retired, Why};
use memcon_record::{Record, Speaker};

use crate::Ingested;
use crate::account::{Fate, Piece};
use crate::text::line_number;

/// The report in plain text, for a person to read.
pub fn text(source: &str, made: &Ingested) -> String {
    let mut out = String::new();
    let record = Record::from_wire(made.record.clone());
    let _ = writeln!(out, "{}: {}", record.id, record.title);
    counts(&record, &mut out);
    let _ = writeln!(out, "\nWhat became of every line:");
    for (lines, fate) in lines(source, &made.account) {
        let (first, last) = (lines.start(), lines.end());
        let range = if first == last { format!("{first}") } else { format!("{first}–{last}") };
        let _ = writeln!(out, "  {range:>11}  {fate}");
    }
    if !record.retired.is_empty() {
        let _ = writeln!(out, "\nIds that were given before, and where their text is now:");
        for Retired { id, successors, why } in &record.retired {
            let _ = match why {
                Why::Removed => writeln!(out, "  {id}: removed"),
                Why::Joined => writeln!(out, "  {id}: joined, in {}", successors.join(", ")),
                Why::Split => writeln!(out, "  {id}: split, in {}", successors.join(", ")),
            };
        }
    }
    if !made.warnings.is_empty() {
        let _ = writeln!(out, "\nTo look at:");
        for warning in &made.warnings {
            let _ = writeln!(out, "  {warning}");
        }
    }
    out
}

fn counts(record: &Record, out: &mut String) {
    // One pass: a play has thousands of voices.
    let mut said: Vec<(usize, usize)> = vec![(0, 0); record.participants.len()];
    let mut nameless = (0, 0);
    let mut paragraphs = 0;
    for (block, turn) in record.turns() {
        paragraphs += block.paragraphs.len();
        let count = match turn.speaker {
            Speaker::Known(i) => &mut said[i],
            Speaker::Unknown | Speaker::Nobody => &mut nameless,
        };
        *count = (count.0 + 1, count.1 + turn.words);
    }
    let speaking = said.iter().filter(|(turns, _)| *turns > 0).count();
    let _ = writeln!(
        out,
        "  {} turns, {paragraphs} paragraphs, {} words; {speaking} of {} present speak",
        record.turns.len(),
        record.words(),
        record.participants.len(),
    );
    for (participant, (turns, words)) in record.participants.iter().zip(said).filter(|(_, (turns, _))| *turns > 0) {
        let _ = writeln!(out, "  {}: {turns} turns, {words} words", participant.name);
    }
    if nameless.0 > 0 {
        let _ = writeln!(out, "  voices without a name: {} turns, {} words", nameless.0, nameless.1);
    }
}

/// Lines in order, each with its fate in words; neighbours of one fate are joined.
fn lines(source: &str, account: &[Piece]) -> Vec<(RangeInclusive<usize>, String)> {
    let mut told: Vec<(usize, String)> = Vec::new();
    for piece in account {
        let what = match &piece.fate {
            Fate::Label { block } => format!("{block}: label"),
            Fate::Separator => continue,
            Fate::Text { block, .. } => block.clone(),
            Fate::Metadata { field } => format!("metadata: {field}"),
            Fate::Furniture { name } => format!("page furniture: {name}"),
        };
        match told.last_mut() {
            // The label says the turn; its words on the same line need no second mention.
            Some((line, before)) if *line == piece.line => {
                if !before.split("; ").any(|b| b == what || b.strip_suffix(": label") == Some(&what)) {
                    before.push_str("; ");
                    before.push_str(&what);
                }
            }
            _ => told.push((piece.line, what)),
        }
    }
    let nothing = if crate::tei::is_xml(source) { "markup" } else { "blank" };
    let mut joined: Vec<(RangeInclusive<usize>, String)> = Vec::new();
    let mut blank_from = 1;
    for (line, what) in told {
        let what = what.replace(": label", "");
        match joined.last_mut() {
            Some((lines, before)) if *before == what => *lines = *lines.start()..=line,
            _ => {
                if line > blank_from {
                    joined.push((blank_from..=line - 1, nothing.into()));
                }
                joined.push((line..=line, what));
            }
        }
        blank_from = line + 1;
    }
    let last = line_number(source, source.trim_end_matches('\n').len());
    if last >= blank_from {
        joined.push((blank_from..=last, nothing.into()));
    }
    joined
}
