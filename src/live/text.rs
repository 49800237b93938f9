//! The text as the state has it: what is seen, the gaps between, what is marked, where one is.

use leptos::prelude::*;
use memcon_explore::Answer;
use memcon_explore::link::{Link, View};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::{controls, marks, nodes};
use crate::browser;
use crate::explorer::{Explorer, Gap, Opened, Place};
use crate::view::numbers::count;

/// Shows blocks and gaps; `before` is how they were shown, `None` as they are printed.
pub fn show(opened: &Opened, before: Option<&[Place]>, places: &[Place]) {
    const PRINTED: Place = Place { matches: true, seen: true, gap: None };
    nodes::all::<Element>(".text > .gap").iter().for_each(Element::remove);
    for (i, (place, block)) in places.iter().zip(&opened.record.blocks).enumerate() {
        let was = before.map_or(Some(&PRINTED), |before| before.get(i));
        if was == Some(place) && place.gap.is_none() {
            continue;
        }
        let Some(element) = browser::by_id(&block.id) else { continue };
        element.set_hidden(!place.seen);
        nodes::set(&element, "data-dimmed", (!place.matches).then_some(""));
        _ = place.gap.map(|gap| element.before_with_node_1(&gap_line(i, gap)));
    }
}

/// A line in place of hidden blocks.
fn gap_line(block: usize, gap: Gap) -> Element {
    let hidden = match (gap.turns, gap.others) {
        (turns, 0) => count(turns, "turn"),
        (0, others) => count(others, "passage"),
        (turns, others) => format!("{} and {}", count(turns, "turn"), count(others, "passage")),
    };
    let line = nodes::element("p", "gap", &format!("{hidden} hidden "));
    let show = nodes::button("link", "unfold", &block.to_string(), "show");
    nodes::set(&line, "lang", Some("en"));
    nodes::set(&show, "aria-label", Some(&format!("Show {hidden} hidden here")));
    nodes::append(&line, &[&show]);
    line
}

/// A marked paragraph, and what it was before.
pub type Marked = Vec<(Element, Node)>;

/// Marks the hits, and takes back what was marked before.
pub fn mark(opened: &Opened, before: Marked, answer: &Answer) -> Marked {
    for (paragraph, was) in before {
        _ = paragraph.replace_with_with_node_1(&was);
    }
    let mut marked = Vec::new();
    let mut first = 0;
    for hits in answer.hits.chunk_by(|a, b| (a.block, a.paragraph) == (b.block, b.paragraph)) {
        let block = &opened.record.blocks[hits[0].block];
        let number = hits[0].paragraph;
        let element = browser::by_id(&block.id).and_then(|block| paragraph(&block, number));
        if let (Some(element), Some(text)) = (element, block.paragraphs.get(number)) {
            // What is put back later has its links.
            controls::make_mentions_in(&element, &opened.record);
            let before = marks::mark(&element, &text.text, hits, first);
            marked.extend(before.map(|before| (element, before)));
        }
        first += hits.len();
    }
    marked
}

fn paragraph(block: &Element, number: usize) -> Option<Element> {
    block.query_selector_all(":scope > p").ok()?.get(number as u32)?.dyn_into().ok()
}

/// Goes to the block that the address names; to the beginning, when a new question leaves nothing on screen.
pub fn follow_the_address(explorer: Explorer, before: Option<&Link>, link: &Link) {
    // At first the browser has gone there by itself, and one may have read on; unless the page is another now.
    let goes = match before {
        None => explorer.now().answer.active,
        Some(before) => before.at != link.at && link.at.as_ref().is_some_and(|id| !browser::has_focus(id)),
    };
    if let Some(id) = link.at.clone().filter(|_| goes) {
        request_animation_frame(move || browser::go_to(&id));
    } else if before.is_some() && link.view == View::Read {
        request_animation_frame(browser::keep_text_in_view);
    }
}
