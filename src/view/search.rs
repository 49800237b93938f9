//! The row of controls above the timeline, as it is before anything is asked.
//!
//! What a button does stands in `data-do`, for the program.

use std::sync::Arc;

use leptos::prelude::*;

use super::numbers::number;
use crate::edition::Edition;

/// The question, what answers, and the ways through it.
#[component]
pub fn Search() -> impl IntoView {
    let turns = expect_context::<Arc<Edition>>().record.turns.len();
    view! {
        <search class="controls">
            <form class="app-only asking">
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
                />
            </form>
            <p class="count" role="status"><b>{number(turns)}</b>{if turns == 1 { " turn" } else { " turns" }}</p>
            <div class="walk" role="group" aria-label="Hits" hidden>
                <button class="plain" data-do="previous" aria-label="Previous hit" title="Previous hit (N)">"‹"</button>
                <span class="at" aria-hidden="true"></span>
                <span class="unseen" role="status"></span>
                <button class="plain" data-do="next" aria-label="Next hit" title="Next hit (n)">"›"</button>
            </div>
            <span class="space"></span>
            <button class="plain sheet-button" popovertarget="choices">"People and topics"</button>
            <Ways />
        </search>
    }
}

/// What is chosen, each with a way to give it up, and the way out of it all.
#[component]
pub fn Asked() -> impl IntoView {
    view! {
        <div class="asked">
            <ul class="chips" aria-label="Chosen" hidden></ul>
            <button class="link everything" data-do="everything" hidden>"Show all"</button>
        </div>
    }
}

/// What becomes of the rest, and how the record is shown. On a phone it stands in the sheet.
#[component]
pub fn Ways() -> impl IntoView {
    view! {
        <div class="ways app-only">
            <div class="choice" role="group" aria-label="Turns that do not match">
                <button data-do="rest" data-value="hide" aria-pressed="true">"Hide the rest"</button>
                <button data-do="rest" data-value="dim" aria-pressed="false">"Dim the rest"</button>
                <button data-do="around" aria-pressed="false" title="Show the turn before and after each that answers">"±1 turn"</button>
            </div>
            <div class="choice" role="group" aria-label="View">
                <button data-do="view" data-value="read" aria-pressed="true">"Read"</button>
                <button data-do="view" data-value="lines" aria-pressed="false">"In line"</button>
                <button data-do="view" data-value="exchange" aria-pressed="false">"Exchange"</button>
                <button data-do="view" data-value="words" aria-pressed="false">"Words"</button>
            </div>
        </div>
    }
}
