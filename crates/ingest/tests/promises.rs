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
    (ids, record.retired.iter().map(|entry| entry.id.clone()).collect(), record)
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

/// What became of ids: `t5 → t4 (joined)`.
fn ledger(record: &memcon_record::wire::Record) -> Vec<String> {
    assert_eq!(memcon_record::check(record), vec![]);
    let line = |entry: &memcon_record::wire::Retired| {
        format!("{} → {} ({:?})", entry.id, entry.successors.join(" "), entry.why).to_lowercase()
    };
    record.retired.iter().map(line).collect()
}

#[test]
fn an_id_that_falls_away_names_what_has_its_text() {
    const LONG: &str = "Talk\n\nMr. Beam: We met today to speak of the treaty. It is long, and nobody has read it to the end.\n\n\
        Mr. Cox: When was that?\n\nMr. Beam: In the morning, before the others came into the room.\n\nMr. Cox: I see now.\n\n\
        Mr. Beam: The rest of the story is a matter for the lawyers of both sides.\n";
    let (_, _, first) = ids(LONG, None);
    let texts = |record: &memcon_record::wire::Record| -> Vec<String> {
        record
            .blocks
            .iter()
            .map(|b| format!("{} {}", b.id, b.paragraphs.iter().map(|p| joined(p)).collect::<String>()))
            .collect()
    };
    assert_eq!(ledger(&first), [""; 0]);

    // A question that was a turn of its own goes into the one before it, and what follows with it.
    let joined_up =
        LONG.replace("the end.\n\nMr. Cox: When was that?\n\nMr. Beam: In the", "the end. When was that? In the");
    let (_, _, second) = ids(&joined_up, Some(&first));
    assert_eq!(ledger(&second), ["t2 → t1 (joined)", "t3 → t1 (joined)"], "{:?}", texts(&second));

    // The turn that took them in is split: both entries follow, and it has one itself.
    let split = joined_up.replace(" In the morning", "\n\nMr. Cox: In the morning");
    let (_, _, third) = ids(&split, Some(&second));
    assert_eq!(
        ledger(&third),
        ["t2 → t1 t6 (joined)", "t3 → t1 t6 (joined)", "t1 → t1 t6 (split)"],
        "{:?}",
        texts(&third)
    );

    // It is joined again: nothing is split any more, and the id of the part is kept.
    let (_, _, fourth) = ids(&joined_up, Some(&third));
    assert_eq!(ledger(&fourth), ["t2 → t1 (joined)", "t3 → t1 (joined)", "t6 → t1 (joined)"]);

    // All of it is taken out; what is new has a new id.
    let without = "Talk\n\nMr. Cox: I see now.\n\nMr. Beam: The rest of the story is a matter for the lawyers of both sides.\n\n\
        Mr. Cox: Let us hope so.\n";
    let (found, _, fifth) = ids(without, Some(&fourth));
    assert_eq!(ledger(&fifth), ["t2 →  (removed)", "t3 →  (removed)", "t6 →  (removed)", "t1 →  (removed)"]);
    assert_eq!(found.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["t4", "t5", "t7"]);
    let made = ingest(&split, None, Some(&second)).expect("a record");
    let report = memcon_ingest::report::text(&split, &made);
    assert!(report.contains("  t3: joined, in t1, t6\n  t1: split, in t1, t6\n"), "{report}");
    let again = ids(without, Some(&fifth)).2;
    assert_eq!(again, fifth);
}

#[test]
fn a_turn_that_moves_keeps_its_id() {
    let (_, _, first) = ids(TALK, None);
    let long = TALK.replace("We met.", "We met at the gate of the town.");
    let (_, _, second) = ids(&long, Some(&first));
    let turn = "Mr. Beam: We met at the gate of the town.\n\n";
    let moved = format!("{}\n{}", long.replace(turn, ""), turn);
    let (found, _, third) = ids(&moved, Some(&second));
    let id = &second.blocks[0].id;
    assert_eq!(found.last().map(|(id, _)| id), Some(id));
    assert!(!ledger(&third).iter().any(|line| line.starts_with(&format!("{id} "))));
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
