//! What of the record is selected on the page.

use leptos::prelude::{document, window};
use memcon_quote::{Passage, Spot};
use memcon_record::Record;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Range};

use crate::browser::all;
use crate::nodes::within;

/// The paragraphs of the record.
const PARAGRAPHS: &str = ".text p";

/// The selection, and what of the record's text is in it; nothing where no words of it are.
pub(super) fn now(record: &Record) -> Option<(Range, Passage)> {
    let selection = window().get_selection().ok().flatten().filter(|selection| !selection.is_collapsed())?;
    let range = selection.get_range_at(0).ok()?;
    let at = |node: Node, offset: u32| {
        let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
        let paragraph = element.closest(PARAGRAPHS).ok().flatten()?;
        spot(record, &paragraph, Some((&node, offset)))
    };
    let edge = |last: bool| {
        let mut inside = all::<Element>(PARAGRAPHS).into_iter().filter(|paragraph| is_in(&range, paragraph));
        let paragraph = if last { inside.next_back() } else { inside.next() }?;
        let begin = spot(record, &paragraph, None)?;
        let text = &record.blocks.get(begin.block)?.paragraphs.get(begin.paragraph)?.text;
        Some(if last { Spot { byte: text.len(), ..begin } } else { begin })
    };
    // What begins or ends outside of the text has the paragraphs that it touches.
    let start = at(range.start_container().ok()?, range.start_offset().ok()?).or_else(|| edge(false))?;
    let end = at(range.end_container().ok()?, range.end_offset().ok()?).or_else(|| edge(true))?;
    (start < end).then_some((range, Passage { start, end }))
}

/// Whether a paragraph that one sees is in `range` or touches it.
fn is_in(range: &Range, paragraph: &Element) -> bool {
    range.intersects_node(paragraph).unwrap_or(false) && paragraph.closest("[hidden]").ok().flatten().is_none()
}

/// The place in the record of a place in a paragraph, or of its beginning; nothing where the page has other words than the
/// record, a translator's.
fn spot(record: &Record, paragraph: &Element, at: Option<(&Node, u32)>) -> Option<Spot> {
    let element = paragraph.closest(".turn, .block").ok().flatten()?;
    let block = record.blocks.iter().position(|block| block.id == element.id())?;
    let number = within::<Element>(&element, "p").iter().position(|other| other == paragraph)?;
    let text = &record.blocks[block].paragraphs.get(number)?.text;
    if paragraph.text_content().as_deref() != Some(text) {
        return None;
    }
    let Some((node, offset)) = at else { return Some(Spot::new(block, number, 0)) };
    let before = document().create_range().ok()?;
    before.set_start(paragraph, 0).ok()?;
    before.set_end(node, offset).ok()?;
    let byte = byte_at(text, before.to_string().length());
    Some(Spot::new(block, number, byte))
}

/// Bytes of the first `units` of UTF-16, as the DOM counts.
fn byte_at(text: &str, units: u32) -> usize {
    let mut left = units as usize;
    let end = text.char_indices().find(|(_, c)| {
        let is_over = left < c.len_utf16();
        left = left.saturating_sub(c.len_utf16());
        is_over
    });
    end.map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::byte_at;

    #[test]
    fn utf_16_is_counted_as_the_dom_does() {
        let text = "aë𝄞b";
        assert_eq!([0, 1, 2, 4, 5, 9].map(|units| byte_at(text, units)), [0, 1, 3, 7, 8, 8]);
    }
}
