//! What can be wrong with a record that is well-formed JSON of the right shape.

use std::collections::{HashMap, HashSet};
use std::fmt;

use crate::wire::{BlockKind, FORMAT, Record, UNKNOWN, Why};

/// One fault: where it is, what is wrong, what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// JSON path, such as `blocks[7].speaker`.
    pub path: String,
    /// What is wrong.
    pub what: String,
    /// What would be right.
    pub fix: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}; {}", self.path, self.what, self.fix)
    }
}

/// Everything that is wrong with `record`, in the order of its fields.
///
/// An empty list means that every reference resolves and the topics divide the
/// turns without gap or overlap. The digest needs the source file and is not
/// looked at here.
pub fn check(record: &Record) -> Vec<Problem> {
    let mut found = Findings::default();
    heading(record, &mut found);
    let delegations = found.ids("delegations", record.delegations.iter().map(|d| d.id.as_str()));
    let participants = found.ids("participants", record.participants.iter().map(|p| p.id.as_str()));
    let entities = found.ids("entities", record.entities.iter().map(|e| e.id.as_str()));
    found.ids("topics", record.topics.iter().map(|t| t.id.as_str()));
    let blocks = found.ids("blocks", record.blocks.iter().map(|b| b.id.as_str()));

    for (i, participant) in record.participants.iter().enumerate() {
        if participant.id == UNKNOWN {
            found.say(
                format!("participants[{i}].id"),
                "“unknown” stands for a voice without a name".into(),
                "give the participant another id".into(),
            );
        }
        if let Some(id) = &participant.delegation {
            found.reference(format!("participants[{i}].delegation"), id, "delegation", &delegations);
        }
    }
    for (i, block) in record.blocks.iter().enumerate() {
        if record.retired.iter().any(|entry| entry.id == block.id && !entry.is_living()) {
            found.say(
                format!("blocks[{i}].id"),
                format!("“{}” is retired", block.id),
                "give the block a new id".into(),
            );
        }
        if let Some(id) = block.speaker.as_ref().filter(|id| *id != UNKNOWN) {
            found.reference(format!("blocks[{i}].speaker"), id, "participant", &participants);
        }
        if block.kind != BlockKind::Turn && (block.speaker.is_some() || block.label.is_some() || block.mode.is_some()) {
            found.say(
                format!("blocks[{i}]"),
                "speaker, label and mode belong to turns only".into(),
                "remove them or make the block a turn".into(),
            );
        }
        if block.kind == BlockKind::Turn && block.mode.is_none() {
            found.say(
                format!("blocks[{i}].mode"),
                "the turn does not say whether its words are given or told of".into(),
                "write \"verbatim\" or \"reported\"".into(),
            );
        }
        if block.paragraphs.is_empty() {
            found.say(
                format!("blocks[{i}].paragraphs"),
                "the block has no text".into(),
                "give it a paragraph or remove it".into(),
            );
        }
        for (j, paragraph) in block.paragraphs.iter().enumerate() {
            if paragraph.iter().all(|run| run.text.trim().is_empty()) {
                found.say(
                    format!("blocks[{i}].paragraphs[{j}]"),
                    "the paragraph has no text".into(),
                    "remove it".into(),
                );
            }
            for (k, run) in paragraph.iter().enumerate() {
                if let Some(id) = &run.entity {
                    found.reference(format!("blocks[{i}].paragraphs[{j}][{k}].entity"), id, "entity", &entities);
                }
            }
        }
    }
    topics(record, &mut found);
    part(record, &mut found);
    ledger(record, &blocks, &mut found);
    found.0
}

fn ledger(record: &Record, blocks: &HashSet<&str>, found: &mut Findings) {
    found.ids("retired", record.retired.iter().map(|entry| entry.id.as_str()));
    for (i, entry) in record.retired.iter().enumerate() {
        for (j, id) in entry.successors.iter().enumerate() {
            found.reference(format!("retired[{i}].successors[{j}]"), id, "block", blocks);
        }
        if entry.successors.is_empty() != (entry.why == Why::Removed) {
            found.say(
                format!("retired[{i}].why"),
                "what is removed has no successors, and what is joined or split has some".into(),
                "write \"removed\", or name the blocks that have its text".into(),
            );
        }
    }
}

/// Whether `id` is made of lower-case ASCII letters, digits and single hyphens.
pub fn is_id(id: &str) -> bool {
    !id.is_empty()
        && id
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

/// Whether `date` is an EDTF level 0 date or interval: `1964`, `1964-11`, `1964-11-25`, `1964-11-25/1964-11-26`.
pub fn is_edtf(date: &str) -> bool {
    let parts: Vec<&str> = date.split('/').collect();
    parts.len() <= 2 && parts.iter().all(|part| is_day_month_or_year(part))
}

fn is_day_month_or_year(date: &str) -> bool {
    let numbers: Vec<&str> = date.split('-').collect();
    let number = |i: usize, width: usize| {
        let text: &str = numbers.get(i)?;
        (text.len() == width && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse::<u32>().ok())?
    };
    let Some(year) = number(0, 4) else { return false };
    match numbers.len() {
        1 => true,
        2 => number(1, 2).is_some_and(|m| (1..=12).contains(&m)),
        3 => number(1, 2)
            .zip(number(2, 2))
            .is_some_and(|(m, d)| (1..=12).contains(&m) && (1..=days(year, m)).contains(&d)),
        _ => false,
    }
}

fn days(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn heading(record: &Record, found: &mut Findings) {
    if record.format != FORMAT {
        found.say(
            "format".into(),
            format!("“{}” is not a format that this program knows", record.format),
            format!("write “{FORMAT}”"),
        );
    }
    if !is_id(&record.id) {
        found.say(
            "id".into(),
            format!("“{}” is no id", record.id),
            "use lower-case ASCII letters, digits and single hyphens".into(),
        );
    }
    if record.title.trim().is_empty() {
        found.say("title".into(), "the record has no title".into(), "write the title as printed".into());
    }
    if let Some(date) = record.date.as_deref().filter(|date| !is_edtf(date)) {
        found.say(
            "date".into(),
            format!("“{date}” is no date"),
            "write it like 1964-11-25, 1964-11, 1964 or 1964-11-25/1964-11-26".into(),
        );
    }
    if let Some(url) = record.provenance.url.as_deref().filter(|url| !is_web_address(url)) {
        found.say(
            "provenance.url".into(),
            format!("“{url}” is no address of a web page"),
            "write it whole, with https:// or http://".into(),
        );
    }
    if let Some(digest) = &record.source_digest {
        let hex = digest.strip_prefix("sha256:").unwrap_or("");
        if hex.len() != 64 || !hex.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)) {
            found.say(
                "source_digest".into(),
                format!("“{digest}” is no digest"),
                "write sha256: and 64 lower-case hexadecimal digits".into(),
            );
        }
    }
}

fn part(record: &Record, found: &mut Findings) {
    let Some(part) = &record.part else { return };
    let turns = record.blocks.iter().filter(|block| block.kind == BlockKind::Turn).count();
    let rising = part.turns.windows(2).all(|two| two[0] < two[1]);
    let within = part.turns.iter().all(|number| (1..=part.of).contains(number));
    if part.turns.len() != turns || !rising || !within {
        found.say(
            "part.turns".into(),
            format!("does not number the {turns} turns of this file among the {} of the record", part.of),
            "make the part anew with memcon export".into(),
        );
    }
}

/// Whether a page may make a link of `url`: other schemes can hold a program.
pub fn is_web_address(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

fn topics(record: &Record, found: &mut Findings) {
    if record.topics.is_empty() {
        return;
    }
    let turns: Vec<&str> = record.blocks.iter().filter(|b| b.kind == BlockKind::Turn).map(|b| b.id.as_str()).collect();
    let place: HashMap<&str, usize> = turns.iter().enumerate().map(|(i, id)| (*id, i)).collect();
    let mut next = Some(0);
    for (i, topic) in record.topics.iter().enumerate() {
        let path = format!("topics[{i}]");
        let (from, to) = (place.get(topic.from.as_str()), place.get(topic.to.as_str()));
        for (field, id, at) in [("from", &topic.from, from), ("to", &topic.to, to)] {
            if at.is_none() {
                found.say(format!("{path}.{field}"), format!("“{id}” is no turn"), "name a turn of this record".into());
            }
        }
        let (Some(&from), Some(&to)) = (from, to) else {
            // Where it should have ended is not known: the next is not blamed for it.
            next = None;
            continue;
        };
        if let Some(next) = next.filter(|next| *next != from) {
            let due = turns.get(next).map_or("no further topic: the turns are at an end".to_owned(), |id| {
                format!("begin “{}” at “{id}”", topic.id)
            });
            let what = if from > next { "leaves a gap before it" } else { "overlaps the topic before it" };
            found.say(format!("{path}.from"), format!("topic “{}” {what}", topic.id), due);
        }
        if to < from {
            found.say(
                format!("{path}.to"),
                format!("topic “{}” ends before it begins", topic.id),
                format!("let it end at or after “{}”", topic.from),
            );
        }
        next = Some(to.max(from) + 1);
    }
    if let Some(next) = next.filter(|next| *next < turns.len()) {
        let last = record.topics.len() - 1;
        found.say(
            format!("topics[{last}].to"),
            format!("turns “{}” to “{}” belong to no topic", turns[next], turns[turns.len() - 1]),
            format!("let the last topic end at “{}”", turns[turns.len() - 1]),
        );
    }
}

#[derive(Default)]
struct Findings(Vec<Problem>);

impl Findings {
    fn say(&mut self, path: String, what: String, fix: String) {
        self.0.push(Problem { path, what, fix });
    }

    /// Looks at the ids of one list: well-formed and unlike each other.
    fn ids<'a>(&mut self, list: &str, ids: impl Iterator<Item = &'a str>) -> HashSet<&'a str> {
        let mut seen = HashSet::new();
        for (i, id) in ids.enumerate() {
            if !is_id(id) {
                self.say(
                    format!("{list}[{i}].id"),
                    format!("“{id}” is no id"),
                    "use lower-case ASCII letters, digits and single hyphens".into(),
                );
            }
            if !seen.insert(id) {
                self.say(format!("{list}[{i}].id"), format!("“{id}” stands twice"), "give each its own id".into());
            }
        }
        seen
    }

    fn reference(&mut self, path: String, id: &str, what: &str, known: &HashSet<&str>) {
        if !known.contains(id) {
            let mut names: Vec<&str> = known.iter().copied().collect();
            names.sort_unstable();
            names.truncate(8);
            let fix = if names.is_empty() {
                format!("add a {what} “{id}” or remove the reference")
            } else {
                format!("name one that is there, such as {}", names.join(", "))
            };
            self.say(path, format!("“{id}” is no {what} of this record"), fix);
        }
    }
}
