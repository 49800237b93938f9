//! The text as the state has it: what is seen, the gaps between, what is marked, where one is; and each turn's part of the
//! timeline.
//!
//! In a record of thousands of turns that is much at once. What is seen and hidden is right at once, and so is all that
//! will be on screen; the rest follows a few milliseconds at a time, until something else is asked.

use std::cell::{Cell, RefCell};
use std::ops::Range as Places;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use memcon_explore::link::{Link, View};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node, Range};

use super::{controls, marks, nodes, timeline};
use crate::browser;
use crate::explorer::{Answered, Explorer, Gap, Opened, Place, block_of};
use crate::view::numbers::count;
use crate::view::turns::{height, stretches};

/// So many blocks that answer fill a screen.
const SCREEN: usize = 24;
/// Milliseconds for what follows before the browser has its turn again: a task is long from 50 on, and a phone is slow.
const SLICE: f64 = 8.0;

/// The page as it was written last.
pub struct Page {
    opened: Arc<Opened>,
    blocks: RefCell<Vec<Written>>,
    stretches: Vec<Stretch>,
    turns: timeline::Turns,
    range: Option<Range>,
    /// How often anything else was asked.
    round: Cell<usize>,
    /// Whether something has yet to follow.
    pending: Rc<Cell<bool>>,
}

/// One block as it was written last.
#[derive(Default)]
struct Written {
    place: Place,
    gap: Option<Element>,
    /// Marked paragraphs, and what they were before.
    marked: Vec<(Element, Node)>,
    ticks: Vec<Element>,
    /// What was answered then.
    answered: Option<Arc<Answered>>,
}

/// A stretch of a long record.
struct Stretch {
    element: HtmlElement,
    blocks: Places<usize>,
}

/// A state of the page to be written.
struct State {
    answered: Arc<Answered>,
    places: Vec<Place>,
    round: usize,
}

impl Page {
    /// The page as printed.
    pub fn new(opened: Arc<Opened>, pending: Rc<Cell<bool>>) -> Rc<Self> {
        const PRINTED: Place = Place { matches: true, seen: true, gap: None };
        let stretches = nodes::all(".stretch").into_iter().zip(stretches(&opened.record));
        let blocks = opened.record.blocks.iter().map(|_| Written { place: PRINTED, ..Written::default() });
        Rc::new(Page {
            blocks: RefCell::new(blocks.collect()),
            stretches: stretches.map(|(element, blocks)| Stretch { element, blocks }).collect(),
            turns: timeline::Turns::new(),
            range: document().create_range().ok(),
            round: Cell::new(0),
            pending,
            opened,
        })
    }

    /// Writes what was answered, and what becomes of each block; `at` is the one that the link leads to.
    pub fn draw(self: &Rc<Self>, answered: Arc<Answered>, places: Vec<Place>, at: Option<usize>) {
        let round = self.round.get() + 1;
        self.round.set(round);
        let state = State { answered, places, round };
        if self.is_long() {
            // From what is on screen, what is linked, and from the beginning, where one may find oneself.
            let near = browser::current_turn().and_then(|turn| block_of(&self.opened.record, &turn.id()));
            let seen: Vec<bool> = self.stretches.iter().map(|stretch| self.measure(&state, stretch)).collect();
            for from in [near, at, Some(0)].into_iter().flatten() {
                self.fill_a_screen(&state, &seen, from);
            }
        }
        self.clone().follow(state, 0);
    }

    /// Whether all is not written at once.
    pub fn is_long(&self) -> bool {
        !self.stretches.is_empty()
    }

    /// Hides a stretch of which nothing is seen, and says how high one is of which a part is; whether anything is.
    fn measure(&self, state: &State, Stretch { element, blocks }: &Stretch) -> bool {
        let places = state.places.get(blocks.clone()).unwrap_or_default();
        let heights = places
            .iter()
            .zip(&self.opened.record.blocks[blocks.clone()])
            .map(|(place, block)| usize::from(place.seen) * height(block) + usize::from(place.gap.is_some()) * 4);
        let sum: usize = heights.sum();
        let is_part = places.iter().any(|place| !place.seen);
        element.set_hidden(sum == 0);
        nodes::set(element, "data-part", is_part.then_some(""));
        _ = element.style().set_property("--part", &format!("{sum}rem"));
        sum > 0
    }

    /// Writes as much as a screen holds, from a block on.
    fn fill_a_screen(&self, state: &State, seen: &[bool], from: usize) {
        let mut left = SCREEN;
        let blocks = &mut *self.blocks.borrow_mut();
        for (stretch, _) in
            self.stretches.iter().zip(seen).filter(|(stretch, seen)| **seen && stretch.blocks.end > from)
        {
            for block in stretch.blocks.clone() {
                self.write(state, block, &mut blocks[block]);
                left -= usize::from(block >= from && state.places[block].seen);
                if left == 0 {
                    return;
                }
            }
        }
    }

    fn follow(self: Rc<Self>, state: State, from: usize) {
        if state.round != self.round.get() {
            return;
        }
        let mut block = from;
        {
            let blocks = &mut *self.blocks.borrow_mut();
            let until = js_sys::Date::now() + SLICE;
            while block < blocks.len() && (!self.is_long() || js_sys::Date::now() < until) {
                self.write(&state, block, &mut blocks[block]);
                block += 1;
            }
            self.pending.set(block < blocks.len());
        }
        if self.pending.get() {
            set_timeout(move || self.follow(state, block), Duration::ZERO);
        }
    }

    fn write(&self, state: &State, block: usize, written: &mut Written) {
        self.show(state, block, written);
        self.dress(state, block, written);
    }

    /// Shows or hides a block, with the line for the gap that begins there.
    fn show(&self, state: &State, block: usize, written: &mut Written) {
        let Some(place) = state.places.get(block).filter(|place| **place != written.place) else { return };
        let Some(element) = browser::by_id(&self.opened.record.blocks[block].id) else { return };
        element.set_hidden(!place.seen);
        nodes::set(&element, "data-dimmed", (!place.matches).then_some(""));
        if place.gap != written.place.gap {
            _ = written.gap.take().map(|line| line.remove());
            written.gap = place.gap.map(|gap| gap_line(block, gap));
            _ = written.gap.as_ref().map(|line| element.before_with_node_1(line));
        }
        written.place = *place;
    }

    /// Marks the hits in a block, and takes back what was marked before; the same for its turn in the timeline.
    fn dress(&self, state: &State, block: usize, written: &mut Written) {
        let answered = &state.answered;
        if written.answered.as_ref().is_some_and(|was| Arc::ptr_eq(was, answered)) {
            return;
        }
        written.answered = Some(answered.clone());
        for (paragraph, was) in written.marked.drain(..) {
            _ = paragraph.replace_with_with_node_1(&was);
        }
        self.turns.draw(&self.opened, &answered.answer, block, &mut written.ticks);
        let hits = answered.answer.hits_in(block);
        let Some(element) = hits.first().and_then(|_| browser::by_id(&self.opened.record.blocks[block].id)) else {
            return;
        };
        let mut first = answered.answer.hits.partition_point(|hit| hit.block < block);
        for hits in hits.chunk_by(|a, b| a.paragraph == b.paragraph) {
            let number = hits[0].paragraph;
            let text = self.opened.record.blocks[block].paragraphs.get(number);
            if let (Some(paragraph), Some(text), Some(range)) = (paragraph(&element, number), text, &self.range) {
                // What is put back later has its links.
                controls::make_mentions_in(&paragraph, &self.opened.record);
                let before = marks::mark(range, &paragraph, &text.text, hits, first);
                written.marked.extend(before.map(|before| (paragraph, before)));
            }
            first += hits.len();
        }
    }
}

/// A line in place of hidden blocks.
fn gap_line(block: usize, gap: Gap) -> Element {
    let hidden = match (gap.turns, gap.others) {
        (turns, 0) => count(turns, "turn"),
        (0, others) => count(others, "passage"),
        (turns, others) => format!("{} and {}", count(turns, "turn"), count(others, "passage")),
    };
    let line = nodes::element("p", "gap", &format!("{hidden} hidden "));
    let show = nodes::button("link", "unfold", &block.to_string(), "show");
    nodes::set(&line, "lang", Some("en"));
    nodes::set(&show, "aria-label", Some(&format!("Show {hidden} hidden here")));
    nodes::append(&line, &[&show]);
    line
}

fn paragraph(block: &Element, number: usize) -> Option<Element> {
    block.query_selector_all(":scope > p").ok()?.get(number as u32)?.dyn_into().ok()
}

/// Goes to the block that the address names; to the beginning, when a new question leaves nothing on screen.
pub fn follow_the_address(explorer: Explorer, before: Option<&Link>, link: &Link) {
    // At first the browser has gone there by itself, and one may have read on; unless the page is another now.
    let goes = match before {
        None => explorer.now().answer.active,
        Some(before) => before.at != link.at && link.at.as_ref().is_some_and(|id| !browser::has_focus(id)),
    };
    if let Some(id) = link.at.clone().filter(|_| goes) {
        request_animation_frame(move || browser::go_to(&id));
    } else if before.is_some() && link.view == View::Read {
        request_animation_frame(browser::keep_text_in_view);
    }
}
