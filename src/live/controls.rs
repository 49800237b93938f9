//! Makes controls of what only the program can serve.
//!
//! A page without a program has no dead control: what would be one is printed
//! as plain text, with `data-live` for the element that it becomes, and
//! `data-href` where that leads; a mention leads to all places of its entity.

use leptos::prelude::*;
use memcon_record::Record;
use web_sys::Element;

use super::nodes;
use crate::browser;
use crate::explorer::Explorer;
use crate::view::paragraph::title;

/// So many blocks and mentions are gone through before the browser has its turn again: a phone must not feel it.
const AT_ONCE: usize = 48;

/// Turns all of them into what they are with a program, but for those in the text, of which there are many.
pub fn make() {
    nodes::all("[data-live]:not([data-entity])").iter().for_each(|printed| _ = live(printed));
}

/// Says what a click on a number does, and makes links of the mentions, from block to block, a few at a time. A click on one works
/// before.
pub fn make_mentions(explorer: Explorer, from: usize) {
    let opened = explorer.opened();
    let mut made = 0;
    for (place, block) in opened.record.blocks.iter().enumerate().skip(from) {
        if made >= AT_ONCE {
            return browser::later(move || make_mentions(explorer, place));
        }
        made += 1 + browser::by_id(&block.id).map_or(0, |block| {
            let number = block.query_selector(".number").ok().flatten();
            _ = number.map(|number| nodes::set(&number, "title", Some("Copy the link to this turn")));
            make_mentions_in(&block, &opened.record)
        });
    }
}

/// The same in one element; how many.
pub fn make_mentions_in(element: &Element, record: &Record) -> usize {
    let mentions = nodes::within::<Element>(element, "[data-live][data-entity]");
    for printed in &mentions {
        let id = printed.get_attribute("data-entity");
        let entity = id.and_then(|id| record.entities.iter().find(|entity| entity.id == id));
        if let (Some(made), Some(entity)) = (live(printed), entity) {
            nodes::set(&made, "href", Some(&format!("?mentions={}", entity.id)));
            nodes::set(&made, "title", Some(&title(entity)));
        }
    }
    mentions.len()
}

/// The element that `printed` becomes, in its place.
fn live(printed: &Element) -> Option<Element> {
    let made = document().create_element(&printed.get_attribute("data-live")?).ok()?;
    for name in printed.get_attribute_names().iter().filter_map(|name| name.as_string()) {
        let value = printed.get_attribute(&name);
        match name.as_str() {
            "data-live" => {}
            "data-href" => nodes::set(&made, "href", value.as_deref()),
            name => nodes::set(&made, name, value.as_deref()),
        }
    }
    while let Some(child) = printed.first_child() {
        _ = made.append_child(&child);
    }
    printed.replace_with_with_node_1(&made).ok()?;
    Some(made)
}
