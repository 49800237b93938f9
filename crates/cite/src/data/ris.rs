//! RIS, as Zotero, EndNote and Mendeley read it.
//!
//! Zotero's own reader maps `DB` to the archive, `AN` to the place in the
//! archive, `CN` to the call number, `A4` to the translator and, of a
//! manuscript, `M3` to its type; `N1` becomes a note.

use super::{authors, key, notes};
use crate::cited::Cited;
use crate::date::Day;
use crate::facts::{Facts, one_line};
use crate::name::Name;

/// The citation as a RIS file: a tag a line, lines end with CR and LF.
pub fn ris(facts: &Facts, cited: &Cited) -> String {
    let mut file = File::default();
    let (archive, place) = facts.archive_and_place();
    let span = facts.span();
    file.tag("TY", "MANSCPT");
    file.tag("ID", &key(facts, cited));
    file.tag("TI", &facts.title);
    for name in authors(cited) {
        file.tag("AU", &written(name));
    }
    if let Some(name) = facts.translator_name() {
        file.tag("A4", &written(&name));
    }
    if let Some(span) = span {
        file.tag("PY", &format!("{:04}", span.start.year));
        file.tag("DA", &date(span.start));
    }
    for (tag, value) in [
        ("M3", facts.kind.as_deref()),
        ("DB", archive),
        ("AN", place),
        ("CN", facts.reference.as_deref()),
        ("PB", facts.publisher.as_deref()),
        ("LA", facts.language.as_deref()),
        ("UR", cited.link.as_deref()),
    ] {
        file.tag(tag, value.unwrap_or_default());
    }
    if let Some(day) = cited.accessed {
        file.tag("Y2", &date(day));
    }
    // `DA` holds one day; an interval, or a date that is none in EDTF, is a note.
    if let Some(edtf) = facts.date.as_ref().filter(|_| span.is_none_or(|span| span.end.is_some())) {
        file.tag("N1", &format!("Date of the conversation: {edtf}"));
    }
    for note in notes(facts, cited) {
        file.tag("N1", &note);
    }
    file.0 += "ER  - \r\n";
    file.0
}

#[derive(Default)]
struct File(String);

impl File {
    /// A line; of a value without a character, none.
    fn tag(&mut self, tag: &str, value: &str) {
        let value = one_line(&value.replace(char::is_control, " "));
        if !value.is_empty() {
            self.0 += &format!("{tag}  - {value}\r\n");
        }
    }
}

/// A comma parts family and given name; a whole name may have none.
fn written(name: &Name) -> String {
    match name {
        Name::Whole(whole) => whole.replace(',', ""),
        Name::Parts { .. } => name.inverted(),
    }
}

/// `1964/11/25`; what is not known stays empty between its strokes.
fn date(day: Day) -> String {
    let part = |n: Option<u8>| n.map(|n| format!("{n:02}")).unwrap_or_default();
    match (day.month, day.day) {
        (None, _) => format!("{:04}", day.year),
        (month, day_of_month) => format!("{:04}/{}/{}", day.year, part(month), part(day_of_month)),
    }
}
