//! The files for reference managers.

mod common;

use std::path::Path;

use memcon_cite::{Cited, Facts, bibtex, csl_json, ris};
use proptest::prelude::*;
use serde_json::Value;

const DIGEST: &str = "sha256:d853b0325dda3f35e71638d81e1574fdc3e66354a150ddac1104c29412617572";

fn turn(id: &str) -> (Facts, Cited) {
    let record = common::seed();
    let cited = Cited::block(&record, id).expect("a turn").linked("https://memcon.example/r/#t6").read_on(common::READ);
    (Facts::of(&record), cited)
}

#[test]
fn ris_has_the_archive_where_zotero_looks_for_it() {
    let (facts, cited) = turn("t6");
    assert_eq!(
        ris(&facts, &cited).split("\r\n").collect::<Vec<_>>(),
        [
            "TY  - MANSCPT",
            "ID  - 1964-11-25-kwp-delegation-enver-hoxha-turn-6",
            "TI  - Notes from a Meeting between a Delegation of the KWP and Enver Hoxha and Mehmet Shehu",
            "AU  - Hoxha, Enver",
            "A4  - Daljani, Enkel",
            "PY  - 1964",
            "DA  - 1964/11/25",
            "M3  - Minutes of Conversation",
            "DB  - AQPPSH",
            "AN  - MPP Korese, V. 1964, D 2",
            "CN  - AQPPSH, MPP Korese, V. 1964, D 2",
            "LA  - en",
            "UR  - https://memcon.example/r/#t6",
            "Y2  - 2026/09/02",
            "N1  - Cited: Enver Hoxha, turn 6 in the Memcon edition",
            "N1  - Recorded by Haxhi Kroi",
            &format!("N1  - Digest of the source text: {DIGEST}"),
            "ER  - ",
            "",
        ]
    );
}

#[test]
fn bibtex_keeps_what_tex_would_take_for_its_own() {
    let (facts, cited) = turn("t6");
    assert_eq!(
        bibtex(&facts, &cited),
        format!(
            "@misc{{1964-11-25-kwp-delegation-enver-hoxha-turn-6,
  author = {{Hoxha, Enver}},
  title = {{{{Notes}} from a {{Meeting}} between a {{Delegation}} of the {{KWP}} and {{Enver}} {{Hoxha}} and {{Mehmet}} {{Shehu}}}},
  type = {{Minutes of Conversation}},
  translator = {{Daljani, Enkel}},
  date = {{1964-11-25}},
  year = {{1964}},
  month = nov,
  howpublished = {{AQPPSH, MPP Korese, V. 1964, D 2}},
  library = {{AQPPSH}},
  shelfmark = {{MPP Korese, V. 1964, D 2}},
  url = {{https://memcon.example/r/#t6}},
  urldate = {{2026-09-02}},
  note = {{Cited: Enver Hoxha, turn 6 in the Memcon edition. Recorded by Haxhi Kroi. Digest of the source text: {DIGEST}}},
}}
"
        )
    );
    let facts = Facts { title: "50% of {A} & B_c #1 \\d ~ $".into(), id: "x".into(), ..Facts::default() };
    assert!(bibtex(&facts, &Cited::record()).contains(
        "title = {50\\% of {\\textbraceleft{}A\\textbraceright{}} \\& {B\\_c} \\#1 \\textbackslash{}d \\textasciitilde{} \\$}"
    ));
}

#[test]
fn csl_json_says_what_is_known_and_nothing_else() {
    let (facts, cited) = turn("t1");
    let [item]: [Value; 1] = serde_json::from_str(&csl_json(&facts, &cited)).expect("a list of one item");
    assert_eq!(item["author"], serde_json::json!([{ "literal": "Ri Jong-ok" }]));
    assert_eq!(item["translator"], serde_json::json!([{ "family": "Daljani", "given": "Enkel" }]));
    assert_eq!(item["issued"], serde_json::json!({ "date-parts": [[1964, 11, 25]] }));
    assert_eq!((&item["archive"], &item["archive_location"]), (&"AQPPSH".into(), &"MPP Korese, V. 1964, D 2".into()));
    assert!(item["note"].as_str().is_some_and(|note| note.contains(DIGEST)));

    let bare = Facts::of(&common::nothing());
    let [item]: [Value; 1] = serde_json::from_str(&csl_json(&bare, &Cited::record())).expect("a list of one item");
    let fields: Vec<&str> = item.as_object().expect("an object").keys().map(String::as_str).collect();
    assert_eq!(fields, ["id", "note", "title", "type"]);
    let interval = Facts::of(&common::everything());
    let [item]: [Value; 1] = serde_json::from_str(&csl_json(&interval, &Cited::record())).expect("a list of one item");
    assert_eq!(item["issued"], serde_json::json!({ "date-parts": [[1958, 3, 29], [1958, 3, 31]] }));
}

#[test]
fn reported_speech_has_no_author() {
    let record = common::everything();
    let cited = Cited::block(&record, "t1").expect("a turn");
    let facts = Facts::of(&record);
    assert!(!ris(&facts, &cited).contains("AU  - "));
    assert!(
        ris(&facts, &cited)
            .contains("N1  - Cited: Jean de Marsac as reported, p. 178, turn 1 in the Memcon edition\r\n")
    );
    assert!(ris(&facts, &cited).contains("N1  - Date of the conversation: 1958-03-29/1958-03-31\r\n"));
    assert!(!bibtex(&facts, &cited).contains("author = "));
    assert!(!csl_json(&facts, &cited).contains("\"author\""));
}

#[test]
fn csl_json_is_valid_against_the_shared_schema() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/schemas/csl-data.json");
    let Ok(schema) = std::fs::read_to_string(&path) else {
        println!("skipped: no ../shared/schemas/csl-data.json");
        return;
    };
    let schema: Value = serde_json::from_str(&schema).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    for (name, record) in common::all() {
        for (what, cited) in common::citations(&record) {
            let item: Value = serde_json::from_str(&csl_json(&Facts::of(&record), &cited)).expect("JSON");
            let faults: Vec<String> = validator.iter_errors(&item).map(|fault| fault.to_string()).collect();
            assert!(faults.is_empty(), "{name}, {what}: {faults:?}");
        }
    }
}

proptest! {
    /// Whatever a record says, a RIS file has one tag a line and ends once, and a BibTeX entry's braces close.
    #[test]
    fn no_field_breaks_its_file(title in "\\PC{0,40}|[ \\n\\r{}\\\\%&_#$~^,@\"-]{0,20}", reference in "\\PC{0,20}|[{}\\n\\\\]{0,9}", link in "\\PC{0,20}") {
        let facts = Facts { id: "x".into(), title, reference: Some(reference.clone()), translator: Some(reference), ..Facts::default() };
        let cited = Cited { passage: Some(facts.title.clone()), ..Cited::record() }.linked(link);
        let file = ris(&facts, &cited);
        for line in file.strip_suffix("\r\n").expect("an end").split("\r\n") {
            prop_assert!(line.get(2..6) == Some("  - ") && !line.chars().any(char::is_control), "{:?}", line);
        }
        prop_assert_eq!(file.matches("\r\nER  - ").count(), 1);
        let (mut depth, mut closed) = (0i32, 0);
        let entry = bibtex(&facts, &cited);
        for c in entry.chars() {
            depth += i32::from(c == '{') - i32::from(c == '}');
            closed += i32::from(depth == 0 && c == '}');
            prop_assert!(depth >= 0, "{}", entry);
        }
        prop_assert_eq!((depth, closed), (0, 1));
        prop_assert!(serde_json::from_str::<Value>(&csl_json(&facts, &cited)).is_ok());
    }
}
