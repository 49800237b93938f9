//! The report of an ingest: what became of every line, how much there is, what to look at.

use std::fmt::Write;
use std::ops::RangeInclusive;

use memcon_record::{Record, words};

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
    if !made.warnings.is_empty() {
        let _ = writeln!(out, "\nTo look at:");
        for warning in &made.warnings {
            let _ = writeln!(out, "  {warning}");
        }
    }
    out
}

fn counts(record: &Record, out: &mut String) {
    let paragraphs: usize = record.turns().map(|(block, _)| block.paragraphs.len()).sum();
    let speaking = (0..record.participants.len()).filter(|i| record.turns_of(*i).next().is_some()).count();
    let _ = writeln!(
        out,
        "  {} turns, {paragraphs} paragraphs, {} words; {speaking} of {} present speak",
        record.turns.len(),
        record.words(),
        record.participants.len(),
    );
    for (i, participant) in record.participants.iter().enumerate() {
        let turns = record.turns_of(i).count();
        if turns > 0 {
            let _ = writeln!(out, "  {}: {turns} turns, {} words", participant.name, record.words_of(i));
        }
    }
    let unknown = record.turns().filter(|(_, turn)| turn.speaker == memcon_record::Speaker::Unknown);
    let (turns, told) = unknown.fold((0, 0), |(n, w), (block, _)| {
        (n + 1, w + block.paragraphs.iter().map(|p| words::count(&p.text)).sum::<usize>())
    });
    if turns > 0 {
        let _ = writeln!(out, "  voices without a name: {turns} turns, {told} words");
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
    let mut joined: Vec<(RangeInclusive<usize>, String)> = Vec::new();
    let mut blank_from = 1;
    for (line, what) in told {
        let what = what.replace(": label", "");
        match joined.last_mut() {
            Some((lines, before)) if *before == what => *lines = *lines.start()..=line,
            _ => {
                if line > blank_from {
                    joined.push((blank_from..=line - 1, "blank".into()));
                }
                joined.push((line..=line, what));
            }
        }
        blank_from = line + 1;
    }
    let last = line_number(source, source.trim_end_matches('\n').len());
    if last >= blank_from {
        joined.push((blank_from..=last, "blank".into()));
    }
    joined
}
