//! A first `record.toml`, filled with what the text gave, for an editor to go on from.

use std::collections::HashMap;
use std::fmt::Write;

use memcon_record::wire::{BlockKind, Record};

use crate::names;

/// The starter TOML of a record; what is only a guess is commented out.
pub fn toml(record: &Record) -> String {
    let mut out = String::from("# What an editor knows of this record and a program cannot read from the page.\n");
    out.push_str("# Lines that begin with # are suggestions.\n\n");
    let _ = writeln!(out, "id = {}", quoted(&record.id));
    let _ = writeln!(out, "# title = {}", quoted(&record.title));
    for (key, value) in
        [("kind", &record.kind), ("date", &record.date), ("language", &record.language), ("summary", &record.summary)]
    {
        let _ = writeln!(out, "# {key} = {}", quoted(value.as_deref().unwrap_or("")));
    }
    let p = &record.provenance;
    out.push_str("\n[provenance]\n");
    for (key, value) in [
        ("reference", &p.reference),
        ("repository", &p.repository),
        ("translator", &p.translator),
        ("recorder", &p.recorder),
        ("method", &p.method),
        ("publisher", &p.publisher),
        ("funder", &p.funder),
        ("rights", &p.rights),
        ("url", &p.url),
    ] {
        let _ = writeln!(out, "# {key} = {}", quoted(value.as_deref().unwrap_or("")));
    }
    for d in &record.delegations {
        let _ = write!(out, "\n[[delegation]]\nid = {}\nname = {}\n", quoted(&d.id), quoted(&d.name));
        if let Some(words) = &d.as_printed {
            let _ = writeln!(out, "as_printed = {}", quoted(words));
        }
    }
    for p in &record.participants {
        let _ = write!(out, "\n[[participant]]\nid = {}\nname = {}\n", quoted(&p.id), quoted(&p.name));
        match &p.delegation {
            Some(side) => {
                let _ = writeln!(out, "delegation = {}", quoted(side));
            }
            None => out.push_str("# delegation = \"\"\n"),
        }
        let list = |items: &[String]| items.iter().map(|item| quoted(item)).collect::<Vec<_>>().join(", ");
        if !p.offices.is_empty() {
            let _ = writeln!(out, "offices = [{}]", list(&p.offices));
        }
        if !p.labels.is_empty() {
            let _ = writeln!(out, "labels = [{}]", list(&p.labels));
        }
        let presence = p.presence.name();
        let _ = writeln!(out, "presence = \"{presence}\"");
    }
    for (name, count) in candidates(record) {
        let _ = write!(
            out,
            "\n# [[entity]]  # {count} times\n# id = {}\n# kind = \"person\"  # or place, organisation, work, event, term, quantity, date\n# name = {}\n# spellings = [{}]\n",
            quoted(&names::short_slug(&name)),
            quoted(&name),
            quoted(&name)
        );
    }
    let turns: Vec<&str> = record.blocks.iter().filter(|b| b.kind == BlockKind::Turn).map(|b| b.id.as_str()).collect();
    if let (Some(first), Some(last)) = (turns.first(), turns.last()) {
        let _ = write!(
            out,
            "\n# Topics must cover all turns without gap or overlap.\n# [[topic]]\n# id = \"\"\n# name = \"\"\n# from = {}\n# to = {}\n",
            quoted(first),
            quoted(last)
        );
    }
    out
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// Names that the text repeats: runs of capitalised words in mid-sentence, the most frequent first.
fn candidates(record: &Record) -> Vec<(String, usize)> {
    const MOST: usize = 40;
    let mut counts: HashMap<String, usize> = HashMap::new();
    for block in record.blocks.iter().filter(|b| b.kind == BlockKind::Turn) {
        for paragraph in &block.paragraphs {
            let text: String = paragraph.iter().map(|run| run.text.as_str()).collect();
            let words: Vec<&str> = text.split_whitespace().collect();
            let mut i = 1;
            while i < words.len() {
                let mut end = i;
                while end < words.len() && capitalised(words[end]) && !ends_clause(words[end - 1]) {
                    end += 1;
                }
                if end > i {
                    let name = words[i..end].join(" ");
                    let name = name.trim_matches(|c: char| !c.is_alphanumeric());
                    *counts.entry(name.strip_suffix("’s").unwrap_or(name).to_owned()).or_insert(0) += 1;
                }
                i = end.max(i + 1);
            }
        }
    }
    let mut found: Vec<(String, usize)> =
        counts.into_iter().filter(|(name, count)| *count >= 2 && name.chars().count() > 2).collect();
    found.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    found.truncate(MOST);
    found
}

fn capitalised(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.chars().count() > 1
}

fn ends_clause(word: &str) -> bool {
    word.ends_with(['.', '?', '!', ':', ';', ',', '“', '”', '—', '(', '['])
}
