//! What is chosen, and the counts beside each value: cards, delegations, topics, things spoken of.

use leptos::prelude::*;
use memcon_explore::answer::Facets;
use memcon_explore::link::{Link, toggle};
use memcon_explore::{Answer, Filter};
use memcon_record::Speaker;
use web_sys::Element;

use super::nodes;
use crate::explorer::Explorer;
use crate::view::numbers::{count, number};

/// Keeps cards, facets and the topics of the timeline true to the state.
pub fn follow(explorer: Explorer) {
    let opened = explorer.opened();
    let all = Answer::of(&opened.record, &opened.corpus, &Filter::default()).facets;
    Effect::new(move |_| {
        let (answer, link) = (explorer.answer.get(), explorer.address.link().get());
        for card in nodes::all::<Element>(".card[data-participant]") {
            let id = card.get_attribute("data-participant").unwrap_or_default();
            let chosen = link.speakers.contains(&id);
            nodes::class(&card, "chosen", chosen);
            let part = |of: &str| card.query_selector(of).ok().flatten();
            _ = part("button.name").map(|name| press(&name, chosen));
            let (left, whole) = (turns(explorer, &answer.facets, &id), turns(explorer, &all, &id));
            let text = if answer.active && left != whole {
                format!("{} of {}", number(left), count(whole, "turn"))
            } else {
                count(whole, "turn")
            };
            _ = part(".turns").map(|turns| turns.set_text_content(Some(&text)));
        }
        for value in nodes::all::<Element>("[data-facet][data-value]") {
            let (facet, id) = facet_and_value(&value);
            let Some((chosen, left)) = value_of(explorer, &answer.facets, &link, &facet, &id) else { continue };
            press(&value, chosen);
            nodes::class(&value, "none", left == 0);
            _ = value.query_selector(".n").ok().flatten().map(|n| n.set_text_content(Some(&number(left))));
        }
        for topic in nodes::all::<Element>(".topic[data-topic]") {
            let id = topic.get_attribute("data-topic").unwrap_or_default();
            nodes::class(&topic, "chosen", link.topics.contains(&id));
        }
    });
}

/// Chooses a value of a facet, or gives it up.
pub fn choose(explorer: Explorer, value: &Element) {
    let (facet, id) = facet_and_value(value);
    explorer.push(|link| {
        _ = chosen_of(link, &facet).map(|values| toggle(values, &id));
    });
}

fn facet_and_value(value: &Element) -> (String, String) {
    let read = |name| value.get_attribute(name).unwrap_or_default();
    (read("data-facet"), read("data-value"))
}

fn chosen_of<'a>(link: &'a mut Link, facet: &str) -> Option<&'a mut Vec<String>> {
    match facet {
        "delegation" => Some(&mut link.delegations),
        "topic" => Some(&mut link.topics),
        "mentions" => Some(&mut link.mentions),
        _ => None,
    }
}

/// Whether a value is chosen, and the turns that it would leave.
fn value_of(explorer: Explorer, facets: &Facets, link: &Link, facet: &str, id: &str) -> Option<(bool, usize)> {
    let opened = explorer.opened();
    let record = &opened.record;
    let (chosen, counts, place) = match facet {
        "delegation" => (&link.delegations, &facets.delegations, record.delegations.iter().position(|d| d.id == id)),
        "topic" => (&link.topics, &facets.topics, record.topics.iter().position(|t| t.id == id)),
        "mentions" => (&link.mentions, &facets.entities, record.entities.iter().position(|e| e.id == id)),
        _ => return None,
    };
    Some((chosen.iter().any(|value| value == id), counts.get(place?).copied().unwrap_or(0)))
}

fn turns(explorer: Explorer, facets: &Facets, id: &str) -> usize {
    let place = explorer.opened().record.participants.iter().position(|person| person.id == id);
    place.and_then(|place| facets.speakers.get(&Speaker::Known(place))).copied().unwrap_or(0)
}

fn press(button: &Element, pressed: bool) {
    nodes::set(button, "aria-pressed", Some(if pressed { "true" } else { "false" }));
}
