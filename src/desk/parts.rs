//! What several views have: rows of buttons, tables, ways to a passage, and a word on how things are counted.

use leptos::prelude::document;
use memcon_record::model::Block;
use memcon_record::{Record, Speaker};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::browser;
use crate::nodes::{append, element, press, set};
use crate::view::blocks::kind;
use crate::view::speaker::side;

/// A row of buttons of which one is pressed; `does` is what `data-desk` says, and each has its value and its words.
pub(super) fn choice(name: &str, does: &str, values: &[(&str, &str)]) -> Element {
    let group = element("div", "choice", "");
    set(&group, "role", Some("group"));
    set(&group, "aria-label", Some(name));
    for (value, words) in values {
        append(&group, &[&button("", does, value, words)]);
    }
    group
}

/// A button that the desk serves.
pub(super) fn button(class: &str, does: &str, value: &str, words: &str) -> Element {
    let button = element("button", class, words);
    set(&button, "type", Some("button"));
    set(&button, "data-desk", Some(does));
    set(&button, "data-value", Some(value).filter(|value| !value.is_empty()));
    button
}

/// Presses of the buttons in `place` that do this the one with the value.
pub(super) fn choose(place: &Element, does: &str, value: &str) {
    for button in crate::nodes::within::<Element>(place, &format!("[data-desk={does}]")) {
        press(&button, button.get_attribute("data-value").as_deref() == Some(value));
    }
}

/// A table that may be wider than the screen.
pub(super) fn scrolling(name: &str, table: &Element) -> Element {
    let scroll = element("div", "scroll", "");
    set(&scroll, "tabindex", Some("0"));
    set(&scroll, "role", Some("group"));
    set(&scroll, "aria-label", Some(name));
    append(&scroll, &[table]);
    scroll
}

/// The head of a table: the names of its columns, each with a class or none.
pub(super) fn head<'a>(columns: impl IntoIterator<Item = (&'a str, &'a str)>) -> Element {
    let (head, row) = (element("thead", "", ""), element("tr", "", ""));
    for (name, class) in columns {
        let cell = element("th", class, name);
        set(&cell, "scope", Some("col"));
        append(&row, &[&cell]);
    }
    append(&head, &[&row]);
    head
}

/// The way to a passage: the number of its turn. What is no turn has none.
pub(super) fn number_of(block: &Block) -> Element {
    let (number, name) = match block.turn() {
        Some(turn) => ((turn.place + 1).to_string(), format!("Turn {}", turn.place + 1)),
        None => ("–".to_owned(), kind(&block.body).1.to_owned()),
    };
    let link = element("a", "number", &number);
    set(&link, "href", Some(&format!("#{}", block.id)));
    set(&link, "aria-label", Some(&name));
    link
}

/// Gives an element the colour of a speaker's delegation.
pub(super) fn colour(record: &Record, element: &Element, speaker: Speaker) {
    set(element, "data-side", side(record, speaker).as_deref());
}

/// Puts the focus on what was drawn in place of the button that asked for it, so that the keyboard goes on from there.
pub(super) fn lead_to(drawn: Option<Element>) {
    if let Some(drawn) = drawn.and_then(|drawn| drawn.dyn_into::<HtmlElement>().ok()) {
        set(&drawn, "tabindex", Some("-1"));
        browser::focus(&drawn);
    }
}

/// How things are counted, folded; with a way to the page about the explorer, where there is one.
pub(super) fn how(method: &str, anchor: &str) -> Element {
    let fold = element("details", "how", "");
    let words = element("p", "quiet", &format!("{method} "));
    // The masthead has the way to it.
    let about = document().query_selector(".masthead a[href$='about/']").ok().flatten();
    if let Some(href) = about.and_then(|about| about.get_attribute("href")) {
        let link = element("a", "", "More on this");
        set(&link, "href", Some(&format!("{href}#{anchor}")));
        append(&words, &[&link]);
    }
    append(&fold, &[&element("summary", "", "How this is counted"), &words]);
    fold
}
