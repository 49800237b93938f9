//! What became of every character of a TEI file that is text.

use memcon_tei::read::{is, words};
use roxmltree::{Document, Node};

use crate::account::{Fate, Piece, settle};
use crate::error::Error;
use crate::tei::words::characters;
use crate::text::{Span, is_blank, line_number};

/// Puts the pieces of the text in order, with those of the header, and sees that they cover all words of the file.
///
/// # Errors
/// When a word of the text is in no piece, or in two: a fault of this program.
pub fn account(source: &str, tei: &Document, mut pieces: Vec<(Span, Fate)>) -> Result<Vec<Piece>, Error> {
    // Tags and comments are no text; neither is white space, by whatever name.
    let mut shown: Vec<u8> = source.bytes().map(|b| if b == b'\n' { b } else { b' ' }).collect();
    let mut show = |span: Span| shown[span.clone()].copy_from_slice(&source.as_bytes()[span]);
    for node in tei.descendants().filter(Node::is_text) {
        let part = part(node);
        let mut open: Option<Span> = None;
        let found = characters(source, node);
        // The parser has read what is accounted for here, but for its line ends.
        let read = node.text().unwrap_or("").chars().filter(|c| *c != '\r' && *c != '\n');
        if !found.iter().map(|(c, _)| *c).filter(|c| *c != '\r' && *c != '\n').eq(read) {
            return Err(Error::lost(line_number(source, node.range().start)));
        }
        for (c, at) in found {
            if is_blank(c) {
                continue;
            }
            show(at.clone());
            if part.is_none() {
                continue;
            }
            open = match open {
                Some(before) if before.end == at.start => Some(before.start..at.end),
                before => {
                    pieces.extend(before.zip(part.clone()));
                    Some(at)
                }
            };
        }
        pieces.extend(open.zip(part));
    }
    for (span, _) in &pieces {
        show(span.clone());
    }
    settle(&String::from_utf8_lossy(&shown), pieces)
}

/// What a piece of text outside the document's own text says.
fn part(node: Node) -> Option<Fate> {
    let within = |name: &str| node.ancestors().find(|above| is(*above, name));
    if within("text").is_some() {
        return None;
    }
    if within("standOff").is_some() {
        return Some(Fate::Metadata { field: "standOff".into() });
    }
    let header = within("teiHeader")?;
    let field = node.ancestors().take_while(|above| *above != header).last();
    let inner = field.and_then(|field| node.ancestors().find(|above| above.parent() == Some(field)));
    let name = inner.or(field).map_or("", |node| node.tag_name().name());
    Some(Fate::Metadata { field: format!("teiHeader, {name}") })
}

/// All words of an element, white space in order.
pub fn said(node: Node) -> String {
    words(node).split_whitespace().collect::<Vec<_>>().join(" ")
}
