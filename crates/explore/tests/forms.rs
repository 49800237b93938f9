//! `~word` finds the word and other forms of it, and nothing else changes.

use std::sync::LazyLock;

use memcon_explore::link::Link;
use memcon_explore::{Answer, Corpus, Filter, Forms, Question};
use memcon_record::{Record, read};
use proptest::prelude::*;

static SEED: LazyLock<(Record, Corpus)> = LazyLock::new(|| {
    let json = include_str!("../../../public/records/1964-11-25-kwp-delegation-enver-hoxha.json");
    let record = read(json).expect("the committed record is readable").0;
    let corpus = Corpus::of(&record);
    (record, corpus)
});

/// Words of the record of which forms are asked for, by question.
fn stems(question: &str) -> Vec<String> {
    Question::parse(question).parts.into_iter().flat_map(|part| part.stems).collect()
}

#[test]
fn only_a_whole_word_outside_quotes_has_forms() {
    for (question, expected) in [
        ("~fertilize", vec!["fertilize"]),
        ("-~fertilize reed", vec!["fertilize"]),
        ("~fertilize|~donkeys|reed", vec!["fertilize", "donkeys"]),
        ("reed | ~donkeys", vec!["donkeys"]),
        ("~", vec![]),
        ("~ reed", vec![]),
        ("~fertiliz*", vec![]),
        ("~raw-material", vec![]),
        ("\"~reed\" ~\"reed\" ~~\"reed\" ~\"raw", vec![]),
        ("~~Fertilizé", vec!["fertilize"]),
        ("~fertili?er", vec![]),
        ("near:3(~raw material)", vec![]),
        ("speaker:~hoxha", vec![]),
    ] {
        assert_eq!(stems(question), expected, "{question}");
    }
}

#[test]
fn before_a_quotation_the_tilde_says_nothing() {
    let question = |typed| Question::parse(typed).parts.into_iter().map(|part| part.asked).collect::<Vec<_>>();
    assert_eq!(question("~\"raw material\" coal"), question("\"raw material\" coal"));
}

#[test]
fn forms_are_the_records_own_words_in_order() {
    let (_, corpus) = &*SEED;
    let forms = Forms::of(&Question::parse("~Fertilize ~donkeys ~gnu"), corpus);
    let of = |word| forms.of_word(word).map(|forms| forms.collect::<Vec<_>>());
    assert_eq!(of("fertilize"), Some(vec!["fertilize", "fertilizer", "fertilizers"]));
    assert_eq!(of("donkeys"), Some(vec!["donkeys", "donkey"]));
    assert_eq!(of("gnu"), Some(vec!["gnu"]), "no other");
    assert_eq!(of("reed"), None, "nobody asked");
}

fn shown(question: &str) -> Vec<bool> {
    let (record, corpus) = &*SEED;
    let link = Link { question: question.to_owned(), ..Link::default() };
    let forms = Forms::of(&Question::parse(question), corpus);
    Answer::of(record, corpus, &Filter::resolve(record, &link, &forms).0).shown
}

proptest! {
    /// What a word finds is found with its forms, and where there are forms, what each of them finds, and no more.
    #[test]
    fn a_word_with_its_forms_finds_what_each_of_them_does(at in any::<prop::sample::Index>()) {
        let (_, corpus) = &*SEED;
        let mut words: Vec<&str> = corpus.text.vocabulary().collect();
        words.sort_unstable();
        let word = *at.get(&words);
        let asked = format!("~{word}");
        let forms = Forms::of(&Question::parse(&asked), corpus);
        let each: Vec<&str> = forms.of_word(word).into_iter().flatten().collect();
        prop_assert_eq!(shown(&asked), shown(&each.join("|")));
    }

    /// Whatever is typed, each word of which forms are asked for has a line of its own.
    #[test]
    fn whatever_is_typed_forms_are_found_by_their_word(typed in "[~a-zé|*\"(): \u{a0}\t,-]{0,12}") {
        let (_, corpus) = &*SEED;
        let question = Question::parse(&typed);
        let forms = Forms::of(&question, corpus);
        for stem in question.parts.iter().flat_map(|part| &part.stems) {
            let Some(found) = forms.of_word(stem) else { panic!("{stem:?} of {typed:?} in {forms:?}") };
            for form in found.skip(1) {
                prop_assert!(corpus.text.vocabulary().any(|word| word == form), "{:?}", form);
            }
        }
    }
}
