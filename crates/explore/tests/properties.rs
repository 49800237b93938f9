//! What holds for every link, every question and every text.

use memcon_explore::link::{Grouping, Link, MOST_AROUND, Rest, Sort, View};
use memcon_explore::{Answer, Corpus, Filter, Forms, fold};
use memcon_record::wire::{self, Block, BlockKind, Mode, Run};
use memcon_record::{Record, check};
use proptest::prelude::*;

fn value() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z0-9-]{1,12}", "\\PC{1,12}", Just("a&b=c#d%41+e f".to_owned())]
}

fn link() -> impl Strategy<Value = Link> {
    let facet = || prop::collection::vec(value(), 0..3);
    // Names that are known have no place among the others: `normal` sees to it.
    let name = prop_oneof!["x[a-z]{0,5}", Just("q".to_owned()), Just("view".to_owned()), Just("topic".to_owned())];
    let others = prop::collection::vec((name, ".{0,8}"), 0..3);
    let ends = (prop::option::of(value()), prop::option::of(value()), prop::option::of(value()));
    let pair = prop::option::of(prop_oneof!["[a-z]{1,3},[a-z]{1,3}", value()]);
    let kept = (0..=MOST_AROUND, prop::collection::vec(value(), 0..3), prop::option::of(1..2000_usize));
    let passage = (prop::option::of(value()), prop::option::of(value()), prop::option::of(value()));
    let shown = (prop::bool::ANY, 0..4_u8, 0..3_u8, prop::bool::ANY, pair, passage);
    (".{0,24}", (facet(), facet(), facet(), facet(), facet()), ends, shown, kept, others).prop_map(
        |(question, facets, ends, shown, kept, others)| {
            let link = Link {
                question,
                speakers: facets.0,
                delegations: facets.1,
                topics: facets.2,
                mentions: facets.3,
                modes: facets.4,
                from: ends.0,
                to: ends.1,
                rest: if shown.0 { Rest::Dim } else { Rest::Hide },
                around: kept.0,
                open: kept.1,
                hit: kept.2,
                view: View::ALL[usize::from(shown.1)],
                sort: Sort::ALL[usize::from(shown.2)],
                group: if shown.3 { Grouping::Order } else { Grouping::Speaker },
                pair: shown.4,
                quote: shown.5.0,
                seal: shown.5.1,
                only: shown.5.2,
                others,
                rejected: Vec::new(),
                at: ends.2,
            };
            link.normal()
        },
    )
}

proptest! {
    #[test]
    fn a_link_printed_and_parsed_is_the_same_link(link in link()) {
        prop_assert_eq!(Link::parse(&link.query(), &link.fragment()), link);
    }

    #[test]
    fn any_query_has_a_meaning_and_its_canonical_form_keeps_it(query in "((q|view|rest|sort|pair|from|topic|[a-z]{1,9})=[^#]{0,9}&?){0,5}|\\PC{0,40}", fragment in "\\PC{0,12}") {
        let link = Link::parse(&query, &fragment);
        let again = Link::parse(&link.query(), &link.fragment());
        // What was rejected is told once, and is not in the address any more.
        prop_assert_eq!(again, Link { rejected: Vec::new(), ..link });
    }

    #[test]
    fn what_is_repeated_is_taken_once_and_told(name in prop_oneof![Just("q"), Just("from"), Just("to"), Just("rest"), Just("view"), Just("sort"), Just("group"), Just("pair"), Just("quote"), Just("seal"), Just("only")], which in 0..2_usize) {
        let values = match name { "rest" => ["hide", "dim"], "view" => ["lines", "exchange"], "sort" => ["left", "right"], "group" => ["speaker", "order"], "pair" => ["a,b", "b,a"], _ => ["a", "b"] };
        let (one, other) = (values[which], values[1 - which]);
        let link = Link::parse(&format!("{name}={one}&{name}={other}"), "");
        prop_assert_eq!(link.query(), Link::parse(&format!("{name}={one}"), "").query());
        prop_assert_eq!(link.oddities().map(|odd| (odd.name, odd.value)).collect::<Vec<_>>(), [(name.to_owned(), other.to_owned())]);
        prop_assert_eq!(link.without_filter().oddities().count(), 0);
    }

    #[test]
    fn known_parameters_survive_in_any_order(order in Just(["q=a b", "speaker=s", "topic=t", "rest=dim", "view=lines", "from=t1", "utm=x"]).prop_shuffle()) {
        let canonical = Link::parse("q=a b&speaker=s&topic=t&from=t1&rest=dim&view=lines&utm=x", "");
        prop_assert_eq!(Link::parse(&order.join("&"), "").print(), canonical.print());
    }

    #[test]
    fn folding_twice_is_folding_once(text in "\\PC{0,40}") {
        let once = fold::fold(&text);
        prop_assert_eq!(fold::fold(&once), once);
    }

    #[test]
    fn every_hit_folds_to_what_was_asked(texts in prop::collection::vec("\\PC{1,60}", 1..5), word in "\\PC{1,4}") {
        let record = record(&texts);
        let answer = ask(&record, &word);
        for hit in &answer.hits {
            let text = &record.blocks[hit.block].paragraphs[hit.paragraph].text;
            prop_assert!(text.get(hit.range()).is_some(), "a hit is whole characters");
            if word.chars().all(char::is_alphanumeric) {
                prop_assert_eq!(letters(&text[hit.range()]), letters(&word));
            }
        }
    }

    #[test]
    fn the_engine_agrees_with_a_plain_search(texts in prop::collection::vec("[abBäÄ ,.-]{1,24}", 1..6), words in prop::collection::vec("-?[abä]{1,2}\\*?", 1..4)) {
        let record = record(&texts);
        let answer = ask(&record, &words.join(" "));
        for (place, text) in texts.iter().enumerate() {
            let expected = words.iter().all(|word| plainly(text, word));
            prop_assert_eq!(answer.shown[place], expected, "{:?} in {:?}", words, text);
        }
    }
}

/// Whether `text` holds what `word` asks, found the slow way.
fn plainly(text: &str, word: &str) -> bool {
    let (without, word) = word.strip_prefix('-').map_or((false, word), |word| (true, word));
    let (open, word) = word.strip_suffix('*').map_or((false, word), |word| (true, word));
    let word = word.to_lowercase().replace('ä', "a");
    let text = text.to_lowercase().replace('ä', "a");
    let found = text
        .split(|c: char| !c.is_alphanumeric())
        .any(|token| if open { token.starts_with(&word) } else { token == word });
    found != without
}

fn letters(text: &str) -> String {
    fold::fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

fn ask(record: &Record, question: &str) -> Answer {
    let link = Link { question: question.into(), ..Link::default() };
    Answer::of(record, &Corpus::of(record), &Filter::resolve(record, &link, &Forms::default()).0)
}

fn record(texts: &[String]) -> Record {
    let block = |(i, text): (usize, &String)| Block {
        id: format!("t{}", i + 1),
        kind: BlockKind::Turn,
        speaker: None,
        label: None,
        mode: Some(Mode::Verbatim),
        paragraphs: vec![vec![Run::plain(text.clone())]],
    };
    let record = wire::Record {
        format: wire::FORMAT.into(),
        id: "x".into(),
        title: "X".into(),
        blocks: texts.iter().enumerate().map(block).collect(),
        ..wire::Record::default()
    };
    assert!(check(&record).iter().all(|problem| problem.path.starts_with("blocks")));
    Record::from_wire(record)
}
