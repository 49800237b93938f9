//! Links within a page lead on without loading it anew.
//!
//! One listener for all of them: a link says in its `href` what it does, for
//! a click, for “open in a new tab” and for a page without a program alike.

use leptos::ev;
use leptos::prelude::*;
use memcon_explore::Link;
use wasm_bindgen::JsCast;

use super::notice::Notice;
use super::share::copy_link;
use crate::browser::is_plain_click;
use crate::explorer::Explorer;

/// Listens to the links of the page of a record.
pub fn follow_links(explorer: Explorer, notice: Notice) {
    Effect::new(move |_| {
        let heard = window_event_listener(ev::click, move |event| {
            let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            let link = target.and_then(|target| target.closest("a[href]").ok().flatten());
            let Some(link) = link.filter(|_| is_plain_click(&event) && !event.default_prevented()) else { return };
            let href = link.get_attribute("href").unwrap_or_default();
            let number_of_a_turn = link.matches("article .number").unwrap_or(false);
            if follow(explorer, notice, &href, number_of_a_turn) {
                event.prevent_default();
            }
        });
        on_cleanup(move || heard.remove());
    });
}

/// Does what a link within the page says; whether it was one.
fn follow(explorer: Explorer, notice: Notice, href: &str, copy: bool) -> bool {
    if href.starts_with('?') {
        let asked = Link::parse(href, "");
        explorer.push(|link| {
            *link = Link { rest: link.rest, view: link.view, others: link.others.clone(), at: link.at.clone(), ..asked }
        });
        return true;
    }
    let Some(id) = href.strip_prefix('#').filter(|id| explorer.block(id).is_some()) else { return false };
    if copy {
        copy_link(explorer, notice, id)
    } else {
        explorer.go(id)
    }
    true
}
