//! Forms of labels, and what looks like a label and is none.

use memcon_ingest::ingest;
use memcon_record::wire::BlockKind;

/// The labels of the turns of `source`, in order; “-” where there are none.
fn labels(source: &str) -> Vec<String> {
    match ingest(source, None, None) {
        Ok(made) => made
            .record
            .blocks
            .iter()
            .filter(|block| block.kind == BlockKind::Turn)
            .map(|block| block.label.clone().unwrap_or_default())
            .collect(),
        Err(error) => {
            assert!(error.what.starts_with("no turns found"), "{error}");
            vec!["-".into()]
        }
    }
}

fn check(what: &str, source: &str, expect: &[&str]) {
    assert_eq!(labels(source), expect, "{what}");
}

#[test]
fn forms_of_labels() {
    check("surnames", "Talk\n\nBeam: We met.\n\nCox: When?\n\nBeam: Today.\n", &["Beam", "Cox", "Beam"]);
    check("two turns", "Talk\n\nMr. Beam: We met.\n\nMr. Cox: When?\n", &["Mr. Beam", "Mr. Cox"]);
    check(
        "capitals",
        "Talk\n\nCHAIRMAN MAO: We met.\n\nPRESIDENT NIXON: When?\n\nCHAIRMAN MAO: Today.\n",
        &["CHAIRMAN MAO", "PRESIDENT NIXON", "CHAIRMAN MAO"],
    );
    check(
        "Markdown",
        "Talk\n\n**Mr. Guise:** We met.\n\n**The Minister**: When?\n\n_Mr. Guise:_ Today.\n",
        &["Mr. Guise", "The Minister", "Mr. Guise"],
    );
    check(
        "dashes",
        "Talk\n\nMr. Smith—We met there.\n\nSir John Hope—When was that?\n\nMr. Smith—It was today.\n\nSir John Hope—I see.\n",
        &["Mr. Smith", "Sir John Hope", "Mr. Smith", "Sir John Hope"],
    );
    check(
        "period and dash",
        "Talk\n\nMr. SMITH.—We met there.\n\nThe CHAIRMAN.—When was that?\n\nMr. SMITH.—It was today.\n\nThe CHAIRMAN.—I see.\n",
        &["Mr. SMITH", "The CHAIRMAN", "Mr. SMITH", "The CHAIRMAN"],
    );
    check(
        "titled capitals and a period",
        "Talk\n\nMr. SMITH. We met there.\n\nSenator HOPE. When was that?\n\nMr. SMITH. It was today.\n\nSenator HOPE. I see.\n",
        &["Mr. SMITH", "Senator HOPE", "Mr. SMITH", "Senator HOPE"],
    );
    check(
        "brackets",
        "Talk\n\n[Kissinger]: We met.\n\n[Dobrynin]: When?\n\n[Kissinger]: Today.\n",
        &["Kissinger", "Dobrynin", "Kissinger"],
    );
    check(
        "question and answer",
        "Talk\n\nQ: Did you meet?\n\nA: We did.\n\nQ: When?\n\nA: Today.\n",
        &["Q", "A", "Q", "A"],
    );
    check(
        "question and answer with periods",
        "Talk\n\nQ. Did you meet?\n\nA. We did.\n\nQ. When?\n\nA. Today.\n",
        &["Q", "A", "Q", "A"],
    );
    check("initials", "Talk\n\nK: We met.\n\nN: When?\n\nK: Today.\n\nN: I see.\n", &["K", "N", "K", "N"]);
    check(
        "what a speaker does",
        "Talk\n\nMr. Beam: We met.\n\nMr. Cox (interrupting): When?\n\nMr. Beam [to Cox]: Today.\n",
        &["Mr. Beam", "Mr. Cox (interrupting)", "Mr. Beam [to Cox]"],
    );
    check(
        "alone on a line",
        "Talk\n\nCHAIRMAN MAO\n\nWe met there.\n\nPRESIDENT NIXON\n\nWhen was that?\n\nCHAIRMAN MAO\n\nIt was today.\n\nPRESIDENT NIXON\n\nI see.\n",
        &["CHAIRMAN MAO", "PRESIDENT NIXON", "CHAIRMAN MAO", "PRESIDENT NIXON"],
    );
    check(
        "a space before the colon",
        "Talk\n\nM. Debré : We met.\n\nM. Couve : When?\n\nM. Debré : Today.\n",
        &["M. Debré", "M. Couve", "M. Debré"],
    );
    check(
        "a lone speaker among others",
        "Talk\n\nMr. Beam: We met.\n\nMiss Hall: And I.\n\nMr. Beam: Today.\n",
        &["Mr. Beam", "Miss Hall", "Mr. Beam"],
    );
    check(
        "a period after a name that is listed",
        "Talk\n\nPresent: Comrade Stalin; Comrade Mao Zedong.\n\nStalin. We met.\n\nMao. Yes. When?\n\nYes. I asked.\n\nStalin. Today.\n",
        &["Stalin", "Mao", "Stalin"],
    );
    check(
        "wrapped lines without blank ones",
        &("Talk\n\n".to_owned()
            + &"Mr. Beam: one two three four five six seven eight nine ten eleven tw\nthirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty a\nMr. Cox: yes.\n".repeat(5)),
        &["Mr. Beam", "Mr. Cox"].repeat(5),
    );
    check(
        "Cyrillic",
        "Беседа\n\nХрущев: Мы встретились.\n\nКеннеди: Когда?\n\nХрущев: Сегодня.\n",
        &["Хрущев", "Кеннеди", "Хрущев"],
    );
}

#[test]
fn what_is_no_label() {
    let talk = |middle: &str| {
        format!("Talk\n\nMr. Beam: We met.\n\nMr. Cox: When?\n\n{middle}\n\nMr. Beam: Today.\n\nMr. Cox: I see.\n")
    };
    let four = ["Mr. Beam", "Mr. Cox", "Mr. Beam", "Mr. Cox"];
    for middle in [
        "On Rhodesia: we said nothing.",
        "Assigned to: the Secretariat.",
        "Location: the Palace.",
        "10:20 p.m. we broke off.",
        "Subject: bread.",
        "To summarize: we met.",
        "One thing must be said: we met.",
        "Rhodesia: we said nothing of it. The situation in Rhodesia is bad.",
        "Break—11:00 to 11:28.",
        "Note: this was not said.",
        "Participants: Mr. Beam, Mr. Cox.",
        "He replied: “Well, why not?”",
        "Mr. Beam and I still remember it.",
        "https://example.org/page",
        "[Time Stamp: 00:01-00:51; steps]",
        "There are two points: bread and coal.",
        "What matters is this: bread.",
    ] {
        check(middle, &talk(middle), &four);
    }
    for source in [
        "Memorandum\n\nMr. Beam said that we met. Mr. Cox asked when.\n\nMr. Beam noted: today.\n\nMr. Cox noted: good.\n",
        "Memorandum\n\nDATE: May 1\n\nPLACE: Paris\n\nSUBJECT: Bread\n\nMr. Beam said that bread was dear.\n",
        "Just a text.\n\nIt has two paragraphs.\n",
        "PARTICIPANTS:\n\nUS:\nMr. Beam\nMr. Cox\n\nUK:\nMr. Hall\n\nMr. Beam said that bread was dear.\n",
        "Agenda\n\n1. Berlin: The Secretary reviewed it.\n\n2. Laos: The Secretary reviewed it.\n\n3. Cuba: nothing.\n",
        "Memorandum\n\nBerlin: The situation in Berlin.\n\nLaos: The one in Laos.\n\nBerlin: He spoke of the wall in Berlin.\n\nLaos: No change in Laos.\n",
        "Memorandum\n\nU.S. Position: No.\n\nSoviet Position: Yes.\n\nU.S. Position: Never.\n\nSoviet Position: Always.\n",
        "TOP SECRET\n\nMr. Beam said it.\n\nSECRET/NODIS\n\nMr. Cox said it.\n\nTOP SECRET\n\nHe said it.\n\nSECRET/NODIS\n\nShe said it.\n",
        "Memorandum\n\nBerlin: The Secretary reviewed the situation in Berlin.\n\nLaos: He reviewed the situation in Laos.\n\nCuba: no change in Cuba.\n",
    ] {
        check(source, source, &["-"]);
    }
}

#[test]
fn an_older_page_of_an_archive() {
    let source = "Digital Archive\nInternational History Declassified\n\ndigital.example.org\n\nMay 4, 1956\n\nTalk between Brătescu and Wenhua\n\n\
Citation:\n\"Talk between Brătescu and Wenhua,\" May 4, 1956, Example Archive, fond 5. Translated by Petra Nano.\n\
https://digital.example.org/document/1\n\nSummary:\nThey discuss the harvest.\n\nCredits:\n\
This document was made possible with support from the Example Foundation.\n\nTOP SECRET\n\nRECORD OF CONVERSATION\n\n\
Present for the northern side: Cdes. I. Brătescu, J. Wójcik;\nfor the southern side: Cdes. Li Wenhua, Arben Luma.\n\n\
I. Brătescu: Please sit down. [1]\n\nLi Wenhua: There are two points: bread and coal.\n\nTOP SECRET\n\n- 2 -\n\nThat is all.\n\n\
Brătescu: Good.\n\nThe conversation lasted two hours.\n\nRecorded by: M. Doçi\n\n[1] See the sketch.\n";
    let made = ingest(source, None, None).expect("a record");
    let record = made.record;
    assert_eq!(record.title, "Talk between Brătescu and Wenhua");
    assert_eq!(record.kind.as_deref(), Some("RECORD OF CONVERSATION"));
    assert_eq!(record.summary.as_deref(), Some("They discuss the harvest."));
    assert_eq!(record.provenance.translator.as_deref(), Some("Petra Nano"));
    assert_eq!(record.provenance.recorder.as_deref(), Some("M. Doçi"));
    assert_eq!(record.provenance.funder.as_deref(), Some("Example Foundation"));
    assert_eq!(record.provenance.url.as_deref(), Some("https://digital.example.org/document/1"));
    let sides: Vec<(&str, Option<&str>)> =
        record.participants.iter().map(|p| (p.name.as_str(), p.delegation.as_deref())).collect();
    assert_eq!(
        sides,
        [
            ("I. Brătescu", Some("northern-side")),
            ("J. Wójcik", Some("northern-side")),
            ("Li Wenhua", Some("southern-side")),
            ("Arben Luma", Some("southern-side")),
        ]
    );
    assert_eq!(record.participants[0].labels, ["I. Brătescu", "Brătescu"]);
    let kinds: Vec<(&str, usize)> = record.blocks.iter().map(|b| (b.id.as_str(), b.paragraphs.len())).collect();
    assert_eq!(
        kinds,
        [
            ("narrative-1", 1),
            ("attendance-1", 2),
            ("t1", 1),
            ("t2", 2),
            ("t3", 1),
            ("narrative-2", 1),
            ("note-1", 1),
            ("note-2", 1)
        ]
    );
}
