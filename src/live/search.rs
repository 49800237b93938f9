//! The row of controls: the question, how much answers, the chips of what is chosen.

use memcon_explore::Forms;
use memcon_explore::link::Link;
use memcon_explore::question::{Asked, Field, Part};
use memcon_record::Record;
use memcon_record::wire::UNKNOWN;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::nodes::{self, append, element};
use crate::browser;
use crate::explorer::{Answered, Explorer};
use crate::view::numbers::number;
use crate::view::tally;

/// Listens to the search box for as long as the page is open.
pub fn listen(explorer: Explorer) {
    let Some(form) = nodes::first(".asking") else { return };
    let hear = |name: &'static str, act: fn(Explorer, &web_sys::Event)| {
        let options = gloo_events::EventListenerOptions::enable_prevent_default();
        gloo_events::EventListener::new_with_options(&form, name, options, move |event| act(explorer, event)).forget();
    };
    hear("input", |explorer, _| _ = field().map(|field| explorer.ask(field.value())));
    hear("submit", |_, event| event.prevent_default());
}

/// What stands in the search box.
pub fn typed() -> String {
    field().map(|field| field.value()).unwrap_or_default()
}

fn field() -> Option<HtmlInputElement> {
    browser::by_id("q")?.dyn_into().ok()
}

/// Writes the state onto the controls; `was` is the one that stands there.
pub fn draw(explorer: Explorer, was: Option<&Link>, link: &Link, answered: &Answered) {
    // The caret would jump in a field that is written to while one types.
    _ = field().filter(|field| field.value() != link.question).map(|field| field.set_value(&link.question));
    let record = &explorer.opened().record;
    let hide = |selector: &str, hidden: bool| _ = nodes::first(selector).map(|element| element.set_hidden(hidden));
    hide(".walk", answered.answer.hits.is_empty());
    hide(".everything", !answered.answer.active);
    let way = |link: &Link| (link.around > 0, link.rest, link.view);
    let is_other = was.map(way) != Some(way(link));
    // In the rail, and in the sheet of a phone.
    let ways = is_other.then(|| nodes::all::<Element>(".ways [data-do]"));
    for button in ways.into_iter().flatten() {
        let value = button.get_attribute("data-value").unwrap_or_default();
        let pressed = match button.get_attribute("data-do").as_deref() {
            Some("around") => link.around > 0,
            _ => [link.rest.name(), link.view.name()].contains(&value.as_str()),
        };
        nodes::press(&button, pressed);
    }
    let Some(list) = nodes::first(".chips") else { return };
    list.set_text_content(None);
    let asked = answered.filter.question.parts.iter().enumerate().map(|(i, part)| {
        (kind(part), named(part, &answered.forms), answered.filter.question.reworded(&link.question, i, ""))
    });
    let asked = asked.map(|asked| ("ask", asked));
    for (does, (facet, name, id)) in asked.chain(chosen(record, link, answered).into_iter().map(|it| ("take", it))) {
        let chip = nodes::button("", does, &id, "");
        nodes::set(&chip, "data-of", Some(facet));
        nodes::set(&chip, "aria-label", Some(&format!("Take out {} {name}", words_for(facet))));
        let cross = element("span", "cross", " ×");
        nodes::set(&cross, "aria-hidden", Some("true"));
        append(
            &chip,
            &[&element("span", "facet", words_for(facet)), &element("span", "", &format!(" {name}")), &cross],
        );
        let item = element("li", "", "");
        append(&item, &[&chip]);
        if facet == "turns" {
            // The desk's.
            let cite = element("button", "", "Cite these turns");
            nodes::set(&cite, "data-desk", Some("cite-stretch"));
            append(&item, &[&cite]);
        }
        append(&list, &[&item]);
    }
    list.set_hidden(list.first_child().is_none());
}

/// How much answers, told to screen readers as it changes.
pub fn tally(record: &Record, Answered { filter, answer, .. }: &Answered, at_hit: Option<usize>) {
    let Some(place) = nodes::first(".count") else { return };
    let is_sought = filter.question.parts.iter().any(|part| !part.without) || !filter.mentions.is_empty();
    let parts = tally::tally(record, answer, is_sought, at_hit);
    let text = tally::written(&parts);
    if place.text_content().as_deref() == Some(&text) {
        return;
    }
    place.set_text_content(None);
    for (n, what) in parts {
        append(&place, &[&element("b", "", &number(n))]);
        _ = place.append_with_str_1(&what);
    }
}

/// Facet, name and id of each value that is chosen.
fn chosen(record: &Record, link: &Link, answered: &Answered) -> Vec<(&'static str, String, String)> {
    let mut chips = Vec::new();
    let mut add = |facet, ids: &[String], name: &dyn Fn(&str) -> Option<String>| {
        chips.extend(ids.iter().filter_map(|id| Some((facet, name(id)?, id.clone()))));
    };
    add("speaker", &link.speakers, &|id| {
        if id == UNKNOWN {
            return Some("unknown voice".into());
        }
        record.participants.iter().find(|p| p.id == id).map(|p| p.name.clone())
    });
    add("delegation", &link.delegations, &|id| record.delegations.iter().find(|d| d.id == id).map(|d| d.name.clone()));
    add("topic", &link.topics, &|id| record.topics.iter().find(|t| t.id == id).map(|t| t.name.clone()));
    add("mentions", &link.mentions, &|id| record.entities.iter().find(|e| e.id == id).map(|e| e.name.clone()));
    add("mode", &link.modes, &|id| matches!(id, "verbatim" | "reported").then(|| id.to_owned()));
    if let Some(stretch) = &answered.filter.stretch {
        let (from, to) = (stretch.start() + 1, stretch.end() + 1);
        chips.push(match link.only {
            Some(_) => ("only turn", from.to_string(), String::new()),
            None => ("turns", format!("{from} to {to}"), String::new()),
        });
    }
    chips
}

fn words_for(facet: &'static str) -> &'static str {
    if facet == "mentions" { "spoken of" } else { facet }
}

/// Forms of words as the desk left them on the page.
pub fn forms() -> Forms {
    let form = nodes::first(".asking").and_then(|form| form.get_attribute("data-forms"));
    Forms(form.unwrap_or_default())
}

/// A part of the question as typed, and what else it finds.
fn named(part: &Part, forms: &Forms) -> String {
    let mut name = part.typed.clone();
    for stem in &part.stems {
        let forms: Option<Vec<&str>> = forms.of_word(stem).map(Iterator::collect);
        name = name + " (" + &forms.map_or("…".to_owned(), |forms| forms.join(", ")) + ")";
    }
    name
}

/// What a part of the question is understood as.
fn kind(part: &Part) -> &'static str {
    let open = part.typed.contains(['*', '?']);
    match &part.asked {
        Asked::Field(Field::Speaker, _) if part.without => "without turns of",
        Asked::Field(Field::Speaker, _) => "turns of",
        Asked::Field(..) | Asked::Near(..) | Asked::Words(_) if part.without => "without",
        Asked::Field(Field::Mentions, _) => "spoken of",
        Asked::Field(Field::Topic, _) => "topic",
        Asked::Near(..) => "near each other",
        Asked::Words(_) if !part.stems.is_empty() => "forms in English",
        Asked::Words(phrases) if phrases.len() > 1 => "either",
        Asked::Words(phrases) if phrases.iter().any(|phrase| phrase.len() > 1) => "phrase",
        Asked::Words(_) if open => "words like",
        Asked::Words(_) => "word",
    }
}
