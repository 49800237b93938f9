//! Pages without a browser: a link in, HTML out.
//!
//! Runs with the feature `ssr`; what these tests see is what the views draw,
//! before any effect or event.

#![cfg(feature = "ssr")]

use std::sync::Arc;

use leptos::prelude::*;
use memcon::address::Address;
use memcon::app;
use memcon::explorer::Opened;
use memcon::site::Site;
use memcon::view::record::Reader;
use memcon::view::shelf::Shelf;
use memcon::view::trouble::explain;
use memcon_explore::Link;
use memcon_record::index::Index;
use memcon_record::{ReadError, Record, read};

const JSON: &str = include_str!("../public/records/1964-11-25-kwp-delegation-enver-hoxha.json");

fn record() -> Record {
    read(JSON).expect("the committed record is readable").0
}

/// The page of `json` at a link.
fn page_of(json: &str, link: &str) -> String {
    let (record, problems) = read(json).expect("readable");
    let (query, fragment) = link.split_once('#').unwrap_or((link, ""));
    let link = Link::parse(query, fragment);
    Owner::new().with(|| {
        app::provide(Site { root: "../../".into(), live: true }, Address::fixed(link));
        view! { <Reader opened=Arc::new(Opened::new(record, problems)) /> }.to_html()
    })
}

fn page(link: &str) -> String {
    page_of(JSON, link)
}

/// The opening tags of all turns.
fn articles(html: &str) -> Vec<&str> {
    html.split("<article ").skip(1).filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag).collect()
}

fn shown(html: &str) -> Vec<&str> {
    let id = |tag: &'_ str| tag.split_once("id=\"").and_then(|(_, rest)| rest.split_once('"')).map(|(id, _)| id.len());
    articles(html)
        .into_iter()
        .filter(|tag| !tag.contains(" hidden"))
        .filter_map(|tag| {
            let start = tag.find("id=\"")? + 4;
            Some(&tag[start..start + id(tag)?])
        })
        .collect()
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
    let html = page("");
    let record = record();
    assert_eq!(articles(&html).len(), 25);
    assert_eq!(shown(&html).len(), 25);
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
fn a_link_decides_what_is_shown() {
    for (link, expected) in [
        ("?speaker=mehmet-shehu", vec!["t7", "t13", "t15", "t18"]),
        ("?q=fertilizer*&speaker=mehmet-shehu", vec!["t13", "t15"]),
        ("?q=zebra", vec![]),
        ("?from=t24&rest=hide", vec!["t24", "t25"]),
    ] {
        let html = page(link);
        assert_eq!(articles(&html).len(), 25, "turns stay in the page");
        assert_eq!(shown(&html), expected, "{link}");
    }
    let dimmed = page("?speaker=mehmet-shehu&rest=dim");
    assert_eq!(shown(&dimmed).len(), 25);
    assert_eq!(articles(&dimmed).iter().filter(|tag| tag.contains("data-dimmed")).count(), 21);
}

#[test]
fn hits_are_marked_and_counted() {
    let html = page("?q=fertilizer*");
    assert_eq!(html.matches("<mark ").count(), 8);
    let status = html
        .split_once("role=\"status\"")
        .and_then(|(_, rest)| rest.split_once('>'))
        .and_then(|(_, rest)| rest.split_once("</p>"));
    assert_eq!(words(status.expect("a status").0), "8 hits in 4 of 25 turns");
}

#[test]
fn a_mark_may_cross_runs_and_loses_no_word() {
    // “reed stalks and use them” begins in a mention and ends outside it.
    let html = page("?q=\"reed stalks and use\"");
    let mark = html
        .split_once("<mark ")
        .and_then(|(_, rest)| rest.split_once('>'))
        .and_then(|(_, rest)| rest.split_once("</mark>"));
    assert_eq!(words(mark.expect("a hit").0), "reed stalks and use");
}

#[test]
fn the_text_is_never_taken_for_html() {
    let json = JSON.replace("Allow me, in the name", "<img src=x onerror=alert(1)> & in the name");
    let html = page_of(&json, "");
    assert!(!html.contains("<img"));
    assert!(html.contains("&lt;img src=x onerror=alert(1)&gt; &amp; in the name"));
}

#[test]
fn a_reference_that_leads_nowhere_is_reported_and_the_text_stays() {
    let json = JSON.replacen("\"speaker\": \"ri-jong-ok\"", "\"speaker\": \"somebody\"", 1);
    assert_ne!(json, JSON);
    let html = page_of(&json, "");
    assert_eq!(articles(&html).len(), 25);
    assert!(words(&html).contains("1 fault"), "the fault is counted");
    assert!(words(&html).contains("“somebody” is no participant of this record"));
    assert!(articles(&html)[0].contains("data-speaker=\"unknown\""));
}

#[test]
fn the_silent_have_cards_too() {
    let html = page("");
    let cards: Vec<&str> =
        html.split("data-participant=\"").skip(1).filter_map(|rest| rest.split_once('"')).map(|(id, _)| id).collect();
    assert_eq!(cards.len(), 11);
    assert!(cards.contains(&"yu-geun-yang"));
}

#[test]
fn nothing_at_all_is_said_with_its_reason() {
    let text = words(&page("?q=fert zebra"));
    assert!(text.contains("“zebra” stands in no turn."));
    assert!(text.contains("fert* finds 8 hits"));
    assert!(words(&page("?speaker=an-yong")).contains("An Yong is present and does not speak."));
}

#[test]
fn the_list_of_records_leads_to_each() {
    let html = Owner::new().with(|| {
        app::provide(Site { root: "./".into(), live: true }, Address::fixed(Link::default()));
        view! { <Shelf index=Index::of([&record()]) /> }.to_html()
    });
    assert!(html.contains("href=\"./records/1964-11-25-kwp-delegation-enver-hoxha/\""));
    assert!(words(&html).contains("25 turns · 2,304 words · 3 of 11 present speak"));
}

#[test]
fn each_failure_has_words_of_its_own() {
    use memcon::library::{Asked, LoadError, Why};
    let whys = [
        Why::Unreachable,
        Why::Missing(404),
        Why::Missing(503),
        Why::Unreadable(ReadError::Empty),
        Why::Unreadable(ReadError::CutShort { at: (3, 4) }),
        Why::Newer("memcon-record/2".into()),
        Why::Unreadable(ReadError::Malformed { at: (1, 2), what: "expected value".into() }),
        Why::NoIndex("x".into()),
    ];
    let mut said = std::collections::BTreeSet::new();
    for of in [Asked::List, Asked::Record] {
        for why in &whys {
            let (what, advice) = explain(&LoadError { file: "x".into(), of, why: why.clone() });
            assert!(of == Asked::Record || what.contains("list"), "{what}");
            said.insert((what, advice));
        }
    }
    assert_eq!(said.len(), whys.len() * 2);
}

#[test]
fn an_address_that_is_no_web_page_is_no_link() {
    let json = JSON.replacen("\"provenance\": {", "\"provenance\": {\"url\": \"javascript:alert(1)//x\",", 1);
    assert_ne!(json, JSON);
    let html = page_of(&json, "");
    assert!(!html.contains("href=\"javascript:"));
    assert!(words(&html).contains("javascript:alert(1)//"), "it is shown as it stands");
}
