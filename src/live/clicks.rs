//! The one listener for clicks on what is printed: links lead on without loading the page anew, choices choose.
//!
//! A link says in its `href` what it does, for a click, for “open in a new tab” and for a page without a program alike.

use leptos::ev;
use leptos::prelude::*;
use memcon_explore::Link;
use memcon_explore::link::{Rest, View};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::choices::{choose, take};
use super::notices::Notices;
use super::share::copy_link;
use super::walk::walk;
use crate::browser;
use crate::explorer::Explorer;

/// Listens for as long as the page is open.
pub fn listen(explorer: Explorer, notices: Notices) {
    _ = window_event_listener(ev::click, move |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(target) = target.filter(|_| browser::is_plain_click(&event) && !event.default_prevented()) else {
            return;
        };
        if clicked(explorer, notices, &target) {
            event.prevent_default();
        }
    });
}

/// Does what was clicked; whether it was anything.
fn clicked(explorer: Explorer, notices: Notices, target: &Element) -> bool {
    let within = |selector: &str| target.closest(selector).ok().flatten();
    if let Some(link) = within("a[href]") {
        let copies = link.matches("article .number").unwrap_or(false);
        return follow(explorer, notices, &link.get_attribute("href").unwrap_or_default(), copies);
    }
    // A mention that is no link yet.
    if let Some(entity) = within("[data-entity]").and_then(|mention| mention.get_attribute("data-entity")) {
        return follow(explorer, notices, &format!("?mentions={entity}"), false);
    }
    if let Some(button) = within("[data-do]") {
        act(explorer, notices, &button);
        return true;
    }
    if let Some(value) = within("button[data-facet]") {
        choose(explorer, &value);
        return true;
    }
    if let Some(topic) = within(".topic").and_then(|topic| topic.get_attribute("data-topic")) {
        take(explorer, "topic", &topic);
        return true;
    }
    // The whole card is a choice; what is in it has its own work, and who selects a name to copy it does not choose it.
    let card = within(".card").filter(|_| within("summary, .more").is_none() && !browser::is_selecting());
    if let Some(id) = card.and_then(|card| card.get_attribute("data-participant")) {
        take(explorer, "speaker", &id);
        return true;
    }
    false
}

/// Does what a button says in its `data-do`.
fn act(explorer: Explorer, notices: Notices, button: &Element) {
    let read = |name| button.get_attribute(name).unwrap_or_default();
    let value = read("data-value");
    match read("data-do").as_str() {
        "previous" => walk(explorer, false),
        "next" => walk(explorer, true),
        "everything" => explorer.push(|link| *link = link.without_filter()),
        "rest" => explorer.push(|link| link.rest = Rest::named(&value).unwrap_or_default()),
        "around" => explorer.push(|link| link.around = usize::from(link.around == 0)),
        "view" => explorer.push(|link| link.view = View::named(&value).unwrap_or_default()),
        "take" => take(explorer, &read("data-of"), &value),
        "ask" => explorer.push(|link| link.question = value),
        "unfold" => open(explorer, value.parse().unwrap_or(usize::MAX)),
        _ => _ = notices.dismiss(),
    }
}

/// Does what a link within the page says; whether it was one.
fn follow(explorer: Explorer, notices: Notices, href: &str, copies: bool) -> bool {
    if href.starts_with('?') {
        let asked = Link::parse(href, "");
        explorer.push(|link| {
            let before = std::mem::take(link);
            *link = before.showing(asked);
            link.at = before.at;
        });
        return true;
    }
    let Some(id) = href.strip_prefix('#').filter(|id| explorer.block(id).is_some()) else { return false };
    if copies {
        copy_link(explorer, notices, id)
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
        browser::with_next_frame(move || _ = browser::by_id(&id).map(|element| browser::focus(&element)));
    }
}
