//! Why a file gives no record.

use std::fmt;

use roxmltree::Node;

/// Why a file gives no record: where, what, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong and what would be right.
    pub what: String,
}

impl Error {
    /// Something is wrong at this element.
    pub fn at(node: Node, what: impl Into<String>) -> Self {
        let at = node.document().text_pos_at(node.range().start);
        Error { line: at.row as usize, column: at.col as usize, what: what.into() }
    }

    /// The text is no XML that may be read.
    pub(super) fn malformed(error: &roxmltree::Error, xml: &str) -> Self {
        if let roxmltree::Error::UnclosedRootNode | roxmltree::Error::UnexpectedEndOfStream = error {
            let (before, last) =
                xml.rsplit_once('\n').map_or((0, xml), |(rest, last)| (rest.matches('\n').count() + 1, last));
            let what = "the file is cut short: it ends before its elements do; take it whole and try again".to_owned();
            return Error { line: before + 1, column: last.chars().count() + 1, what };
        }
        let at = error.pos();
        let said = error.to_string();
        let place = format!(" at {}:{}", at.row, at.col);
        let what = match error {
            roxmltree::Error::DtdDetected => {
                "the file has a document type (<!DOCTYPE …>), which Memcon does not read, \
                since it can name other files and grow without bound; remove it"
                    .to_owned()
            }
            roxmltree::Error::UnknownEntityReference(name, _) => {
                format!("“&{name};” means nothing in XML; write the character itself, or “&amp;{name};”")
            }
            _ => format!("this is no well-formed XML: {}; mend it and try again", said.replace(&place, "")),
        };
        Error { line: at.row as usize, column: at.col as usize, what }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}: {}", self.line, self.column, self.what)
    }
}

impl std::error::Error for Error {}
