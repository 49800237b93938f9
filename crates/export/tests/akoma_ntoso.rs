//! Akoma Ntoso: well-formed, every reference resolved, and the words in it.

mod common;

use std::collections::HashSet;

use common::{only, records, seed, texts};
use memcon_export::akn::NAMESPACE;
use memcon_export::{Format, reduced, write};
use memcon_record::wire::{BlockKind, Record};
use proptest::prelude::*;
use roxmltree::{Document, Node};

fn written(record: &Record) -> String {
    write(record, Format::Akn, Some("https://example.org/records/x/"))
}

fn named<'a>(document: &'a Document, name: &str) -> Vec<Node<'a, 'a>> {
    document.descendants().filter(|node| node.has_tag_name((NAMESPACE, name))).collect()
}

fn text(node: Node) -> String {
    node.descendants().filter_map(|node| if node.is_text() { node.text() } else { None }).collect()
}

/// No id stands twice, and what is referred to is there.
fn resolved(document: &Document) {
    let mut ids = HashSet::new();
    for id in document.descendants().filter_map(|node| node.attribute("eId")) {
        assert!(ids.insert(id), "{id} stands twice");
        assert!(!id.contains(char::is_whitespace), "{id:?}");
    }
    for node in document.descendants() {
        for name in ["by", "as", "source", "refersTo", "delegation", "href"] {
            if let Some(id) = node.attribute(name).and_then(|value| value.strip_prefix('#')) {
                assert!(ids.contains(id), "{name}=\"#{id}\" of {:?}", node.tag_name());
            }
        }
    }
}

#[test]
fn the_seed_is_a_debate_with_a_speech_for_each_turn() {
    let record = seed();
    let xml = written(&record);
    let document = Document::parse(&xml).expect("well-formed");
    resolved(&document);
    let root = document.root_element();
    assert!(root.has_tag_name((NAMESPACE, "akomaNtoso")));
    let children = |node: Node| -> Vec<String> {
        node.children().filter(Node::is_element).map(|node| node.tag_name().name().to_owned()).collect()
    };
    let debate = named(&document, "debate")[0];
    assert_eq!(children(debate), ["meta", "preface", "debateBody"]);
    assert_eq!(children(named(&document, "meta")[0]), ["identification", "references", "proprietary"]);
    assert_eq!(
        children(named(&document, "FRBRWork")[0]),
        ["FRBRthis", "FRBRuri", "FRBRalias", "FRBRdate", "FRBRauthor", "FRBRcountry"]
    );
    let speeches = named(&document, "speech");
    let turns: Vec<_> = record.blocks.iter().filter(|block| block.kind == BlockKind::Turn).collect();
    assert_eq!(speeches.len(), 25);
    for (speech, turn) in speeches.iter().zip(turns) {
        assert_eq!(speech.attribute("eId"), Some(turn.id.as_str()));
        let by = format!("#person__{}", turn.speaker.as_deref().expect("a speaker"));
        assert_eq!(speech.attribute("by"), Some(by.as_str()));
        let parts: Vec<_> = speech.children().filter(Node::is_element).collect();
        assert!(parts[0].has_tag_name((NAMESPACE, "from")));
        assert_eq!(Some(text(parts[0])), turn.label);
        assert_eq!(parts[1..].iter().map(|part| text(*part)).collect::<Vec<_>>(), texts(turn));
    }
    assert_eq!(named(&document, "rollCall").len(), 1);
    assert_eq!(
        named(&document, "TLCPerson")
            .iter()
            .filter(|it| it.attribute("eId").is_some_and(|id| id.starts_with("person__")))
            .count(),
        11
    );
    // Sections hold speeches; speeches do not stand by themselves in a body.
    let body = named(&document, "debateBody")[0];
    assert!(children(body).iter().all(|name| name == "rollCall" || name == "debateSection"));
}

#[test]
fn a_part_says_so_to_people_and_to_programs() {
    let whole = seed();
    let part = reduced(&whole, &only(&whole, &["t12", "t16"]), "https://example.org/?q=a&b=c");
    let xml = written(&part);
    let document = Document::parse(&xml).expect("well-formed");
    resolved(&document);
    let own = document.descendants().find(|node| node.tag_name().name() == "part").expect("a part");
    assert_eq!((own.attribute("turns"), own.attribute("of")), (Some("12 16"), Some("25")));
    assert!(text(named(&document, "preface")[0]).contains("2 of 25 turns, as shown by https://example.org/?q=a&b=c"));
}

proptest! {
    #[test]
    fn whatever_is_said_is_well_formed_and_comes_back(record in records()) {
        let xml = written(&record);
        let document = Document::parse(&xml).expect("well-formed");
        resolved(&document);
        let known = |text: String| -> String {
            let lost = |c: char| (c < ' ' && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{fffe}' | '\u{ffff}');
            text.chars().map(|c| if lost(c) { '\u{fffd}' } else { c }).collect()
        };
        let found: Vec<String> =
            ["speech", "scene", "narrative", "p"].iter().flat_map(|name| named(&document, name)).map(text).collect();
        for said in record.blocks.iter().flat_map(texts).map(known) {
            prop_assert!(found.contains(&said), "{said:?}");
        }
    }
}
