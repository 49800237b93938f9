//! What is chosen, and the counts beside each value: cards, delegations, topics, things spoken of.

use memcon_explore::Answer;
use memcon_explore::answer::Facets;
use memcon_explore::link::{Link, toggle};
use memcon_record::{Record, Speaker};
use web_sys::Element;

use super::nodes;
use crate::explorer::Explorer;
use crate::view::numbers::{count, number};

/// By place of the participant, how many turns there are in all.
pub fn turns_of_each(record: &Record) -> Vec<usize> {
    let mut turns = vec![0; record.participants.len()];
    for (_, turn) in record.turns() {
        if let Speaker::Known(i) = turn.speaker {
            _ = turns.get_mut(i).map(|turns| *turns += 1);
        }
    }
    turns
}

/// Writes choices and counts onto cards, facets and the topics of the timeline.
pub fn draw(record: &Record, link: &Link, answer: &Answer, in_all: &[usize]) {
    for card in nodes::all::<Element>(".card[data-participant]") {
        let id = card.get_attribute("data-participant").unwrap_or_default();
        let chosen = link.speakers.contains(&id);
        nodes::class(&card, "chosen", chosen);
        let part = |of: &str| card.query_selector(of).ok().flatten();
        _ = part("button.name").map(|name| nodes::press(&name, chosen));
        let place = record.participants.iter().position(|person| person.id == id);
        let turns = |of: &[usize]| place.and_then(|place| of.get(place)).copied().unwrap_or(0);
        let (left, whole) = (turns(&answer.facets.speakers), turns(in_all));
        let mut text = count(whole, "turn");
        if answer.active && left != whole {
            text = format!("{} of {text}", number(left));
        }
        _ = part(".turns").map(|turns| turns.set_text_content(Some(&text)));
    }
    for value in nodes::all::<Element>("[data-facet]") {
        let (facet, id) = facet_and_value(&value);
        let Some((chosen, left)) = value_of(record, &answer.facets, link, &facet, &id) else { continue };
        nodes::press(&value, chosen);
        nodes::class(&value, "none", left == 0);
        _ = value.query_selector(".n").ok().flatten().map(|n| n.set_text_content(Some(&number(left))));
    }
    for topic in nodes::all::<Element>(".topic") {
        let chosen = topic.get_attribute("data-topic").is_some_and(|id| link.topics.contains(&id));
        nodes::class(&topic, "chosen", chosen);
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

/// Whether a value is chosen, and the turns that have it.
fn value_of(record: &Record, facets: &Facets, link: &Link, facet: &str, id: &str) -> Option<(bool, usize)> {
    let (chosen, counts, place) = match facet {
        "delegation" => (&link.delegations, &facets.delegations, record.delegations.iter().position(|d| d.id == id)),
        "topic" => (&link.topics, &facets.topics, record.topics.iter().position(|t| t.id == id)),
        _ => (&link.mentions, &facets.entities, record.entities.iter().position(|e| e.id == id)),
    };
    Some((chosen.iter().any(|value| value == id), counts.get(place?).copied().unwrap_or(0)))
}
