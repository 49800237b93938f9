//! What is cited, and what a citation says of it.

mod common;

use memcon_cite::csl::{of, templates};
use memcon_cite::{Cited, Facts, Name, Pages, Style, Turns};
use proptest::prelude::*;

fn pages(from: &str, to: &str) -> Option<Pages> {
    Some(Pages { leaves: false, from: from.to_owned(), to: to.to_owned() })
}

#[test]
fn a_turn_has_the_page_that_the_source_marks() {
    let record = common::everything();
    let cited = |id: &str| Cited::block(&record, id).expect("a turn");
    assert_eq!(cited("t1").pages, pages("178", "178"));
    assert_eq!(cited("t2").pages, pages("178", "179"));
    assert_eq!(cited("t3").pages, pages("179", "179"));
    let stretch = Cited::stretch(&record, "t3", "t1").expect("in either order");
    assert_eq!((stretch.pages, stretch.turns), (pages("178", "179"), Some(Turns { from: 1, to: 3 })));
    assert_eq!(Cited::block(&common::seed(), "t7").expect("a turn").pages, None);
    assert_eq!(Cited::block(&record, "t9"), None);
}

#[test]
fn a_passage_has_its_own_page() {
    let record = common::everything();
    let passage = |words: &str| Cited::passage(&record, "t2", "t2", words).expect("a turn").pages;
    assert_eq!(passage("Kim Su-yong replied"), pages("178", "178"));
    assert_eq!(passage("it would\n rise."), pages("179", "179"));
    assert_eq!(passage("replied that it would"), pages("178", "179"));
    // Not found: the pages of the turn.
    assert_eq!(passage("nobody said so"), pages("178", "179"));
    let across = Cited::passage(&record, "t1", "t2", "was low. Kim Su-yong").expect("turns");
    assert_eq!((across.pages, across.speakers.len()), (pages("178", "178"), 2));
}

#[test]
fn what_is_no_turn_has_no_speaker_and_no_number() {
    let cited = Cited::block(&common::seed(), "narrative-1").expect("a block");
    assert_eq!((cited.speakers.len(), cited.turns, cited.locator()), (0, None, String::new()));
    let voice = Cited::block(&common::months(), "t2").expect("a turn");
    assert_eq!(voice.speakers, [Name::Whole("Voice at the door".to_owned())]);
    assert!(Cited::block(&common::nothing(), "t2").expect("a stage note").speakers.is_empty());
}

#[test]
fn the_seed_is_cited_in_every_style() {
    let record = common::seed();
    let cited =
        Cited::block(&record, "t6").expect("a turn").linked("https://memcon.example/r/#t6").read_on(common::READ);
    let all = templates(&record).all(&cited);
    let text: Vec<String> = all.iter().map(|(style, rich)| format!("{}: {}", style.id(), rich.plain())).collect();
    let title = "Notes from a Meeting between a Delegation of the KWP and Enver Hoxha and Mehmet Shehu";
    assert_eq!(
        text,
        [
            format!(
                "chicago-note: Enver Hoxha, in “{title},” Minutes of Conversation, trans. Enkel Daljani, November 25, 1964, \
                 turn 6 in the Memcon edition, AQPPSH, MPP Korese, V. 1964, D 2, https://memcon.example/r/#t6."
            ),
            format!("chicago-short-note: Hoxha, in “{title},” turn 6 in the Memcon edition."),
            format!(
                "chicago-bibliography: Hoxha, Enver. In “{title}.” Minutes of Conversation. Translated by Enkel Daljani. \
                 November 25, 1964. AQPPSH, MPP Korese, V. 1964, D 2. https://memcon.example/r/#t6."
            ),
            format!(
                "mla: Hoxha, Enver. In “{title}.” Minutes of Conversation. Translated by Enkel Daljani, 25 Nov. 1964, \
                 AQPPSH, MPP Korese, V. 1964, D 2, https://memcon.example/r/#t6."
            ),
            "mla-in-text: (Hoxha, turn 6 in the Memcon edition)".to_owned(),
            format!(
                "apa: Hoxha, E. (1964, November 25). In {title} (E. Daljani, Trans.) [Minutes of Conversation]. \
                 AQPPSH, MPP Korese, V. 1964, D 2. https://memcon.example/r/#t6"
            ),
            "apa-in-text: (Hoxha, 1964, turn 6 in the Memcon edition)".to_owned(),
            format!(
                "archive: AQPPSH, MPP Korese, V. 1964, D 2. Minutes of Conversation, “{title},” 25 November 1964. \
                 Enver Hoxha, turn 6 in the Memcon edition. Recorded by Haxhi Kroi, translated by Enkel Daljani. \
                 https://memcon.example/r/#t6 (accessed 2 September 2026)."
            ),
        ]
    );
    let apa = &all.iter().find(|(style, _)| *style == Style::Apa).expect("APA").1;
    assert!(apa.html().contains(&format!("In <i>{title}</i> (E. Daljani, Trans.)")), "{}", apa.html());
    assert!(apa.html().ends_with("<a href=\"https://memcon.example/r/#t6\">https://memcon.example/r/#t6</a>"));
}

#[test]
fn the_whole_record_begins_with_its_title() {
    let record = common::seed();
    for (style, rich) in templates(&record).all(&Cited::record()) {
        let text = rich.plain();
        let begin = text.trim_start_matches(['(', '“']);
        let expect =
            if style == Style::Archive { "AQPPSH, MPP Korese, V. 1964, D 2. " } else { "Notes from a Meeting" };
        assert!(begin.starts_with(expect), "{style:?}: {text}");
    }
}

#[test]
fn reported_speech_is_cited_as_reported() {
    let record = common::everything();
    let cited = Cited::block(&record, "t2").expect("a turn");
    for (style, rich) in templates(&record).all(&cited) {
        let text = rich.plain();
        assert!(text.to_lowercase().contains("as reported"), "{style:?}: {text}");
    }
    let note = templates(&record).cite(Style::ChicagoNote, &cited).plain();
    assert!(
        note.starts_with("Kim Su-yong, as reported in “Talks at the Lake: ‘Water, Salt and Bread,’” Memorandum"),
        "{note}"
    );
    assert!(note.contains("pp. 178–179, turn 2 in the Memcon edition"), "{note}");
}

/// No hole where a fact is absent: no two marks where one belongs, no empty brackets, no space before a mark.
fn has_no_hole(text: &str) -> bool {
    let holes = ["..", ",,", ", ,", ",.", "()", "[]", "“”", "  ", " ,", " .", "(,", ",)", "?.", "n.p."];
    !holes.iter().any(|hole| text.contains(hole)) && text.trim() == text
}

#[test]
fn an_absent_fact_leaves_no_hole() {
    for (name, record) in common::all() {
        let templates = templates(&record);
        for (what, cited) in common::citations(&record) {
            for (style, rich) in templates.all(&cited) {
                let text = rich.plain();
                assert!(!text.is_empty() && has_no_hole(&text), "{name}, {what}, {style:?}: {text}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    /// Any facts absent together leave no hole either.
    #[test]
    fn any_absent_facts_leave_no_hole(has in prop::array::uniform7(any::<bool>())) {
        let full = Facts::of(&common::everything());
        let keep = |i: usize, fact: &Option<String>| fact.clone().filter(|_| has[i]);
        let facts = Facts {
            kind: keep(0, &full.kind),
            date: keep(1, &full.date),
            reference: keep(2, &full.reference),
            repository: keep(3, &full.repository),
            translator: keep(4, &full.translator),
            publisher: keep(5, &full.publisher),
            recorder: keep(6, &full.recorder),
            ..full
        };
        let templates = of(facts);
        for cited in [Cited::record(), Cited { speakers: vec![Name::new("Ada Quay")], ..Cited::record() }.linked("https://m.example/")] {
            for (style, rich) in templates.all(&cited) {
                prop_assert!(has_no_hole(&rich.plain()), "{:?}: {}", style, rich.plain());
            }
        }
    }
}
