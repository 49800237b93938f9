//! The one listener for clicks on what is printed: links lead on without loading the page anew, choices choose.
//!
//! A link says in its `href` what it does, for a click, for “open in a new tab” and for a page without a program alike.

use leptos::ev;
use leptos::prelude::*;
use memcon_explore::Link;
use memcon_explore::link::toggle;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::choices;
use crate::browser;
use crate::explorer::Explorer;
use crate::view::notice::Notice;
use crate::view::share::copy_link;

/// Listens for as long as the page is open.
pub fn listen(explorer: Explorer, notice: Notice) {
    _ = window_event_listener(ev::click, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(target) = target.filter(|_| browser::is_plain_click(&event) && !event.default_prevented()) else {
            return;
        };
        if clicked(explorer, notice, &target) {
            event.prevent_default();
        }
    });
}

/// Does what was clicked; whether it was anything.
fn clicked(explorer: Explorer, notice: Notice, target: &Element) -> bool {
    let within = |selector: &str| target.closest(selector).ok().flatten();
    if let Some(link) = within("a[href]") {
        let copies = link.matches("article .number").unwrap_or(false);
        return follow(explorer, notice, &link.get_attribute("href").unwrap_or_default(), copies);
    }
    if let Some(block) = within("[data-gap]").and_then(|show| show.get_attribute("data-gap")?.parse().ok()) {
        open(explorer, block);
        return true;
    }
    if let Some(value) = within("button[data-facet]") {
        choices::choose(explorer, &value);
        return true;
    }
    if let Some(topic) = within(".topic[data-topic]").and_then(|topic| topic.get_attribute("data-topic")) {
        explorer.push(|link| toggle(&mut link.topics, &topic));
        return true;
    }
    // The whole card is a choice; what is in it has its own work, and who selects a name to copy it does not choose it.
    let card = within(".card").filter(|_| within("summary, .more").is_none() && !browser::is_selecting());
    if let Some(id) = card.and_then(|card| card.get_attribute("data-participant")) {
        explorer.push(|link| toggle(&mut link.speakers, &id));
        return true;
    }
    false
}

/// Does what a link within the page says; whether it was one.
fn follow(explorer: Explorer, notice: Notice, href: &str, copies: bool) -> bool {
    if href.starts_with('?') {
        let asked = Link::parse(href, "");
        explorer.push(|link| {
            let before = std::mem::take(link);
            *link = Link { rest: before.rest, view: before.view, others: before.others, at: before.at, ..asked };
        });
        return true;
    }
    let Some(id) = href.strip_prefix('#').filter(|id| explorer.block(id).is_some()) else { return false };
    if copies {
        copy_link(explorer, notice, id)
    } else {
        explorer.go(id)
    }
    true
}

/// Opens the gap that begins with a block, and goes on there.
fn open(explorer: Explorer, block: usize) {
    explorer.unfold(block);
    if let Some(block) = explorer.opened().record.blocks.get(block) {
        let id = block.id.clone();
        request_animation_frame(move || _ = browser::by_id(&id).map(|element| browser::focus(&element)));
    }
}
