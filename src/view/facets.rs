//! Topics and things spoken of, each with the number of turns that have it.

use std::sync::Arc;

use leptos::prelude::*;
use memcon_record::order::most_first;
use memcon_record::wire::EntityKind;

use super::numbers::number;
use crate::edition::Edition;

/// How many values of a kind are shown before one asks for more.
const FEW: usize = 6;

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
                <Values facet="topic" values=topics few=usize::MAX />
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

struct Value {
    /// That have it.
    turns: usize,
    id: String,
    name: String,
    note: Option<String>,
}

/// The values of a facet as buttons; beyond `few` folded.
#[component]
fn Values(facet: &'static str, values: Vec<Value>, few: usize) -> impl IntoView {
    let mut first = values;
    let rest = if first.len() > few.saturating_add(1) { first.split_off(few) } else { Vec::new() };
    let n = rest.len();
    view! {
        <ul class="values">{first.into_iter().map(|value| view! { <OneValue facet value /> }).collect_view()}</ul>
        {(n > 0).then(|| view! {
            <details class="rest">
                <summary>{format!("{n} more")}</summary>
                <ul class="values">{rest.into_iter().map(|value| view! { <OneValue facet value /> }).collect_view()}</ul>
            </details>
        })}
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
