//! The drawing as the state has it: what matches, the hits, what lies over it, and what it says.

mod pointing;
mod screen;

use leptos::prelude::*;
use memcon_explore::Answer;
use memcon_record::Record;
use web_sys::{Element, HtmlElement};

use self::pointing::Pointing;
use super::nodes;
use crate::explorer::{Explorer, Opened};
use crate::view::numbers::number;
use crate::view::timeline::{percent, saying};

/// Keeps the drawing and its table true to the state; nothing where a record has no turns.
pub fn follow(explorer: Explorer) {
    let Some(tracks) = nodes::first(".tracks") else { return };
    let pointing = Pointing::new();
    make_a_list_box(explorer, &tracks);
    screen::watch(explorer);
    pointing::listen(explorer, pointing, &tracks);
    show_overlay(explorer, pointing);
    show_the_walk(explorer, pointing, tracks);
}

/// One list box (WAI-ARIA 1.2) with a turn for each option.
fn make_a_list_box(explorer: Explorer, tracks: &HtmlElement) {
    let list =
        [("role", "listbox"), ("tabindex", "0"), ("aria-orientation", "horizontal"), ("aria-multiselectable", "true")];
    list.iter().for_each(|(name, value)| nodes::set(tracks, name, Some(value)));
    let opened = explorer.opened();
    for (place, segment) in segments(&opened.record) {
        nodes::set(&segment, "role", Some("option"));
        nodes::set(&segment, "aria-label", Some(&saying(&opened.record, place)));
    }
}

/// The segments that are on the page, by place of the turn.
fn segments(record: &Record) -> Vec<(usize, Element)> {
    let blocks = record.turns.iter().filter_map(|block| record.blocks.get(*block));
    let segment = |id: &str| document().get_element_by_id(&format!("s-{id}"));
    blocks.enumerate().filter_map(|(place, block)| Some((place, segment(&block.id)?))).collect()
}

/// Writes what matches and the hits onto the drawing and its table.
pub fn draw(opened: &Opened, answer: &Answer) {
    for (place, segment) in segments(&opened.record) {
        let shown = answer.shown[opened.record.turns[place]];
        nodes::class(&segment, "faded", !shown);
        // Without a question nothing is chosen.
        nodes::set(&segment, "aria-selected", Some(if shown && answer.active { "true" } else { "false" }));
    }
    for (cell, block) in nodes::all::<Element>(".twin .hits").iter().zip(&opened.record.turns) {
        let hits = if answer.shown[*block] { number(answer.hits_in(*block).len()) } else { "–".into() };
        cell.set_text_content(Some(&hits));
    }
    nodes::all::<Element>(".tick").iter().for_each(Element::remove);
    let lanes: Vec<Element> = nodes::all(".lane");
    for x in answer.hits.iter().filter_map(|hit| opened.timeline.x_of(&opened.record, hit)) {
        let lane = opened.timeline.turn_at(x).and_then(|turn| lanes.get(opened.timeline.segments[turn].lane));
        if let (Some(lane), Some(tick)) = (lane, nodes::rectangle("tick", &percent(x), "2")) {
            _ = lane.append_child(&tick);
        }
    }
}

/// What lies over all lanes: the stretch chosen, the stretch being drawn, what is on screen.
fn show_overlay(explorer: Explorer, pointing: Pointing) {
    Effect::new(move |_| {
        let timeline = &explorer.opened().timeline;
        let edges = |place: usize| timeline.segments.get(place).map(|segment| segment.x.clone());
        let stretch = explorer.answered.read().filter.stretch.clone();
        let stretch = stretch.and_then(|stretch| Some((edges(*stretch.start())?.start, edges(*stretch.end())?.end)));
        let drag = pointing.drag.get().map(|(a, b)| (a.min(b), a.max(b)));
        let Some(overlay) = nodes::all::<Element>(".overlay").into_iter().next() else { return };
        overlay.replace_children_with_node_0();
        for (class, x) in [("stretch", stretch), ("drag", drag), ("frame", explorer.on_screen.get())] {
            let drawn = x.and_then(|x| nodes::rectangle(class, &percent(x.0), &percent(x.1 - x.0)));
            if let Some(drawn) = drawn {
                nodes::set(&drawn, "rx", Some("4"));
                _ = overlay.append_child(&drawn);
            }
        }
    });
}

/// Which turn the arrow keys have walked to; and what that is, or the turn under the pointer.
fn show_the_walk(explorer: Explorer, pointing: Pointing, tracks: HtmlElement) {
    let tracks = StoredValue::new_local(tracks);
    Effect::new(move |_| {
        let (walked, under) = (pointing.walked.get(), pointing.under.get());
        let opened = explorer.opened();
        nodes::all::<Element>(".segment.walked").iter().for_each(|segment| nodes::class(segment, "walked", false));
        let block = walked.and_then(|place| opened.record.blocks.get(*opened.record.turns.get(place)?));
        let id = block.map(|block| format!("s-{}", block.id));
        let segment = id.as_ref().and_then(|id| document().get_element_by_id(id));
        _ = segment.map(|segment| nodes::class(&segment, "walked", true));
        tracks.with_value(|tracks| nodes::set(tracks, "aria-activedescendant", id.as_deref()));
        say(&opened, under.or(walked));
    });
}

fn say(opened: &Opened, place: Option<usize>) {
    let Some(said) = nodes::first(".saying") else { return };
    said.set_hidden(place.is_none());
    let Some(place) = place else { return };
    let x = opened.timeline.x_in(place, 0.5);
    // The box hangs from the side on which there is room.
    let (side, offset) = if x < 0.5 { ("from-left", x) } else { ("from-right", 1.0 - x) };
    said.set_class_name(&format!("saying {side}"));
    _ = said.style().set_property("--x", &percent(offset));
    said.set_text_content(Some(&saying(&opened.record, place)));
}
