//! Finding and making elements of the page.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

pub use crate::browser::{all, within};

/// The first element of a CSS selector.
pub fn first(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

/// Writes `text` into the first element of a selector, if other text stands there: what is written is laid out anew.
pub fn write(selector: &str, text: &str) {
    let place = first(selector).filter(|place| place.text_content().as_deref() != Some(text));
    _ = place.map(|place| place.set_text_content(Some(text)));
}

/// `NodeFilter.SHOW_TEXT` (DOM Standard, section 6).
const SHOW_TEXT: u32 = 4;

/// The text nodes of a paragraph, each with the place of its first character, in UTF-16 units as the DOM counts.
pub fn stretches(paragraph: &Element) -> Vec<(Node, u32)> {
    let Ok(walker) = document().create_tree_walker_with_what_to_show(paragraph, SHOW_TEXT) else { return Vec::new() };
    let mut found = Vec::new();
    let mut at = 0;
    while let Ok(Some(node)) = walker.next_node() {
        let length = node.unchecked_ref::<web_sys::CharacterData>().length();
        found.push((node, at));
        at += length;
    }
    found
}

/// A new element with a class, if any, and text.
///
/// # Panics
/// Where `tag` is no name of an element; all are written in this program.
pub fn element(tag: &str, class: &str, text: &str) -> Element {
    let element = document().create_element(tag).expect("the name of an element");
    if !class.is_empty() {
        element.set_class_name(class);
    }
    if !text.is_empty() {
        element.set_text_content(Some(text));
    }
    element
}

/// A new button; `does` and `value` are what `live/clicks.rs` reads.
pub fn button(class: &str, does: &str, value: &str, text: &str) -> Element {
    let button = element("button", class, text);
    set(&button, "data-do", Some(does));
    set(&button, "data-value", Some(value));
    button
}

/// Puts elements at the end of `parent`.
pub fn append(parent: &Element, children: &[&Element]) {
    children.iter().for_each(|child| _ = parent.append_child(child));
}

/// A new rectangle of a drawing; lengths as SVG writes them.
pub fn rectangle(class: &str, x: &str, width: &str) -> Option<Element> {
    let rectangle = document().create_element_ns(Some("http://www.w3.org/2000/svg"), "rect").ok()?;
    for (name, value) in [("class", class), ("x", x), ("width", width), ("height", "100%")] {
        set(&rectangle, name, Some(value));
    }
    Some(rectangle)
}

/// Gives an attribute, or takes it away.
pub fn set(element: &Element, name: &str, value: Option<&str>) {
    _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Gives a class, or takes it away.
pub fn class(element: &Element, name: &str, has: bool) {
    _ = element.class_list().toggle_with_force(name, has);
}

/// Says whether a button is pressed.
pub fn press(button: &Element, pressed: bool) {
    set(button, "aria-pressed", Some(if pressed { "true" } else { "false" }));
}
