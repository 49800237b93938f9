//! The conversation of 25 November 1964: what a careful reader finds in the page, the parser finds too.

mod common;

use std::path::{Path, PathBuf};

use common::{joined, rebuild, shared, turns};
use memcon_ingest::{Editor, Fate, Ingested, ingest, site};
use memcon_record::wire::{Block, BlockKind, Mark, Mode, Participant, Presence};

const ID: &str = "1964-11-25-kwp-delegation-enver-hoxha";

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn source() -> String {
    std::fs::read_to_string(repository().join("records").join(ID).join("source.txt")).expect("the source")
}

fn from_text_alone() -> Ingested {
    ingest(&source(), None, None).expect("a record")
}

fn edited() -> Ingested {
    let toml = std::fs::read_to_string(repository().join("records").join(ID).join("record.toml")).expect("the TOML");
    ingest(&source(), Some(&Editor::read(&toml).expect("a good TOML")), None).expect("a record")
}

fn block<'a>(made: &'a Ingested, id: &str) -> &'a Block {
    made.record.blocks.iter().find(|block| block.id == id).unwrap_or_else(|| panic!("there is no {id}"))
}

fn text(block: &Block) -> String {
    block.paragraphs.iter().map(|p| joined(p)).collect::<Vec<_>>().join("\n")
}

fn marked(made: &Ingested, mark: Mark) -> Vec<(String, String)> {
    let of = |block: &Block| {
        let runs = block.paragraphs.iter().flatten().filter(|run| run.marks.contains(&mark));
        runs.map(|run| (block.id.clone(), run.text.clone())).collect::<Vec<_>>()
    };
    made.record.blocks.iter().flat_map(of).collect()
}

fn person<'a>(made: &'a Ingested, id: &str) -> &'a Participant {
    made.record.participants.iter().find(|p| p.id == id).unwrap_or_else(|| panic!("there is no {id}"))
}

#[test]
fn twenty_five_turns_in_order() {
    for made in [from_text_alone(), edited()] {
        let ids: Vec<&str> = made.record.blocks.iter().map(|b| b.id.as_str()).collect();
        let mut expect: Vec<String> = ["attendance-1", "attendance-2", "narrative-1"].map(str::to_owned).into();
        expect.extend((1..=25).map(|n| format!("t{n}")));
        expect.extend(["signature-1", "note-1"].map(str::to_owned));
        assert_eq!(ids, expect);
        let (ri, hoxha, shehu) = ("ri-jong-ok", "enver-hoxha", "mehmet-shehu");
        let speakers: Vec<String> = turns(&made).into_iter().map(|turn| turn.speaker).collect();
        assert_eq!(
            speakers,
            [
                ri, hoxha, ri, hoxha, ri, hoxha, shehu, hoxha, ri, hoxha, ri, hoxha, shehu, ri, shehu, ri, hoxha,
                shehu, ri, hoxha, ri, hoxha, ri, hoxha, ri
            ]
        );
        let paragraphs: Vec<usize> = turns(&made).into_iter().map(|turn| turn.paragraphs).collect();
        assert_eq!(paragraphs.iter().sum::<usize>(), 41);
        assert!(made.record.blocks.iter().all(|b| b.mode == (b.kind == BlockKind::Turn).then_some(Mode::Verbatim)));
        assert!(turns(&made).iter().all(|turn| turn.label.starts_with("Comrade ") && !turn.label.ends_with(':')));
        assert!(made.warnings.is_empty(), "{:?}", made.warnings);
    }
}

#[test]
fn the_traps() {
    let made = from_text_alone();
    // A name that is also a label, without a colon, stays in Hoxha's turn.
    assert!(joined(&block(&made, "t6").paragraphs[2]).starts_with("Comrade Mehmet Shehu and I never forget Korea."));
    // A paragraph that begins “Comrade [” and ends with a colon is narrative.
    assert!(text(block(&made, "narrative-1")).starts_with("Comrade [General Secretary"));
    assert!(text(block(&made, "narrative-1")).ends_with("Then the conversation continued:"));
    // “there were present:” is attendance.
    assert!(text(block(&made, "attendance-1")).starts_with("From the Albanian side there were present: the M"));
    // Petro Dode is quoted by Hoxha.
    assert!(text(block(&made, "t12")).contains("\nOur economist, Comrade Petro Dode says, “As soon as"));
    assert!(person(&made, "petro-dode").labels.is_empty());
    // One blank line between the third and fourth paragraph of turn 12.
    assert_eq!(block(&made, "t12").paragraphs.len(), 6);
    // The recorder's name is no speech.
    assert_eq!(text(block(&made, "t25")), "And to your health.");
    assert_eq!(text(block(&made, "signature-1")), "Haxhi Kroi");
    assert_eq!(text(block(&made, "note-1")), "Recorded by stenograph.");
    // The archive's abstract has no heading.
    assert!(made.record.summary.as_deref().is_some_and(|s| s.starts_with("The Albanian leaders laud the cultural")));
    // The kind lost its label.
    assert_eq!(made.record.kind.as_deref(), Some("Minutes of Conversation"));
}

#[test]
fn words_stay_as_printed() {
    let made = edited();
    let all: String = made.record.blocks.iter().map(text).collect::<Vec<_>>().join("\n");
    for printed in [
        "fir the construction",
        "or have you build another",
        "6-700,000 tons",
        "Marxist-Leninist \u{a0}parties",
        "out of the mud5.",
    ] {
        assert!(all.contains(printed), "{printed}");
    }
    let quotations = [
        ("narrative-1", "“Nonetheless,”"),
        ("narrative-1", "“when it is about visiting friends, tiredness is not an issue.”"),
        ("t11", "“Will we live on or not?”"),
    ];
    let found = marked(&from_text_alone(), Mark::Quotation);
    assert_eq!(found.len(), 4);
    for (id, words) in quotations {
        assert!(found.contains(&(id.to_owned(), words.to_owned())), "{words}");
    }
    assert_eq!(marked(&made, Mark::NoteMark), [("t10".to_owned(), "5".to_owned())]);
    let brackets: Vec<String> = marked(&from_text_alone(), Mark::Editorial).into_iter().map(|(_, text)| text).collect();
    assert_eq!(
        brackets,
        [
            "[General Secretary of the Albanian Party of Labor (ALP)]",
            "[Chairman of the Ministerial Council and Member of the Political Bureau of the ALP CC]",
            "[General Secretary of the Korean Worker’s Party (KWP)]",
        ]
    );
}

#[test]
fn eleven_are_present() {
    for made in [from_text_alone(), edited()] {
        assert_eq!(made.record.participants.len(), 11);
        let presence = |p: Presence| made.record.participants.iter().filter(|x| x.presence == p).count();
        assert_eq!((presence(Presence::Listed), presence(Presence::Narrated)), (9, 2));
        assert_eq!(
            person(&made, "manush-myftiu").offices,
            ["Member of the Political Bureau of the ALP CC", "First Vice Chairman of the Council of Ministers"]
        );
        assert_eq!(
            person(&made, "an-yong").offices,
            [
                "Member of the CC of the Korean Workers’ Party",
                "Ambassador Extraordinaire and Plenipotentiary of the DPR of Korea to the PRA"
            ]
        );
        let shehu = person(&made, "mehmet-shehu");
        assert_eq!(
            shehu.offices,
            ["Chairman of the Ministerial Council", "Member of the Political Bureau of the ALP CC"]
        );
        assert_eq!(shehu.labels, ["Comrade Mehmet Shehu"]);
        for apart in ["Haxhi Kroi", "Enkel Daljani", "Kim Il Sung"] {
            assert!(made.record.participants.iter().all(|p| p.name != apart), "{apart} is no participant");
        }
    }
    let side = |made: &Ingested, id: &str| {
        made.record.participants.iter().filter(|p| p.delegation.as_deref() == Some(id)).count()
    };
    let made = edited();
    assert_eq!((side(&made, "albanian-side"), side(&made, "korean-delegation")), (8, 3));
}

#[test]
fn where_it_comes_from() {
    let record = from_text_alone().record;
    assert_eq!(record.title, "Notes from a Meeting between a Delegation of the KWP and Enver Hoxha and Mehmet Shehu");
    assert_eq!(record.date.as_deref(), Some("1964-11-25"));
    let p = record.provenance;
    assert_eq!(p.reference.as_deref(), Some("AQPPSH, MPP Korese, V. 1964, D 2"));
    assert_eq!(p.translator.as_deref(), Some("Enkel Daljani"));
    assert_eq!(p.recorder.as_deref(), Some("Haxhi Kroi"));
    assert_eq!(p.funder.as_deref(), Some("Leon Levy Foundation"));
    let rights = p.rights.expect("rights");
    assert!(
        rights.starts_with("The History and Public Policy Program welcomes reuse")
            && rights.ends_with("Policy Program at")
    );
    assert_eq!((p.repository, p.publisher, p.url, record.language), (None, None, None, None), "the source is silent");
}

#[test]
fn every_character_is_accounted_for() {
    for made in [from_text_alone(), edited()] {
        assert_eq!(rebuild(&source(), &made), source());
        let fate = |line: usize| made.account.iter().find(|p| p.line == line).map(|p| p.fate.clone());
        assert_eq!(fate(1), Some(Fate::Furniture { name: "Skip to content".into() }));
        assert_eq!(fate(161), Some(Fate::Furniture { name: "Original Uploaded Date, a label without value".into() }));
        assert_eq!(fate(168), Some(Fate::Furniture { name: "Record ID, a label without value".into() }));
        assert_eq!(fate(172), Some(Fate::Metadata { field: "provenance.funder".into() }));
    }
}

#[test]
fn how_the_file_was_saved_makes_no_difference() {
    let texts = |made: &Ingested| {
        let of = |b: &Block| (b.id.clone(), b.speaker.clone(), b.label.clone(), text(b));
        made.record.blocks.iter().map(of).collect::<Vec<_>>()
    };
    let plain = from_text_alone();
    for (how, source) in [
        ("carriage returns", source().replace('\n', "\r\n")),
        ("old Macintosh lines", source().replace('\n', "\r")),
        ("a byte order mark", format!("\u{feff}{}", source())),
        ("a line end at the end", format!("{}\n", source())),
        ("indented lines", source().lines().map(|line| format!("   {line}\t\n")).collect()),
    ] {
        let made = ingest(&source, None, None).expect("a record");
        assert_eq!(texts(&made), texts(&plain), "{how}");
        assert_eq!(made.record.participants, plain.record.participants, "{how}");
        assert_eq!(made.record.title, plain.record.title, "{how}");
        assert_eq!(rebuild(&source, &made), source, "{how}");
    }
}

#[test]
fn the_committed_record_is_a_fresh_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let written = site::records(&repository().join("records"), folder.path()).expect("records");
    assert!(!written.is_empty());
    for name in written.iter().map(|path| path.file_name().expect("a name")).chain([std::ffi::OsStr::new("index.json")])
    {
        let fresh = std::fs::read_to_string(folder.path().join(name)).expect("written");
        let kept = std::fs::read_to_string(repository().join("public/records").join(name)).expect("committed");
        assert!(fresh == kept, "{name:?} is not what is committed; run memcon records");
    }
}

#[test]
fn shared_seed_truth_is_met_wholly() {
    let Some(folder) = shared("seed") else { return };
    let truth: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(folder.join("seed-truth.json")).expect("the truth"))
            .expect("JSON");
    for made in [from_text_alone(), edited()] {
        let turns: Vec<&Block> = made.record.blocks.iter().filter(|b| b.kind == BlockKind::Turn).collect();
        let expect = truth["turns"].as_array().expect("turns");
        assert_eq!(turns.len(), expect.len());
        for (turn, expect) in turns.iter().zip(expect) {
            assert_eq!(turn.label.as_deref(), expect["label"].as_str());
            assert_eq!(turn.speaker.as_deref(), expect["speaker_id"].as_str());
            let printed: Vec<&str> = expect["paragraphs"]
                .as_array()
                .expect("paragraphs")
                .iter()
                .filter_map(|p| p["text"].as_str())
                .collect();
            assert_eq!(turn.paragraphs.iter().map(|p| joined(p)).collect::<Vec<_>>(), printed, "{}", turn.id);
        }
        let attendees = truth["attendees"].as_array().expect("attendees");
        assert_eq!(made.record.participants.len(), attendees.len());
        for expect in attendees {
            let found = made.record.participants.iter().find(|p| Some(p.name.as_str()) == expect["name"].as_str());
            let found = found.unwrap_or_else(|| panic!("{} is missing", expect["name"]));
            assert_eq!(serde_json::json!(found.offices), expect["offices"], "{}", found.name);
        }
        let metadata = &truth["metadata"];
        assert_eq!(made.record.provenance.rights.as_deref(), metadata["rights"].as_str());
        assert_eq!(made.record.provenance.reference.as_deref(), metadata["source"].as_str());
        assert_eq!(made.record.summary.as_deref(), metadata["summary"].as_str());
    }
}
