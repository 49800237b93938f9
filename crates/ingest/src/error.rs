//! Why a source gives no record: what, where, and what to do.

use std::fmt;

/// Why a source gives no record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// What is wrong and what would be right.
    pub what: String,
    /// Line of the source or of the TOML, from 1, where there is one.
    pub line: Option<usize>,
    /// Whose line it is.
    pub file: File,
}

/// The file in which something is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// The archive's page.
    Source,
    /// The editor's `record.toml`.
    Editor,
}

impl Error {
    pub(crate) fn source(what: impl Into<String>) -> Self {
        Error { what: what.into(), line: None, file: File::Source }
    }

    pub(crate) fn source_at(line: usize, what: impl Into<String>) -> Self {
        Error { what: what.into(), line: Some(line), file: File::Source }
    }

    pub(crate) fn editor_at(line: usize, what: impl Into<String>) -> Self {
        Error { what: what.into(), line: Some(line), file: File::Editor }
    }

    /// A fault of this program: a character of the source that went nowhere.
    pub(crate) fn lost(line: usize) -> Self {
        Error::source_at(
            line,
            "a part of this line would be lost or told twice; this is a fault of the program, please report it with the file",
        )
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "line {line}: {}", self.what),
            None => write!(f, "{}", self.what),
        }
    }
}

impl std::error::Error for Error {}

/// The text of a source file.
///
/// # Errors
/// When the file is empty, binary, or not UTF-8; the message names the byte and the line.
pub fn text(bytes: &[u8]) -> Result<&str, Error> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let at = error.valid_up_to();
            let line = line_of(bytes, at);
            if let Some(zero) = bytes.iter().take(4096).position(|b| *b == 0) {
                return Err(binary(bytes, zero, 0));
            }
            let byte = bytes.get(at).copied().unwrap_or_default();
            return Err(Error::source_at(
                line,
                format!("byte {at} (0x{byte:02X}) is not UTF-8; save the text as UTF-8 and try again"),
            ));
        }
    };
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        return Err(Error::source("the file is empty; save the text of the archive’s page in it"));
    }
    let odd = text.bytes().position(|b| (b < b' ' && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0c)) || b == 0x7f);
    match odd {
        Some(at) => Err(binary(bytes, at, bytes[at])),
        None => Ok(text),
    }
}

fn binary(bytes: &[u8], at: usize, byte: u8) -> Error {
    Error::source_at(
        line_of(bytes, at),
        format!(
            "byte {at} is the control byte 0x{byte:02X}: this is no plain text; save the page as text and try again"
        ),
    )
}

fn line_of(bytes: &[u8], at: usize) -> usize {
    bytes.iter().take(at).filter(|b| **b == b'\n').count() + 1
}
