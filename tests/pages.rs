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

fn content_of(json: &str) -> Content {
    let (record, problems) = read(json).expect("readable");
    Content::Record(Arc::new(Edition::new(record, problems)))
}

/// The page of `json`.
fn page_of(json: &str) -> String {
    html(content_of(json))
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
fn of_many_turns_and_participants_all_are_on_the_page_and_most_folded() {
    let people: Vec<String> =
        (0..60).map(|i| format!(r#"{{"id":"p{i}","name":"Person {i}","presence":"listed"}}"#)).collect();
    let blocks: Vec<String> = (0..900)
        .map(|i| {
            let words = "word ".repeat(1 + (i % 60) / 6);
            let paragraphs = format!(r#"[[{{"text":"{}"}}]]"#, words.trim());
            format!(
                r#"{{"id":"t{i}","kind":"turn","speaker":"p{}","mode":"verbatim","paragraphs":{paragraphs}}}"#,
                i % 60
            )
        })
        .collect();
    let html = page_of(&format!(
        r#"{{"format":"memcon-record/1","id":"a","title":"A","provenance":{{}},"participants":[{}],"blocks":[{}]}}"#,
        people.join(","),
        blocks.join(",")
    ));
    assert_eq!(articles(&html).len(), 900);
    assert!(html.matches("class=\"stretch\"").count() > 5, "what is not on screen need not be laid out");
    assert_eq!(html.matches("data-participant=").count(), 12, "those with the most words have a card");
    assert_eq!(html.matches("data-facet=\"speaker\"").count(), 48, "the others are in a list");
    assert!(words(&html).contains("48 more participants"));
    let table =
        html.split("id=\"exchange\"").nth(1).and_then(|rest| rest.split("</section>").next()).unwrap_or_default();
    assert_eq!(table.matches("<td").count(), 13 * 13, "a dozen, and the others together");
    assert!(words(table).contains("48 others"));
    // A short record has none of this.
    assert!(!page().contains("class=\"stretch\"") && !page().contains("class=\"find"));
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
        let of_the_desk = button.contains("data-desk=") && before.contains("<section id=\"take\"");
        assert!((button.contains("data-do=") && unseen) || of_the_desk, "{button}");
    }
    assert!(html.contains("<div class=\"ways app-only\">"), "the choices are out of sight");
}

#[test]
fn every_format_has_a_button_and_the_page_says_what_a_file_holds() {
    let html = page();
    let section = html.split_once("<section id=\"take\"").expect("a section").1;
    assert!(section.split_once('>').expect("its tag").0.contains("app-only"), "out of sight without a program");
    let section = section.split_once("</section>").expect("its end").0;
    for format in memcon_export::Format::ALL {
        let button = format!("data-desk=\"export\" data-value=\"{}\"", format.name());
        assert_eq!(section.matches(&button).count(), 1, "{format:?}");
    }
    assert!(words(section).contains("As a file: 25 turns"), "{}", words(section));
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
        "Dirichlet prior that weighs 150 words",
        "words that stand 1.28 standard errors or more above the others",
        "a card has at most 8 of them",
        "that the speaker uses 2 times or more",
        "fewer than 100 words",
        "about, after, against",
        "adjacency, not address",
        "a 250th part of all words more",
        "where more than 7 speak, the 6 with the most words have their own",
        "ß as ss, æ as ae",
        "memcon-record/1",
    ] {
        assert!(text.contains(said), "{said}");
    }
    assert!(!html.contains("<button") && !html.contains("data-live"), "nothing here needs a program");
}

#[test]
fn every_part_of_the_page_about_the_explorer_can_be_linked_to() {
    let html = html(Content::Method);
    let parts = ["what", "whose", "counts", "question", "address", "keys", "privacy", "data"];
    for part in parts {
        assert!(html.contains(&format!("<section id=\"{part}\"")), "{part}");
        assert!(html.contains(&format!("<a href=\"#{part}\">")), "{part}");
    }
    let mut ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "an id stands twice");
    // What the explorer counts, each with a name of its own.
    for term in ["turn", "word", "share", "hits", "choices", "after", "distinctive", "quantities", "timeline"] {
        assert!(ids.contains(&term), "{term}");
    }
}

#[test]
fn the_keys_are_listed_alike_on_a_record_and_on_the_page_about_the_explorer() {
    let list = |html: &str| {
        let list = html.split_once("<dl class=\"key-list\">").expect("a list of keys").1;
        list.split_once("</dl>").expect("its end").0.to_owned()
    };
    let keys = list(&html(Content::Method));
    assert_eq!(keys, list(&page()));
    for key in ["/", "j", "k", "n", "N", "c", "l", "w", "t", "v", "?", "Esc"] {
        assert!(keys.contains(&format!("<kbd>{key}</kbd>")), "{key}");
    }
}

/// What an address may hold and what the page says of it are the same.
#[test]
fn every_parameter_of_a_link_is_explained() {
    let html = html(Content::Method);
    let link = memcon_explore::Link::parse(
        "q=a&speaker=b&delegation=c&topic=d&mentions=e&mode=reported&from=t1&to=t2&rest=dim&view=lines&sort=left&group=order&pair=f,g",
        "t7",
    );
    let print = link.print();
    let names = print.trim_start_matches('?').split(['&', '#']).filter_map(|pair| pair.split_once('='));
    let names: Vec<&str> = names.map(|(name, _)| name).collect();
    assert_eq!(names.len(), 13, "{print}");
    for name in names.into_iter().chain(["#t7"]) {
        assert!(html.contains(&format!("<dt><code>{name}</code></dt>")), "{name}");
    }
}

#[test]
fn every_page_leads_to_the_page_about_the_explorer() {
    for (content, here) in
        [(Content::Library(Index::of([&record()])), false), (Content::Method, true), (content_of(JSON), false)]
    {
        let html = html(content);
        let link =
            html.split_once("<a href=\"../../about/\"").expect("a link").1.split_once("</a>").expect("its end").0;
        assert!(link.ends_with("About"), "{link}");
        assert_eq!(link.contains("aria-current=\"page\""), here, "{link}");
    }
    assert!(html(Content::Method).contains("href=\"../../memcon-record-1.schema.json\""));
    assert!(page().contains("href=\"../../about/#counts\""));
}

#[test]
fn an_old_id_leads_to_what_has_its_text() {
    let retired = r#""retired":[{"id":"t98","successors":["t7"],"why":"joined"},{"id":"t99","successors":["t8","t9"],"why":"split"},
        {"id":"t3","successors":["t3","t4"],"why":"split"},{"id":"t97","why":"removed"}],"#;
    let json = JSON.replacen('{', &format!("{{{retired}"), 1);
    let html = page_of(&json);
    let before = |id: &str| html.split_once(&format!("<article id=\"{id}\"")).expect("the turn").0;
    for (id, turn, says) in [
        ("t98", "t7", "What this link calls t98 is now part of turn 7."),
        ("t99", "t8", "What this link calls t99 was split, and stands in turn 8 and turn 9."),
    ] {
        let (_, anchor) = before(turn).rsplit_once("<a ").expect("an anchor");
        assert!(anchor.starts_with(&format!("id=\"{id}\"")) && anchor.contains("class=\"retired\""), "{anchor}");
        assert!(anchor.contains(&format!("data-says=\"{says}\"")), "{anchor}");
    }
    assert_eq!(
        html.matches("class=\"retired\"").count(),
        2,
        "what is gone leads nowhere, and what is there has its id"
    );
    assert_eq!(html.matches("id=\"t3\"").count(), 1);
    assert_eq!(words(&html), words(&page()), "nothing is added to the text");
}
