//! Topics and things spoken of, each with the turns that it would leave.

use leptos::prelude::*;
use memcon_explore::link::{Link, toggle};
use memcon_record::order::most_first;
use memcon_record::wire::EntityKind;

use super::numbers::number;
use crate::explorer::Explorer;
use crate::site::is_live;

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
    let opened = expect_context::<Explorer>().opened();
    let record = &opened.record;
    let topics: Vec<Value> = record
        .topics
        .iter()
        .enumerate()
        .map(|(place, t)| Value { place, id: t.id.clone(), name: t.name.clone(), note: None })
        .collect();
    view! {
        {(!topics.is_empty()).then(|| view! {
            <section class="facet" aria-labelledby="topics-heading">
                <h2 id="topics-heading">"Topics"<span class="by" title="The division into topics is the editor's">" [editor]"</span></h2>
                <Values facet=Facet::Topic values=topics few=usize::MAX />
            </section>
        })}
        {(!record.entities.is_empty()).then(|| view! {
            <section class="facet" aria-labelledby="mentions-heading">
                <h2 id="mentions-heading">"Spoken of"</h2>
                {KINDS
                    .into_iter()
                    .filter_map(|(kind, name)| {
                        // What is named outside the turns only would leave nothing.
                        let values: Vec<(usize, Value)> = record
                            .entities
                            .iter()
                            .enumerate()
                            .filter(|(_, e)| e.kind == kind)
                            .map(|(place, e)| (turns_with(record, place), Value { place, id: e.id.clone(), name: e.name.clone(), note: e.note.clone() }))
                            .filter(|(turns, _)| *turns > 0)
                            .collect();
                        let values = most_first(values, |(turns, _)| *turns);
                        let values: Vec<Value> = values.into_iter().map(|(_, value)| value).collect();
                        (!values.is_empty()).then(|| view! { <h3>{name}</h3><Values facet=Facet::Mention values few=FEW /> })
                    })
                    .collect_view()}
            </section>
        })}
    }
}

fn turns_with(record: &memcon_record::Record, entity: usize) -> usize {
    let has = |block: &memcon_record::model::Block| {
        block.paragraphs.iter().flat_map(|p| &p.spans).any(|span| span.entity == Some(entity))
    };
    record.turns().filter(|(block, _)| has(block)).count()
}

#[derive(Clone)]
struct Value {
    place: usize,
    id: String,
    name: String,
    note: Option<String>,
}

#[derive(Clone, Copy, PartialEq)]
enum Facet {
    Topic,
    Mention,
}

impl Facet {
    fn chosen(self, link: &Link) -> &[String] {
        match self {
            Facet::Topic => &link.topics,
            Facet::Mention => &link.mentions,
        }
    }

    fn toggle(self, link: &mut Link, id: &str) {
        match self {
            Facet::Topic => toggle(&mut link.topics, id),
            Facet::Mention => toggle(&mut link.mentions, id),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Facet::Topic => "topic",
            Facet::Mention => "mentions",
        }
    }
}

/// The values of a facet as buttons; beyond `few` folded.
#[component]
fn Values(facet: Facet, values: Vec<Value>, few: usize) -> impl IntoView {
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
fn OneValue(facet: Facet, value: Value) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let Value { place, id, name, note } = value;
    let mine = id.clone();
    let chosen = Memo::new(move |_| facet.chosen(&explorer.address.link().read()).contains(&mine));
    let left = Memo::new(move |_| {
        let answer = explorer.answer.read();
        let counts = match facet {
            Facet::Topic => &answer.facets.topics,
            Facet::Mention => &answer.facets.entities,
        };
        counts.get(place).copied().unwrap_or(0)
    });
    if !is_live() {
        return view! { <li><span class="facet-value">{name}" "<span class="n">{number(left.get_untracked())}</span></span></li> }.into_any();
    }
    view! {
        <li>
            <button
                class="facet-value"
                class:none=move || left.get() == 0
                data-facet=facet.name()
                data-value=id.clone()
                title=note
                aria-pressed=move || if chosen.get() { "true" } else { "false" }
                on:click=move |_| explorer.push(|link| facet.toggle(link, &id))
            >
                {name}
                " "
                <span class="n">{move || number(left.get())}</span>
            </button>
        </li>
    }
    .into_any()
}
