//! A part of a record is a record, and says what it is.

mod common;

use common::{only, records, seed};
use memcon_export::{Format, name, reduced, write};
use memcon_record::check;
use memcon_record::model::read_wire;
use proptest::prelude::*;

const LINK: &str = "https://example.org/records/x/?q=fertilizer*";

#[test]
fn a_part_refers_to_nothing_that_is_not_there() {
    let whole = seed();
    let part = reduced(&whole, &only(&whole, &["t12", "t13", "t15", "t16"]), LINK);
    assert_eq!(check(&part), []);
    let ids: Vec<&str> = part.blocks.iter().map(|block| block.id.as_str()).collect();
    assert_eq!(ids, ["t12", "t13", "t15", "t16"]);
    assert_eq!(part.participants.len(), 11, "who was there does not depend on what one looks for");
    assert!(part.entities.len() < whole.entities.len());
    assert!(part.topics.iter().all(|topic| ids.contains(&topic.from.as_str()) && ids.contains(&topic.to.as_str())));
    let said = part.part.as_ref().expect("it says that it is a part");
    assert_eq!((said.turns.as_slice(), said.of, said.link.as_str()), (&[12, 13, 15, 16][..], 25, LINK));
    // A part of it knows its place in the whole.
    let less = reduced(&part, &[false, false, true, false], LINK).part.expect("a part");
    assert_eq!((less.turns.as_slice(), less.of), (&[15][..], 25));
}

#[test]
fn every_format_says_that_it_holds_a_part_and_what_shows_it_again() {
    let whole = seed();
    let part = reduced(&whole, &only(&whole, &["t12", "t13", "t15", "t16"]), LINK);
    for format in Format::ALL.into_iter().filter(|format| *format != Format::Json) {
        let text = write(&part, format, None);
        assert!(text.contains("4 of 25 turns"), "{format:?}");
        assert!(text.contains("https://example.org/records/x/?q=fertilizer"), "{format:?}");
        let text = write(&whole, format, None);
        assert!(!text.contains("part of the record") && !text.contains("part_link"), "{format:?}");
    }
    let json = write(&part, Format::Json, None);
    assert_eq!(read_wire(&json).expect("a record"), part);
    assert_eq!(name::of(&part, Format::Csl), "1964-11-25-kwp-delegation-enver-hoxha-4-of-25-turns.csl.json");
    assert_eq!(name::of(&whole, Format::Csv), "1964-11-25-kwp-delegation-enver-hoxha.csv");
}

#[test]
fn the_whole_as_json_is_the_record_as_it_is_kept() {
    assert!(write(&seed(), Format::Json, Some("https://example.org/")) == common::SEED);
}

#[test]
fn what_a_part_says_of_itself_is_checked() {
    let whole = seed();
    let mut part = reduced(&whole, &only(&whole, &["t12", "t13"]), LINK);
    for turns in [vec![12], vec![13, 12], vec![0, 1], vec![13, 26]] {
        part.part.as_mut().expect("a part").turns = turns;
        let problems = check(&part);
        assert!(problems.len() == 1 && problems[0].path == "part.turns", "{problems:?}");
    }
}

proptest! {
    #[test]
    fn whatever_is_shown_the_part_is_good(shown in prop::collection::vec(any::<bool>(), 30)) {
        let whole = seed();
        prop_assert_eq!(whole.blocks.len(), shown.len());
        let part = reduced(&whole, &shown, LINK);
        prop_assert_eq!(check(&part), vec![]);
        prop_assert_eq!(part.blocks.len(), shown.iter().filter(|shown| **shown).count());
    }

    #[test]
    fn whatever_is_said_every_format_is_written(record in records()) {
        for format in Format::ALL {
            prop_assert!(!write(&record, format, Some("https://example.org/")).is_empty());
        }
    }
}
