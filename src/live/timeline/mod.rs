//! The drawing as the state has it: what matches, the hits, what lies over it, and what it says.

mod pointing;
mod screen;

use leptos::prelude::*;
use web_sys::{Element, HtmlElement};

use self::pointing::Pointing;
use super::nodes;
use crate::explorer::Explorer;
use crate::view::numbers::number;
use crate::view::timeline::{percent, saying};

/// Keeps the drawing and its table true to the state; nothing where a record has no turns.
pub fn follow(explorer: Explorer) {
    let Some(tracks) = nodes::first(".tracks") else { return };
    let segments: Vec<Element> = nodes::all(".segment");
    let pointing = Pointing::new();
    make_a_list_box(explorer, &tracks, &segments);
    screen::watch(explorer);
    pointing::listen(explorer, pointing, &tracks);
    show_matches(explorer, segments);
    show_hits(explorer);
    show_overlay(explorer, pointing);
    show_the_walk(explorer, pointing, tracks);
    show_the_saying(explorer, pointing);
}

/// One list box (WAI-ARIA 1.2) with a turn for each option.
fn make_a_list_box(explorer: Explorer, tracks: &HtmlElement, segments: &[Element]) {
    let list =
        [("role", "listbox"), ("tabindex", "0"), ("aria-orientation", "horizontal"), ("aria-multiselectable", "true")];
    list.iter().for_each(|(name, value)| nodes::set(tracks, name, Some(value)));
    let opened = explorer.opened();
    for segment in segments {
        let place = segment.get_attribute("data-turn").and_then(|id| opened.record.turn_place(&id));
        nodes::set(segment, "role", Some("option"));
        nodes::set(segment, "aria-label", Some(&place.map(|place| saying(&opened.record, place)).unwrap_or_default()));
    }
}

fn show_matches(explorer: Explorer, segments: Vec<Element>) {
    let segments = StoredValue::new_local(segments);
    Effect::new(move |_| {
        let (answer, opened) = (explorer.answer.get(), explorer.opened());
        segments.with_value(|segments| {
            for segment in segments {
                let block = segment.get_attribute("data-turn").and_then(|id| explorer.block(&id));
                let shown = block.is_none_or(|block| answer.shown[block]);
                nodes::class(segment, "faded", !shown);
                // Without a question nothing is chosen.
                nodes::set(segment, "aria-selected", Some(if shown && answer.active { "true" } else { "false" }));
            }
        });
        for (cell, block) in nodes::all::<Element>(".twin .hits").iter().zip(&opened.record.turns) {
            let hits = if answer.shown[*block] { number(answer.hits_in(*block).len()) } else { "–".into() };
            cell.set_text_content(Some(&hits));
        }
    });
}

fn show_hits(explorer: Explorer) {
    Effect::new(move |_| {
        let (answer, opened) = (explorer.answer.get(), explorer.opened());
        nodes::all::<Element>(".tick").iter().for_each(Element::remove);
        let lanes: Vec<Element> = nodes::all(".lane");
        for x in answer.hits.iter().filter_map(|hit| opened.timeline.x_of(&opened.record, hit)) {
            let lane = opened.timeline.turn_at(x).and_then(|turn| lanes.get(opened.timeline.segments[turn].lane));
            if let (Some(lane), Some(tick)) = (lane, nodes::rectangle("tick", &percent(x), "2")) {
                _ = lane.append_child(&tick);
            }
        }
    });
}

/// What lies over all lanes: the stretch chosen, the stretch being drawn, what is on screen.
fn show_overlay(explorer: Explorer, pointing: Pointing) {
    Effect::new(move |_| {
        let timeline = &explorer.opened().timeline;
        let edges = |place: usize| timeline.segments.get(place).map(|segment| segment.x.clone());
        let stretch = explorer.filter.read().0.stretch.clone();
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

/// Which turn the arrow keys have walked to.
fn show_the_walk(explorer: Explorer, pointing: Pointing, tracks: HtmlElement) {
    let tracks = StoredValue::new_local(tracks);
    Effect::new(move |_| {
        let walked = pointing.walked.get();
        nodes::all::<Element>(".segment.walked").iter().for_each(|segment| nodes::class(segment, "walked", false));
        let opened = explorer.opened();
        let block = walked.and_then(|place| opened.record.blocks.get(*opened.record.turns.get(place)?));
        let segment =
            block.and_then(|block| nodes::all::<Element>(&format!("[id=\"s-{}\"]", block.id)).into_iter().next());
        _ = segment.as_ref().map(|segment| nodes::class(segment, "walked", true));
        tracks.with_value(|tracks| nodes::set(tracks, "aria-activedescendant", segment.map(|s| s.id()).as_deref()));
    });
}

/// What the turn pointed at or walked to is.
fn show_the_saying(explorer: Explorer, pointing: Pointing) {
    let place = Memo::new(move |_| pointing.under.get().or(pointing.walked.get()));
    Effect::new(move |_| {
        let Some(said) = nodes::first(".saying") else { return };
        said.set_hidden(place.get().is_none());
        let Some(place) = place.get() else { return };
        let opened = explorer.opened();
        let x = opened.timeline.x_in(place, 0.5);
        // The box hangs from the side on which there is room.
        let (side, offset) = if x < 0.5 { ("from-left", x) } else { ("from-right", 1.0 - x) };
        said.set_class_name(&format!("saying {side}"));
        _ = said.style().set_property("--x", &percent(offset));
        said.set_text_content(Some(&saying(&opened.record, place)));
    });
}
