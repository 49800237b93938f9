//! Passages of a record that answer a question.

use std::ops::Range;

/// A passage that answers a part of the question.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// Place of the block.
    pub block: usize,
    /// Place of the paragraph in it.
    pub paragraph: usize,
    /// First byte in the paragraph's text.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

impl Hit {
    /// Bytes of the paragraph's text.
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// One list of several that are in order each; hits that overlap are joined, so that each can be one mark.
pub fn join(lists: Vec<Vec<Hit>>) -> Vec<Hit> {
    let mut rest: Vec<std::vec::IntoIter<Hit>> = lists.into_iter().map(Vec::into_iter).collect();
    let mut joined: Vec<Hit> = Vec::new();
    // There are few lists: the first of each is looked at anew every time.
    let next = |rest: &mut [std::vec::IntoIter<Hit>]| {
        let nearest = rest.iter().enumerate().filter_map(|(i, list)| Some((list.as_slice().first()?, i))).min()?.1;
        rest[nearest].next()
    };
    while let Some(hit) = next(&mut rest) {
        match joined.last_mut() {
            Some(last) if (last.block, last.paragraph) == (hit.block, hit.paragraph) && hit.start < last.end => {
                last.end = last.end.max(hit.end);
            }
            _ => joined.push(hit),
        }
    }
    joined
}
