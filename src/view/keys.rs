//! The list of keys.

use leptos::prelude::*;

const LIST: [(&str, &str); 12] = [
    ("/", "Find words"),
    ("j  k", "Next and previous turn"),
    ("n  N", "Next and previous hit"),
    ("Enter", "While you search: next hit; with Shift the one before"),
    ("c l", "Copy the link to this turn"),
    ("c w", "Copy the words of this turn, with their source"),
    ("c c", "Cite this turn, or get the link to it alone"),
    ("c", "With words selected: to the buttons for them"),
    ("t", "To the timeline: arrows walk, Shift with arrows takes a stretch, Enter goes there"),
    ("v", "Next view: read, in line, exchange, words"),
    ("?", "This list"),
    ("Esc", "Back: closes, leaves the search, then shows everything"),
];

/// The list, which the browser itself opens and closes.
#[component]
pub fn Keys() -> impl IntoView {
    view! {
        <div class="keys" id="keys" popover="auto" role="dialog" aria-labelledby="keys-heading">
            <h2 id="keys-heading">"Keys"</h2>
            <KeyList />
            <button class="plain" id="keys-close" popovertarget="keys" popovertargetaction="hide">"Close"</button>
        </div>
    }
}

/// The keys themselves.
#[component]
pub fn KeyList() -> impl IntoView {
    view! {
        <dl class="key-list">
            {LIST
                .into_iter()
                .map(|(keys, what)| {
                    let keys = keys.split(' ').filter(|key| !key.is_empty()).map(|key| view! { <kbd>{key}</kbd>" " }).collect_view();
                    view! { <div><dt>{keys}</dt><dd>{what}</dd></div> }
                })
                .collect_view()}
        </dl>
    }
}
