//! What a quote says is what is read of it, whatever it says; and of a selection it is the selection that is found.

mod common;

use common::{Dice, record, seed, selection, talk};
use memcon_quote::{Changed, Found, Passage, Quote, Seal, Spot, Stream, find, look, make, passage};
use memcon_record::Record;
use proptest::prelude::*;

fn term() -> impl Strategy<Value = String> {
    prop_oneof!["[a-c ,%&-]{0,8}", "\\PC{0,12}", "[ -~]{0,20}", "(?s).{0,8}"]
}

fn quote() -> impl Strategy<Value = Quote> {
    let some = || proptest::option::of(term());
    (some(), term(), some(), some()).prop_map(|(prefix, start, end, suffix)| Quote { prefix, start, end, suffix })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, ..ProptestConfig::default() })]

    #[test]
    fn parse_and_print_are_inverse(quote in quote()) {
        let quote = quote.normal();
        if !quote.start.is_empty() {
            prop_assert_eq!(Quote::parse(&quote.print()), Some(quote));
        }
    }

    #[test]
    fn whatever_is_written_is_read(value in "(?s).{0,40}", seal in "(?s).{0,40}") {
        let record = talk(&["One, two and three.", "Two and four."]);
        let stream = Stream::of(&record);
        if let Some(quote) = Quote::parse(&value) {
            prop_assert_eq!(Quote::parse(&quote.print()), Some(quote));
        }
        if let Some((quote, found)) = look(&stream, &value, Some(&seal), None) {
            prop_assert!(!memcon_quote::say::sentence(&found, &quote).is_empty());
        }
    }

    #[test]
    fn a_seal_is_read_as_written(at in 0..1000usize, words in 1..1000usize, sums in any::<[u32; 3]>(), blocks in any::<Option<u32>>()) {
        let seal = Seal { block: "narrative-1".into(), at, words, sum: sums[0], before: sums[1], after: sums[2], blocks };
        prop_assert_eq!(Seal::parse(&seal.print()), Some(seal));
    }
}

/// Records that say the same again and again, and others.
fn repeating() -> impl Strategy<Value = Record> {
    let word = prop_oneof![
        6 => proptest::sample::select(vec!["yes", "no", "Yes,", "—", "so-so", "毛泽东", "“no”", "1,5"]).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ];
    let paragraph = proptest::collection::vec(word, 0..14).prop_map(|words| words.join(" "));
    let turn = proptest::collection::vec(paragraph, 1..3);
    proptest::collection::vec(turn, 1..10).prop_map(|turns| {
        record(&turns.into_iter().enumerate().map(|(i, turn)| (format!("t{}", i + 1), turn)).collect::<Vec<_>>())
    })
}

/// Holds that the link to a selection finds it.
fn holds(stream: &Stream<'_>, selected: &Passage) -> Result<(), String> {
    let Some(widened) = stream.widened(selected) else {
        return if make(stream, selected).is_none() { Ok(()) } else { Err("made of no word".into()) };
    };
    let made = make(stream, selected).ok_or("nothing is made")?;
    let (quote, seal) = (made.quote.print(), made.seal.print());
    let check = |found: Option<(Quote, Found)>, how: &str| match found {
        Some((_, Found::Exact { passage, .. })) if passage == widened => Ok(()),
        other => Err(format!("{how}: {quote} {seal} of {widened:?} finds {other:?}")),
    };
    if made.passage != widened {
        return Err(format!("{:?} is not {widened:?}", made.passage));
    }
    check(look(stream, &quote, Some(&seal), None), "sealed")?;
    if made.hint.is_none() {
        check(look(stream, &quote, None, None), "without its seal")?;
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn a_link_finds_exactly_what_was_selected(record in repeating(), seed in any::<u64>()) {
        let stream = Stream::of(&record);
        let mut dice = Dice::new(seed);
        for _ in 0..10 {
            if !stream.is_empty() {
                let held = holds(&stream, &selection(&stream, &mut dice));
                prop_assert_eq!(held, Ok(()));
            }
        }
    }

    #[test]
    fn any_two_places_are_a_selection(record in repeating(), spots in any::<[(u8, u8, u8); 2]>()) {
        let stream = Stream::of(&record);
        let spot = |(block, paragraph, byte): (u8, u8, u8)| Spot::new(block as usize % 12, paragraph as usize % 3, byte as usize % 60);
        let (one, other) = (spot(spots[0]), spot(spots[1]));
        let held = holds(&stream, &Passage { start: one.min(other), end: one.max(other) });
        prop_assert_eq!(held, Ok(()));
    }
}

#[test]
fn random_selections_in_the_record_are_found() {
    let record = seed();
    let stream = Stream::of(&record);
    let mut dice = Dice::new(1);
    let mut hints = 0;
    for _ in 0..1500 {
        let selected = selection(&stream, &mut dice);
        assert_eq!(holds(&stream, &selected), Ok(()));
        hints += usize::from(make(&stream, &selected).is_some_and(|made| made.hint.is_some()));
    }
    assert_eq!(hints, 0, "words are enough in this record");
}

fn text(record: &Record, found: &Found) -> String {
    found.passage().map_or_else(String::new, |passage| memcon_quote::passage::words_of(record, &passage))
}

#[test]
fn what_is_written_by_hand_is_understood() {
    let record = talk(&[
        "We produce nitrogen, potassium and fertilizers; our production grows.",
        "Marxism-Leninism is no dogma. We “don’t” want 6-700,000 tons.",
        "We produce no steel, and no fertilizers.",
    ]);
    let stream = Stream::of(&record);
    let check = |value: &str, how: &str, words: &str| {
        let (_, found) = look(&stream, value, None, None).expect("words");
        assert_eq!((found.name(), text(&record, &found).as_str()), (how, words), "{value}");
    };
    check("fertilizers,production", "exact", "fertilizers; our production");
    check("NITROGEN", "exact", "nitrogen");
    // The commas of the text, percent-encoded twice, once, or not at all.
    check("nitrogen%2C potassium", "exact", "nitrogen, potassium");
    check("nitrogen, potassium", "exact", "nitrogen, potassium");
    check("nitrogen,potassium", "exact", "nitrogen, potassium");
    check("no steel, and no, fertilizers", "exact", "no steel, and no fertilizers");
    check("Marxism-Leninism", "exact", "Marxism-Leninism");
    check("Marxism%2DLeninism,6 700 000", "exact", "Marxism-Leninism is no dogma. We “don’t” want 6-700,000");
    check("don't want", "exact", "don’t” want");
    // A prefix and a suffix.
    check("We produce", "ambiguous", "We produce");
    check("We produce,-no steel", "exact", "We produce");
    check("grows-,Marxism", "exact", "Marxism");
    check("dogma-,we,tons,-We produce", "exact", "We “don’t” want 6-700,000 tons");
    // What stands around it is not what the link says, or the words are not quite.
    check("shrinks-,Marxism", "surroundings", "Marxism");
    check("Marxism-Leninism is a dogma", "approximate", "Marxism-Leninism is no dogma");
    check("We produce-,nothing,-and fertilizers", "surroundings", "nitrogen, potassium");
    check("the donkey", "gone", "");
    assert_eq!(look(&stream, " ,-…", None, None), None);
}

#[test]
fn a_hint_chooses_among_equals() {
    let record = talk(&["Yes, of course.", "Why?", "Yes, of course.", "Why not?", "Yes, of course."]);
    let stream = Stream::of(&record);
    let quote = Quote::parse("of course").expect("words");
    let block = |hint: Option<&str>| {
        let found = find(&stream, &quote, None, hint);
        (found.name(), found.passage().map(|passage| passage.start.block))
    };
    assert_eq!(block(None), ("ambiguous", Some(0)));
    assert_eq!(block(Some("t3")), ("exact", Some(2)));
    // In none of them: the next is shown, and it is said that there are several.
    assert_eq!(block(Some("t2")), ("ambiguous", Some(2)));
    assert_eq!(block(Some("t99")), ("ambiguous", Some(0)));
}

#[test]
fn the_sign_of_a_note_is_no_part_of_its_word() {
    use memcon_record::wire::{Block, BlockKind, Mark, Mode, Run};
    let runs = vec![
        Run::plain("out of the mud"),
        Run { marks: vec![Mark::NoteMark], ..Run::plain("5") },
        Run::plain(". Good."),
    ];
    let record = common::of_blocks(vec![Block {
        id: "t1".into(),
        kind: BlockKind::Turn,
        speaker: None,
        label: None,
        mode: Some(Mode::Verbatim),
        paragraphs: vec![runs],
    }]);
    let stream = Stream::of(&record);
    let made = make(&stream, &Passage { start: Spot::new(0, 0, 4), end: Spot::new(0, 0, 12) }).expect("words");
    assert_eq!(made.quote.print(), "of the mud");
    assert_eq!(made.passage.end, Spot::new(0, 0, 14));
    for end in 14..22 {
        assert_eq!(holds(&stream, &Passage { start: Spot::new(0, 0, 0), end: Spot::new(0, 0, end) }), Ok(()));
    }
}

#[test]
fn what_has_changed_is_said() {
    let old = talk(&[
        "We are glad that you came to see our country and its people.",
        "Production of nitrogen fertilizers has risen to two hundred thousand tons, and next year it will rise again.",
        "That is a great success for a country like yours, and for all of us.",
    ]);
    let before = Stream::of(&old);
    let of = |words: &str| {
        let (_, found) = look(&before, words, None, None).expect("words");
        make(&before, &found.passage().expect("it is there")).expect("words")
    };
    let check = |words: &str, one: &str, other: &str, how: &str, now: &str| {
        let made = of(words);
        let texts: Vec<String> = old.blocks.iter().map(|block| block.paragraphs[0].text.replace(one, other)).collect();
        let record = talk(&texts.iter().map(String::as_str).collect::<Vec<_>>());
        let found = find(&Stream::of(&record), &made.quote, Some(&made.seal), None);
        assert_eq!((found.name(), text(&record, &found).as_str()), (how, now), "{words}: {one} → {other}");
        found
    };
    let all = "Production of nitrogen fertilizers has risen to two hundred thousand tons";
    check(all, "see our", "visit our", "exact", all);
    let found = check(all, "two hundred", "three hundred", "surroundings", &all.replace("two", "three"));
    assert!(matches!(found, Found::BySurroundings { changed: Changed::Between, .. }));
    let found = check(all, "Production", "The output", "surroundings", &all.replace("Production", "The output"));
    assert!(matches!(found, Found::BySurroundings { changed: Changed::Words, .. }));
    check("nitrogen fertilizers", "fertilizers", "fertilisers", "surroundings", "nitrogen fertilisers");
    check("nitrogen fertilizers", "nitrogen fertilizers", "coal", "surroundings", "coal");
    let found = check("two hundred thousand tons", "to two", "to", "surroundings", "hundred thousand tons");
    assert!(matches!(found, Found::BySurroundings { changed: Changed::Words, .. }));
    // The same words among others.
    let texts = ["Two hundred thousand tons is not much.", "Nothing else."];
    let record = talk(&texts);
    let made = of("two hundred thousand tons");
    let found = find(&Stream::of(&record), &made.quote, Some(&made.seal), None);
    assert!(matches!(found, Found::BySurroundings { changed: Changed::Around, .. }), "{found:?}");
    // Nothing of it.
    let record = talk(&["Nothing else."]);
    assert_eq!(find(&Stream::of(&record), &made.quote, Some(&made.seal), None), Found::Gone);
    assert_eq!(
        memcon_quote::say::sentence(&Found::Gone, &made.quote),
        "Not found: these words are not in the record, or no longer. The link remembered: “two hundred thousand tons”."
    );
}

#[test]
fn what_is_copied_has_no_marks_of_pages_and_says_where_turns_are_left_out() {
    let turn = |id: &str, runs: &str| {
        format!(r#"{{"id":"{id}","kind":"turn","speaker":"unknown","mode":"verbatim","paragraphs":[[{runs}]]}}"#)
    };
    let marked = r#"{"text":"Once known, "},{"text":"[Page 35]","marks":["page-break"]},{"text":" as he is."}"#;
    let turns = [turn("t1", marked), turn("t2", r#"{"text":"No."}"#), turn("t3", r#"{"text":"Yes."}"#)].join(",");
    let json = format!(r#"{{"format":"memcon-record/1","id":"a","title":"A","provenance":{{}},"blocks":[{turns}]}}"#);
    let record = memcon_record::read(&json).expect("a record").0;
    let all = Passage { start: Spot::new(0, 0, 0), end: Spot::new(2, 0, 4) };
    assert_eq!(passage::words_of(&record, &all), "Once known, as he is.\n\nNo.\n\nYes.");
    assert_eq!(passage::words_where(&record, &all, |block| block == 0), "Once known, as he is.\n\n[…]");
    let part = Passage { start: Spot::new(0, 0, 5), end: Spot::new(0, 0, 15) };
    assert_eq!(passage::words_of(&record, &part), "known,", "half a mark is none");
}

#[test]
fn a_quotation_of_several_turns_can_say_who_says_what() {
    let turn = |id: &str, speaker: &str, paragraphs: &str| {
        format!(r#"{{"id":"{id}","kind":"turn","speaker":"{speaker}","mode":"verbatim","paragraphs":[{paragraphs}]}}"#)
    };
    let blocks = [
        turn("t1", "ann", r#"[{"text":"Once."}],[{"text":"And again."}]"#),
        turn("t2", "unknown", r#"[{"text":"No."}]"#),
        turn("t3", "bob", r#"[{"text":"Yes."}]"#),
    ];
    let people = r#"{"id":"ann","name":"Ann Lee","presence":"listed"},{"id":"bob","name":"Bob","presence":"listed"}"#;
    let json = format!(
        r#"{{"format":"memcon-record/1","id":"a","title":"A","provenance":{{}},"participants":[{people}],"blocks":[{}]}}"#,
        blocks.join(",")
    );
    let record = memcon_record::read(&json).expect("a record").0;
    let words = |end: Spot, shown: &[usize]| {
        let passage = Passage { start: Spot::new(0, 0, 0), end };
        passage::words_with_speakers(&record, &passage, |block| shown.contains(&block))
    };
    assert_eq!(words(Spot::new(0, 1, 10), &[0, 1, 2]), "Once.\n\nAnd again.", "one turn needs no names");
    assert_eq!(
        words(Spot::new(2, 0, 4), &[0, 1, 2]),
        "[Ann Lee:] Once.\n\nAnd again.\n\n[unknown voice:] No.\n\n[Bob:] Yes.",
        "whose words are nobody's are not the one's before"
    );
    assert_eq!(words(Spot::new(2, 0, 4), &[0, 2]), "[Ann Lee:] Once.\n\nAnd again.\n\n[…]\n\n[Bob:] Yes.");
}
