//! Each fault of a record is found, named by its path, with what would be right.

use memcon_record::model::read_wire;
use memcon_record::wire::{self, BlockKind};
use memcon_record::{ReadError, Record, Speaker, check, read};

const JSON: &str = include_str!("../../../public/records/1964-11-25-kwp-delegation-enver-hoxha.json");

fn record() -> wire::Record {
    read_wire(JSON).expect("the committed record is readable")
}

/// Paths and words of what is wrong after `spoil`.
fn faults(spoil: impl FnOnce(&mut wire::Record)) -> Vec<(String, String)> {
    let mut record = record();
    spoil(&mut record);
    check(&record).into_iter().map(|problem| (problem.path, problem.what)).collect()
}

fn first(spoil: impl FnOnce(&mut wire::Record)) -> (String, String) {
    faults(spoil).into_iter().next().expect("a fault")
}

fn said(path: &str, what: &str) -> (String, String) {
    (path.into(), what.into())
}

#[test]
fn the_committed_record_has_no_fault() {
    assert_eq!(faults(|_| ()), []);
}

#[test]
fn the_heading_is_looked_at() {
    assert_eq!(first(|r| r.format = "memcon-record/9".into()).0, "format");
    assert_eq!(first(|r| r.id = "Hoxha 1964".into()), said("id", "“Hoxha 1964” is no id"));
    assert_eq!(first(|r| r.title = " ".into()).0, "title");
    assert_eq!(first(|r| r.source_digest = Some("md5:1".into())).0, "source_digest");
    for date in ["25 November 1964", "1964-13-01", "1965-02-29", "64", "1964-11-25/", "1964-1-1", ""] {
        assert_eq!(first(|r| r.date = Some(date.into())), said("date", &format!("“{date}” is no date")));
    }
    for date in ["1964", "1964-11", "1964-02-29", "1972-02-26/1972-02-27"] {
        assert_eq!(faults(|r| r.date = Some(date.into())), []);
    }
}

#[test]
fn ids_are_well_formed_and_given_once() {
    let doubled = |r: &mut wire::Record| r.blocks[4].id = r.blocks[3].id.clone();
    assert_eq!(first(doubled), said("blocks[4].id", "“t1” stands twice"));
    assert_eq!(first(|r| r.participants[0].id = "A B".into()).0, "participants[0].id");
    assert_eq!(first(|r| r.retired.push("t1".into())), said("blocks[3].id", "“t1” is retired"));
    let retired = |id: &str, successors: &[&str], why| wire::Retired {
        id: id.into(),
        successors: successors.iter().map(|id| (*id).into()).collect(),
        why,
    };
    let ledger = |entry: wire::Retired| faults(|r| r.retired.push(entry));
    assert_eq!(ledger(retired("t99", &["t2"], wire::Why::Joined)), []);
    assert_eq!(ledger(retired("t1", &["t1", "t2"], wire::Why::Split)), [], "a part of it is there");
    assert_eq!(ledger(retired("t99", &[], wire::Why::Removed)), []);
    assert_eq!(
        ledger(retired("t99", &["t98"], wire::Why::Joined)),
        [said("retired[0].successors[0]", "“t98” is no block of this record")]
    );
    assert_eq!(ledger(retired("t99", &[], wire::Why::Split))[0].0, "retired[0].why");
    assert!(
        faults(|r| r.participants[0].id = "unknown".into())
            .iter()
            .any(|(_, what)| what.starts_with("“unknown” stands for"))
    );
}

#[test]
fn references_lead_somewhere() {
    assert_eq!(
        first(|r| r.blocks[3].speaker = Some("x".into())),
        said("blocks[3].speaker", "“x” is no participant of this record")
    );
    assert_eq!(faults(|r| r.blocks[3].speaker = Some("unknown".into())), []);
    assert_eq!(faults(|r| r.blocks[3].speaker = None), []);
    assert_eq!(first(|r| r.participants[0].delegation = Some("x".into())).0, "participants[0].delegation");
    let mention = |r: &mut wire::Record| r.blocks[3].paragraphs[0][0].entity = Some("x".into());
    assert_eq!(first(mention), said("blocks[3].paragraphs[0][0].entity", "“x” is no entity of this record"));
}

#[test]
fn blocks_have_text_and_only_turns_have_speakers() {
    assert_eq!(first(|r| r.blocks[0].label = Some("X".into())).0, "blocks[0]");
    assert_eq!(first(|r| r.blocks[3].mode = None).0, "blocks[3].mode");
    assert_eq!(first(|r| r.blocks[3].paragraphs.clear()).0, "blocks[3].paragraphs");
    assert_eq!(first(|r| r.blocks[3].paragraphs[0] = vec![wire::Run::plain(" ")]).0, "blocks[3].paragraphs[0]");
}

#[test]
fn topics_divide_the_turns_without_gap_or_overlap() {
    assert_eq!(
        first(|r| r.topics[1].from = "t5".into()),
        said("topics[1].from", "topic “successes” leaves a gap before it")
    );
    assert_eq!(
        first(|r| r.topics[1].from = "t3".into()),
        said("topics[1].from", "topic “successes” overlaps the topic before it")
    );
    assert_eq!(first(|r| r.topics[0].from = "narrative-1".into()), said("topics[0].from", "“narrative-1” is no turn"));
    assert_eq!(first(|r| _ = r.topics.pop()).1, "turns “t24” to “t25” belong to no topic");
    assert_eq!(faults(|r| r.topics.clear()), []);
    // One fault hides no other.
    let two = faults(|r| (r.topics[0].to, r.topics[3].to) = ("x".into(), "y".into()));
    assert_eq!(two, [said("topics[0].to", "“x” is no turn"), said("topics[3].to", "“y” is no turn")]);
}

#[test]
fn addresses_lead_to_web_pages() {
    for url in ["javascript:alert(1)", "www.example.org", "file:///etc/passwd"] {
        assert_eq!(
            first(|r| r.provenance.url = Some(url.into())),
            said("provenance.url", &format!("“{url}” is no address of a web page"))
        );
    }
}

#[test]
fn a_file_that_is_no_record_says_why() {
    assert_eq!(read(" \n"), Err(ReadError::Empty));
    assert!(matches!(read(&JSON[..JSON.len() / 2]), Err(ReadError::CutShort { .. } | ReadError::Malformed { .. })));
    assert!(matches!(read("{\"format\": \"memcon-record/1\", "), Err(ReadError::CutShort { at: (1, _) })));
    assert!(matches!(read("{\"format\": 1}"), Err(ReadError::Malformed { .. })));
    let newer = "{\"format\": \"memcon-record/2\", \"turns\": []}";
    assert_eq!(read(newer), Err(ReadError::Format { found: "memcon-record/2".into() }));
    let Err(ReadError::Malformed { at, what }) = read("{\n  \"format\": \"memcon-record/1\",\n  \"id\": 7\n}") else {
        panic!("id is no number")
    };
    assert_eq!((at.0, what.contains("expected a string")), (3, true), "{what}");
}

#[test]
fn what_leads_nowhere_is_mended_in_the_plainest_way() {
    let mut wire = record();
    wire.blocks[3].speaker = Some("x".into());
    wire.topics[0].to = "x".into();
    wire.blocks[0].paragraphs[0][0].entity = Some("x".into());
    let record = Record::from_wire(wire);
    let (block, turn) = record.turns().next().expect("a turn");
    assert_eq!((block.id.as_str(), turn.speaker, turn.topic), ("t1", Speaker::Unknown, None));
    assert_eq!(record.speaker_name(turn), "Comrade Ri Jong-ok");
    assert_eq!(record.topics.len(), 8);
    assert_eq!(record.blocks[0].paragraphs[0].spans[0].entity, None);
}

#[test]
fn the_model_says_what_the_wire_says() {
    let wire = record();
    let record = Record::from_wire(wire.clone());
    assert_eq!(record.turns.len(), wire.blocks.iter().filter(|b| b.kind == BlockKind::Turn).count());
    assert_eq!(record.words(), 2304);
    for (block, from) in record.blocks.iter().zip(&wire.blocks) {
        for (paragraph, runs) in block.paragraphs.iter().zip(&from.paragraphs) {
            assert_eq!(paragraph.text, runs.iter().map(|run| run.text.as_str()).collect::<String>());
            assert_eq!(paragraph.spans.last().map(|span| span.range.end), Some(paragraph.text.len()));
        }
    }
}

#[test]
fn nobody_is_null_and_only_turns_have_speakers() {
    let mut wire = record();
    wire.blocks[3].speaker = None;
    let json = serde_json::to_value(&wire).expect("JSON");
    assert!(json["blocks"][3].get("speaker").is_some_and(serde_json::Value::is_null));
    assert!(json["blocks"][0].get("speaker").is_none());
    assert_eq!(read_wire(&json.to_string()), Ok(wire));
}

#[test]
fn the_ledger_may_hold_ids_alone() {
    let json = r#"["t9", {"id": "t8", "successors": ["t7"], "why": "joined"}, {"id": "t6", "why": "removed"}]"#;
    let ledger: Vec<wire::Retired> = serde_json::from_str(json).expect("a ledger");
    assert_eq!(
        serde_json::to_string(&ledger).expect("JSON"),
        r#"[{"id":"t9","why":"removed"},{"id":"t8","successors":["t7"],"why":"joined"},{"id":"t6","why":"removed"}]"#
    );
}
