//! A record written as TEI P5.

mod header;
mod out;
mod people;
mod stand_off;
mod text;

use memcon_record::wire::Record;

use crate::NAMESPACE;
use crate::names::Names;
use out::Out;

/// The TEI P5 of a record.
///
/// Of a part of a record, `record` has only the blocks of the part, `note` says in words what
/// was left out, and `link` is the address that shows the part again; the header tells both.
pub fn write(record: &Record, note: Option<&str>, link: Option<&str>) -> String {
    let mut names = Names::of(record);
    let mut out = Out::new();
    let language = record.language.as_deref().filter(|tag| header::is_language(tag));
    match language {
        Some(tag) => out.open("TEI", &[("xmlns", NAMESPACE), ("xml:lang", tag)]),
        None => out.open("TEI", &[("xmlns", NAMESPACE)]),
    }
    header::write(record, note, link, &mut names, &mut out);
    stand_off::write(record, &mut names, &mut out);
    text::write(record, &mut names, &mut out);
    out.close("TEI");
    out.finish()
}
