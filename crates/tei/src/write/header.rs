//! The header: what is known of the record as a whole.

use memcon_record::check::is_edtf;
use memcon_record::wire::{Mode, Presence, Record};

use super::out::Out;
use super::people;
use crate::names::Names;
use crate::words;

/// Writes the header.
pub fn write<'a>(record: &'a Record, note: Option<&str>, link: Option<&str>, names: &mut Names<'a>, out: &mut Out) {
    out.open("teiHeader", &[]);
    file(record, out);
    encoding(note, link, out);
    profile(record, names, out);
    out.close("teiHeader");
}

fn file(record: &Record, out: &mut Out) {
    let of = &record.provenance;
    out.open("fileDesc", &[]);
    out.open("titleStmt", &[]);
    out.leaf("title", &[], &record.title);
    if let Some(funder) = &of.funder {
        out.open("funder", &[]);
        out.leaf("name", &[], funder);
        out.close("funder");
    }
    for (resp, name) in [("translator", &of.translator), ("recorder", &of.recorder)] {
        if let Some(name) = name {
            out.open("respStmt", &[]);
            out.leaf("resp", &[], resp);
            out.leaf("name", &[], name);
            out.close("respStmt");
        }
    }
    out.close("titleStmt");

    out.open("publicationStmt", &[]);
    match &of.publisher {
        Some(publisher) => out.leaf("publisher", &[], publisher),
        // TEI wants somebody here; where nobody is named, nobody is.
        None => out.empty("authority", &[]),
    }
    out.leaf("idno", &[("type", "memcon")], &record.id);
    out.leaf("idno", &[("type", "format")], &record.format);
    for entry in &record.retired {
        out.open("idno", &[("type", "retired"), ("subtype", entry.why.name())]);
        out.leaf("idno", &[("type", "was")], &entry.id);
        for id in &entry.successors {
            out.leaf("idno", &[("type", "is")], id);
        }
        out.close("idno");
    }
    if let Some(rights) = &of.rights {
        out.open("availability", &[]);
        out.leaf("licence", &[], rights);
        out.close("availability");
    }
    out.close("publicationStmt");

    if let Some(method) = &of.method {
        out.open("notesStmt", &[]);
        out.leaf("note", &[("type", "method")], method);
        out.close("notesStmt");
    }
    source(record, out);
    out.close("fileDesc");
}

fn source(record: &Record, out: &mut Out) {
    let of = &record.provenance;
    out.open("sourceDesc", &[]);
    if of.reference.is_some() || of.repository.is_some() {
        out.open("msDesc", &[]);
        out.open("msIdentifier", &[]);
        if let Some(repository) = &of.repository {
            out.open("repository", &[]);
            out.leaf("orgName", &[], repository);
            out.close("repository");
        }
        out.some("idno", &[("type", "reference")], of.reference.as_deref());
        out.close("msIdentifier");
        out.close("msDesc");
    }
    if of.url.is_some() || record.source_digest.is_some() {
        out.open("bibl", &[]);
        out.some("idno", &[("type", "URL")], of.url.as_deref());
        out.some("idno", &[("type", "digest")], record.source_digest.as_deref());
        out.close("bibl");
    } else if of.reference.is_none() && of.repository.is_none() {
        // TEI wants a source; this one is not known.
        out.empty("p", &[]);
    }
    out.close("sourceDesc");
}

fn encoding(note: Option<&str>, link: Option<&str>, out: &mut Out) {
    out.open("encodingDesc", &[]);
    if note.is_some() || link.is_some() {
        out.open("samplingDecl", &[]);
        out.some("p", &[], note);
        if let Some(link) = link {
            out.line();
            out.begin("p", &[]);
            let target = if is_address(link) { "target" } else { "" };
            out.begin("ref", &[("type", "link"), (target, link)]);
            out.words(link);
            out.end("ref");
            out.end("p");
            out.end_line();
        }
        out.close("samplingDecl");
    }
    out.open("classDecl", &[]);
    out.open("taxonomy", &[]);
    let mut category = |(word, meaning): (&str, &str)| {
        let name = [words::CATEGORY, word].concat();
        out.open("category", &[("xml:id", &name)]);
        out.leaf("catDesc", &[], meaning);
        out.close("category");
    };
    Mode::ALL.map(words::mode).into_iter().for_each(&mut category);
    Presence::ALL.map(words::presence).into_iter().for_each(&mut category);
    category((memcon_record::wire::UNKNOWN, "A voice that the record cannot name"));
    out.close("taxonomy");
    out.close("classDecl");
    out.open("appInfo", &[]);
    out.open("application", &[("ident", "memcon"), ("version", env!("CARGO_PKG_VERSION"))]);
    out.leaf("label", &[], "Memcon");
    out.close("application");
    out.close("appInfo");
    out.close("encodingDesc");
}

fn profile<'a>(record: &'a Record, names: &mut Names<'a>, out: &mut Out) {
    let parts = [&record.summary, &record.language, &record.kind, &record.date].iter().any(|part| part.is_some());
    if !parts && record.delegations.is_empty() && record.participants.is_empty() {
        return;
    }
    out.open("profileDesc", &[]);
    if let Some(summary) = &record.summary {
        out.open("abstract", &[]);
        out.leaf("p", &[], summary);
        out.close("abstract");
    }
    if let Some(language) = &record.language {
        // A tag that is none is told in words alone.
        let ident = if is_language(language) { language } else { "und" };
        out.open("langUsage", &[]);
        out.line();
        out.begin("language", &[("ident", ident)]);
        out.begin("term", &[]);
        out.words(language);
        out.end("term");
        out.end("language");
        out.end_line();
        out.close("langUsage");
    }
    if let Some(kind) = &record.kind {
        out.open("textClass", &[]);
        out.open("keywords", &[]);
        out.leaf("term", &[("type", "kind")], kind);
        out.close("keywords");
        out.close("textClass");
    }
    people::write(record, names, out);
    if let Some(date) = &record.date {
        out.open("settingDesc", &[]);
        out.open("setting", &[]);
        dated("date", &[], date, date, out);
        out.close("setting");
        out.close("settingDesc");
    }
    out.close("profileDesc");
}

/// An element with `words`, dated by `value` where that is a date.
pub fn dated(name: &str, more: &[(&str, &str)], value: &str, words: &str, out: &mut Out) {
    let mut attributes = more.to_vec();
    if is_edtf(value) {
        match value.split_once('/') {
            Some((from, to)) => attributes.extend([("from", from), ("to", to)]),
            None => attributes.push(("when", value)),
        }
    }
    out.leaf(name, &attributes, words);
}

/// Whether `tag` has the shape of a BCP 47 tag, as TEI wants it.
pub fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    parts.next().is_some_and(|first| (2..=8).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic()))
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// Whether `link` can be a target as it stands.
fn is_address(link: &str) -> bool {
    memcon_record::check::is_web_address(link)
        && link.bytes().all(|b| b.is_ascii_graphic() && !b"<>\"{}|\\^`[]".contains(&b))
        && link.matches('#').count() <= 1
        && link.match_indices('%').all(|(at, _)| {
            link.as_bytes().get(at + 1..at + 3).is_some_and(|code| code.iter().all(u8::is_ascii_hexdigit))
        })
}
