//! Markdown (CommonMark 0.31): what the record is, who is there, its text with labels and numbers, where it comes from.
//!
//! Headings within the text are topics, and say that they are the editor's.

mod escape;

use memcon_record::check::is_web_address;
use memcon_record::model::{Body, Paragraph};
use memcon_record::wire::{self, Mark};

use crate::part;
use crate::reading::Reading;
use escape::{escaped, start};

/// The Markdown of a record.
pub fn write(record: &wire::Record, address: Option<&str>) -> String {
    let reading = Reading::of(record, address);
    let mut parts = vec![format!("# {}", line(&reading.record.title))];
    let about: Vec<String> = reading.record.kind.iter().map(|kind| line(kind)).chain(reading.date()).collect();
    parts.extend(Some(about.join(" · ")).filter(|about| !about.is_empty()));
    parts.extend(reading.part.map(|part| {
        format!("> This is a part of the record: {}, as shown by {}", part::much(part), address_of(&part.link))
    }));
    parts.extend(reading.record.summary.as_ref().map(|summary| escaped(summary)));
    parts.extend(present(&reading));
    parts.push("## The record".to_owned());
    text(&reading, &mut parts);
    let facts = reading.provenance();
    if !facts.is_empty() {
        parts.push("## About this record".to_owned());
        let fact = |(name, fact): (&str, String)| {
            format!("- {name}: {}", if is_web_address(&fact) { address_of(&fact) } else { line(&fact) })
        };
        parts.push(facts.into_iter().map(fact).collect::<Vec<_>>().join("\n"));
    }
    parts.join("\n\n") + "\n"
}

/// Everyone present, the silent included, by side.
fn present(reading: &Reading) -> Vec<String> {
    let all = &reading.record;
    let person = |(person, _): (&wire::Participant, &Option<usize>)| {
        let facts: Vec<String> = std::iter::once(&person.name).chain(&person.offices).map(|fact| line(fact)).collect();
        format!("- {}", facts.join(", "))
    };
    let of_side = |side: Option<usize>| {
        let people = all.participants.iter().zip(&all.sides).filter(|(_, of)| **of == side).map(person);
        people.collect::<Vec<_>>().join("\n")
    };
    let sides = all.delegations.iter().enumerate().map(|(place, side)| (Some(line(&side.name)), of_side(Some(place))));
    let sides: Vec<_> = sides.chain([(None, of_side(None))]).filter(|(_, people)| !people.is_empty()).collect();
    let mut parts = Vec::new();
    for (name, people) in sides {
        parts.extend(name.map(|name| format!("### {name}")));
        parts.push(people);
    }
    if !parts.is_empty() {
        parts.insert(0, "## Present".to_owned());
    }
    parts
}

fn text(reading: &Reading, parts: &mut Vec<String>) {
    let mut topic = None;
    for block in &reading.record.blocks {
        let mut before = String::new();
        if let Some(turn) = block.turn() {
            if turn.topic != topic {
                topic = turn.topic;
                let name = topic.and_then(|place| reading.record.topics.get(place)).map(|topic| line(&topic.name));
                parts.extend(name.map(|name| format!("### {name} (the editor’s heading)")));
            }
            let number = match reading.link(block) {
                Some(link) => format!("[{}]({})", reading.number(turn), destination(&link)),
                None => reading.number(turn).to_string(),
            };
            let label = line(reading.label(turn));
            before = if label.is_empty() { format!("({number}) ") } else { format!("({number}) **{label}:** ") };
        } else if matches!(block.body, Body::Signature | Body::Note) {
            before = format!("({}) ", block.body.kind().name());
        }
        for paragraph in &block.paragraphs {
            let words = words(paragraph);
            parts.push(if before.is_empty() { start(&words) } else { std::mem::take(&mut before) + &words });
        }
    }
}

/// The words of a paragraph, what is printed bold or in italics so.
fn words(paragraph: &Paragraph) -> String {
    let mut out = String::new();
    for span in &paragraph.spans {
        let words = paragraph.text.get(span.range.clone()).unwrap_or_default();
        let sign = match () {
            () if span.marks.contains(&Mark::Strong) => "**",
            () if span.marks.contains(&Mark::Emphasis) => "*",
            () => "",
        };
        // Signs take effect beside letters and digits only, and two of them side by side would be a third.
        let core = words.trim_matches(|c: char| !is_of_a_word(c));
        if sign.is_empty() || core.is_empty() || out.ends_with('*') {
            out += &escape::inline(words);
            continue;
        }
        let at = core.as_ptr() as usize - words.as_ptr() as usize;
        let (before, after) = (&words[..at], &words[at + core.len()..]);
        out += &format!("{}{sign}{}{sign}{}", escape::inline(before), escape::inline(core), escape::inline(after));
    }
    escape::edges(&out)
}

/// Whether a sign for bold or italics that stands before or after the character takes effect: CommonMark wants neither
/// white space there nor punctuation, which for it are all symbols, and letters in circles and squares are symbols.
fn is_of_a_word(c: char) -> bool {
    c.is_alphanumeric() && !matches!(c, '\u{24b6}'..='\u{24e9}' | '\u{1f100}'..='\u{1f1ff}')
}

/// Text in one line, whatever it is.
fn line(text: &str) -> String {
    escaped(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// An address as a link that says itself, where it can be one.
fn address_of(address: &str) -> String {
    let is_plain = !address.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>'));
    if is_plain && is_web_address(address) { format!("<{address}>") } else { line(address) }
}

/// An address as a link's destination.
fn destination(address: &str) -> String {
    let safe = |c: char| match c {
        '<' => "%3C".to_owned(),
        '>' => "%3E".to_owned(),
        '\\' => "%5C".to_owned(),
        c if c.is_whitespace() || c.is_control() => "%20".to_owned(),
        c => c.to_string(),
    };
    format!("<{}>", address.chars().map(safe).collect::<String>())
}
