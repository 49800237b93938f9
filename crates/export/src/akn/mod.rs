//! Akoma Ntoso 1.0 (OASIS LegalDocML, namespace `akn/3.0`): a `debate`.
//!
//! Blocks keep their ids as `eId`; what stands for a person or a thing has an id with two underscores in it, which no
//! block has. What the standard has no element for stands in `proprietary`.

mod meta;
mod text;

use memcon_record::check::is_edtf;
use memcon_record::wire;

use crate::part;
use crate::reading::Reading;
use crate::xml::{Attributes, Xml, element, escaped};

/// The namespace of the standard.
pub const NAMESPACE: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
/// The namespace of what is ours.
pub const OWN: &str = "urn:memcon:record:1";
/// Who says what is in the references and in the file's own part: this program.
const SOURCE: &str = "#org__memcon";

/// The Akoma Ntoso of a record.
pub fn write(record: &wire::Record, address: Option<&str>) -> String {
    let reading = Reading::of(record, address);
    let mut xml = Xml::new();
    xml.within("akomaNtoso", &[("xmlns", NAMESPACE), ("xmlns:memcon", OWN)], |xml| {
        xml.within("debate", &[("name", "conversation")], |xml| {
            meta::write(&reading, xml);
            preface(&reading, xml);
            text::write(&reading, xml);
        });
    });
    xml.finish()
}

/// The title block; of a part, what it is.
fn preface(reading: &Reading, xml: &mut Xml) {
    let all = &reading.record;
    let said = |name: &str, attributes: Attributes, words: &str| element(name, attributes, &escaped(words));
    xml.within("preface", &[], |xml| {
        xml.mixed("p", &[], &said("docTitle", &[], &all.title));
        if let Some(kind) = &all.kind {
            xml.mixed("p", &[], &said("docType", &[], kind));
        }
        if let (Some(date), Some(words)) = (all.date.as_deref(), reading.date()) {
            match day(date) {
                Some(day) => xml.mixed("p", &[], &said("docDate", &[("date", day)], &words)),
                None => xml.said("p", &[], &words),
            }
        }
        if let Some(part) = reading.part {
            let link = said("ref", &[("href", &part.link)], &part.link);
            let much = part::much(part);
            xml.mixed("p", &[("class", "part")], &format!("This is a part of the record: {much}, as shown by {link}"));
        }
    });
}

/// The date where it is one day, which is all that a date of XML can be.
fn day(date: &str) -> Option<&str> {
    (is_edtf(date) && date.len() == "1964-11-25".len()).then_some(date)
}
