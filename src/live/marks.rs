//! Marks what is found in a paragraph that stands on the page.

use leptos::prelude::*;
use memcon_explore::hits::Hit;
use web_sys::{Element, Node, Range};

use crate::nodes::stretches;

/// Puts a `<mark>` around each of `hits` in the paragraph whose words are `text`; `first` is the number of the first of
/// them among all hits. Gives back the paragraph as it was, to be put in its place again.
///
/// Where the page has other words (a translator's), nothing is marked. `range` is whatever range there is: a browser keeps
/// every range true to every change of the page, so that one for each mark would be a thousand times the work.
pub fn mark(range: &Range, paragraph: &Element, text: &str, hits: &[Hit], first: usize) -> Option<Node> {
    if paragraph.text_content().as_deref() != Some(text) {
        return None;
    }
    let before = paragraph.clone_node_with_deep(true).ok()?;
    let stretches = stretches(paragraph);
    // From the last to the first, so that what stands before is where it was.
    for (i, hit) in hits.iter().enumerate().rev() {
        let start = text.get(..hit.start)?.encode_utf16().count() as u32;
        let end = start + text.get(hit.range())?.encode_utf16().count() as u32;
        _ = wrap(range, &stretches, start, end, first + i);
    }
    Some(before)
}

fn wrap(range: &Range, stretches: &[(Node, u32)], start: u32, end: u32, number: usize) -> Option<()> {
    // A hit begins in the last node that begins at or before it, and ends in the last that begins before its end.
    let (from, from_at) = stretches.iter().rev().find(|(_, at)| *at <= start)?;
    let (to, to_at) = stretches.iter().rev().find(|(_, at)| *at < end)?;
    range.set_start(from, start - from_at).ok()?;
    range.set_end(to, end - to_at).ok()?;
    let mark = document().create_element("mark").ok()?;
    mark.set_attribute("data-hit", &number.to_string()).ok()?;
    mark.append_with_node_1(range.extract_contents().ok()?.as_ref()).ok()?;
    range.insert_node(&mark).ok()
}
