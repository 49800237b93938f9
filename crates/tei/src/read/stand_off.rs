//! What is spoken of and the divisions, which stand beside the text.

use memcon_record::wire::{Entity, EntityKind, Record, Topic};
use roxmltree::Node;

use super::Error;
use super::header::named;
use super::tree::{child, is, typed, words};
use crate::names::id;
use crate::words::shape;

/// Reads entities and topics into `record`.
pub fn read(root: Node, record: &mut Record) -> Result<(), Error> {
    let Some(beside) = child(root, &["standOff"]) else { return Ok(()) };
    for list in beside.children().filter(Node::is_element) {
        if is(list, "spanGrp") {
            for span in list.children().filter(Node::is_element) {
                record.topics.push(topic(span)?);
            }
            continue;
        }
        let typed_as = list.attribute("type").unwrap_or("");
        let kind = EntityKind::ALL.into_iter().find(|kind| {
            let shape = shape(*kind);
            is(list, shape.list) && shape.kind == typed_as
        });
        let Some(kind) = kind else {
            let what = format!("<{}> lists nothing that a record has; remove it", list.tag_name().name());
            return Err(Error::at(list, what));
        };
        let shape = shape(kind);
        for item in list.children().filter(Node::is_element) {
            record.entities.push(Entity {
                id: named(item)?,
                kind,
                name: child(item, &[shape.name]).map(words).unwrap_or_default(),
                value: typed(item, "note", "value"),
                note: typed(item, "note", "editor"),
            });
        }
    }
    Ok(())
}

fn topic(span: Node) -> Result<Topic, Error> {
    let end = |name: &str| {
        span.attribute(name).map(id).ok_or_else(|| {
            Error::at(
                span,
                format!("the topic has no “{name}”; name its first and its last turn, such as {name}=\"#t1\""),
            )
        })
    };
    Ok(Topic { id: named(span)?, name: words(span), from: end("from")?, to: end("to")? })
}
