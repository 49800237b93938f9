//! A record read from the TEI that [`write`](crate::write()) made.

mod error;
mod header;
mod stand_off;
mod text;
mod tree;

use memcon_record::wire::{FORMAT, Record};
use roxmltree::Document;

pub use error::Error;
pub use text::paragraph_of;
pub use tree::{child, children, document, is, words};

/// What a file holds.
#[derive(Clone, Debug)]
pub struct Found {
    /// The record, or the part of it that the file has.
    pub record: Record,
    /// What the file says of being a part: a note, an address that shows the part again.
    pub part: Vec<String>,
}

/// Reads the TEI that this program wrote.
///
/// # Errors
/// When the text is no well-formed XML, or no TEI that this program wrote, or an element
/// stands where nothing of a record has its place; with line and column.
pub fn read(xml: &str) -> Result<Found, Error> {
    own(&document(xml)?)
}

/// Whether the TEI is one that this program wrote.
pub fn is_own(tei: &Document) -> bool {
    header::format(tei).is_some_and(|format| format.starts_with("memcon-record/"))
}

/// [`read`] of a document that is parsed already.
///
/// # Errors
/// As for [`read`].
pub fn own(tei: &Document) -> Result<Found, Error> {
    let root = tei.root_element();
    match header::format(tei) {
        Some(format) if format == FORMAT => {}
        Some(format) => {
            let what = format!("the file is of format “{format}”; this version of Memcon reads “{FORMAT}”");
            return Err(Error::at(root, what));
        }
        None => {
            let what = "no <idno type=\"format\">, so this is no TEI that Memcon wrote; read it with memcon ingest";
            return Err(Error::at(root, what));
        }
    }
    let mut record = header::read(root)?;
    stand_off::read(root, &mut record)?;
    record.blocks = text::read(root)?;
    Ok(Found { record, part: header::part(root) })
}
