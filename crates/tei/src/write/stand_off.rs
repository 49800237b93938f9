//! What is spoken of, and what the record's divisions are: said beside the text.

use memcon_record::wire::{Entity, EntityKind, Record};

use super::header::dated;
use super::out::Out;
use crate::names::{List, Names};
use crate::words::{Shape, shape};

/// Writes entities and topics, where there are any.
pub fn write<'a>(record: &'a Record, names: &mut Names<'a>, out: &mut Out) {
    if record.entities.is_empty() && record.topics.is_empty() {
        return;
    }
    out.open("standOff", &[]);
    // Neighbours of one kind share a list, so that the order of all is kept.
    for group in record.entities.chunk_by(|a, b| a.kind == b.kind) {
        let Some(first) = group.first() else { continue };
        let shape = shape(first.kind);
        let kind = if shape.kind.is_empty() { "" } else { "type" };
        out.open(shape.list, &[(kind, shape.kind)]);
        for entity in group {
            write_entity(record, entity, &shape, names, out);
        }
        out.close(shape.list);
    }
    if !record.topics.is_empty() {
        out.open("spanGrp", &[("type", "topics")]);
        for topic in &record.topics {
            let reference = |id: &str| ["#", &names.name(List::Block, id)].concat();
            let (from, to) = (reference(&topic.from), reference(&topic.to));
            let name = names.give(List::Topic, &topic.id);
            out.line();
            out.begin("span", &[("xml:id", &name), ("from", &from), ("to", &to)]);
            out.begin("term", &[]);
            out.words(&topic.name);
            out.end("term");
            out.end("span");
            out.end_line();
        }
        out.close("spanGrp");
    }
    out.close("standOff");
}

fn write_entity<'a>(record: &Record, entity: &'a Entity, shape: &Shape, names: &mut Names<'a>, out: &mut Out) {
    let name = names.give(List::Entity, &entity.id);
    let present = record.participants.iter().any(|person| person.id == entity.id);
    let same = ["#", &names.name(List::Person, &entity.id)].concat();
    // Somebody present who is spoken of.
    let link = if present { "sameAs" } else { "" };
    out.open(shape.item, &[("xml:id", &name), (link, &same)]);
    if entity.kind == EntityKind::Date {
        dated(shape.name, &[], entity.value.as_deref().unwrap_or(""), &entity.name, out);
    } else {
        out.leaf(shape.name, &[], &entity.name);
    }
    out.some("note", &[("type", "value")], entity.value.as_deref());
    out.some("note", &[("type", "editor")], entity.note.as_deref());
    out.close(shape.item);
}
