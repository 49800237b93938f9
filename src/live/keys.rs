//! The keys of the page.

use leptos::ev;
use leptos::prelude::*;
use memcon_explore::link::View;
use wasm_bindgen::JsCast;

use super::nodes;
use super::notices::Notices;
use super::share::{copy_link, copy_words};
use super::walk::walk;
use crate::browser;
use crate::explorer::Explorer;
use crate::view::blocks::name_of;

/// Listens for as long as the page is open.
pub fn listen(explorer: Explorer, notices: Notices) {
    let after_c = StoredValue::new(false);
    _ = window_event_listener(ev::keydown, move |event| pressed(explorer, notices, after_c, &event));
}

fn pressed(explorer: Explorer, notices: Notices, after_c: StoredValue<bool>, event: &web_sys::KeyboardEvent) {
    // By its number Safari says that Enter ends a composition, when that is over.
    let is_composing = event.is_composing() || event.key_code() == 229;
    if event.default_prevented() || event.ctrl_key() || event.meta_key() || event.alt_key() || is_composing {
        return;
    }
    let key = event.key();
    let second = after_c.try_update_value(std::mem::take).unwrap_or(false);
    if is_typing(event) {
        match key.as_str() {
            "Escape" => leave_the_search(explorer, event),
            // As where a browser finds words. Elsewhere than in the text there is nowhere to go.
            "Enter" if browser::has_focus("q") && explorer.address.now().view == View::Read => {
                walk(explorer, !event.shift_key())
            }
            _ => {}
        }
        return;
    }
    match key.as_str() {
        "l" if second => of_current(|id| copy_link(explorer, notices, id)),
        "w" if second => of_current(|id| copy_words(explorer, notices, id)),
        "c" => {
            // A second one cites: the button of the notice that the first has brought.
            if second && let Some(cite) = nodes::first(".notice [data-desk=cite]") {
                cite.click();
            } else {
                of_current(|id| {
                    let name = name_of(&explorer.opened().record, id);
                    notices.say_of(id, format!("Copy of {name}: l its link, w its words; c cites it."))
                });
                after_c.set_value(true);
            }
        }
        "/" => _ = browser::by_id("q").map(|box_| box_.focus()),
        "j" => step(explorer, true),
        "k" => step(explorer, false),
        "n" => walk(explorer, true),
        "N" => walk(explorer, false),
        "t" => _ = nodes::first(".tracks").map(|tracks| tracks.focus()),
        "v" => explorer.push(|link| {
            link.view = View::ALL[(link.view as usize + 1) % View::ALL.len()];
        }),
        "?" => {
            _ = browser::by_id("keys-button").map(|button| button.click());
            _ = browser::by_id("keys-close").map(|button| browser::focus(&button));
        }
        "Escape" => return back(explorer, notices),
        _ => return,
    }
    event.prevent_default();
}

/// Whether the key goes into a field.
fn is_typing(event: &web_sys::KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| target.matches("input, textarea, select, [contenteditable]").unwrap_or(false))
}

/// Empties the search, as some browsers do by themselves; an empty one is left.
fn leave_the_search(explorer: Explorer, event: &web_sys::KeyboardEvent) {
    let Some(field) = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok()) else {
        return;
    };
    if field.value().is_empty() {
        _ = field.blur();
    } else {
        explorer.ask(String::new());
    }
    event.prevent_default();
}

/// Closes what is open (a popover closes by itself), then shows everything.
fn back(explorer: Explorer, notices: Notices) {
    let open = document().query_selector("[popover]:popover-open").ok().flatten().is_some();
    if !open && !notices.dismiss() && explorer.now().answer.active {
        explorer.push(|link| *link = link.without_filter());
    }
}

fn of_current(act: impl FnOnce(&str)) {
    if let Some(turn) = browser::current_turn() {
        act(&turn.id());
    }
}

/// To the next or the previous turn on the page; from another view, back to the text first.
fn step(explorer: Explorer, forward: bool) {
    if explorer.address.now().view != View::Read {
        explorer.push(|link| link.view = View::Read);
    }
    let turns = browser::turns_on_page();
    let Some(current) = browser::current_turn().or_else(|| turns.first().cloned()) else { return };
    let Some(at) = turns.iter().position(|turn| *turn == current) else { return };
    // The first press goes to the turn that one reads, if it does not begin at the top yet.
    let below =
        current.get_bounding_client_rect().top() > browser::top_of_text() + 40.0 && !browser::has_focus(&current.id());
    let to = match forward {
        true if below => at,
        true => (at + 1).min(turns.len() - 1),
        false => at.saturating_sub(1),
    };
    let id = turns[to].id();
    explorer.address.replace(|link| link.at = Some(id.clone()));
    browser::go_to(&id);
}
