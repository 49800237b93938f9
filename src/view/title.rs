//! The title block, and at the end what is known of the record itself.

use std::sync::Arc;

use leptos::prelude::*;
use memcon_record::check::is_web_address;

use super::date::written;
use crate::edition::{Citation, Edition};
use crate::site::Site;

/// Kind, date, title, summary, and where the text comes from.
#[component]
pub fn Title() -> impl IntoView {
    let edition = expect_context::<Arc<Edition>>();
    let record = &edition.record;
    let date = record.date.clone().map(|date| {
        let words = written(&date);
        // HTML has no element for an interval.
        if date.contains('/') {
            view! { <span>{words}</span> }.into_any()
        } else {
            view! { <time datetime=date>{words}</time> }.into_any()
        }
    });
    let kind = record.kind.clone();
    let parted = (kind.is_some() && date.is_some()).then_some(" · ");
    let from = &record.provenance;
    let made: Vec<String> = [
        from.reference.clone(),
        from.translator.as_ref().map(|name| format!("translated by {name}")),
        match (&from.method, &from.recorder) {
            (Some(method), recorder) => {
                let method = in_a_sentence(method.trim_end_matches('.'));
                Some([Some(method), recorder.clone()].into_iter().flatten().collect::<Vec<_>>().join(", "))
            }
            (None, Some(recorder)) => Some(format!("recorded by {recorder}")),
            (None, None) => None,
        },
    ]
    .into_iter()
    .flatten()
    .collect();
    view! {
        <header class="title">
            <p class="about">{kind}{parted}{date}</p>
            <h1>{record.title.clone()}</h1>
            {record.summary.clone().map(|summary| view! { <p class="summary">{summary}</p> })}
            <p class="quiet">{made.join(" · ")}</p>
            // For paper: the page itself writes its address and the day into it.
            <p class="quiet printed" id="printed"></p>
        </header>
    }
}

/// Without the capital of a first word that has no other: “Recorded by stenograph”, not “TASS wire”.
fn in_a_sentence(words: &str) -> String {
    let mut letters = words.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => words.to_owned(),
    }
}

/// How the record is cited; all else is cited by the desk.
#[component]
pub fn Cite() -> impl IntoView {
    let edition = expect_context::<Arc<Edition>>();
    let rows = edition
        .citations
        .iter()
        .map(|Citation { style, html }| view! { <div><dt>{*style}</dt><dd inner_html=html.clone()></dd></div> })
        .collect_view();
    (!edition.citations.is_empty()).then(|| view! {
        <section class="about-record" id="how-to-cite" aria-labelledby="cite-record">
            <h2 id="cite-record">"Cite this record"</h2>
            <dl>{rows}</dl>
            <p class="app-only"><button class="plain" data-desk="cite">"All styles, and files for a reference manager"</button></p>
        </section>
    })
}

/// Provenance in full, rights, and the data.
#[component]
pub fn About() -> impl IntoView {
    let site = expect_context::<Site>();
    let edition = expect_context::<Arc<Edition>>();
    let record = &edition.record;
    let from = &record.provenance;
    let json = site.file(&format!("records/{}.json", record.id));
    let one_file = site.file(&format!("records/{0}/{0}.html", record.id)).filter(|_| !site.one_file);
    let counting = site.file("about/#counts");
    let rows = [
        ("Reference", &from.reference),
        ("Repository", &from.repository),
        ("Translated by", &from.translator),
        ("Recorded by", &from.recorder),
        ("How it was recorded", &from.method),
        ("Published by", &from.publisher),
        ("Supported by", &from.funder),
    ];
    view! {
        <section class="about-record" id="about" aria-labelledby="about-heading">
            <h2 id="about-heading">"About this record"</h2>
            <dl>
                {rows
                    .into_iter()
                    .filter_map(|(name, value)| value.clone().map(|value| view! { <div><dt>{name}</dt><dd>{value}</dd></div> }))
                    .collect_view()}
                {from.url.clone().map(|url| {
                    // Only what leads to a web page is a link: other schemes can hold a program.
                    let href = is_web_address(&url).then(|| url.clone());
                    view! { <div><dt>"Page"</dt><dd><a href=href>{url}</a></dd></div> }
                })}
                {from.rights.clone().map(|rights| view! { <div><dt>"Rights"</dt><dd>{rights}</dd></div> })}
                {record.source_digest.clone().map(|digest| view! { <div><dt>"Digest of the source"</dt><dd class="digest">{digest}</dd></div> })}
                {json.map(|json| view! {
                    <div>
                        <dt>"Data"</dt>
                        <dd>
                            <a href=json>"This record as JSON"</a>
                            {one_file.map(|file| view! { " · "<a href=file download="">"One file"</a>" that opens anywhere, without a network" })}
                        </dd>
                    </div>
                })}
            </dl>
            <p class="quiet">
                "Counts: a word is a run of characters between white space that holds a letter or a digit. "
                "Colours, numbers, counts, topics and underlined names are the editor's or this page's; the words are the source's, as printed. "
                {counting.map(|href| view! { <a href=href>"How everything is counted"</a> })}
            </p>
        </section>
    }
}
