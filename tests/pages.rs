//! Pages without a browser: a record in, the HTML of its page out.

#![cfg(feature = "ssr")]

use std::sync::Arc;

use leptos::prelude::*;
use memcon::app::{App, Content};
use memcon::edition::Edition;
use memcon::library::{LoadError, Why};
use memcon::site::Site;
use memcon::view::trouble::explain;
use memcon_record::index::Index;
use memcon_record::{ReadError, Record, read};

const JSON: &str = include_str!("../public/records/1964-11-25-kwp-delegation-enver-hoxha.json");

fn record() -> Record {
    read(JSON).expect("the committed record is readable").0
}

fn html(content: Content) -> String {
    let site = Site::seen_from("../../");
    Owner::new().with(|| view! { <App site content /> }.to_html())
}

/// The page of `json`.
fn page_of(json: &str) -> String {
    let (record, problems) = read(json).expect("readable");
    html(Content::Record(Arc::new(Edition::new(record, problems))))
}

fn page() -> String {
    page_of(JSON)
}

/// The opening tags of all turns.
fn articles(html: &str) -> Vec<&str> {
    html.split("<article ").skip(1).filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag).collect()
}

/// What a reader would read of a piece of HTML.
fn words(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        rest = after.split_once('>').map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    for (entity, c) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&amp;", "&")] {
        text = text.replace(entity, c);
    }
    text
}

#[test]
fn every_turn_is_on_the_page_with_its_words() {
    let html = page();
    let record = record();
    assert_eq!(articles(&html).len(), 25);
    let text = words(&html);
    for block in &record.blocks {
        for paragraph in &block.paragraphs {
            assert!(text.contains(&paragraph.text), "{}: {}", block.id, paragraph.text);
        }
    }
    for ((block, turn), tag) in record.turns().zip(articles(&html)) {
        assert!(tag.contains(&format!("id=\"{}\"", block.id)), "{tag}");
        let memcon_record::Speaker::Known(i) = turn.speaker else { panic!("{} has no speaker", block.id) };
        assert!(tag.contains(&format!("data-speaker=\"{}\"", record.participants[i].id)), "{tag}");
    }
}

#[test]
fn the_text_is_never_taken_for_html() {
    let json = JSON.replace("Allow me, in the name", "<img src=x onerror=alert(1)> & in the name");
    let html = page_of(&json);
    assert!(!html.contains("<img"));
    assert!(html.contains("&lt;img src=x onerror=alert(1)&gt; &amp; in the name"));
}

#[test]
fn a_reference_that_leads_nowhere_is_reported_and_the_text_stays() {
    let json = JSON.replacen("\"speaker\": \"ri-jong-ok\"", "\"speaker\": \"somebody\"", 1);
    assert_ne!(json, JSON);
    let html = page_of(&json);
    assert_eq!(articles(&html).len(), 25);
    assert!(words(&html).contains("1 fault"), "the fault is counted");
    assert!(words(&html).contains("“somebody” is no participant of this record"));
    assert!(articles(&html)[0].contains("data-speaker=\"unknown\""));
}

#[test]
fn the_silent_have_cards_too() {
    let html = page();
    let cards: Vec<&str> =
        html.split("data-participant=\"").skip(1).filter_map(|rest| rest.split_once('"')).map(|(id, _)| id).collect();
    assert_eq!(cards.len(), 11);
    assert!(cards.contains(&"yu-geun-yang"));
}

#[test]
fn the_list_of_records_leads_to_each() {
    let html = html(Content::Library(Index::of([&record()])));
    assert!(html.contains("href=\"../../records/1964-11-25-kwp-delegation-enver-hoxha/\""));
    assert!(words(&html).contains("25 turns · 2,304 words · 3 of 11 present speak"));
}

#[test]
fn nothing_that_needs_a_program_is_a_control() {
    let html = page();
    // What becomes a control says so; links lead within the page.
    assert!(html.contains("data-live=\"a\""), "mentions");
    assert!(html.contains("data-live=\"button\""), "facets");
    assert!(!html.contains(" href=\"?"), "no link that only the program can follow");
    let buttons = html.split("<button").skip(1).filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag);
    for button in buttons.filter(|tag| !tag.contains("popovertarget")) {
        // The rest waits for the program, and is not to be seen until it has come.
        let before = html.split(button).next().unwrap_or_default();
        let group = before.rsplit("<div class=").next().unwrap_or_default();
        let unseen = button.contains(" hidden") || group.contains(" hidden") || group.contains("\"choice\"");
        assert!(button.contains("data-do=") && unseen, "{button}");
    }
    assert!(html.contains("<div class=\"ways app-only\">"), "the choices are out of sight");
}

#[test]
fn each_failure_has_words_of_its_own() {
    let whys = [
        Why::Unreachable,
        Why::Missing(404),
        Why::Missing(503),
        Why::Unreadable(ReadError::Empty),
        Why::Unreadable(ReadError::CutShort { at: (3, 4) }),
        Why::Unreadable(ReadError::Format { found: "memcon-record/2".into() }),
        Why::Unreadable(ReadError::Malformed { at: (1, 2), what: "expected value".into() }),
    ];
    let explain = |why: &Why| explain(&LoadError { file: "x".into(), why: why.clone() });
    let said: std::collections::BTreeSet<String> = whys.iter().map(explain).collect();
    assert_eq!(said.len(), whys.len());
}

#[test]
fn an_address_that_is_no_web_page_is_no_link() {
    let json = JSON.replacen("\"provenance\": {", "\"provenance\": {\"url\": \"javascript:alert(1)//x\",", 1);
    assert_ne!(json, JSON);
    let html = page_of(&json);
    assert!(!html.contains("href=\"javascript:"));
    assert!(words(&html).contains("javascript:alert(1)//"), "it is shown as it stands");
}

#[test]
fn the_page_about_the_explorer_says_what_holds() {
    let html = html(Content::Method);
    let text = words(&html);
    for said in [
        // Each number is the code's own.
        "a Dirichlet prior that weighs 150 words",
        "at most 8 words that stand 1.28 standard errors above the others and are used at least 2 times, for speakers with at least 100 words",
        "about, after, against",
        "adjacency, not address",
        "beyond 7 those with the fewest words",
        "What leaves the browser",
        "Copy the words of this turn, with their source",
    ] {
        assert!(text.contains(said), "{said}");
    }
    for section in ["whose", "counts", "question", "address", "keys-here", "privacy", "data"] {
        assert!(html.contains(&format!("<h2 id=\"{section}\">")), "{section}");
    }
    assert!(html.contains("href=\"../../about/\" aria-current=\"page\""));
    assert!(!html.contains("<button"), "nothing here needs a program");
}
