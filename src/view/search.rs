//! The question, what it finds, and the ways through what it finds.

use leptos::prelude::*;
use memcon_explore::Link;
use memcon_explore::link::{Rest, View, toggle};
use memcon_record::wire::UNKNOWN;

use super::numbers::{count, number};
use super::walk::Walk;
use crate::explorer::Explorer;

/// The row of controls above the timeline.
#[component]
pub fn Search() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let link = explorer.address.link();
    let typed = move |event| explorer.ask(event_target_value(&event));
    let active = Memo::new(move |_| explorer.answer.read().active);
    view! {
        <search class="controls">
            <form class="app-only asking" on:submit=|event| event.prevent_default()>
                <input
                    type="search"
                    name="q"
                    id="q"
                    placeholder="Find words"
                    aria-label="Find words in the record"
                    title="Words, “phrases”, -without, prefix*. Case and accents do not matter."
                    aria-keyshortcuts="/"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    prop:value=move || link.read().question.clone()
                    on:input=typed
                />
            </form>
            <Count />
            <Walk />
            <button class="plain everything" hidden=move || !active.get() on:click=move |_| explorer.push(|link| *link = link.without_filter())>
                "Show all"
            </button>
            <span class="space"></span>
            <button class="plain sheet-button" popovertarget="choices">"People and topics"</button>
            <Ways />
        </search>
    }
}

/// What becomes of the rest, and how the record is shown. On a phone it stands in the sheet.
#[component]
pub fn Ways() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let link = explorer.address.link();
    let rest = Memo::new(move |_| link.read().rest);
    let choose_rest = move |rest| move |_| explorer.push(|link| link.rest = rest);
    let view = Memo::new(move |_| link.read().view);
    let choose_view = move |view| move |_| explorer.push(|link| link.view = view);
    view! {
        <div class="ways app-only">
            <div class="choice" role="group" aria-label="Turns that do not match">
                <button aria-pressed=move || pressed(rest.get() == Rest::Hide) on:click=choose_rest(Rest::Hide)>"Hide the rest"</button>
                <button aria-pressed=move || pressed(rest.get() == Rest::Dim) on:click=choose_rest(Rest::Dim)>"Dim the rest"</button>
            </div>
            <div class="choice" role="group" aria-label="View">
                <button aria-pressed=move || pressed(view.get() == View::Read) on:click=choose_view(View::Read)>"Read"</button>
                <button aria-pressed=move || pressed(view.get() == View::Lines) on:click=choose_view(View::Lines)>"In line"</button>
                <button aria-pressed=move || pressed(view.get() == View::Exchange) on:click=choose_view(View::Exchange)>"Exchange"</button>
            </div>
        </div>
    }
}

fn pressed(is: bool) -> &'static str {
    if is { "true" } else { "false" }
}

/// How much answers, told to screen readers as it changes.
#[component]
fn Count() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    view! { <p class="count" role="status">{move || tally(explorer)}</p> }
}

fn tally(explorer: Explorer) -> impl IntoView {
    let answer = explorer.answer.read();
    let filter = explorer.filter.read();
    let all = explorer.opened().record.turns.len();
    let of = count(all, "turn");
    if !answer.active {
        return view! { <b>{number(all)}</b>{of.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',').to_owned()} }.into_any();
    }
    let sought = filter.0.question.parts.iter().any(|part| !part.without) || !filter.0.mentions.is_empty();
    let outside = answer.hits.len() - answer.hits_in_turns;
    let hits = answer.hits_in_turns;
    view! {
        {sought.then(|| view! { <b>{number(hits)}</b>{if hits == 1 { " hit in " } else { " hits in " }} })}
        <b>{number(answer.turns)}</b>
        {format!(" of {of}")}
        {(outside > 0).then(|| format!(", {} outside the turns", number(outside)))}
    }
    .into_any()
}

/// What was chosen besides the words, each to be taken out singly.
#[component]
pub fn Chosen() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let chosen = Memo::new(move |_| chosen(explorer, &explorer.address.link().read()));
    view! {
        <ul class="chips" aria-label="Chosen" hidden=move || chosen.read().is_empty()>
            {move || {
                chosen
                    .get()
                    .into_iter()
                    .map(|chip| {
                        let Chip { facet, name, id } = chip;
                        let label = format!("Take out {facet} {name}");
                        view! {
                            <li>
                                <button
                                    aria-label=label
                                    on:click=move |_| explorer.push(|link| take_out(link, facet, &id))
                                >
                                    <span class="facet">{facet}</span>
                                    " "
                                    {name}
                                    <span class="cross" aria-hidden="true">" ×"</span>
                                </button>
                            </li>
                        }
                    })
                    .collect_view()
            }}
        </ul>
    }
}

#[derive(Clone, PartialEq)]
struct Chip {
    facet: &'static str,
    name: String,
    id: String,
}

fn chosen(explorer: Explorer, link: &Link) -> Vec<Chip> {
    let opened = explorer.opened();
    let record = &opened.record;
    let mut chips = Vec::new();
    let mut add = |facet, ids: &[String], name: &dyn Fn(&str) -> Option<String>| {
        chips.extend(ids.iter().filter_map(|id| Some(Chip { facet, name: name(id)?, id: id.clone() })));
    };
    add("speaker", &link.speakers, &|id| {
        if id == UNKNOWN {
            return Some("unknown voice".into());
        }
        record.participants.iter().find(|p| p.id == id).map(|p| p.name.clone())
    });
    add("delegation", &link.delegations, &|id| record.delegations.iter().find(|d| d.id == id).map(|d| d.name.clone()));
    add("topic", &link.topics, &|id| record.topics.iter().find(|t| t.id == id).map(|t| t.name.clone()));
    add("spoken of", &link.mentions, &|id| record.entities.iter().find(|e| e.id == id).map(|e| e.name.clone()));
    add("mode", &link.modes, &|id| matches!(id, "verbatim" | "reported").then(|| id.to_owned()));
    if let Some(stretch) = explorer.filter.read().0.stretch.clone() {
        let name = format!("{} to {}", stretch.start() + 1, stretch.end() + 1);
        chips.push(Chip { facet: "turns", name, id: String::new() });
    }
    chips
}

fn take_out(link: &mut Link, facet: &str, id: &str) {
    match facet {
        "speaker" => toggle(&mut link.speakers, id),
        "delegation" => toggle(&mut link.delegations, id),
        "topic" => toggle(&mut link.topics, id),
        "spoken of" => toggle(&mut link.mentions, id),
        "mode" => toggle(&mut link.modes, id),
        _ => (link.from, link.to) = (None, None),
    }
}
