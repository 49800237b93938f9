//! The page about the explorer: what it is, what it counts and how, what can be asked, what leaves the browser.
//!
//! Numbers and lists on it are the code's own, taken from where they are used.

mod address;
mod asking;
mod counting;
mod keeping;
mod origin;

use leptos::prelude::*;

use super::keys::KeyList;

/// A part of the page: the name that links give it, its heading, and what stands there.
type Part = (&'static str, &'static str, fn() -> AnyView);

/// The parts in their order.
const PARTS: [Part; 8] = [
    ("what", "What this is", origin::what),
    ("whose", "Whose words", origin::whose),
    ("counts", "What is counted", counting::counts),
    ("question", "What can be asked", asking::question),
    ("address", "What an address holds", address::address),
    ("keys", "Keys", keys),
    ("privacy", "What leaves the browser", keeping::privacy),
    ("data", "For those who keep a site", keeping::data),
];

/// All of it.
#[component]
pub fn Method() -> impl IntoView {
    view! {
        <main class="method" id="record">
            <header>
                <h1>"About the explorer"</h1>
                <p class="lead">
                    "What Memcon is, what it counts and how, what can be asked of a record, and what leaves the browser."
                </p>
            </header>
            <nav class="contents" aria-label="On this page">
                <ul>{PARTS.map(|(id, name, _)| view! { <li><a href=format!("#{id}")>{name}</a></li> }).collect_view()}</ul>
            </nav>
            <div class="parts">
                {PARTS
                    .map(|(id, name, part)| {
                        let heading = format!("{id}-heading");
                        view! {
                            <section id=id aria-labelledby=heading.clone()>
                                <h2 id=heading.clone()>{name}</h2>
                                {part()}
                            </section>
                        }
                    })
                    .collect_view()}
            </div>
        </main>
    }
}

fn keys() -> AnyView {
    view! {
        <p>"On the page of a record, while one does not type. With Ctrl, Alt or ⌘ they are the browser's."</p>
        <KeyList />
    }
    .into_any()
}

/// Terms as one types them, and what they mean.
fn rows(rows: &'static [(&'static str, &'static str)]) -> impl IntoView {
    let rows = rows.iter().map(|(term, what)| view! { <div><dt><code>{*term}</code></dt><dd>{*what}</dd></div> });
    view! { <dl>{rows.collect_view()}</dl> }
}

/// A word of this page, with a name that links can give it, and what it means.
fn term(id: &'static str, name: &'static str, what: impl IntoView) -> impl IntoView {
    view! { <div id=id><dt>{name}</dt><dd>{what}</dd></div> }
}
