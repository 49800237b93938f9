//! Text in Markdown stays text.

mod common;

use common::{records, seed, texts};
use memcon_export::{Format, write};
use memcon_record::wire::{BlockKind, Mark, Record, Run};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// The text of each paragraph below the heading “The record”; fails where there is other markup than ours.
fn paragraphs(markdown: &str, options: Options) -> Vec<String> {
    let mut found = Vec::new();
    let (mut heading, mut within) = (None::<String>, false);
    for event in Parser::new_ext(markdown, options) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => match heading.take().as_deref() {
                Some("The record") => within = true,
                Some("About this record") => within = false,
                _ => {}
            },
            Event::Text(text) if heading.is_some() => heading.as_mut().expect("a heading").push_str(&text),
            Event::Start(Tag::Paragraph) if within => found.push(String::new()),
            Event::Text(text) if within => found.last_mut().expect("a paragraph").push_str(&text),
            Event::Start(Tag::Strong | Tag::Emphasis | Tag::Link { .. }) | Event::End(_) => {}
            other => assert!(!within || matches!(other, Event::Start(Tag::Paragraph)), "{other:?}\n{markdown}"),
        }
    }
    found
}

/// What each paragraph must be: a block's first has what stands before it.
fn expected(record: &Record) -> Vec<(bool, String)> {
    let all = record.blocks.iter().flat_map(|block| {
        let plain = block.kind == BlockKind::Narrative || block.kind == BlockKind::Attendance;
        texts(block).into_iter().enumerate().map(move |(place, text)| (place == 0 && !plain, text))
    });
    // A carriage return alone is a line's end as well; what is no character for CommonMark becomes another.
    all.map(|(first, text)| (first, text.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "\u{fffd}"))).collect()
}

fn compare(record: &Record, options: Options) {
    let markdown = write(record, Format::Md, Some("https://example.org/x/"));
    let found = paragraphs(&markdown, options);
    let expected = expected(record);
    assert_eq!(found.len(), expected.len(), "{markdown}");
    for (found, (first, text)) in found.iter().zip(expected) {
        if first {
            assert!(found.ends_with(&text), "{text:?} in {found:?}\n{markdown}");
        } else {
            assert_eq!(*found, text, "{markdown}");
        }
    }
}

#[test]
fn the_seed_in_markdown_has_its_words() {
    let record = seed();
    compare(&record, Options::empty());
    let markdown = write(&record, Format::Md, None);
    for says in [
        "# Notes from a Meeting between a Delegation of the KWP",
        "Minutes of Conversation · 25 November 1964",
        "### Albanian side",
        "- Yu Geun-yang, Chairman of the Party Committee",
        "(12) **Comrade Enver Hoxha:** ",
        "- Source: AQPPSH, MPP Korese, V. 1964, D 2",
    ] {
        assert!(markdown.contains(says), "{says}\n{markdown}");
    }
}

#[test]
fn what_is_printed_bold_or_in_italics_is_so() {
    let mut record = seed();
    let turn = record.blocks.iter_mut().find(|block| block.kind == BlockKind::Turn).expect("a turn");
    turn.paragraphs[0][0].marks = vec![Mark::Emphasis];
    let markdown = write(&record, Format::Md, None);
    assert!(markdown.contains("(1) **Comrade Ri Jong-ok:** *Allow me"), "{markdown}");
    let turn = record.blocks.iter_mut().find(|block| block.kind == BlockKind::Turn).expect("a turn");
    turn.paragraphs[0].insert(0, Run { text: "a".into(), entity: None, marks: Vec::new() });
    // A letter in a square is a symbol.
    turn.paragraphs[0][1].text = "🅴 b".into();
    compare(&record, Options::empty());
}

proptest! {
    #[test]
    fn whatever_is_said_is_never_markup(record in records()) {
        compare(&record, Options::empty());
        compare(&record, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_MATH);
    }
}
