//! What all views of one record share.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;
use memcon_explore::filter::Oddity;
use memcon_explore::link::{Link, Rest, View};
use memcon_explore::timeline::Timeline;
use memcon_explore::{Answer, Corpus, Filter};
use memcon_record::Record;

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

/// The record, the question to it, and the answer; a context of every view.
#[derive(Clone, Copy)]
#[allow(missing_docs)]
pub struct Explorer {
    opened: StoredValue<Arc<Opened>>,
    pub address: Address,
    pub filter: Memo<(Filter, Vec<Oddity>)>,
    pub answer: Memo<Arc<Answer>>,
    /// Blocks that a reader has opened out of a gap, and the filter for which that holds.
    unfolded: RwSignal<(Filter, BTreeSet<usize>)>,
    /// For each block, whether it is to be seen, and the gap that begins with it.
    pub page: Memo<Arc<Vec<Place>>>,
    /// Part of the timeline that is on screen.
    pub on_screen: RwSignal<Option<(f64, f64)>>,
    /// Place in [`Answer::hits`] of the hit that one has walked to.
    pub at_hit: RwSignal<Option<usize>>,
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
    pub fn new(opened: Arc<Opened>, address: Address) -> Self {
        let opened = StoredValue::new(opened);
        let link = address.link();
        // A link changes with every step through the text; the filter does not.
        let asked = Memo::new(move |_| Link { at: None, ..link.get() });
        let filter = Memo::new(move |_| Filter::resolve(&opened.get_value().record, &asked.read()));
        let answer = Memo::new(move |_| {
            let opened = opened.get_value();
            Arc::new(Answer::of(&opened.record, &opened.corpus, &filter.read().0))
        });
        let unfolded = RwSignal::new((Filter::default(), BTreeSet::new()));
        let at = Memo::new(move |_| block_of(&opened.get_value().record, link.read().at.as_deref()?));
        let page = Memo::new(move |_| {
            let dimmed = asked.read().rest == Rest::Dim;
            let unfolded = unfolded.read();
            let mut kept = if unfolded.0 == filter.read().0 { unfolded.1.clone() } else { BTreeSet::new() };
            // What a link names is on the page, answering or not.
            kept.extend(at.get());
            Arc::new(places(&opened.get_value().record, &answer.read(), dimmed, &kept))
        });
        let at_hit = RwSignal::new(None);
        // The hits are others: one has walked to none of them.
        Effect::new(move |before: Option<()>| {
            answer.track();
            if before.is_some() {
                at_hit.set(None);
            }
        });
        Explorer { opened, address, filter, answer, unfolded, page, on_screen: RwSignal::new(None), at_hit }
    }

    /// The record and what is worked out from it.
    pub fn opened(&self) -> Arc<Opened> {
        self.opened.get_value()
    }

    /// The place of the block with this id.
    pub fn block(&self, id: &str) -> Option<usize> {
        block_of(&self.opened().record, id)
    }

    /// Opens the gap that begins with `block`.
    pub fn unfold(&self, block: usize) {
        let page = self.page.get_untracked();
        let filter = self.filter.with_untracked(|(filter, _)| filter.clone());
        self.unfolded.update(|unfolded| {
            if unfolded.0 != filter {
                *unfolded = (filter, BTreeSet::new());
            }
            unfolded.1.extend((block..).take_while(|i| page.get(*i).is_some_and(|place| !place.seen)));
        });
    }

    /// Goes to a block in the text, from whatever view, and even where the question hides it.
    pub fn go(&self, id: &str) {
        self.address.push(|link| (link.at, link.view) = (Some(id.to_owned()), View::Read));
        let id = id.to_owned();
        request_animation_frame(move || browser::go_to(&id));
    }

    /// Changes the address by a deliberate step; the turn that one reads stays where it is, if it stays at all.
    pub fn push(&self, change: impl FnOnce(&mut Link)) {
        self.change(|address| address.push(change));
    }

    /// Changes the question as it is typed.
    pub fn ask(&self, question: String) {
        self.change(|address| address.replace(|link| link.question = question));
    }

    fn change(&self, change: impl FnOnce(Address)) {
        let hold = browser::hold_place();
        let before = self.filter.get_untracked().0;
        change(self.address);
        // A passage that answered to another question is left behind: else it would stand among the answers to this.
        let at = self.address.now().at.and_then(|id| self.block(&id));
        let answers = at.is_none_or(|block| self.answer.read_untracked().shown.get(block) == Some(&true));
        if !answers && self.filter.read_untracked().0 != before {
            self.address.replace(|link| link.at = None);
        }
        request_animation_frame(hold);
    }
}

fn block_of(record: &Record, id: &str) -> Option<usize> {
    record.blocks.iter().position(|block| block.id == id)
}

fn places(record: &Record, answer: &Answer, dimmed: bool, kept: &BTreeSet<usize>) -> Vec<Place> {
    let mut places: Vec<Place> = answer
        .shown
        .iter()
        .enumerate()
        .map(|(i, matches)| {
            let seen = *matches || dimmed || kept.contains(&i);
            Place { matches: *matches, seen, gap: None }
        })
        .collect();
    let mut begin = 0;
    while begin < places.len() {
        let length = places[begin..].iter().take_while(|place| !place.seen).count();
        if length > 0 {
            let turns = record.blocks[begin..begin + length].iter().filter(|b| b.turn().is_some()).count();
            places[begin].gap = Some(Gap { turns, others: length - turns });
        }
        begin += length.max(1);
    }
    places
}
