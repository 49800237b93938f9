//! What each speaker says more than the others: the arithmetic, and where nothing is told.

use memcon_explore::Corpus;
use memcon_explore::distinctive::{STOP_WORDS, Why, Words, per_thousand, words_table};
use memcon_record::{Record, Speaker, read};

/// Turns of speakers `a`, `b` …, of `unknown`, or of nobody: each with words and how often they are said.
fn record(language: &str, turns: &[(&str, &[(&str, usize)])]) -> Record {
    let blocks: Vec<String> = turns
        .iter()
        .enumerate()
        .map(|(i, (speaker, words))| {
            let text: String = words.iter().map(|(word, times)| format!("{word} ").repeat(*times)).collect();
            let speaker = if speaker.is_empty() { "null".to_owned() } else { format!("\"{speaker}\"") };
            format!(r#"{{"id":"t{i}","kind":"turn","speaker":{speaker},"paragraphs":[[{{"text":"{text}"}}]]}}"#)
        })
        .collect();
    let people: Vec<String> =
        ["a", "b", "c"].iter().map(|id| format!(r#"{{"id":"{id}","name":"{id}","presence":"listed"}}"#)).collect();
    let json = format!(
        r#"{{"format":"memcon-record/1","id":"r","title":"R","language":"{language}","provenance":{{}},"participants":[{}],"blocks":[{}]}}"#,
        people.join(","),
        blocks.join(",")
    );
    read(&json).expect("the test's own record").0
}

fn words(record: &Record) -> Words {
    Words::of(record, &Corpus::of(record))
}

fn why(record: &Record, speaker: Speaker) -> Option<Why> {
    words(record).voices.into_iter().find(|voice| voice.speaker == speaker)?.words.err()
}

const A: Speaker = Speaker::Known(0);

/// With these counts the formula, worked out in Python apart from this program, gives
/// coal: prior 150 · 15 / 270 = 8.3333, ln(20.3333 / 249.6667) − ln(11.3333 / 288.6667) = 0.72966,
/// variance 1 / 20.3333 + 1 / 11.3333 = 0.13742, 0.72966 / √0.13742 = 1.968349; steel −0.553941; bread −0.776115;
/// peace −1.691753.
#[test]
fn scores_are_those_of_the_formula() {
    let (a, b) = ([("coal", 12), ("steel", 4), ("bread", 2), ("peace", 102)], [("coal", 3), ("steel", 8)]);
    let record = record("en", &[("a", &a), ("b", &b), ("b", &[("bread", 6), ("peace", 133)])]);
    let words = words(&record);
    assert_eq!(words.nothing(), None);
    let [b, a] = words.voices.as_slice() else { panic!("two speak: {words:?}") };
    assert_eq!((a.speaker, a.said, a.others), (A, 120, 150));
    let [coal] = a.words.as_deref().expect("coal stands apart") else { panic!("one word: {a:?}") };
    assert_eq!((coal.word.as_str(), coal.here, coal.others()), ("coal", 12, 3));
    assert!((coal.score - 1.968349).abs() < 1e-6, "{}", coal.score);
    assert_eq!((per_thousand(coal.here, a.said), per_thousand(coal.others(), a.others)), (100.0, 20.0));
    // Of two speakers, one has what the other lacks: peace, with the sign turned.
    let [peace] = b.words.as_deref().expect("peace stands apart") else { panic!("one word: {b:?}") };
    assert!((peace.score - 1.691753).abs() < 1e-6, "{}", peace.score);
    let table = words_table(&record, &words, |_| "Comrade A".into());
    assert_eq!(table[2], ["a", "Comrade A", "coal", "12", "3", "100.00", "20.00", "1.97", ""]);
    assert_eq!(table.len(), 3);
}

#[test]
fn what_says_too_little_says_why() {
    let enough: &[(&str, usize)] = &[("peace", 100)];
    let short: &[(&str, usize)] = &[("peace", 99)];
    for (turns, of_a, of_all) in [
        (&[("a", enough), ("b", enough)][..], Some(Why::NothingApart), Some(Why::NothingApart)),
        (&[("a", short), ("b", enough)], Some(Why::Short(99)), Some(Why::OthersShort(99))),
        (&[("a", enough), ("b", short)], Some(Why::OthersShort(99)), Some(Why::OthersShort(99))),
        (&[("a", short), ("b", short)], Some(Why::Short(99)), Some(Why::Short(99))),
        (&[("a", enough)], Some(Why::Alone), Some(Why::Alone)),
        // What nobody says is nobody's word, and no voice to compare with.
        (&[("a", enough), ("", enough)], Some(Why::Alone), Some(Why::Alone)),
        (&[("", enough)], None, Some(Why::Nobody)),
        (&[], None, Some(Why::Nobody)),
        (&[("unknown", enough)], None, Some(Why::Unnamed)),
    ] {
        let record = record("en", turns);
        assert_eq!((why(&record, A), words(&record).nothing()), (of_a, of_all), "{turns:?}");
    }
    // Voices without a name are others, and have no words of their own.
    let record = record("en", &[("a", &[("coal", 90), ("peace", 90)]), ("unknown", &[("peace", 120)])]);
    assert_eq!((why(&record, A), why(&record, Speaker::Unknown)), (None, Some(Why::Unnamed)));
    assert_eq!(
        words_table(&record, &words(&record), |_| String::new()).last().and_then(|row| row.last()),
        Some(&Why::Unnamed.to_string())
    );
    assert_eq!(Why::Short(42).to_string(), "Too few words: 42 of the 100 needed.");
}

#[test]
fn a_word_must_be_a_word_used_twice_and_not_of_the_grammar() {
    let a: &[(&str, usize)] = &[("coal", 1), ("the", 40), ("1964", 20), ("peace", 60)];
    let b: &[(&str, usize)] = &[("peace", 121)];
    let mine = |language| {
        let list = words(&record(language, &[("a", a), ("b", b)])).voices.into_iter().find(|voice| voice.speaker == A);
        list.map(|voice| voice.words.map(|words| words.into_iter().map(|word| word.word).collect::<Vec<_>>()))
    };
    assert_eq!(mine("en"), Some(Err(Why::NothingApart)));
    assert_eq!(mine("en-GB"), Some(Err(Why::NothingApart)));
    // The stop list is English.
    assert_eq!(mine("de"), Some(Ok(vec!["the".into()])));
    assert!(STOP_WORDS.contains(&"the"));
}
