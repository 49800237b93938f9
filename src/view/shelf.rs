//! The library: the list of records.

use leptos::prelude::*;
use memcon_record::index::{Entry, Index};

use super::date::written;
use super::numbers::{count, number};
use crate::site::Site;

/// The list.
#[component]
pub fn Shelf(
    /// What it holds.
    index: Index,
) -> impl IntoView {
    view! {
        <main class="shelf" id="record">
            <h1>"Records of conversation"</h1>
            <p class="lead">"Who said what, in the words of the record: find it, trust it, link to it."</p>
            {index.records.is_empty().then(|| view! { <p class="quiet">"There is no record here yet."</p> })}
            <ol class="records">{index.records.into_iter().map(|entry| view! { <Card entry /> }).collect_view()}</ol>
        </main>
    }
}

/// One record in the list.
#[component]
fn Card(entry: Entry) -> impl IntoView {
    let page = expect_context::<Site>().record(&entry.id);
    let about: Vec<String> = entry.kind.into_iter().chain(entry.date.as_deref().map(written)).collect();
    let counts = entry.counts;
    view! {
        <li>
            <p class="about">{about.join(" · ")}</p>
            <h2><a href=page>{entry.title}</a></h2>
            {entry.summary.map(|summary| view! { <p class="summary">{summary}</p> })}
            <p class="quiet">
                {format!("{} · {} · {} of {} present speak", count(counts.turns, "turn"), count(counts.words, "word"), number(counts.speaking), number(counts.present))}
            </p>
            {(!entry.speakers.is_empty()).then(|| view! { <p class="quiet">{speakers(&entry.speakers)}</p> })}
        </li>
    }
}

/// So many speakers are named.
const NAMED: usize = 12;

fn speakers(names: &[String]) -> String {
    let (named, others) = names.split_at(names.len().min(NAMED));
    let more = if others.is_empty() { String::new() } else { format!(" and {} others", number(others.len())) };
    named.join(", ") + &more
}
