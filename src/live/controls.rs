//! Makes controls of what only the program can serve.
//!
//! A page without a program has no dead control: what would be one is printed
//! as plain text, with `data-live` for the element that it becomes, and
//! `data-href` where that leads; a mention leads to all places of its entity.

use leptos::prelude::document;
use memcon_record::Record;
use web_sys::Element;

use super::nodes;
use crate::view::paragraph::title;

/// Turns all of them into what they are with a program.
pub fn make(record: &Record) {
    for printed in nodes::all::<Element>("[data-live]") {
        let made = printed.get_attribute("data-live").and_then(|tag| document().create_element(&tag).ok());
        let Some(made) = made else { continue };
        for name in printed.get_attribute_names().iter().filter_map(|name| name.as_string()) {
            let value = printed.get_attribute(&name).unwrap_or_default();
            match name.as_str() {
                "data-live" => {}
                "data-href" => _ = made.set_attribute("href", &value),
                name => _ = made.set_attribute(name, &value),
            }
        }
        let id = printed.get_attribute("data-entity");
        if let Some(entity) = id.and_then(|id| record.entities.iter().find(|entity| entity.id == id)) {
            nodes::set(&made, "href", Some(&format!("?mentions={}", entity.id)));
            nodes::set(&made, "title", Some(&title(entity)));
        }
        while let Some(child) = printed.first_child() {
            _ = made.append_child(&child);
        }
        _ = printed.replace_with_with_node_1(&made);
    }
    for number in nodes::all::<Element>("article .number") {
        _ = number.set_attribute("title", "Copy the link to this turn");
    }
}
