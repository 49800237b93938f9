//! What became of every character of the source: the promise that nothing is lost.

use crate::error::Error;
use crate::text::{Span, is_blank, line_number};

/// What became of a stretch of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// The label of a turn.
    Label {
        /// Id of the turn.
        block: String,
    },
    /// The colon, period or markup about a label: what parts it from the words.
    Separator,
    /// Words of a block.
    Text {
        /// Id of the block.
        block: String,
        /// Place of the paragraph in the block, from 0.
        paragraph: usize,
    },
    /// Says something of the record as a whole.
    Metadata {
        /// Which field: `title`, `date`, `provenance.reference`, …
        field: String,
    },
    /// Belongs to the page or the copy, not to the record.
    Furniture {
        /// What it is.
        name: String,
    },
}

/// A stretch of the source, within one line, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Number of the line, from 1.
    pub line: usize,
    /// Bytes of the source.
    pub range: Span,
    /// What became of it.
    pub fate: Fate,
}

/// Puts the pieces in the order of the source and sees that they cover it.
///
/// # Errors
/// When a character that shows something is in no piece, or in two.
pub fn settle(source: &str, mut pieces: Vec<(Span, Fate)>) -> Result<Vec<Piece>, Error> {
    pieces.sort_by_key(|(span, _)| (span.start, span.end));
    let (mut at, mut line) = (0, 1);
    let mut settled = Vec::with_capacity(pieces.len());
    for (range, fate) in pieces {
        let between = source.get(at..range.start).ok_or_else(|| Error::lost(line_number(source, range.start)))?;
        if !between.chars().all(is_blank) {
            return Err(Error::lost(line_number(
                source,
                at + between.len() - between.trim_start_matches(is_blank).len(),
            )));
        }
        line += newlines(between);
        let within = source.get(range.clone()).ok_or_else(|| Error::lost(line))?;
        at = range.end;
        settled.push(Piece { line, range, fate });
        line += newlines(within);
    }
    let rest = &source[at..];
    if !rest.chars().all(is_blank) {
        return Err(Error::lost(line_number(source, at + rest.len() - rest.trim_start_matches(is_blank).len())));
    }
    Ok(settled)
}

fn newlines(text: &str) -> usize {
    text.bytes().filter(|b| *b == b'\n').count()
}
