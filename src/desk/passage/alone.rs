//! A turn that is shown alone: where it stands in the record, and the ways on.

use memcon_explore::link::{Link, View};
use web_sys::{Element, ScrollLogicalPosition};

use crate::address;
use crate::browser::{all, bring, by_id, has_moved, with_next_frame};
use crate::desk::Desk;
use crate::desk::parts::button;
use crate::nodes::{append, class, element, first, set};
use crate::view::numbers::number;

/// The id of what is drawn.
const ID: &str = "alone";

/// Says above the text which turn it is, and leads to its neighbours.
pub(in crate::desk) fn draw(desk: &'static Desk, link: &Link) {
    let before = first(&format!("#{ID}"));
    let shown = before.as_ref().and_then(|bar| bar.get_attribute("data-turn"));
    _ = before.map(|bar| bar.remove());
    all::<Element>(".turn.lone").iter().for_each(|turn| class(turn, "lone", false));
    let record = desk.record;
    let only = link.only.as_deref().filter(|_| link.view == View::Read);
    let Some(place) = only.and_then(|id| record.turn_place(id)) else { return };
    let Some((block, turn)) = record.turns().nth(place) else { return };
    let Some(text) = first(".text") else { return };
    let bar = element("nav", "alone", "");
    set(&bar, "id", Some(ID));
    set(&bar, "aria-label", Some("A turn alone"));
    set(&bar, "data-turn", Some(&block.id));
    _ = by_id(&block.id).map(|turn| class(&turn, "lone", true));
    let topic = turn.topic.and_then(|topic| record.topics.get(topic)).map(|topic| format!(", on “{}”", topic.name));
    let said = element("p", "", "");
    append(&said, &[&element("b", "", &format!("Turn {} of {}", number(place + 1), number(record.turns.len())))]);
    _ = said.append_with_str_1(&topic.unwrap_or_default());
    let ways = element("p", "ways-on", "");
    let id_at =
        |place: Option<usize>| place.and_then(|place| record.turns().nth(place)).map(|(block, _)| block.id.clone());
    if let Some(before) = id_at(place.checked_sub(1)) {
        append(&ways, &[&way("alone", &before, &format!("?only={before}#{before}"), &format!("‹ Turn {place}"))]);
    }
    if let Some(after) = id_at(Some(place + 1)) {
        append(&ways, &[&way("alone", &after, &format!("?only={after}#{after}"), &format!("Turn {} ›", place + 2))]);
    }
    append(&ways, &[&way("context", &block.id, &format!("?#{}", block.id), "In its context")]);
    append(
        &ways,
        &[&button("plain", "copy-alone", &block.id, "Copy link"), &button("plain", "cite", &block.id, "Cite")],
    );
    if super::copy::can_share() {
        append(&ways, &[&button("plain", "share", &block.id, "Share")]);
    }
    append(&bar, &[&said, &ways]);
    _ = text.parent_node().map(|parent| parent.insert_before(&bar, Some(&text)));
    if shown.as_ref() != Some(&block.id) {
        with_next_frame(move || show(&block.id));
    }
}

/// Goes there, if one has not gone elsewhere: a link written by hand does not say where, and what is said above the turn came
/// after the browser had gone there.
fn show(id: &str) {
    let link = address::read();
    let is_elsewhere = link.at.as_deref().is_some_and(|at| at != id) || link.hit.is_some() || link.quote.is_some();
    let turn = by_id(id).filter(|turn| !turn.hidden() && !is_elsewhere && !has_moved());
    _ = turn.map(|turn| bring(turn.into(), ScrollLogicalPosition::Start));
}

fn way(does: &str, id: &str, href: &str, words: &str) -> Element {
    let link = element("a", "", words);
    set(&link, "href", Some(href));
    set(&link, "data-desk", Some(does));
    set(&link, "data-value", Some(id));
    link
}
