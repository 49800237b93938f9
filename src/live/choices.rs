//! What is chosen, and the counts beside each value: cards, delegations, topics, things spoken of.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use memcon_explore::link::{Link, toggle};
use memcon_record::Record;
use web_sys::Element;

use super::nodes;
use crate::browser;
use crate::explorer::{Answered, Explorer};
use crate::view::numbers::number;

/// So many are written before the browser has its turn again.
const AT_ONCE: usize = 64;

/// All that can be chosen on the page, found once: of participants there may be a thousand.
pub struct Choices {
    all: Vec<Choice>,
    /// The topics of the timeline.
    topics: Vec<Element>,
    /// How often they were written.
    round: Cell<usize>,
}

/// A card, or a value of a facet.
struct Choice {
    on_page: Element,
    facet: Facet,
    id: String,
    /// In the record's list of such values.
    place: usize,
    /// Of a card, what is printed of its turns.
    turns: Option<String>,
    /// As it was written last.
    written: Cell<Option<Written>>,
}

/// What is written of a choice.
#[derive(Clone, Copy, PartialEq)]
struct Written {
    chosen: bool,
    /// Others of its facet are chosen: its count is what it would add, and the style has a sign for that.
    adds: bool,
    /// How many turns it leaves, or adds.
    left: usize,
}

#[derive(Clone, Copy)]
enum Facet {
    Speaker,
    Delegation,
    Topic,
    Mentions,
}

impl Choices {
    /// What is on the page of `record`.
    pub fn of(record: &Record) -> Rc<Self> {
        let found = nodes::all::<Element>("[data-participant], [data-facet]").into_iter().filter_map(|on_page| {
            let (name, id) = facet_and_value(&on_page);
            let (facet, place) = match name.as_str() {
                "delegation" => (Facet::Delegation, record.delegations.iter().position(|d| d.id == id)),
                "topic" => (Facet::Topic, record.topics.iter().position(|t| t.id == id)),
                "mentions" => (Facet::Mentions, record.entities.iter().position(|e| e.id == id)),
                _ => (Facet::Speaker, record.participants.iter().position(|person| person.id == id)),
            };
            let turns = part(&on_page, ".turns").and_then(|turns| turns.text_content());
            Some(Choice { on_page, facet, id, place: place?, turns, written: Cell::default() })
        });
        Rc::new(Choices { all: found.collect(), topics: nodes::all(".topic"), round: Cell::default() })
    }

    /// Writes choices and counts onto cards, facets and the topics of the timeline.
    pub fn draw(self: &Rc<Self>, link: &Link, answered: &Arc<Answered>) {
        self.round.set(self.round.get() + 1);
        // At once what one has just chosen or given up.
        for choice in &self.all {
            let now = choice.now(link, answered);
            if choice.written.get().map_or(now.chosen, |written| written.chosen != now.chosen) {
                choice.write(now);
            }
        }
        for topic in &self.topics {
            let chosen = topic.get_attribute("data-topic").is_some_and(|id| link.topics.contains(&id));
            nodes::class(topic, "chosen", chosen);
        }
        let (counts, link, answered, round) = (self.clone(), link.clone(), answered.clone(), self.round.get());
        let write = move || counts.write(link, answered, round, 0);
        // What is opened with a choice has its counts at once; what one types has its answer first.
        if round == 1 { write() } else { browser::after_next_frame(write) }
    }

    /// From one on, until they are written anew.
    fn write(self: Rc<Self>, link: Link, answered: Arc<Answered>, round: usize, from: usize) {
        if round != self.round.get() {
            return;
        }
        for choice in self.all.iter().skip(from).take(AT_ONCE) {
            let now = choice.now(&link, &answered);
            if choice.written.get() != Some(now) {
                choice.write(now);
            }
        }
        let next = from + AT_ONCE;
        if next < self.all.len() {
            browser::later(move || self.write(link, answered, round, next));
        }
    }
}

impl Choice {
    fn now(&self, link: &Link, Answered { filter, answer, .. }: &Answered) -> Written {
        let facets = &answer.facets;
        // Of values that mean nothing here none narrows.
        let (ids, counts, is_free) = match self.facet {
            Facet::Speaker => (&link.speakers, &facets.speakers, filter.speakers.is_empty()),
            Facet::Delegation => (&link.delegations, &facets.delegations, filter.delegations.is_empty()),
            Facet::Topic => (&link.topics, &facets.topics, filter.topics.is_empty()),
            Facet::Mentions => (&link.mentions, &facets.entities, filter.mentions.is_empty()),
        };
        let left = counts.get(self.place).copied().unwrap_or(0);
        Written { chosen: ids.contains(&self.id), adds: !is_free, left }
    }

    fn write(&self, now: Written) {
        self.written.set(Some(now));
        let Written { chosen, adds, left } = now;
        nodes::class(&self.on_page, "adds", adds && !chosen);
        nodes::class(&self.on_page, "none", left == 0);
        let left_text = number(left);
        if let Some(whole) = &self.turns {
            nodes::class(&self.on_page, "chosen", chosen);
            _ = part(&self.on_page, "button.name").map(|name| nodes::press(&name, chosen));
            let is_whole = whole.split(' ').next() == Some(&left_text);
            let text = if is_whole { whole.clone() } else { format!("{left_text} of {whole}") };
            _ = part(&self.on_page, ".turns").map(|turns| turns.set_text_content(Some(&text)));
            return;
        }
        nodes::press(&self.on_page, chosen);
        _ = part(&self.on_page, ".n").map(|n| n.set_text_content(Some(&left_text)));
        // What is chosen can be seen: in a list that was closed it comes first, and where others are sought.
        let Some(row) = self.on_page.parent_element().filter(|_| chosen) else { return };
        nodes::class(&row, "unlike", false);
        if let Some(list) = self.on_page.closest(".rest:not([open])").ok().flatten() {
            nodes::set(&list, "open", Some(""));
            _ = row.parent_element().map(|rows| rows.prepend_with_node_1(&row));
        }
    }
}

fn part(of: &Element, selector: &str) -> Option<Element> {
    of.query_selector(selector).ok().flatten()
}

/// Chooses a value of a facet, or gives it up.
pub fn choose(explorer: Explorer, value: &Element) {
    let (facet, id) = facet_and_value(value);
    take(explorer, &facet, &id);
}

/// The same by name; the stretch of the timeline is given up whole.
pub fn take(explorer: Explorer, facet: &str, id: &str) {
    explorer.push(|link| match facet {
        "speaker" => toggle(&mut link.speakers, id),
        "delegation" => toggle(&mut link.delegations, id),
        "topic" => toggle(&mut link.topics, id),
        "mentions" => toggle(&mut link.mentions, id),
        "mode" => toggle(&mut link.modes, id),
        _ => (link.from, link.to, link.only) = (None, None, None),
    });
}

fn facet_and_value(value: &Element) -> (String, String) {
    let read = |name| value.get_attribute(name);
    let id = read("data-value").or_else(|| read("data-participant"));
    (read("data-facet").unwrap_or_default(), id.unwrap_or_default())
}
