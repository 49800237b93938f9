//! Words taken out of XML: white space put in order, each character traceable to its place.

use std::ops::Range;

use memcon_record::wire::{EntityKind, Mark};
use roxmltree::Node;

use crate::text::Span;

/// What is true of a stretch of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Says {
    /// A mark of the record.
    Mark(Mark),
    /// They name something, which the file knows under this key.
    Names {
        /// What sort of thing.
        kind: EntityKind,
        /// Where the file points to: `#p_KHA1`.
        key: String,
    },
}

/// Words, and where they stand.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// The words; white space between them is one space.
    pub text: String,
    /// Stretches of the text and where they stand. Both are of one length, or the source has a reference (`&amp;`).
    map: Vec<(Range<usize>, Span)>,
    /// What is true of stretches.
    pub says: Vec<(Range<usize>, Says)>,
    /// Whether they are one of a list or a table.
    pub item: bool,
    gap: bool,
}

impl Words {
    /// Adds a character; white space only between words.
    pub fn push(&mut self, c: char, at: Option<Span>) {
        if matches!(c, ' ' | '\t' | '\r' | '\n') {
            return self.space();
        }
        if std::mem::take(&mut self.gap) {
            self.text.push(' ');
        }
        let start = self.text.len();
        self.text.push(c);
        let Some(at) = at else { return };
        let exact = at.len() == c.len_utf8();
        match self.map.last_mut() {
            Some((text, source))
                if exact && text.len() == source.len() && text.end == start && source.end == at.start =>
            {
                text.end = self.text.len();
                source.end = at.end;
            }
            _ => self.map.push((start..self.text.len(), at)),
        }
    }

    /// White space, if words stand before it and others will follow.
    pub fn space(&mut self) {
        self.gap = !self.text.is_empty();
    }

    /// Adds words that stand in the source as they are, or are added.
    pub fn extend(&mut self, words: &str, at: Option<Span>) {
        let mut start = at.map(|at| at.start);
        for c in words.chars() {
            self.push(c, start.map(|start| start..start + c.len_utf8()));
            start = start.map(|start| start + c.len_utf8());
        }
    }

    /// Where the next word will stand.
    pub fn next(&self) -> usize {
        self.text.len() + usize::from(self.gap)
    }

    /// Says something of the words from `start` on, if there are any.
    pub fn say(&mut self, start: usize, says: Says) {
        if start < self.text.len() {
            self.says.push((start..self.text.len(), says));
        }
    }

    /// Where a stretch of the text stands in the source.
    pub fn source(&self, stretch: Range<usize>) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        let first = self.map.partition_point(|(text, _)| text.end <= stretch.start);
        for (text, source) in &self.map[first..] {
            if text.start >= stretch.end {
                break;
            }
            let span = if text.len() == source.len() {
                let from = text.start.max(stretch.start) - text.start;
                let to = text.end.min(stretch.end) - text.start;
                source.start + from..source.start + to
            } else {
                source.clone()
            };
            match spans.last_mut() {
                Some(last) if last.end == span.start => last.end = span.end,
                _ => spans.push(span),
            }
        }
        spans
    }
}

/// Where a text node stands: from what is before it to what is after, since the parser gives the place of the first
/// piece only where CDATA is among the words.
fn extent(source: &str, node: Node) -> Span {
    const CDATA: &str = "<![CDATA[";
    let start = node.range().start;
    let opened = source.get(..start).is_some_and(|before| before.ends_with(CDATA));
    let start = if opened { start - CDATA.len() } else { start };
    let start = node.prev_sibling().map_or(start, |before| before.range().end);
    let tag = || {
        let above = node.parent()?.range();
        Some(above.start + source.get(above)?.rfind("</")?)
    };
    let end = node.next_sibling().map(|next| next.range().start).or_else(tag);
    start..end.unwrap_or(node.range().end).max(start)
}

/// The characters of a text node, each with its place in the source.
pub fn characters(source: &str, node: Node) -> Vec<(char, Span)> {
    let range = extent(source, node);
    let raw = source.get(range.clone()).unwrap_or("");
    let mut found = Vec::with_capacity(raw.len());
    let mut at = 0;
    let mut literal = false;
    while let Some(c) = raw[at..].chars().next() {
        let rest = &raw[at..];
        let (decoded, len) = if !literal && rest.starts_with("<![CDATA[") {
            literal = true;
            (None, "<![CDATA[".len())
        } else if literal && rest.starts_with("]]>") {
            literal = false;
            (None, "]]>".len())
        } else if let Some((c, len)) = (!literal && c == '&').then(|| reference(rest)).flatten() {
            (Some(c), len)
        } else {
            (Some(c), c.len_utf8())
        };
        let start = range.start + at;
        found.extend(decoded.map(|c| (c, start..start + len)));
        at += len;
    }
    found
}

/// The character that a reference stands for, and the length of the reference.
fn reference(text: &str) -> Option<(char, usize)> {
    let name = text.get(1..text.find(';')?)?;
    let c = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix('x') {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
    };
    Some((c, name.len() + 2))
}
