//! Who is present, and on which side.

use memcon_record::wire::Record;

use super::out::Out;
use crate::names::{List, Names};
use crate::words;

/// Writes the sides and those present.
pub fn write<'a>(record: &'a Record, names: &mut Names<'a>, out: &mut Out) {
    if record.delegations.is_empty() && record.participants.is_empty() {
        return;
    }
    out.open("particDesc", &[]);
    if !record.delegations.is_empty() {
        out.open("listOrg", &[("type", "delegations")]);
        for side in &record.delegations {
            out.open("org", &[("xml:id", &names.give(List::Side, &side.id))]);
            out.leaf("orgName", &[], &side.name);
            out.some("note", &[("type", "as-printed")], side.as_printed.as_deref());
            out.close("org");
        }
        out.close("listOrg");
    }
    if !record.participants.is_empty() {
        out.open("listPerson", &[("type", "participants")]);
        for person in &record.participants {
            let presence = ["#", words::CATEGORY, person.presence.name()].concat();
            out.open("person", &[("xml:id", &names.give(List::Person, &person.id)), ("ana", &presence)]);
            out.leaf("persName", &[], &person.name);
            for label in &person.labels {
                out.leaf("persName", &[("type", "label")], label);
            }
            for office in &person.offices {
                out.leaf("occupation", &[], office);
            }
            if let Some(side) = &person.delegation {
                let link = ["#", &names.name(List::Side, side)].concat();
                out.empty("affiliation", &[("ref", &link)]);
            }
            out.some("note", &[("type", "as-printed")], person.as_printed.as_deref());
            out.some("note", &[("type", "editor")], person.note.as_deref());
            out.close("person");
        }
        out.close("listPerson");
    }
    out.close("particDesc");
}
