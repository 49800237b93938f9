//! What is written is read again: the same record, to the letter.

mod common;

use memcon_record::wire::{Record, Run};
use memcon_tei::{read, write};
use proptest::prelude::*;

#[test]
fn the_first_record_comes_back() {
    for record in common::records() {
        comes_back(&record);
    }
}

#[test]
fn ingested_layouts_come_back() {
    let layouts = common::layouts();
    assert!(layouts.len() >= 9, "{}", layouts.len());
    layouts.iter().for_each(comes_back);
}

fn comes_back(record: &Record) {
    let tei = write(record, None, None);
    let found = read(&tei).unwrap_or_else(|error| panic!("{error}\n{tei}"));
    assert_eq!(&found.record, record, "{tei}");
    assert!(found.part.is_empty());
}

#[test]
fn a_part_says_so_and_how_to_see_it_again() {
    let mut record = common::records().remove(0);
    record.blocks.retain(|block| block.id == "t7");
    let link = "https://example.org/records/x/?speaker=enver-hoxha&q=%22raw%20material%22#t7";
    let tei = write(&record, Some("1 of 25 turns"), Some(link));
    let found = read(&tei).expect("it is ours");
    assert_eq!(found.part, ["1 of 25 turns", link]);
    assert_eq!(found.record, record);
    assert!(tei.contains("target=\"https://example.org/records/x/?speaker=enver-hoxha&amp;q="), "{tei}");
}

#[test]
fn runs_stay_parted_and_empty_ones_stay() {
    let mut record = common::small();
    let runs = vec![Run::plain("a"), Run::plain(""), Run::plain("b"), Run::plain("c"), Run::plain("\u{1}d\r\n")];
    record.blocks[0].paragraphs = vec![vec![], runs, vec![Run::plain("")]];
    comes_back(&record);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]
    #[test]
    fn any_record_comes_back(record in common::arbitrary::record()) {
        comes_back(&record);
    }

    #[test]
    fn whatever_is_read_never_panics(text in "(<[a-zA-Z]{1,4}>|</[a-z]{1,4}>|[a-z&;<>\"]{0,9}){0,12}") {
        let _ = read(&text);
    }
}
