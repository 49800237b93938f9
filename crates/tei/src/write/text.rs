//! The text: a `<u>` for each turn, and what stands between them.

use memcon_record::wire::{Block, BlockKind, Mark, Record, Run, UNKNOWN};

use super::out::Out;
use crate::names::{List, Names};
use crate::words;

/// Writes the blocks.
pub fn write<'a>(record: &'a Record, names: &mut Names<'a>, out: &mut Out) {
    let mut kinds = std::collections::HashMap::new();
    for entity in &record.entities {
        kinds.entry(entity.id.as_str()).or_insert(entity.kind);
    }
    out.open("text", &[]);
    out.open("body", &[]);
    for block in &record.blocks {
        open(block, names, out);
        for paragraph in &block.paragraphs {
            out.line();
            out.begin("seg", &[]);
            let mut after_plain = false;
            for run in paragraph {
                let kind = run.entity.as_deref().map(|id| (id, kinds.get(id).copied()));
                let plain = run.marks.is_empty() && kind.is_none();
                write_run(run, kind, plain && (after_plain || run.text.is_empty()), names, out);
                after_plain = plain && !(after_plain || run.text.is_empty());
            }
            out.end("seg");
            out.end_line();
        }
        out.close(element(block.kind));
    }
    if record.blocks.is_empty() {
        out.empty("ab", &[]);
    }
    out.close("body");
    out.close("text");
}

fn element(kind: BlockKind) -> &'static str {
    if kind == BlockKind::Turn { "u" } else { "ab" }
}

fn open<'a>(block: &'a Block, names: &mut Names<'a>, out: &mut Out) {
    let name = names.give(List::Block, &block.id);
    if block.kind != BlockKind::Turn {
        return out.open(element(block.kind), &[("xml:id", &name), ("type", block.kind.name())]);
    }
    out.some("note", &[("type", "speaker")], block.label.as_deref());
    let speaker = block.speaker.as_deref().map(|id| match id {
        UNKNOWN => ["#", words::CATEGORY, UNKNOWN].concat(),
        id => ["#", &names.name(List::Person, id)].concat(),
    });
    let mode = block.mode.map(|mode| ["#", words::CATEGORY, mode.name()].concat());
    let mut attributes = vec![("xml:id", name.as_str())];
    attributes.extend(speaker.as_deref().map(|who| ("who", who)));
    attributes.extend(mode.as_deref().map(|mode| ("ana", mode)));
    out.open("u", &attributes);
}

type Mention<'a> = Option<(&'a str, Option<memcon_record::wire::EntityKind>)>;

/// A run: an element for each thing that applies to it, one within the other, about its words.
fn write_run(run: &Run, entity: Mention, parted: bool, names: &Names, out: &mut Out) {
    let mut ends: Vec<&str> = Vec::with_capacity(run.marks.len() + 1);
    if parted {
        out.begin("seg", &[("type", "run")]);
        ends.push("seg");
    }
    for mark in &run.marks {
        let (element, attribute, value) = words::mark(*mark);
        out.begin(element, &[(attribute, value)]);
        ends.push(element);
        if *mark == Mark::PageBreak {
            let number: String =
                run.text.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
            out.mark("pb", &[(if number.is_empty() { "" } else { "n" }, &number)]);
        }
    }
    if let Some((id, kind)) = entity {
        let shape = kind.map(words::shape);
        let (element, link) = shape.map_or(("rs", "ref"), |shape| (shape.mention, shape.link));
        out.begin(element, &[(link, &["#", &names.name(List::Entity, id)].concat())]);
        ends.push(element);
    }
    out.words(&run.text);
    ends.iter().rev().for_each(|element| out.end(element));
}
