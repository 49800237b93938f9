//! What the record is, who is in it, what it speaks of.

use std::collections::BTreeMap;

use memcon_record::model::Topic;
use memcon_record::wire::{Entity, EntityKind};
use memcon_record::{Record, Speaker, check::is_edtf};

use super::SOURCE;
use crate::reading::Reading;
use crate::xml::Xml;

/// For a date that is not known: the standard wants one.
const NO_DATE: &str = "0001-01-01";
/// For a country that is not known (CLDR).
const NO_COUNTRY: &str = "zz";
/// For a language that is not known (BCP 47).
const NO_LANGUAGE: &str = "und";

pub(super) fn person_id(id: &str) -> String {
    format!("person__{id}")
}

pub(super) fn topic_id(topic: &Topic) -> String {
    format!("topic__{}", topic.id)
}

/// One who is there and spoken of is one person.
pub(super) fn entity_id(record: &Record, entity: &Entity) -> String {
    let is_there = record.participants.iter().any(|person| person.id == entity.id);
    if is_there { person_id(&entity.id) } else { format!("thing__{}", entity.id) }
}

fn side_id(id: &str) -> String {
    format!("org__{id}.side")
}

pub(super) fn write(reading: &Reading, xml: &mut Xml) {
    let makers = makers(&reading.record);
    xml.within("meta", &[], |xml| {
        identification(reading, &makers, xml);
        references(reading, &makers, xml);
        xml.within("proprietary", &[("source", SOURCE)], |xml| own(reading, xml));
    });
}

/// Who made the document: role, name, and whether that is a body.
fn makers(record: &Record) -> Vec<(&'static str, String, bool)> {
    let from = &record.provenance;
    let makers = [
        ("recorder", &from.recorder, false),
        ("translator", &from.translator, false),
        ("repository", &from.repository, true),
        ("publisher", &from.publisher, true),
        ("funder", &from.funder, true),
    ];
    makers.into_iter().filter_map(|(role, name, is_body)| Some((role, name.clone()?, is_body))).collect()
}

/// The work is the conversation as it was taken down; the expression the text in its language; the manifestation this file.
fn identification(reading: &Reading, makers: &[(&'static str, String, bool)], xml: &mut Xml) {
    let all = &reading.record;
    let (day, sort) = date(all.date.as_deref());
    let work = format!("/akn/{NO_COUNTRY}/debate/{day}/{}", all.id);
    let language = all.language.as_deref().unwrap_or(NO_LANGUAGE);
    let expression = format!("{work}/{language}@");
    let manifestation = format!("{expression}.akn");
    let by = |role: &str| makers.iter().find(|(of, ..)| *of == role).map(|(role, ..)| maker_id(role));
    let author = |xml: &mut Xml, role: &str| {
        let (href, role) = match by(role) {
            Some(id) => (format!("#{id}"), format!("#role__{role}")),
            None => ("#org__not-known".to_owned(), "#role__author".to_owned()),
        };
        xml.empty("FRBRauthor", &[("href", &href), ("as", &role)]);
    };
    xml.within("identification", &[("source", SOURCE)], |xml| {
        xml.within("FRBRWork", &[], |xml| {
            xml.empty("FRBRthis", &[("value", &work)]);
            xml.empty("FRBRuri", &[("value", &work)]);
            xml.empty("FRBRalias", &[("value", &all.title), ("name", "title")]);
            xml.empty("FRBRdate", &[("date", &day), ("name", sort)]);
            author(xml, "recorder");
            xml.empty("FRBRcountry", &[("value", NO_COUNTRY)]);
        });
        xml.within("FRBRExpression", &[], |xml| {
            xml.empty("FRBRthis", &[("value", &expression)]);
            xml.empty("FRBRuri", &[("value", &expression)]);
            xml.empty("FRBRdate", &[("date", &day), ("name", sort)]);
            author(xml, if by("translator").is_some() { "translator" } else { "recorder" });
            xml.empty("FRBRlanguage", &[("language", language)]);
        });
        xml.within("FRBRManifestation", &[], |xml| {
            xml.empty("FRBRthis", &[("value", &manifestation)]);
            xml.empty("FRBRuri", &[("value", &manifestation)]);
            xml.empty("FRBRdate", &[("date", &day), ("name", sort)]);
            xml.empty("FRBRauthor", &[("href", SOURCE), ("as", "#role__editor")]);
            xml.empty("FRBRformat", &[("value", "application/akn+xml")]);
        });
    });
}

fn maker_id(role: &str) -> String {
    format!("maker__{role}")
}

/// A day, as the standard wants one, and what it is. Where only a month or a year is known, its first; of an interval,
/// the first day.
fn date(date: Option<&str>) -> (String, &'static str) {
    let Some(date) = date.filter(|date| is_edtf(date)) else { return (NO_DATE.to_owned(), "date-not-known") };
    let (first, is_interval) = date.split_once('/').map_or((date, false), |(first, _)| (first, true));
    match first.len() {
        4 => (format!("{first}-01-01"), "year-of-the-conversation"),
        7 => (format!("{first}-01"), "month-of-the-conversation"),
        _ if is_interval => (first.to_owned(), "first-day-of-the-conversation"),
        _ => (first.to_owned(), "conversation"),
    }
}

fn references(reading: &Reading, makers: &[(&'static str, String, bool)], xml: &mut Xml) {
    let all = &reading.record;
    xml.within("references", &[("source", SOURCE)], |xml| {
        let mut refer = |element: &str, id: &str, class: &str, name: &str, shown: &str| {
            let href = format!("/akn/ontology/{class}/{name}");
            xml.empty(element, &[("eId", id), ("href", &href), ("showAs", shown)]);
        };
        refer("TLCOrganization", "org__memcon", "organization", "memcon", "Memcon");
        if !makers.iter().any(|(role, ..)| *role == "recorder") {
            refer("TLCOrganization", "org__not-known", "organization", "not-known", "not known");
            refer("TLCRole", "role__author", "role", "author", "author");
        }
        for (role, name, is_body) in makers {
            let (element, class) = if *is_body { ("TLCOrganization", "organization") } else { ("TLCPerson", "person") };
            refer(element, &maker_id(role), class, &format!("{}.{role}", all.id), name);
            refer("TLCRole", &format!("role__{role}"), "role", role, role);
        }
        refer("TLCRole", "role__editor", "role", "editor", "editor");
        refer("TLCRole", "role__speaker", "role", "speaker", "speaker");
        for side in &all.delegations {
            refer("TLCOrganization", &side_id(&side.id), "organization", &side.id, &side.name);
        }
        for person in &all.participants {
            refer("TLCPerson", &person_id(&person.id), "person", &person.id, &person.name);
        }
        if all.turns().any(|(_, turn)| turn.speaker == Speaker::Unknown) {
            refer("TLCPerson", &person_id("unknown"), "person", "unknown", "a voice that the record cannot name");
        }
        for (office, place) in offices(all) {
            refer("TLCRole", &office_id(place), "role", &format!("{}.{place}", all.id), office);
        }
        for topic in &all.topics {
            refer("TLCConcept", &topic_id(topic), "concept", &topic.id, &topic.name);
        }
        for entity in &all.entities {
            let id = entity_id(all, entity);
            if id.starts_with("thing__") {
                let (element, class) = class(entity.kind);
                refer(element, &id, class, &entity.id, &entity.name);
            }
        }
    });
}

fn class(kind: EntityKind) -> (&'static str, &'static str) {
    match kind {
        EntityKind::Person => ("TLCPerson", "person"),
        EntityKind::Place => ("TLCLocation", "location"),
        EntityKind::Organisation => ("TLCOrganization", "organization"),
        EntityKind::Work => ("TLCObject", "object"),
        EntityKind::Event => ("TLCEvent", "event"),
        EntityKind::Term => ("TLCTerm", "term"),
        EntityKind::Quantity | EntityKind::Date => ("TLCConcept", "concept"),
    }
}

/// Each office once, with its number.
fn offices(record: &Record) -> BTreeMap<&str, usize> {
    let mut offices = BTreeMap::new();
    for office in record.participants.iter().flat_map(|person| &person.offices) {
        let next = offices.len() + 1;
        offices.entry(office.as_str()).or_insert(next);
    }
    offices
}

fn office_id(place: usize) -> String {
    format!("role__office-{place}")
}

/// What the standard has no element for.
fn own(reading: &Reading, xml: &mut Xml) {
    let all = &reading.record;
    if let Some(part) = reading.part {
        let turns: Vec<String> = part.turns.iter().map(ToString::to_string).collect();
        let of = part.of.to_string();
        xml.empty("memcon:part", &[("turns", &turns.join(" ")), ("of", &of), ("link", &part.link)]);
    }
    let from = &all.provenance;
    let facts = [
        ("memcon:date", &all.date),
        ("memcon:summary", &all.summary),
        ("memcon:reference", &from.reference),
        ("memcon:method", &from.method),
        ("memcon:rights", &from.rights),
        ("memcon:url", &from.url),
        ("memcon:sourceDigest", &all.source_digest),
    ];
    for (name, fact) in facts {
        _ = fact.as_ref().map(|fact| xml.said(name, &[], fact));
    }
    _ = reading.address.map(|address| xml.said("memcon:page", &[], address));
    let offices = offices(all);
    for person in &all.participants {
        let id = format!("#{}", person_id(&person.id));
        let side = person.delegation.as_deref().map(|side| format!("#{}", side_id(side)));
        let presence = person.presence.name();
        let side = side.as_deref().map(|side| ("delegation", side));
        let attributes: Vec<_> = [("refersTo", id.as_str()), ("presence", presence)].into_iter().chain(side).collect();
        xml.within("memcon:participant", &attributes, |xml| {
            for office in &person.offices {
                let role = offices.get(office.as_str()).map(|place| format!("#{}", office_id(*place)));
                xml.said("memcon:office", &[("refersTo", role.as_deref().unwrap_or_default())], office);
            }
            _ = person.as_printed.as_ref().map(|words| xml.said("memcon:asPrinted", &[], words));
            _ = person.note.as_ref().map(|note| xml.said("memcon:note", &[], note));
        });
    }
    for entity in all.entities.iter().filter(|entity| entity.value.is_some() || entity.note.is_some()) {
        let id = format!("#{}", entity_id(all, entity));
        let value = entity.value.as_deref().map(|value| ("value", value));
        let attributes: Vec<_> = [("refersTo", id.as_str())].into_iter().chain(value).collect();
        xml.said("memcon:entity", &attributes, entity.note.as_deref().unwrap_or_default());
    }
}
