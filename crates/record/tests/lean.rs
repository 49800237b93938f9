//! What is read for the program behind a page is what the whole reader reads, less what only a printed page shows.

use memcon_record::lean::Tree;
use memcon_record::model::ReadError;
use memcon_record::wire;

const SEED: &str = include_str!("../../../public/records/1964-11-25-kwp-delegation-enver-hoxha.json");

fn read(json: &str) -> Result<wire::Record, ReadError> {
    Tree::of(json)?.record()
}

#[test]
fn the_lean_reader_agrees_with_the_whole_one() {
    let mut whole: wire::Record = serde_json::from_str(SEED).expect("a record");
    (whole.source_digest, whole.kind, whole.language, whole.summary) = (None, None, None, None);
    whole.provenance = wire::Provenance { reference: whole.provenance.reference, ..wire::Provenance::default() };
    whole.retired.clear();
    whole.delegations.iter_mut().for_each(|delegation| delegation.as_printed = None);
    for person in &mut whole.participants {
        (person.as_printed, person.note, person.presence) = (None, None, wire::Presence::default());
        (person.offices, person.labels) = (Vec::new(), Vec::new());
    }
    whole.entities.iter_mut().for_each(|entity| entity.value = None);
    assert_eq!(read(SEED).expect("a record"), whole);
}

#[test]
fn what_is_wrong_is_named() {
    let fault = |json: &str| read(json).expect_err("refused");
    assert!(matches!(fault("{"), ReadError::CutShort { .. }));
    assert_eq!(fault(r#"{"format": "memcon-record/9"}"#), ReadError::Format { found: "memcon-record/9".into() });
    for (json, field) in [
        (r#"{"title": "x", "blocks": []}"#, "id"),
        (r#"{"id": "x", "title": "x", "blocks": [{"id": "t1", "paragraphs": []}]}"#, "kind"),
        (r#"{"id": "x", "title": "x", "blocks": [{"id": "t1", "kind": "sermon", "paragraphs": []}]}"#, "kind"),
        (r#"{"id": "x", "title": "x", "blocks": 7.5e300}"#, ""),
    ] {
        match read(json) {
            Err(ReadError::Malformed { what, .. }) => assert!(what.contains(field), "{what}"),
            other => assert!(field.is_empty(), "{json}: {other:?}"),
        }
    }
}
