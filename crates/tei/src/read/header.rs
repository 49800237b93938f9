//! What the header says of the record as a whole.

use memcon_record::wire::{Delegation, Participant, Presence, Provenance, Record, Retired, Why};
use roxmltree::{Document, Node};

use super::Error;
use super::tree::{child, children, typed, words};
use crate::names::id;
use crate::words::CATEGORY;

/// The format that the header names.
pub fn format(tei: &Document) -> Option<String> {
    typed(child(tei.root_element(), &["teiHeader", "fileDesc", "publicationStmt"])?, "idno", "format")
}

/// The record without what is spoken of and without its text.
pub fn read(root: Node) -> Result<Record, Error> {
    let header = need(root, "teiHeader")?;
    let file = need(header, "fileDesc")?;
    let titles = need(file, "titleStmt")?;
    let publication = need(file, "publicationStmt")?;
    let at = |path: &[&str]| child(header, path).map(words);
    let idno = |path: &[&str], kind: &str| child(file, path).and_then(|node| typed(node, "idno", kind));
    let made_by = |resp: &str| {
        children(titles, "respStmt")
            .find(|by| child(*by, &["resp"]).map(words).as_deref() == Some(resp))
            .and_then(|by| child(by, &["name"]).map(words))
    };
    Ok(Record {
        format: memcon_record::wire::FORMAT.to_owned(),
        id: typed(publication, "idno", "memcon")
            .ok_or_else(|| Error::at(publication, "no <idno type=\"memcon\"> says the record’s id; add one"))?,
        // Of a part the header says in words what it is.
        part: None,
        source_digest: idno(&["sourceDesc", "bibl"], "digest"),
        title: child(titles, &["title"]).map(words).unwrap_or_default(),
        kind: at(&["profileDesc", "textClass", "keywords", "term"]),
        date: at(&["profileDesc", "settingDesc", "setting", "date"]),
        language: at(&["profileDesc", "langUsage", "language"]),
        summary: at(&["profileDesc", "abstract", "p"]),
        provenance: Provenance {
            reference: idno(&["sourceDesc", "msDesc", "msIdentifier"], "reference"),
            repository: at(&["fileDesc", "sourceDesc", "msDesc", "msIdentifier", "repository", "orgName"]),
            translator: made_by("translator"),
            recorder: made_by("recorder"),
            method: child(file, &["notesStmt"]).and_then(|notes| typed(notes, "note", "method")),
            publisher: child(publication, &["publisher"]).map(words),
            funder: child(titles, &["funder"]).and_then(|by| child(by, &["name"])).map(words),
            rights: child(publication, &["availability", "licence"]).map(words),
            url: idno(&["sourceDesc", "bibl"], "URL"),
        },
        delegations: listed(header, "listOrg", "org", side)?,
        participants: listed(header, "listPerson", "person", participant)?,
        entities: Vec::new(),
        topics: Vec::new(),
        blocks: Vec::new(),
        retired: children(publication, "idno")
            .filter(|id| id.attribute("type") == Some("retired"))
            .map(retired)
            .collect(),
    })
}

fn retired(entry: Node) -> Retired {
    let says = entry.attribute("subtype");
    Retired {
        id: typed(entry, "idno", "was").unwrap_or_default(),
        successors: children(entry, "idno").filter(|id| id.attribute("type") == Some("is")).map(words).collect(),
        why: Why::ALL.into_iter().find(|one| Some(one.name()) == says).unwrap_or(Why::Removed),
    }
}

/// What the header says of being a part.
pub fn part(root: Node) -> Vec<String> {
    child(root, &["teiHeader", "encodingDesc", "samplingDecl"])
        .map(|sampling| children(sampling, "p").map(words).collect())
        .unwrap_or_default()
}

fn listed<T>(header: Node, list: &str, item: &str, read: fn(Node) -> Result<T, Error>) -> Result<Vec<T>, Error> {
    let Some(list) = child(header, &["profileDesc", "particDesc", list]) else { return Ok(Vec::new()) };
    children(list, item).map(read).collect()
}

fn side(org: Node) -> Result<Delegation, Error> {
    Ok(Delegation {
        id: named(org)?,
        name: child(org, &["orgName"]).map(words).unwrap_or_default(),
        as_printed: typed(org, "note", "as-printed"),
    })
}

fn participant(person: Node) -> Result<Participant, Error> {
    let says = category(person);
    Ok(Participant {
        id: named(person)?,
        name: typed(person, "persName", "").unwrap_or_default(),
        delegation: child(person, &["affiliation"]).and_then(|side| side.attribute("ref")).map(id),
        offices: children(person, "occupation").map(words).collect(),
        as_printed: typed(person, "note", "as-printed"),
        presence: Presence::ALL.into_iter().find(|one| Some(one.name()) == says).unwrap_or(Presence::Listed),
        labels: children(person, "persName")
            .filter(|name| name.attribute("type") == Some("label"))
            .map(words)
            .collect(),
        note: typed(person, "note", "editor"),
    })
}

/// The category that an element's `ana` names.
pub fn category<'a>(node: Node<'a, '_>) -> Option<&'a str> {
    node.attribute("ana")?.split_whitespace().find_map(|one| one.strip_prefix('#')?.strip_prefix(CATEGORY))
}

/// The id that an element has.
pub fn named(node: Node) -> Result<String, Error> {
    let name = node.attribute(("http://www.w3.org/XML/1998/namespace", "id"));
    name.map(id).ok_or_else(|| {
        let what = format!("<{}> has no xml:id; give it one that no other element has", node.tag_name().name());
        Error::at(node, what)
    })
}

fn need<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Result<Node<'a, 'i>, Error> {
    node.children().find(|child| super::tree::is(*child, name)).ok_or_else(|| {
        Error::at(node, format!("<{}> has no <{name}>; take the file as Memcon wrote it", node.tag_name().name()))
    })
}
