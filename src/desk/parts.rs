//! What both views have: rows of buttons, and a word on how things are counted.

use leptos::prelude::document;
use web_sys::Element;

use crate::nodes::{append, element, press, set};

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
