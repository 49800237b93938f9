//! The text as the state has it: what is seen, the gaps between, what is marked, where one is.

use std::sync::Arc;

use leptos::prelude::*;
use memcon_explore::Answer;
use memcon_explore::link::View;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::{marks, nodes};
use crate::browser;
use crate::explorer::{Explorer, Gap, Place};
use crate::view::numbers::count;

/// Keeps the text true to the state.
pub fn follow(explorer: Explorer) {
    show_blocks(explorer);
    mark_hits(explorer);
    follow_the_address(explorer);
}

fn show_blocks(explorer: Explorer) {
    /// As a page is printed.
    const PRINTED: Place = Place { matches: true, seen: true, gap: None };
    Effect::new(move |before: Option<Arc<Vec<Place>>>| {
        let page = explorer.page.get();
        let opened = explorer.opened();
        nodes::all::<Element>(".text > .gap").iter().for_each(Element::remove);
        for (i, (place, block)) in page.iter().zip(&opened.record.blocks).enumerate() {
            let was = before.as_ref().map_or(Some(&PRINTED), |before| before.get(i));
            if was == Some(place) && place.gap.is_none() {
                continue;
            }
            let Some(element) = browser::by_id(&block.id) else { continue };
            element.set_hidden(!place.seen);
            nodes::set(&element, "data-dimmed", (!place.matches).then_some(""));
            if let Some(line) = place.gap.and_then(|gap| gap_line(i, gap)) {
                _ = element.before_with_node_1(&line);
            }
        }
        page
    });
}

/// A line in place of hidden blocks.
fn gap_line(block: usize, gap: Gap) -> Option<Element> {
    let hidden = match (gap.turns, gap.others) {
        (turns, 0) => count(turns, "turn"),
        (0, others) => count(others, "passage"),
        (turns, others) => format!("{} and {}", count(turns, "turn"), count(others, "passage")),
    };
    let line = nodes::element("p", "gap", &format!("{hidden} hidden "))?;
    let show = nodes::element("button", "link", "show")?;
    nodes::set(&line, "lang", Some("en"));
    nodes::set(&show, "aria-label", Some(&format!("Show {hidden} hidden here")));
    nodes::set(&show, "data-gap", Some(&block.to_string()));
    line.append_child(&show).ok()?;
    Some(line)
}

fn mark_hits(explorer: Explorer) {
    /// A marked paragraph, and what it was before.
    type Marked = Vec<(Element, Node)>;
    Effect::new(move |before: Option<(Arc<Answer>, Marked)>| {
        let answer = explorer.answer.get();
        let marked = match before {
            Some((was, marked)) if was.hits == answer.hits => marked,
            before => {
                for (paragraph, was) in before.into_iter().flat_map(|(_, marked)| marked) {
                    _ = paragraph.replace_with_with_node_1(&was);
                }
                mark_all(explorer, &answer)
            }
        };
        (answer, marked)
    });
    Effect::new(move |_| {
        explorer.answer.track();
        nodes::all::<Element>(".text mark.current").iter().for_each(|mark| nodes::class(mark, "current", false));
        let current = explorer.at_hit.get().and_then(|hit| nodes::first(&format!(".text mark[data-hit=\"{hit}\"]")));
        _ = current.map(|mark| nodes::class(&mark, "current", true));
    });
}

fn mark_all(explorer: Explorer, answer: &Answer) -> Vec<(Element, Node)> {
    let opened = explorer.opened();
    let mut marked = Vec::new();
    let mut first = 0;
    for hits in answer.hits.chunk_by(|a, b| (a.block, a.paragraph) == (b.block, b.paragraph)) {
        let block = &opened.record.blocks[hits[0].block];
        let number = hits[0].paragraph;
        let element = browser::by_id(&block.id).and_then(|block| paragraph(&block, number));
        if let (Some(element), Some(text)) = (element, block.paragraphs.get(number))
            && let Some(before) = marks::mark(&element, &text.text, hits, first)
        {
            marked.push((element, before));
        }
        first += hits.len();
    }
    marked
}

fn paragraph(block: &Element, number: usize) -> Option<Element> {
    block.query_selector_all(":scope > p").ok()?.get(number as u32)?.dyn_into().ok()
}

/// Goes to the block that the address names, and, when a new question leaves
/// nothing on screen, to the first that answers.
fn follow_the_address(explorer: Explorer) {
    let at = Memo::new(move |_| explorer.address.link().read().at.clone());
    Effect::new(move |before: Option<Option<String>>| {
        let at = at.get();
        // At first the browser has gone there by itself, and one may have read on; unless the page is another now.
        let new = match &before {
            None => explorer.answer.with_untracked(|answer| answer.active),
            Some(before) => *before != at && at.as_ref().is_some_and(|id| !browser::has_focus(id)),
        };
        if let Some(id) = at.clone().filter(|_| new) {
            request_animation_frame(move || browser::go_to(&id));
        }
        at
    });
    Effect::new(move |before: Option<()>| {
        explorer.page.track();
        if before.is_some() && explorer.address.now().view == View::Read {
            request_animation_frame(browser::keep_text_in_view);
        }
    });
}
