//! From hit to hit.

use std::sync::Arc;

use leptos::prelude::*;
use memcon_explore::link::{Link, View};
use wasm_bindgen::JsCast;
use web_sys::{Element, ScrollLogicalPosition};

use super::nodes;
use crate::browser;
use crate::explorer::{Answered, Explorer};
use crate::view::blocks::name_of;
use crate::view::numbers::number;

/// Keeps the place among the hits on the page true to the state.
pub fn follow(explorer: Explorer) {
    Effect::new(move |before: Option<Option<usize>>| {
        let answered = explorer.answered.get();
        let at = explorer.at_hit(&explorer.address.link().get());
        let hits = answered.answer.hits.len();
        let place = at.map_or("–".to_owned(), |at| number(at + 1));
        nodes::write(".walk .at", &format!("{place} / {}", number(hits)));
        let opened = explorer.opened();
        let block = at.and_then(|at| opened.record.blocks.get(answered.answer.hits.get(at)?.block));
        let said =
            block.map(|block| format!("Hit {place} of {}, {}", number(hits), name_of(&opened.record, &block.id)));
        nodes::write(".walk [role=status]", &said.unwrap_or_default());
        if before.flatten().or(at).is_some() {
            nodes::all::<Element>(".text mark.current").iter().for_each(|mark| nodes::class(mark, "current", false));
        }
        let mark = at.and_then(|hit| nodes::first(&format!(".text mark[data-hit=\"{hit}\"]")));
        _ = mark.map(|mark| nodes::class(&mark, "current", true));
        if let Some(hit) = at.filter(|_| before != Some(at)) {
            reveal(explorer, answered, hit);
        }
        at
    });
}

/// Does `step` once the hits of an answer are marked, as not every hit of a long record is at once; unless something else is asked
/// by then.
fn once_marked(explorer: Explorer, answered: Arc<Answered>, step: impl FnOnce(Arc<Answered>) + 'static) {
    if !Arc::ptr_eq(&answered, &explorer.now()) {
        return;
    }
    if explorer.is_pending.get_value() {
        browser::later(move || once_marked(explorer, answered, step));
    } else {
        step(answered);
    }
}

/// Goes to a hit of an answer.
fn reveal(explorer: Explorer, answered: Arc<Answered>, hit: usize) {
    let go = move || {
        let Some(mark) = nodes::first(&format!(".text mark[data-hit=\"{hit}\"]")) else { return };
        nodes::class(&mark, "current", true);
        // In a long record what moves is not there yet.
        if browser::is_long() {
            browser::bring(mark.clone().into(), ScrollLogicalPosition::Center);
        } else {
            browser::scroll_to(&mark, ScrollLogicalPosition::Center, true);
        }
        // The keyboard goes on from there, and what is copied is the turn of the hit; who types may go on typing.
        if browser::has_focus("q") {
            return;
        }
        let block = mark.closest(".turn, .block").ok().flatten().and_then(|block| block.dyn_into().ok());
        _ = block.map(|block| browser::focus(&block));
    };
    once_marked(explorer, answered, move |_| browser::with_next_frame(go));
}

/// Goes to the next hit or the one before, around the ends; from nowhere, to the nearest to what one reads.
pub fn walk(explorer: Explorer, forward: bool) {
    let answered = explorer.now();
    if !answered.answer.hits.is_empty() {
        once_marked(explorer, answered, move |answered| step(explorer, answered, forward));
    }
}

fn step(explorer: Explorer, answered: Arc<Answered>, forward: bool) {
    let hits = answered.answer.hits.len();
    let link = explorer.address.now();
    let next = match (explorer.at_hit(&link), forward) {
        (Some(at), true) => (at + 1) % hits,
        (Some(at), false) => (at + hits - 1) % hits,
        (None, forward) => nearest(forward).filter(|hit| *hit < hits).unwrap_or(if forward { 0 } else { hits - 1 }),
    };
    let go = move |link: &mut Link| (link.view, link.hit) = (View::Read, Some(next + 1));
    // A walk is one step, however long.
    if link.view == View::Read {
        explorer.address.replace(go)
    } else {
        explorer.address.push(go)
    }
    // Of one hit alone, too, whoever asks for the next is led to it.
    if explorer.at_hit(&link) == Some(next) {
        reveal(explorer, answered, next);
    }
}

/// The first hit below the top of the text in the window, or the last above it.
fn nearest(forward: bool) -> Option<usize> {
    let top = browser::top_of_text();
    let mut above = None;
    for mark in nodes::all::<Element>(".text mark") {
        let hit = mark.get_attribute("data-hit").and_then(|hit| hit.parse().ok());
        // In a part of a long text that is off the screen it is not asked where the mark is: the browser would lay it out for that.
        let parts = [".reach", ".stretch"].into_iter().filter_map(|part| mark.closest(part).ok().flatten());
        let mut parts = parts.map(|part| part.get_bounding_client_rect());
        let off = parts.find(|rect| rect.bottom() <= top || rect.top() >= top);
        let rect = off.unwrap_or_else(|| mark.get_bounding_client_rect());
        // What is not shown has no size.
        match rect.height() > 0.0 {
            true if rect.top() >= top => return if forward { hit } else { above },
            true => above = hit,
            false => {}
        }
    }
    if forward { None } else { above }
}
