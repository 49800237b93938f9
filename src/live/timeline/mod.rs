//! The drawing as the state has it: what matches, the hits, what lies over it, and what it says.

mod pointing;
mod screen;

use leptos::prelude::*;
use memcon_explore::Answer;
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
    make_a_list_box(&tracks);
    screen::watch(explorer);
    pointing::listen(explorer, pointing, &tracks);
    show_overlay(explorer, pointing);
    show_the_walk(explorer, pointing, tracks);
}

/// One list box (WAI-ARIA 1.2) with a bar for each option: a turn, or of thousands those of a lane in a column.
fn make_a_list_box(tracks: &HtmlElement) {
    let list =
        [("role", "listbox"), ("tabindex", "0"), ("aria-orientation", "horizontal"), ("aria-multiselectable", "true")];
    list.iter().for_each(|(name, value)| nodes::set(tracks, name, Some(value)));
}

/// What the drawing and its table have of each turn.
pub struct Turns {
    lanes: Vec<Element>,
    /// By place of the turn.
    cells: Vec<Element>,
}

impl Turns {
    /// What is on the page.
    pub fn new() -> Self {
        Turns { lanes: nodes::all(".lane"), cells: nodes::all(".twin .hits") }
    }

    /// Writes whether the turn in `block` matches, and its hits, and where a bar begins with it the same of the bar; `ticks` are
    /// those that were drawn before.
    pub fn draw(&self, opened: &Opened, answer: &Answer, block: usize, ticks: &mut Vec<Element>) {
        ticks.drain(..).for_each(|tick| tick.remove());
        let Opened { record, timeline, .. } = opened;
        let Some((block_id, turn)) = record.blocks.get(block).and_then(|b| Some((&b.id, b.turn()?))) else { return };
        let said = if answer.shown[block] { number(answer.hits_in(block).len()) } else { "–".into() };
        _ = self.cells.get(turn.place).map(|cell| cell.set_text_content(Some(&said)));
        let Some(bar) = timeline.bar_of(turn.place).filter(|bar| bar.turns[0] == turn.place) else { return };
        let Some(drawn) = document().get_element_by_id(&format!("s-{block_id}")) else { return };
        let blocks = bar.turns.iter().map(|turn| record.turns[*turn]);
        let shown = blocks.clone().any(|block| answer.shown[block]);
        nodes::class(&drawn, "faded", !shown);
        // Without a question nothing is chosen.
        nodes::set(&drawn, "aria-selected", Some(if shown && answer.active { "true" } else { "false" }));
        if !drawn.has_attribute("role") {
            nodes::set(&drawn, "role", Some("option"));
            nodes::set(&drawn, "aria-label", Some(&saying(record, &bar.turns)));
        }
        // Of a crowd there is room for one.
        let most = if bar.turns.len() > 1 { 1 } else { usize::MAX };
        let hits = blocks.flat_map(|block| answer.hits_in(block)).take(most);
        for x in hits.filter_map(|hit| timeline.x_of(record, hit)) {
            if let Some((lane, tick)) = self.lanes.get(bar.lane).zip(nodes::rectangle("tick", &percent(x), "2")) {
                _ = lane.append_child(&tick);
                ticks.push(tick);
            }
        }
    }
}

/// What lies over all lanes: the stretch chosen, the stretch being drawn, what is on screen.
fn show_overlay(explorer: Explorer, pointing: Pointing) {
    let Some(overlay) = document().query_selector(".overlay").ok().flatten() else { return };
    Effect::new(move |_| {
        let timeline = &explorer.opened().timeline;
        let edges = |place: usize| timeline.segments.get(place).map(|segment| segment.x.clone());
        let stretch = explorer.answered.read().filter.stretch.clone();
        let stretch = stretch.and_then(|stretch| Some((edges(*stretch.start())?.start, edges(*stretch.end())?.end)));
        let drag = pointing.drag.get().map(|(a, b)| (a.min(b), a.max(b)));
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
        // The bar that the turn is in is found by its first.
        let first = walked.map(|place| opened.timeline.step(place, 0));
        let block = first.and_then(|place| opened.record.blocks.get(*opened.record.turns.get(place)?));
        let id = block.map(|block| format!("s-{}", block.id));
        let segment = id.as_ref().and_then(|id| document().get_element_by_id(id));
        _ = segment.map(|segment| nodes::class(&segment, "walked", true));
        tracks.with_value(|tracks| nodes::set(tracks, "aria-activedescendant", id.as_deref()));
        say(&opened, under, first);
    });
}

/// Says which turn is under the pointer, or else what the bar holds whose first turn one has walked to.
fn say(opened: &Opened, under: Option<usize>, walked: Option<usize>) {
    let Some(said) = nodes::first(".saying") else { return };
    let place = under.or(walked);
    said.set_hidden(place.is_none());
    let Some(place) = place else { return };
    let bar = opened.timeline.bar_of(place).filter(|_| under.is_none()).map(|bar| bar.turns.as_slice());
    let x = opened.timeline.x_in(place, 0.5);
    // The box hangs from the side on which there is room.
    let (side, offset) = if x < 0.5 { ("from-left", x) } else { ("from-right", 1.0 - x) };
    said.set_class_name(&format!("saying {side}"));
    _ = said.style().set_property("--x", &percent(offset));
    said.set_text_content(Some(&saying(&opened.record, bar.unwrap_or(&[place]))));
}
