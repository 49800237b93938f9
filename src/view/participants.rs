//! Participant cards, by delegation: everyone present, the silent at zero.

use leptos::prelude::*;
use memcon_explore::figures::percent;
use memcon_explore::link::toggle;
use memcon_record::Speaker;
use memcon_record::order::most_first;
use wasm_bindgen::JsCast;

use super::numbers::{count, number};
use super::speaker::{side_and_id, tint};
use crate::explorer::Explorer;
use crate::site::is_live;

/// All cards.
#[component]
pub fn Participants() -> impl IntoView {
    let opened = expect_context::<Explorer>().opened();
    let record = &opened.record;
    let sides = (0..record.delegations.len()).map(Some).chain([None]);
    view! {
        <section class="participants" aria-labelledby="participants-heading">
            <h2 id="participants-heading" class="unseen">"Participants"</h2>
            {sides
                .map(|side| {
                    let members: Vec<usize> = (0..record.participants.len()).filter(|i| record.sides[*i] == side).collect();
                    (!members.is_empty()).then(|| view! { <Side side members /> })
                })
                .collect_view()}
        </section>
    }
}

/// One delegation.
#[component]
fn Side(side: Option<usize>, members: Vec<usize>) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let opened = explorer.opened();
    let speaking = members.iter().filter(|i| opened.figures[**i].turns > 0).count();
    // Those who speak first, the most words before the fewer.
    let all = members.len();
    let order = most_first(members, |i| opened.figures[*i].words);
    view! {
        <h3>
            {match side {
                None if opened.record.delegations.is_empty() => view! { "Those present" }.into_any(),
                None => view! { "Without a delegation" }.into_any(),
                Some(place) => view! { <Delegation place /> }.into_any(),
            }}
        </h3>
        <ul class="cards">{order.into_iter().map(|place| view! { <Card place /> }).collect_view()}</ul>
        <p class="quiet">{format!("{} of {} {}", number(speaking), number(all), if speaking == 1 { "speaks" } else { "speak" })}</p>
    }
}

/// A delegation's name, which chooses its turns.
#[component]
fn Delegation(place: usize) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let opened = explorer.opened();
    let delegation = opened.record.delegations[place].clone();
    let left = move || explorer.answer.read().facets.delegations.get(place).copied().unwrap_or(0);
    let swatch = view! { <span class="swatch" data-side=(place % 4).to_string() aria-hidden="true"></span> };
    let name = delegation.name;
    if !is_live() {
        return view! { <span class="facet-value">{swatch}{name}" "<span class="n">{number(left())}</span></span> }
            .into_any();
    }
    let id = delegation.id.clone();
    let chosen = move || explorer.address.link().read().delegations.contains(&id);
    let id = delegation.id.clone();
    view! {
        <button
            class="facet-value"
            data-delegation=delegation.id
            title=delegation.as_printed.map(|words| format!("As printed: {words}"))
            aria-pressed=move || if chosen() { "true" } else { "false" }
            on:click=move |_| explorer.push(|link| toggle(&mut link.delegations, &id))
        >
            {swatch}
            {name}
            " "
            <span class="n">{move || number(left())}</span>
        </button>
    }
    .into_any()
}

/// One participant. The whole card is a filter; its name is the button for the keyboard.
#[component]
fn Card(place: usize) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let opened = explorer.opened();
    let record = &opened.record;
    let person = record.participants[place].clone();
    let figures = opened.figures[place].clone();
    let speaker = Speaker::Known(place);
    let silent = figures.turns == 0;
    let id = person.id.clone();
    let chosen = Memo::new(move |_| explorer.address.link().read().speakers.contains(&id));
    let left = move || {
        let answer = explorer.answer.read();
        let left = answer.facets.speakers.get(&speaker).copied().unwrap_or(0);
        if answer.active && left != figures.turns {
            format!("{} of {}", number(left), count(figures.turns, "turn"))
        } else {
            count(figures.turns, "turn")
        }
    };
    let (id, from_text) = (person.id.clone(), person.presence == memcon_record::wire::Presence::Narrated);
    let choose = move |event: web_sys::MouseEvent| {
        // Links and the fold in the card have their own work.
        let inner = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let inner = inner.is_some_and(|inner| inner.closest("a, summary, .more").ok().flatten().is_some());
        // Who selects a name to copy it does not choose it.
        if inner || crate::browser::is_selecting() {
            return;
        }
        explorer.push(|link| toggle(&mut link.speakers, &id));
    };
    let share = percent(figures.words, record.words());
    let (_, side) = side_and_id(record, speaker);
    view! {
        <li
            class="card"
            class:silent=silent
            class:chosen=chosen
            data-participant=person.id.clone()
            data-side=side
            data-tint=tint(&opened, speaker)
            on:click=choose
        >
            <div class="head">
                {(!silent).then(|| view! { <span class="swatch" aria-hidden="true"></span> })}
                {if is_live() {
                    view! { <button class="name" aria-pressed=move || if chosen.get() { "true" } else { "false" }>{person.name.clone()}</button> }.into_any()
                } else {
                    view! { <span class="name">{person.name.clone()}</span> }.into_any()
                }}
                <span class="turns">{left}</span>
            </div>
            <Offices offices=person.offices.clone() narrated=from_text />
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
    let explorer = expect_context::<Explorer>();
    let opened = explorer.opened();
    let record = &opened.record;
    let person = record.participants[place].clone();
    let figures = opened.figures[place].clone();
    let turn = |place: usize| {
        let id = record.turns.get(place).and_then(|i| record.blocks.get(*i)).map(|b| b.id.clone()).unwrap_or_default();
        view! { <a href=format!("#{id}")>{(place + 1).to_string()}</a> }
    };
    let turns = |places: &[usize]| {
        places.iter().enumerate().map(|(i, place)| view! { {(i > 0).then_some(", ")}{turn(*place)} }).collect_view()
    };
    let follows: Vec<String> = figures
        .follows
        .iter()
        .map(|(speaker, n)| {
            let name = match speaker {
                Speaker::Known(i) => record.participants.get(*i).map_or("", |p| p.name.as_str()),
                Speaker::Unknown => "an unknown voice",
                Speaker::Nobody => "a note",
            };
            format!("{name} {}", number(*n))
        })
        .collect();
    let words = figures.distinctive.clone();
    let mentions = record.entities.iter().any(|e| e.id == person.id).then(|| person.id.clone());
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
                        <dt title="Log-odds against the other speakers, with the whole record as prior (Monroe, Colaresi and Quinn 2008); grammar words left out">"Words more than the others"</dt>
                        <dd>
                            {if words.is_empty() {
                                "Too few words to tell.".into_any()
                            } else {
                                words
                                    .into_iter()
                                    .enumerate()
                                    .map(|(i, word)| {
                                        if !is_live() {
                                            return view! { {(i > 0).then_some(", ")}{word.word} }.into_any();
                                        }
                                        let title = format!("{} of {} uses in the talk", number(word.here), number(word.in_all));
                                        let text = word.word;
                                        let href = format!("?q={text}");
                                        view! {
                                            {(i > 0).then_some(", ")}
                                            <a href=href title=title>{text}</a>
                                        }
                                        .into_any()
                                    })
                                    .collect_view()
                                    .into_any()
                            }}
                        </dd>
                    })}
                    {spoken_of.map(|places| view! {
                        <dt>"Others speak of this person in turns"</dt>
                        <dd>
                            {places}
                            {mentions.filter(|_| is_live()).map(|id| {
                                let href = format!("?mentions={id}");
                                view! {
                                    " · "
                                    <a href=href>"show them"</a>
                                }
                            })}
                        </dd>
                    })}
                    {person.as_printed.map(|words| view! { <dt>"As printed"</dt><dd class="printed">{words}</dd> })}
                    {person.note.map(|note| view! { <dt>"Editor's note"</dt><dd>{note}</dd> })}
                </dl>
            </details>
        }
    })
}
