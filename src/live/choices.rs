//! What is chosen, and the counts beside each value: cards, delegations, topics, things spoken of.

use std::cell::Cell;

use memcon_explore::Answer;
use memcon_explore::answer::Facets;
use memcon_explore::link::{Link, toggle};
use memcon_record::{Record, Speaker};
use web_sys::Element;

use super::nodes;
use crate::explorer::Explorer;
use crate::view::numbers::{count, number};

/// All that can be chosen on the page, found once: of participants there may be a thousand.
pub struct Choices(Vec<Choice>);

/// A card, or a value of a facet.
struct Choice {
    on_page: Element,
    facet: String,
    id: String,
    /// In the record's list of such values.
    place: Option<usize>,
    /// Of a card, how many turns there are in all.
    turns: Option<usize>,
    /// Whether it is chosen, and how many turns it leaves, as it was written last.
    written: Cell<Option<(bool, usize)>>,
}

impl Choices {
    /// What is on the page of `record`.
    pub fn of(record: &Record) -> Self {
        let mut turns = vec![0; record.participants.len()];
        for (_, turn) in record.turns() {
            if let Speaker::Known(i) = turn.speaker {
                _ = turns.get_mut(i).map(|turns| *turns += 1);
            }
        }
        let found = nodes::all::<Element>(".card[data-participant], [data-facet]").into_iter().map(|on_page| {
            let card = on_page.get_attribute("data-participant");
            let is_card = card.is_some();
            let (facet, id) = card.map_or_else(|| facet_and_value(&on_page), |id| ("speaker".into(), id));
            let place = match facet.as_str() {
                "speaker" => record.participants.iter().position(|person| person.id == id),
                "delegation" => record.delegations.iter().position(|d| d.id == id),
                "topic" => record.topics.iter().position(|t| t.id == id),
                _ => record.entities.iter().position(|e| e.id == id),
            };
            let turns = place.filter(|_| is_card).and_then(|place| turns.get(place)).copied();
            Choice { on_page, facet, id, place, turns, written: Cell::default() }
        });
        Choices(found.collect())
    }

    /// Writes choices and counts onto cards, facets and the topics of the timeline.
    pub fn draw(&self, link: &Link, answer: &Answer) {
        for choice in &self.0 {
            let (ids, counts) = choice.of(link, &answer.facets);
            let chosen = ids.contains(&choice.id);
            let left = choice.place.and_then(|place| counts.get(place)).copied().unwrap_or(0);
            if choice.written.replace(Some((chosen, left))) != Some((chosen, left)) {
                choice.write(chosen, left);
            }
        }
        for topic in nodes::all::<Element>(".topic") {
            let chosen = topic.get_attribute("data-topic").is_some_and(|id| link.topics.contains(&id));
            nodes::class(&topic, "chosen", chosen);
        }
    }
}

impl Choice {
    fn of<'a>(&self, link: &'a Link, facets: &'a Facets) -> (&'a [String], &'a [usize]) {
        match self.facet.as_str() {
            "speaker" => (&link.speakers, &facets.speakers),
            "delegation" => (&link.delegations, &facets.delegations),
            "topic" => (&link.topics, &facets.topics),
            _ => (&link.mentions, &facets.entities),
        }
    }

    fn write(&self, chosen: bool, left: usize) {
        let part = |of: &str| self.on_page.query_selector(of).ok().flatten();
        if let Some(whole) = self.turns {
            nodes::class(&self.on_page, "chosen", chosen);
            _ = part("button.name").map(|name| nodes::press(&name, chosen));
            let mut text = count(whole, "turn");
            if left != whole {
                text = format!("{} of {text}", number(left));
            }
            _ = part(".turns").map(|turns| turns.set_text_content(Some(&text)));
            return;
        }
        nodes::press(&self.on_page, chosen);
        nodes::class(&self.on_page, "none", left == 0);
        _ = part(".n").map(|n| n.set_text_content(Some(&number(left))));
        // What is chosen can be seen: in a list that was closed it comes first.
        let list = self.on_page.closest(".rest").ok().flatten().filter(|list| chosen && !list.has_attribute("open"));
        if let (Some(list), Some(row)) = (list, self.on_page.parent_element()) {
            nodes::set(&list, "open", Some(""));
            _ = row.parent_element().map(|rows| rows.prepend_with_node_1(&row));
        }
    }
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
        _ => (link.from, link.to) = (None, None),
    });
}

fn facet_and_value(value: &Element) -> (String, String) {
    let read = |name| value.get_attribute(name).unwrap_or_default();
    (read("data-facet"), read("data-value"))
}
