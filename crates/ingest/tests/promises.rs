//! What holds for any source: nothing lost, ids given once, errors that say where.

mod common;

use common::{joined, rebuild};
use memcon_ingest::{Editor, Error, File, ingest, source_text};
use proptest::prelude::*;

const TALK: &str =
    "Talk\n\nMr. Beam: We met.\n\nMr. Cox: When was that?\n\nMr. Beam: It was today.\n\nMr. Cox: I see now.\n";

/// Pieces of which sources are made: what parsers trip over.
fn source() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => proptest::sample::select(vec![
            "Mr. Beam: ", "Mr. Cox: ", "BEAM. ", "Kissinger: ", "Beam:\n", "[Page 178]", "(Laughter)", "“We met.” ", "mud5. ", "\n", "\n\n",
            "\r\n", " \u{a0}\n", "PARTICIPANTS:\n", "Present: ", "From the South\n", "Mr. Beam, Secretary; ", "1 Source: X.\n", "\n1 See Y.\n",
            "Document Information\n", "Recorded by stenograph.\n", "---\n", "title: x\n", "**Mr. Beam:** ", "_", "…\n", "：", "\u{c}", "[", ")", ": ",
            "https://x.org ", "November 25, 1964\n", "Translated by N. N.\n", "[1] ", "Ä: ", "\u{feff}", "The meeting ended at 1.\n", "—", "Summary:\n",
        ]).prop_map(str::to_owned),
        1 => "[ -~]{0,20}",
        1 => "\\PC{0,12}",
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_whatever_the_source(source in source()) {
        if let Ok(text) = source_text(source.as_bytes())
            && let Ok(made) = ingest(text, None, None)
        {
            prop_assert_eq!(rebuild(text, &made), text);
            prop_assert_eq!(memcon_record::check(&made.record), vec![]);
        }
    }

    #[test]
    fn nothing_is_lost_of_arbitrary_text_around_a_talk(before in "\\PC{0,80}", within in "\\PC{0,80}", after in "(?s).{0,120}") {
        let source = format!("{before}\n\n{}\n{after}", TALK.replace("It was", &within));
        if let Ok(text) = source_text(source.as_bytes()) {
            match ingest(text, None, None) {
                Ok(made) => prop_assert_eq!(rebuild(text, &made), text),
                Err(error) => prop_assert!(error.what.starts_with("no turns found"), "{}", error),
            }
        }
    }
}

#[test]
fn an_unchanged_source_gives_the_same_record() {
    let first = ingest(TALK, None, None).expect("a record").record;
    let again = ingest(TALK, None, Some(&first)).expect("a record").record;
    assert_eq!(again, first);
}

fn ids(
    source: &str,
    previous: Option<&memcon_record::wire::Record>,
) -> (Vec<(String, String)>, Vec<String>, memcon_record::wire::Record) {
    let record = ingest(source, None, previous).expect("a record").record;
    let ids = record
        .blocks
        .iter()
        .map(|b| (b.id.clone(), b.paragraphs.iter().map(|p| joined(p)).collect::<String>()))
        .collect();
    (ids, record.retired.clone(), record)
}

#[test]
fn ids_are_given_once() {
    let (_, _, first) = ids(TALK, None);
    let pair = |id: &str, text: &str| (id.to_owned(), text.to_owned());

    // A turn comes in between: the others keep their ids, the new one has a new id.
    let more =
        TALK.replace("Mr. Beam: It was", "Mr. Beam: Which one do you mean?\n\nMr. Cox: The last.\n\nMr. Beam: It was");
    let (found, retired, second) = ids(&more, Some(&first));
    assert_eq!(
        found,
        [
            pair("t1", "We met."),
            pair("t2", "When was that?"),
            pair("t5", "Which one do you mean?"),
            pair("t6", "The last."),
            pair("t3", "It was today."),
            pair("t4", "I see now."),
        ]
    );
    assert!(retired.is_empty());

    // It goes again: its id is retired and is not given to the next that comes.
    let (found, retired, third) = ids(TALK, Some(&second));
    assert_eq!(found.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["t1", "t2", "t3", "t4"]);
    assert_eq!(retired, ["t5", "t6"]);
    let (found, retired, _) = ids(&format!("{TALK}\nMr. Beam: Let us end.\n"), Some(&third));
    assert_eq!(found.last(), Some(&pair("t7", "Let us end.")));
    assert_eq!(retired, ["t5", "t6"]);

    // A typing error mended in the source is no new turn.
    let (found, _, _) = ids(&TALK.replace("I see now.", "I see it now."), Some(&first));
    assert_eq!(found.last(), Some(&pair("t4", "I see it now.")));
}

fn fault(toml: &str) -> Error {
    let editor = match Editor::read(toml) {
        Ok(editor) => editor,
        Err(error) => return error,
    };
    ingest(TALK, Some(&editor), None).map(|made| made.record.id).expect_err("a fault")
}

#[test]
fn a_contradiction_of_the_editor_is_named_with_its_line() {
    let check = |toml: &str, line: usize, says: &str| {
        let error = fault(toml);
        assert_eq!((error.file, error.line), (File::Editor, Some(line)), "{error}");
        assert!(error.what.contains(says), "{error}");
    };
    check("[[participant]]\nid = \"hall\"\nname = \"Hall\"\n", 3, "unknown person");
    check("[[participant]]\nid = \"beam\"\nname = \"Beam\"\ndelegation = \"us\"\n", 4, "no delegation");
    check("[[topic]]\nid = \"a\"\nname = \"A\"\nfrom = \"t1\"\nto = \"t9\"\n", 5, "no turn");
    check("[[topic]]\nid = \"a\"\nname = \"A\"\nfrom = \"t1\"\nto = \"t3\"\n", 5, "belong to no topic");
    check(
        "[[topic]]\nid = \"a\"\nname = \"A\"\nfrom = \"t1\"\nto = \"t1\"\n\n[[topic]]\nid = \"b\"\nname = \"B\"\nfrom = \"t3\"\nto = \"t4\"\n",
        10,
        "leaves a gap",
    );
    check(
        "[[topic]]\nid = \"a\"\nname = \"A\"\nfrom = \"t1\"\nto = \"t2\"\n\n[[topic]]\nid = \"b\"\nname = \"B\"\nfrom = \"t2\"\nto = \"t4\"\n",
        10,
        "overlaps",
    );
    check(
        "[[entity]]\nid = \"x\"\nkind = \"place\"\nname = \"X\"\nspellings = [\n  \"met\",\n  \"Paris\",\n]\n",
        7,
        "occurs nowhere",
    );
    check(
        "[[entity]]\nid = \"x\"\nkind = \"place\"\nname = \"X\"\nspellings = [\"met\"]\nonly = [\"t99\"]\n",
        6,
        "no block",
    );
    check("[[entity]]\nid = \"x\"\nkind = \"town\"\nname = \"X\"\nspellings = [\"met\"]\n", 3, "unknown variant");
    check("titel = \"x\"\n", 1, "unknown field");
    check("id = \"Not an id\"\n", 1, "no id");
    check("date = \"May 1\"\n", 1, "no date");
}

#[test]
fn spellings_match_whole_words_longest_first() {
    let toml = "[[entity]]\nid = \"day\"\nkind = \"date\"\nname = \"Day\"\nspellings = [\"today\"]\n\n[[entity]]\nid = \"met\"\nkind = \"term\"\nname = \"Met\"\nspellings = [\"met\", \"We met\"]\nexcept = [\"t2\"]\n";
    let editor = Editor::read(toml).expect("good");
    let error = ingest(TALK, Some(&editor), None).expect_err("“met” is always taken by “We met”");
    assert_eq!(error.line, Some(11), "{error}");
    let editor = Editor::read(&toml.replace("\"met\", ", "")).expect("good");
    let record = ingest(TALK, Some(&editor), None).expect("a record").record;
    let named: Vec<(&str, &str)> = record
        .blocks
        .iter()
        .flat_map(|b| b.paragraphs.iter().flatten())
        .filter_map(|run| run.entity.as_deref().map(|id| (id, run.text.as_str())))
        .collect();
    assert_eq!(named, [("met", "We met"), ("day", "today")]);
}

#[test]
fn what_is_no_text_is_refused() {
    let check = |bytes: &[u8], line: Option<usize>, says: &str| {
        let error = source_text(bytes).expect_err("refused");
        assert_eq!(error.line, line, "{error}");
        assert!(error.what.contains(says), "{error}");
    };
    check(b"", None, "empty");
    check(" \n\u{a0}\n".as_bytes(), None, "empty");
    check(b"a\nb\x00c", Some(2), "byte 3 is the control byte 0x00");
    check(b"a\n\nb\xffc", Some(3), "byte 4 (0xFF) is not UTF-8");
    check(b"\x89PNG\r\n\x1a\n\x00\x00", Some(3), "control byte");
    let error = ingest("Nothing\n\nis said here.\n", None, None).expect_err("no turns");
    assert!(error.what.contains("“Name: text”"), "{error}");
}
