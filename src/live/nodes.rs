//! Finding and making elements of the page.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// All elements of a CSS selector, in the order of the page.
pub fn all<T: JsCast>(selector: &str) -> Vec<T> {
    let list = document().query_selector_all(selector).ok();
    let list = list.iter().flat_map(|list| (0..list.length()).filter_map(|i| list.get(i)));
    list.filter_map(|node| node.dyn_into().ok()).collect()
}

/// The first element of a CSS selector.
pub fn first(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

/// A new element with a class and text.
pub fn element(tag: &str, class: &str, text: &str) -> Option<Element> {
    let element = document().create_element(tag).ok()?;
    element.set_class_name(class);
    element.set_text_content(Some(text));
    Some(element)
}

/// A new rectangle of a drawing; lengths as SVG writes them.
pub fn rectangle(class: &str, x: &str, width: &str) -> Option<Element> {
    let rectangle = document().create_element_ns(Some("http://www.w3.org/2000/svg"), "rect").ok()?;
    for (name, value) in [("class", class), ("x", x), ("width", width), ("height", "100%")] {
        _ = rectangle.set_attribute(name, value);
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
