//! Topics and things spoken of, each with the number of turns that have it.

use std::sync::Arc;

use leptos::prelude::*;
use memcon_record::order::most_first;
use memcon_record::wire::EntityKind;

use super::numbers::number;
use crate::edition::Edition;

/// How many values of a kind are shown before one asks for more.
const FEW: usize = 6;

/// The same for topics.
const DOZEN: usize = 12;

/// A list that holds more has a field to find one in it.
const MANY: usize = 24;

/// The kinds of things, in the order in which they are shown, and what a list of them is called.
const KINDS: [(EntityKind, &str); 8] = [
    (EntityKind::Person, "Persons"),
    (EntityKind::Place, "Places"),
    (EntityKind::Organisation, "Organisations"),
    (EntityKind::Work, "Works"),
    (EntityKind::Event, "Events"),
    (EntityKind::Term, "Terms"),
    (EntityKind::Quantity, "Quantities"),
    (EntityKind::Date, "Dates"),
];

/// All facets but those of the participants.
#[component]
pub fn Facets() -> impl IntoView {
    let edition = expect_context::<Arc<Edition>>();
    let (record, all) = (&edition.record, &edition.all);
    let topics: Vec<Value> = record
        .topics
        .iter()
        .enumerate()
        .map(|(place, t)| Value { turns: all.topics[place], id: t.id.clone(), name: t.name.clone(), note: None })
        .collect();
    view! {
        {(!topics.is_empty()).then(|| view! {
            <section class="facet" aria-labelledby="topics-heading">
                <h2 id="topics-heading">"Topics"<span class="by" title="The division into topics is the editor's">" [editor]"</span></h2>
                <Values facet="topic" values=topics few=DOZEN />
            </section>
        })}
        {(!record.entities.is_empty()).then(|| view! {
            <section class="facet" aria-labelledby="mentions-heading">
                <h2 id="mentions-heading">"Spoken of"</h2>
                {KINDS
                    .into_iter()
                    .filter_map(|(kind, name)| {
                        // What is named outside the turns only would leave nothing.
                        let values: Vec<Value> = record
                            .entities
                            .iter()
                            .enumerate()
                            .filter(|(_, e)| e.kind == kind)
                            .map(|(place, e)| Value { turns: all.entities[place], id: e.id.clone(), name: e.name.clone(), note: e.note.clone() })
                            .filter(|value| value.turns > 0)
                            .collect();
                        let values = most_first(values, |value| value.turns);
                        (!values.is_empty()).then(|| view! { <h3>{name}</h3><Values facet="mentions" values few=FEW /> })
                    })
                    .collect_view()}
            </section>
        })}
    }
}

/// One value of a facet, as it is listed.
#[derive(Debug)]
#[allow(missing_docs)]
pub struct Value {
    /// That have it.
    pub turns: usize,
    pub id: String,
    pub name: String,
    pub note: Option<String>,
}

/// The values of a facet as buttons; beyond `few` folded.
#[component]
fn Values(facet: &'static str, values: Vec<Value>, few: usize) -> impl IntoView {
    let mut first = values;
    let rest = if first.len() > few.saturating_add(1) { first.split_off(few) } else { Vec::new() };
    view! {
        <ul class="values">{first.into_iter().map(|value| view! { <OneValue facet value /> }).collect_view()}</ul>
        {(!rest.is_empty()).then(|| view! { <Folded facet called="" values=rest find="Find one of these" /> })}
    }
}

/// Values that one asks for; where they are many, with a field to find one by its name, which a script serves
/// that only pages with such a field name (memcon-site).
#[component]
pub fn Folded(
    /// Which facet, as links name it.
    facet: &'static str,
    /// What the values are called in the summary, with a space before.
    called: &'static str,
    /// In their order.
    values: Vec<Value>,
    /// What the field is for.
    find: &'static str,
) -> impl IntoView {
    let n = values.len();
    let many = n > MANY;
    view! {
        <details class="rest">
            <summary>{format!("{} more{called}", number(n))}</summary>
            {many.then(|| view! {
                <p class="find app-only">
                    <input type="search" placeholder=find aria-label=find autocomplete="off" spellcheck="false" />
                    <span class="n" role="status"></span>
                </p>
            })}
            <ul class="values" class:many=many>{values.into_iter().map(|value| view! { <OneValue facet value /> }).collect_view()}</ul>
        </details>
    }
}

#[component]
fn OneValue(facet: &'static str, value: Value) -> impl IntoView {
    view! {
        <li>
            <span class="facet-value" data-live="button" data-facet=facet data-value=value.id title=value.note>
                {value.name}
                " "
                <span class="n">{number(value.turns)}</span>
            </span>
        </li>
    }
}
