//! The question, what it finds, and the ways through what it finds.

use leptos::prelude::*;
use memcon_explore::link::{Rest, View};

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
