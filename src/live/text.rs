//! The text as the state has it: what is seen, the gaps between, what is marked, where one is; and each turn's part of the
//! timeline.
//!
//! All text that will be on screen is right at once; the rest, of which there may be thousands of turns, and the timeline follow
//! once that is painted, a few milliseconds at a time, until something else is asked. When a page is opened the first of it is
//! done at once.

use std::cell::{Cell, RefCell};
use std::ops::Range as Places;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use memcon_explore::link::{Link, View};
use web_sys::Range;

use super::block::Block;
use super::part::{Look, Part};
use super::{nodes, timeline};
use crate::browser;
use crate::explorer::{Answered, Explorer, Opened, Place, block_of};
use crate::view::turns::{STRETCH, reaches, stretches};

/// For so many pixels of the text on screen a rem is written at once: twice what is seen, as heights are guessed from bytes.
const PIXELS: f64 = 8.0;
/// Milliseconds for what follows before the browser has its turn again: a task is long from 50 on, and a phone is slow.
const SLICE: f64 = 8.0;

/// The page as it was written last.
pub struct Page {
    explorer: Explorer,
    opened: Arc<Opened>,
    blocks: RefCell<Vec<Block>>,
    stretches: Vec<Stretch>,
    reaches: Vec<Reach>,
    turns: timeline::Turns,
    range: Option<Range>,
    /// How often another state was written.
    round: Cell<usize>,
    /// The last round that had another answer.
    asked: Cell<usize>,
}

/// A stretch of a long record; of one that is not, a block, and no element.
struct Stretch {
    part: Part,
    blocks: Places<usize>,
    /// How it is to look; so the part does once the reach is written.
    look: Cell<Look>,
    /// In rem, of what will be seen of it, with the lines for gaps.
    height: Cell<usize>,
}

/// Some stretches.
struct Reach {
    part: Part,
    stretches: Places<usize>,
}

impl Stretch {
    /// What of it is seen once it is written.
    fn written(&self, seen: usize) -> Look {
        if seen < self.blocks.len() { Look::Some } else { Look::All }
    }
}

/// A state of the page to be written.
struct State {
    answered: Arc<Answered>,
    places: Vec<Place>,
    round: usize,
    /// The round in which this was answered.
    asked: usize,
}

impl Page {
    /// The page as printed.
    pub fn new(explorer: Explorer) -> Rc<Self> {
        let opened = explorer.opened();
        let mut elements = nodes::all(".text .stretch").into_iter();
        let all = opened.record.blocks.len();
        let stretches: Vec<_> = if elements.len() > 0 {
            stretches(&opened.record)
        } else {
            (0..all).map(|block| block..block + 1).collect()
        };
        let mut around = nodes::all(".text .reach").into_iter();
        let reach = |stretches| Reach { part: Part::new(around.next()), stretches };
        let reaches = reaches(stretches.len()).map(reach).collect();
        let stretch = |blocks| Stretch {
            part: Part::new(elements.next()),
            blocks,
            look: Cell::default(),
            height: Cell::default(),
        };
        Rc::new(Page {
            blocks: RefCell::new((0..all).map(|number| Block::printed(number, &opened.record)).collect()),
            stretches: stretches.into_iter().map(stretch).collect(),
            reaches,
            turns: timeline::Turns::new(),
            range: document().create_range().ok(),
            round: Cell::new(0),
            asked: Cell::new(0),
            explorer,
            opened,
        })
    }

    /// Writes what was answered, and what becomes of each block; `at` is the one that the link leads to.
    pub fn draw(self: &Rc<Self>, answered: Arc<Answered>, is_new: bool, places: Vec<Place>, at: Option<usize>) {
        // First: once something is changed, the browser would lay the page out for it.
        let room = browser::room_for_text();
        let round = self.round.get() + 1;
        self.round.set(round);
        if is_new {
            self.asked.set(round);
        }
        let state = State { answered, places, round, asked: self.asked.get() };
        let near = self.explorer.reading().and_then(|turn| block_of(&self.opened.record, &turn.id()));
        // Where the beginning of the text is on screen it stays there, unless a turn that is held gets others before it.
        let moves = |near: usize| state.places[near].seen && state.places[..near].iter().any(|place| place.seen);
        let near = near.filter(|near| room >= browser::window_height() || moves(*near));
        self.reaches.iter().for_each(|reach| self.measure_reach(&state, reach));
        // To what is linked one may go: then it has all of the window. And at the beginning one may find oneself.
        let mut on_screen = Vec::new();
        for (from, pixels, is_begin) in
            [(near, room, false), (at, browser::window_height(), false), (Some(0), room, true)]
        {
            let Some(from) = from else { continue };
            on_screen.extend(self.write_from(&state, from, (pixels / PIXELS) as usize, is_begin));
        }
        self.tell_on_screen(&on_screen);
        self.explorer.is_pending.set_value(true);
        let page = self.clone();
        let follow = move || page.follow(state, 0);
        // What one types has its answer first; of what is opened as much as can be is there at once.
        if round == 1 { follow() } else { browser::after_next_frame(follow) }
    }

    /// Writes what may be on screen with the block `from`, of which one may see the end, or with its beginning: with the stretch
    /// right before, of which one may see the end too. The stretches that may be on screen.
    fn write_from(&self, state: &State, from: usize, screen: usize, is_begin: bool) -> Vec<usize> {
        let first = self.stretches.partition_point(|stretch| stretch.blocks.end <= from);
        let (mut seen, mut on_screen) = (0, Vec::new());
        for (number, stretch) in self.stretches.iter().enumerate().skip(first.saturating_sub(1)) {
            if seen >= screen {
                break;
            }
            if stretch.look.get() == Look::Nothing {
                continue;
            }
            self.write(state, number, false);
            on_screen.push(number);
            seen += if stretch.blocks.start > from || is_begin { stretch.height.get() } else { 0 };
        }
        on_screen
    }

    /// Says of the stretches of these numbers that they are on screen, and of no other.
    fn tell_on_screen(&self, on_screen: &[usize]) {
        for (number, stretch) in self.stretches.iter().enumerate() {
            stretch.part.tell_on_screen(on_screen.contains(&number));
        }
        for Reach { part, stretches } in &self.reaches {
            part.tell_on_screen(on_screen.iter().any(|number| stretches.contains(number)));
        }
    }

    /// Writes all that is not yet written, from a stretch on, and the timeline.
    fn follow(self: Rc<Self>, state: State, from: usize) {
        if state.round != self.round.get() {
            return;
        }
        let until = js_sys::Date::now() + SLICE;
        let mut next = from;
        while next < self.stretches.len() && (next == from || js_sys::Date::now() < until) {
            self.write(&state, next, true);
            next += 1;
        }
        let is_pending = next < self.stretches.len();
        self.explorer.is_pending.set_value(is_pending);
        if is_pending {
            browser::later(move || self.follow(state, next));
        }
    }

    /// Hides a reach of which nothing will be seen; of another that changes, nothing is seen for now, and room is kept.
    fn measure_reach(&self, state: &State, reach: &Reach) {
        let stretches = &self.stretches[reach.stretches.clone()];
        stretches.iter().for_each(|stretch| self.measure(state, stretch));
        let sum: usize = stretches.iter().map(|stretch| stretch.height.get()).sum();
        let is_written = |stretch: &Stretch| stretch.look.get() == stretch.part.now();
        reach.part.look(match sum {
            0 => Look::Nothing,
            _ if stretches.iter().all(is_written) => self.opened_look(reach),
            sum => Look::Later(sum),
        });
    }

    /// How a reach looks whose stretches stand as they are to look.
    fn opened_look(&self, reach: &Reach) -> Look {
        let mut stretches = self.stretches[reach.stretches.clone()].iter();
        if stretches.all(|stretch| stretch.look.get() == Look::All) { Look::All } else { Look::Some }
    }

    /// How a stretch is to look: hidden if nothing of it will be seen; not yet written if it changes. Blocks that are in no element
    /// are shown or hidden.
    fn measure(&self, state: &State, stretch: &Stretch) {
        let (mut sum, mut seen, mut is_new) = (0, 0, false);
        let written = &mut *self.blocks.borrow_mut();
        for block in stretch.blocks.clone() {
            let place = &state.places[block];
            sum += written[block].height(*place);
            seen += usize::from(place.seen);
            is_new |= written[block].place() != *place;
            if stretch.part.element.is_none() {
                written[block].show(&self.opened.record, *place);
            }
        }
        // Of one that is whole the style says how high it is until it was seen: what stands below it is to stay where it is.
        let look = stretch.written(seen);
        let sum = if stretch.part.element.is_some() && look == Look::All { STRETCH } else { sum };
        stretch.look.set(match sum {
            0 => Look::Nothing,
            sum if is_new => Look::Later(sum),
            _ => look,
        });
        stretch.height.set(sum);
    }

    /// Writes a stretch; `with_timeline` its turns’ part of the timeline too.
    fn write(&self, state: &State, number: usize, with_timeline: bool) {
        let stretch = &self.stretches[number];
        let (record, answer) = (&self.opened.record, &state.answered.answer);
        let mut seen = 0;
        for (block, place) in
            self.blocks.borrow_mut()[stretch.blocks.clone()].iter_mut().zip(&state.places[stretch.blocks.clone()])
        {
            block.show(record, *place);
            block.dress(record, answer, state.asked, self.range.as_ref());
            if with_timeline {
                block.draw(&self.turns, &self.opened, answer, state.asked);
            }
            seen += usize::from(place.seen);
        }
        if stretch.look.get() != Look::Nothing {
            stretch.look.set(stretch.written(seen));
        }
        let reach = self.reaches.partition_point(|reach| reach.stretches.end <= number);
        if let Some(reach) = self.reaches.get(reach).filter(|reach| reach.part.now() != Look::Nothing) {
            // The first of a reach that is written opens it; of the others room is kept then.
            let is_closed = matches!(reach.part.now(), Look::Later(_));
            let changed = if is_closed { reach.stretches.clone() } else { number..number + 1 };
            self.stretches[changed].iter().for_each(|stretch| stretch.part.look(stretch.look.get()));
            reach.part.look(self.opened_look(reach));
        }
    }
}

/// Goes to the block that the address names; to the beginning, when a new question leaves nothing on screen.
pub fn follow_the_address(explorer: Explorer, before: Option<&Link>, link: &Link) {
    let goes = match before {
        // At first the browser has gone there by itself, in a long record by estimates; but one may have read on.
        None => explorer.now().answer.active || (browser::is_long() && !browser::has_moved()),
        Some(before) => before.at != link.at && link.at.as_ref().is_some_and(|id| !browser::has_focus(id)),
    };
    if let Some(id) = link.at.clone().filter(|_| goes) {
        browser::with_next_frame(move || browser::go_to(&id));
    } else if before.is_some() && link.view == View::Read {
        browser::with_next_frame(browser::keep_text_in_view);
    }
}
