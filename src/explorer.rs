//! What all views of one record share.

use std::sync::Arc;

use leptos::prelude::*;
use memcon_explore::filter::Oddity;
use memcon_explore::link::{Link, Rest, View};
use memcon_explore::timeline::Timeline;
use memcon_explore::{Answer, Corpus, Filter, Forms};
use memcon_record::Record;
use web_sys::Element;

use crate::address::Address;
use crate::browser;

/// A record and what is worked out from it once, to answer questions.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Opened {
    pub record: Record,
    pub corpus: Corpus,
    pub timeline: Timeline,
}

impl Opened {
    /// Works out what answers need.
    pub fn new(record: Record) -> Self {
        Opened { corpus: Corpus::of(&record), timeline: Timeline::of(&record), record }
    }
}

/// The record, the question to it, and the answer.
#[derive(Clone, Copy)]
#[allow(missing_docs)]
pub struct Explorer {
    opened: StoredValue<Arc<Opened>>,
    pub address: Address,
    pub answered: Memo<Arc<Answered>>,
    /// Forms of words that are asked for with them, as the desk knows them.
    pub forms: RwSignal<Forms>,
    /// Part of the timeline that is on screen.
    pub on_screen: RwSignal<Option<(f64, f64)>>,
    /// Whether a part of the page has yet to be written as the state has it.
    pub is_pending: StoredValue<bool>,
    /// The turns that were on screen when all was at rest; nothing while it is not.
    pub seen: StoredValue<Option<Vec<Element>>, LocalStorage>,
}

/// A question, understood, and its answer.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Answered {
    pub filter: Filter,
    pub answer: Answer,
    /// The forms of words that it was answered with.
    pub forms: Forms,
    /// What in the link means nothing in this record.
    pub oddities: Vec<Oddity>,
}

impl PartialEq for Answered {
    /// An answer stays the same one for as long as nothing else is asked; see [`Explorer::new`].
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// What becomes of a block on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// It answers the question.
    pub matches: bool,
    /// It is on the page, answering or not.
    pub seen: bool,
    /// The gap that begins with it.
    pub gap: Option<Gap>,
}

impl Place {
    /// Whether it is on the page without answering.
    pub fn is_dimmed(self) -> bool {
        self.seen && !self.matches
    }
}

/// A row of hidden blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Number of turns.
    pub turns: usize,
    /// Number of other blocks.
    pub others: usize,
}

impl Explorer {
    /// Opens a record at an address.
    pub fn new(opened: Opened, address: Address) -> Self {
        let opened = StoredValue::new(Arc::new(opened));
        let link = address.link();
        let forms = RwSignal::new(Forms::default());
        // A link changes with every step through the text; the answer only with the question.
        let answered = Memo::new(move |before: Option<&Arc<Answered>>| {
            let Opened { record, corpus, .. } = &*opened.get_value();
            let forms = forms.get();
            let (filter, oddities) = Filter::resolve(record, &link.read(), &forms);
            let is_same = |before: &&&Arc<Answered>| {
                (&before.filter, &before.forms, &before.oddities) == (&filter, &forms, &oddities)
            };
            match before.as_ref().filter(is_same) {
                Some(before) => (*before).clone(),
                None => Arc::new(Answered { answer: Answer::of(record, corpus, &filter), filter, forms, oddities }),
            }
        });
        let (on_screen, is_pending) = (RwSignal::new(None), StoredValue::new(false));
        let seen = StoredValue::new_local(None);
        Explorer { opened, address, answered, forms, on_screen, is_pending, seen }
    }

    /// The question and its answer, now.
    pub fn now(&self) -> Arc<Answered> {
        self.answered.get_untracked()
    }

    /// For each block, what becomes of it under `link`.
    pub fn places(&self, link: &Link) -> Vec<Place> {
        // What a link names is on the page, answering or not.
        let at = link.at.as_deref().and_then(|id| self.block(id));
        let open: Vec<usize> = link.open.iter().filter_map(|id| self.block(id)).collect();
        places(&self.opened().record, &self.now().answer, link, at, &open)
    }

    /// Place in [`Answer::hits`] of the hit that one has walked to.
    pub fn at_hit(&self, link: &Link) -> Option<usize> {
        link.hit.map(|hit| hit - 1).filter(|hit| *hit < self.now().answer.hits.len())
    }

    /// The record and what is worked out from it.
    pub fn opened(&self) -> Arc<Opened> {
        self.opened.get_value()
    }

    /// The place of the block with this id.
    pub fn block(&self, id: &str) -> Option<usize> {
        block_of(&self.opened().record, id)
    }

    /// The turn that one is reading. Among thousands the browser would be long in finding it, and what is typed waits: it is
    /// one of those that were seen last.
    pub fn reading(&self) -> Option<Element> {
        self.seen.with_value(Clone::clone).map_or_else(browser::current_turn, browser::read_of)
    }

    /// Opens the gap in which `block` is.
    pub fn unfold(&self, block: usize) {
        if let Some(block) = self.opened().record.blocks.get(block) {
            self.address.push(|link| link.open.push(block.id.clone()));
        }
    }

    /// Goes to a block in the text, from whatever view, and even where the question hides it.
    pub fn go(&self, id: &str) {
        self.address.push(|link| (link.at, link.view) = (Some(id.to_owned()), View::Read));
        let id = id.to_owned();
        browser::with_next_frame(move || browser::go_to(&id));
    }

    /// Changes the address by a deliberate step; the turn that one reads stays where it is, if it stays at all.
    pub fn push(&self, change: impl FnOnce(&mut Link)) {
        self.change(self.address.changed(change), true);
    }

    /// Changes the question as it is typed.
    pub fn ask(&self, question: String) {
        self.change(self.address.changed(|link| link.question = question), false);
    }

    #[inline(never)]
    fn change(&self, link: Link, step: bool) {
        let hold = self.reading().map(browser::hold);
        let before = self.now();
        self.address.write(link, step);
        // A passage that answered to another question is left behind: else it would stand among the answers to this.
        let now = self.now();
        if now.filter != before.filter {
            let at = self.address.now().at.and_then(|id| self.block(&id));
            let answers = at.is_none_or(|block| now.answer.shown.get(block) == Some(&true));
            // Its gaps and its hits were others.
            self.address.replace(|link| {
                link.at.take_if(|_| !answers);
                (link.open, link.hit) = (Vec::new(), None);
            });
        }
        _ = hold.map(browser::with_next_frame);
    }
}

/// The place of the block with this id.
pub fn block_of(record: &Record, id: &str) -> Option<usize> {
    record.blocks.iter().position(|block| block.id == id)
}

fn places(record: &Record, answer: &Answer, link: &Link, at: Option<usize>, open: &[usize]) -> Vec<Place> {
    let near = |i: usize| {
        let from = i.saturating_sub(link.around);
        answer.shown[from..].iter().take(i - from + link.around + 1).any(|shown| *shown)
    };
    let dimmed = |i: usize| link.rest == Rest::Dim || at == Some(i) || (link.around > 0 && near(i));
    let shown = answer.shown.iter().enumerate();
    let mut places: Vec<Place> =
        shown.map(|(i, matches)| Place { matches: *matches, seen: *matches || dimmed(i), gap: None }).collect();
    // Places of blocks, not the blocks themselves: of thousands no more is touched than must be, as one types.
    let mut turns = record.turns.as_slice();
    let mut begin = 0;
    while begin < places.len() {
        let length = places[begin..].iter().take_while(|place| !place.seen).count();
        if open.iter().any(|block| (begin..begin + length).contains(block)) {
            places[begin..begin + length].iter_mut().for_each(|place| place.seen = true);
        } else if length > 0 {
            turns = &turns[turns.partition_point(|turn| *turn < begin)..];
            let hidden = turns.partition_point(|turn| *turn < begin + length);
            places[begin].gap = Some(Gap { turns: hidden, others: length - hidden });
        }
        begin += length.max(1);
    }
    places
}
