//! A record, or a part of one, as a file that other programs read.
//!
//! Read the modules in this order: [`part`] cuts a record down to what a filter
//! shows and says so; [`format`] names the formats, and [`write`] is the one
//! place that leads from a format to what writes it: [`csv`] and [`turns`],
//! [`txt`], [`md`], [`akn`], which leans on `xml`, `memcon-tei`
//! and `memcon-cite`. [`name`] gives the file a name
//! that every system takes. `reading` is what all of them know of a record.
//!
//! What each holds is in `docs/exports.md`. The crate knows no browser, no clock
//! and no network.

pub mod akn;
pub mod csv;
pub mod format;
pub mod md;
pub mod name;
pub mod part;
mod reading;
pub mod turns;
pub mod txt;
mod xml;

use memcon_cite::{Cited, Facts};
use memcon_record::check::is_web_address;
use memcon_record::model;
use memcon_record::wire::Record;

pub use format::Format;
pub use part::reduced;

/// The file of a record, whole or what [`reduced`] has left of it, in a format.
///
/// `address` is where the page of the whole record is, without its query where that asks something, and without a
/// fragment; where it is known, turns are linked to.
pub fn write(record: &Record, format: Format, address: Option<&str>) -> String {
    match format {
        Format::Json => json(record),
        Format::Csv => turns::write(record, address),
        Format::Txt => txt::write(record, address),
        Format::Md => md::write(record, address),
        Format::Tei => tei(record, address),
        Format::Akn => akn::write(record, address),
        Format::Bibtex => cite(record, address, memcon_cite::bibtex),
        Format::Ris => cite(record, address, memcon_cite::ris),
        Format::Csl => cite(record, address, memcon_cite::csl_json),
    }
}

/// What cites the record. Of a part it says how much it is, and the link is the one that shows it again.
fn cite(record: &Record, address: Option<&str>, write: fn(&Facts, &Cited) -> String) -> String {
    let part = record.part.as_ref();
    let link = part.map(|part| part.link.as_str()).filter(|link| is_web_address(link)).or(address);
    let cited = Cited { link: link.map(str::to_owned), part: part.map(part::much), ..Cited::record() };
    write(&Facts::of(&model::Record::from_wire(record.clone())), &cited)
}

/// TEI. Of a part the link is the one that shows it again.
fn tei(record: &Record, address: Option<&str>) -> String {
    match &record.part {
        Some(part) => {
            let note = format!("A part of the record: {}.", part::much(part));
            memcon_tei::write(record, Some(&note), Some(&part.link))
        }
        None => memcon_tei::write(record, None, address),
    }
}

/// The record format itself. A part says so in the field `part`.
fn json(record: &Record) -> String {
    // Only maps whose keys are no strings cannot be written, and a record has none.
    serde_json::to_string_pretty(record).unwrap_or_default() + "\n"
}
