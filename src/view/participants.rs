//! Participant cards, by delegation: everyone present, the silent at zero; beyond a dozen, the rest as a list.

use std::sync::Arc;

use leptos::prelude::*;
use memcon_explore::figures::percent;
use memcon_record::Speaker;
use memcon_record::order::most_first;

use super::facets::{Folded, Value};
use super::numbers::{count, number};
use super::speaker::{name_of, side_and_id};
use crate::edition::Edition;

/// All cards, and those who have none.
#[component]
pub fn Participants() -> impl IntoView {
    let edition = expect_context::<Arc<Edition>>();
    let record = &edition.record;
    let sides = (0..record.delegations.len()).map(Some).chain([None]);
    let rest: Vec<Value> = edition
        .without_card()
        .iter()
        .map(|&place| {
            let person = &record.participants[place];
            let note = (!person.offices.is_empty()).then(|| person.offices.join("; "));
            Value { turns: edition.figures[place].turns, id: person.id.clone(), name: person.name.clone(), note }
        })
        .collect();
    view! {
        <section class="participants" aria-labelledby="participants-heading">
            <h2 id="participants-heading" class="unseen">"Participants"</h2>
            {sides
                .map(|side| {
                    let members: Vec<usize> = (0..record.participants.len()).filter(|i| record.sides[*i] == side).collect();
                    (!members.is_empty()).then(|| view! { <Side side members /> })
                })
                .collect_view()}
            {(!rest.is_empty()).then(|| view! {
                <Folded facet="speaker" called=" participants" values=rest find="Find a participant" />
            })}
        </section>
    }
}

/// One delegation.
#[component]
fn Side(side: Option<usize>, members: Vec<usize>) -> impl IntoView {
    let edition = expect_context::<Arc<Edition>>();
    let speaking = members.iter().filter(|i| edition.figures[**i].turns > 0).count();
    // Those who speak first, the most words before the fewer.
    let all = members.len();
    let mut order = most_first(members, |i| edition.figures[*i].words);
    let without_card = edition.without_card();
    order.retain(|place| !without_card.contains(place));
    let no_card = order.is_empty();
    view! {
        <h3>
            {match side {
                None if edition.record.delegations.is_empty() => view! { "Those present" }.into_any(),
                None => view! { "Without a delegation" }.into_any(),
                Some(place) => view! { <Delegation place /> }.into_any(),
            }}
        </h3>
        <ul class="cards" hidden=no_card>{order.into_iter().map(|place| view! { <Card place /> }).collect_view()}</ul>
        <p class="quiet">{format!("{} of {} {}", number(speaking), number(all), if speaking == 1 { "speaks" } else { "speak" })}</p>
    }
}

/// A delegation's name, which chooses its turns.
#[component]
fn Delegation(place: usize) -> impl IntoView {
    let edition = expect_context::<Arc<Edition>>();
    let delegation = edition.record.delegations[place].clone();
    let turns = edition.all.delegations.get(place).copied().unwrap_or(0);
    view! {
        <span
            class="facet-value"
            data-live="button"
            data-facet="delegation"
            data-value=delegation.id.clone()
            data-delegation=delegation.id
            title=delegation.as_printed.map(|words| format!("As printed: {words}"))
        >
            <span class="swatch" data-side=(place % 4).to_string() aria-hidden="true"></span>
            {delegation.name}
            " "
            <span class="n">{number(turns)}</span>
        </span>
    }
}

/// One participant. The whole card is a choice; its name is the button for the keyboard.
#[component]
fn Card(place: usize) -> impl IntoView {
    let edition = expect_context::<Arc<Edition>>();
    let record = &edition.record;
    let (person, figures) = (record.participants[place].clone(), &edition.figures[place]);
    let speaker = Speaker::Known(place);
    let silent = figures.turns == 0;
    let from_text = person.presence == memcon_record::wire::Presence::Narrated;
    let share = percent(figures.words, record.words());
    let (_, side) = side_and_id(record, speaker);
    view! {
        <li class="card" class:silent=silent data-participant=person.id data-side=side data-tint=edition.tint(speaker)>
            <div class="head">
                {(!silent).then(|| view! { <span class="swatch" aria-hidden="true"></span> })}
                <span class="name" data-live="button">{person.name}</span>
                <span class="turns">{count(figures.turns, "turn")}</span>
            </div>
            <Offices offices=person.offices narrated=from_text />
            {(!silent).then(|| view! {
                <svg class="share" aria-hidden="true" width="100%" height="5">
                    <rect class="whole" width="100%" height="5" rx="2.5" />
                    <rect class="part" width=format!("{share}%") height="5" rx="2.5" />
                </svg>
                <p class="words">
                    <span>{count(figures.words, "word")}</span>
                    <span>{format!("{share}% of {} in all", number(record.words()))}</span>
                </p>
            })}
            <More place />
        </li>
    }
}

/// Offices as printed; those that only brackets give are marked.
#[component]
fn Offices(offices: Vec<String>, narrated: bool) -> impl IntoView {
    (!offices.is_empty()).then(|| {
        view! {
            <p class="offices">
                {offices.join("; ")}
                {narrated.then(|| view! { " "<span class="by" title="In the opening narrative only, not in the list of those present">"[narrative]"</span> })}
            </p>
        }
    })
}

/// What is known beyond the head of the card.
#[component]
fn More(place: usize) -> impl IntoView {
    let edition = expect_context::<Arc<Edition>>();
    let record = &edition.record;
    let person = record.participants[place].clone();
    let figures = edition.figures[place].clone();
    let turn = |place: usize| {
        let id = record.turns.get(place).and_then(|i| record.blocks.get(*i)).map(|b| b.id.clone()).unwrap_or_default();
        view! { <a href=format!("#{id}")>{(place + 1).to_string()}</a> }
    };
    let turns = |places: &[usize]| {
        places.iter().enumerate().map(|(i, place)| view! { {(i > 0).then_some(", ")}{turn(*place)} }).collect_view()
    };
    let follows: Vec<String> =
        figures.follows.iter().map(|(speaker, n)| format!("{} {}", name_of(record, *speaker), number(*n))).collect();
    let mentions = record.entities.iter().any(|e| e.id == person.id).then(|| format!("?mentions={}", person.id));
    let spoken_of = (!figures.spoken_of.is_empty()).then(|| turns(&figures.spoken_of));
    let empty = figures.turns == 0 && spoken_of.is_none() && person.note.is_none() && person.as_printed.is_none();
    (!empty).then(|| {
        view! {
            <details class="more">
                <summary>"More"<span class="unseen">{format!(" about {}", person.name)}</span></summary>
                <dl>
                    {figures.first_and_last.map(|(first, last)| view! {
                        <dt>"First and last turn"</dt>
                        <dd>{turn(first)}" and "{turn(last)}</dd>
                    })}
                    {(!follows.is_empty()).then(|| view! { <dt>"Speaks after"</dt><dd>{follows.join(", ")}</dd> })}
                    {(figures.turns > 0).then(|| view! {
                        <dt title="Log-odds against the other speakers, with the whole record as prior (Monroe, Colaresi and Quinn 2008); in English, grammar words left out">"Words more than the others"</dt>
                        <dd><Distinctive place /></dd>
                    })}
                    {spoken_of.map(|places| view! {
                        <dt>"Others speak of this person in turns"</dt>
                        <dd>
                            {places}
                            {mentions.map(|href| view! { <span class="app-only">" · "<span data-live="a" data-href=href>"show them"</span></span> })}
                        </dd>
                    })}
                    {person.as_printed.map(|words| view! { <dt>"As printed"</dt><dd class="printed">{words}</dd> })}
                    {person.note.map(|note| view! { <dt>"Editor's note"</dt><dd>{note}</dd> })}
                </dl>
            </details>
        }
    })
}

/// Words used more than by the others, each leading to its places.
#[component]
fn Distinctive(place: usize) -> impl IntoView {
    let words = expect_context::<Arc<Edition>>().figures[place].distinctive.clone();
    if words.is_empty() {
        return "Too few words to tell.".into_any();
    }
    let list = words.into_iter().enumerate().map(|(i, word)| {
        let title = format!("{} of {} uses in the talk", number(word.here), number(word.in_all));
        view! {
            {(i > 0).then_some(", ")}
            <span data-live="a" data-href=format!("?q={}", word.word) title=title>{word.word.clone()}</span>
        }
    });
    list.collect_view().into_any()
}
