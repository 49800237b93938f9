//! What can be done with selected words: a row of buttons beside them.

use std::cell::Cell;

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent, Range};

use super::selected;
use crate::browser::{by_id, focus, has_focus, window_height};
use crate::desk::Desk;
use crate::desk::parts::button;
use crate::nodes::{append, element, first, set, within};

/// The row's id.
const ID: &str = "selected";
/// Space between the words and the row, in CSS pixels.
const GAP: f64 = 8.0;

/// Offers it whenever words of the record are selected, for as long as the page is open.
pub(in crate::desk) fn listen(desk: &'static Desk) {
    let document = document();
    let pressed: &'static Cell<bool> = Box::leak(Box::default());
    let heard = |name: &'static str, act: Box<dyn Fn(&Event)>| {
        let options = EventListenerOptions { passive: false, ..EventListenerOptions::run_in_capture_phase() };
        EventListener::new_with_options(&document, name, options, move |event| act(event)).forget();
    };
    let is_own = |event: &Event| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        by_id(ID).is_some_and(|row| row.contains(target.as_ref()))
    };
    // While the pointer is down, the selection is not made yet.
    heard("pointerdown", Box::new(move |event| pressed.set(!is_own(event))));
    for name in ["pointerup", "pointercancel"] {
        heard(
            name,
            Box::new(move |_| {
                if pressed.replace(false) {
                    draw(desk);
                }
            }),
        );
    }
    heard(
        "selectionchange",
        Box::new(move |event| {
            // Of what is typed into a field only the field says so.
            let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
            if !pressed.get() && target.is_none() {
                draw(desk);
            }
        }),
    );
    // A button would take the selection away.
    heard(
        "mousedown",
        Box::new(move |event| {
            if is_own(event) {
                event.prevent_default();
            }
        }),
    );
    heard(
        "keydown",
        Box::new(move |event| {
            if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                key(desk, event);
            }
        }),
    );
    draw(desk);
}

/// `c` goes to the row; Escape takes it and the selection away.
fn key(desk: &Desk, event: &KeyboardEvent) {
    let Some(row) = by_id(ID).filter(|row| !row.hidden()) else { return };
    let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
    match event.key().as_str() {
        "c" if plain => _ = first(&format!("#{ID} button")).map(|button| focus(&button)),
        // Of a toolbar (ARIA Authoring Practices Guide).
        "ArrowLeft" | "ArrowRight" | "Home" | "End" if plain && !event.shift_key() && has_focus(ID) => {
            walk(&row, &event.key())
        }
        "Escape" => {
            _ = window().get_selection().ok().flatten().map(|selection| selection.remove_all_ranges());
            desk.selected.take();
            row.set_hidden(true);
        }
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}

/// To the button before or after, or the first or the last.
fn walk(row: &HtmlElement, key: &str) {
    let buttons: Vec<HtmlElement> = within(row, "button");
    let Some(at) = buttons.iter().position(|button| button.matches(":focus").unwrap_or(false)) else { return };
    let to = match key {
        "Home" => 0,
        "End" => buttons.len() - 1,
        "ArrowLeft" => (at + buttons.len() - 1) % buttons.len(),
        _ => (at + 1) % buttons.len(),
    };
    focus(&buttons[to]);
}

fn draw(desk: &Desk) {
    let found = selected::now(desk.record);
    // The focus in the row: the words are selected no more in some browsers, and are still meant.
    if found.is_none() && has_focus(ID) {
        return;
    }
    match found {
        Some((range, passage)) => {
            desk.selected.replace(Some(passage));
            place(&row(), &range);
        }
        None => {
            desk.selected.take();
            _ = by_id(ID).map(|row| row.set_hidden(true));
        }
    }
}

/// The row, made once.
fn row() -> HtmlElement {
    if let Some(row) = by_id(ID) {
        return row;
    }
    let row = element("div", "offer", "");
    set(&row, "id", Some(ID));
    set(&row, "role", Some("toolbar"));
    set(&row, "aria-label", Some("Selected words"));
    set(&row, "lang", Some("en"));
    for (does, words) in [
        ("copy-link", "Copy link"),
        ("copy-words", "Copy quotation"),
        ("copy-note", "Copy with note"),
        ("cite-words", "Cite"),
    ] {
        append(&row, &[&button("", does, "", words)]);
    }
    if super::copy::can_share() {
        append(&row, &[&button("", "share-words", "", "Share")]);
    }
    _ = document().body().map(|body| body.append_child(&row));
    row.unchecked_into()
}

/// Below the end of the words, or above their beginning where there is no room; never outside of the window.
fn place(row: &HtmlElement, range: &Range) {
    row.set_hidden(false);
    let words = range.get_bounding_client_rect();
    let (width, height) = (row.offset_width() as f64, row.offset_height() as f64);
    let room = window_height() - height - GAP;
    let below = words.bottom() + GAP;
    let top = if below <= room { below } else { (words.top() - height - GAP).clamp(GAP, room.max(GAP)) };
    let most = document().document_element().map_or(0.0, |html| html.client_width() as f64) - width - GAP;
    let left = words.left().clamp(GAP, most.max(GAP));
    let scrolled = |value: Result<f64, wasm_bindgen::JsValue>| value.unwrap_or(0.0);
    for (side, at) in [("top", top + scrolled(window().scroll_y())), ("left", left + scrolled(window().scroll_x()))] {
        _ = row.style().set_property(side, &format!("{at}px"));
    }
}
