//! Any record: whatever its types can hold, sound or not.

use memcon_record::wire::*;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

/// Any text, with what XML escapes, cannot hold, or would change.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-zA-Z .,éλ漢]{0,12}",
        2 => "[&<>\"' \t\r\n\u{1}\u{b}\u{7f}\u{85}\u{2028}\u{fffe}\u{ffff}\\]-]{0,8}",
        1 => any::<String>(),
    ]
}

/// Ids as they should be, as they collide, and as they should not be.
fn id() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => select(vec!["t1", "t2", "t3", "enver-hoxha", "unknown", "1964-11", "narrative-1"]).prop_map(str::to_owned),
        2 => "[a-z][a-z0-9-]{0,5}",
        1 => text(),
    ]
}

fn date() -> impl Strategy<Value = String> {
    prop_oneof![select(vec!["1964-11-25", "1964-11", "1964", "1972-02-26/1972-02-27"]).prop_map(str::to_owned), text()]
}

fn language() -> impl Strategy<Value = String> {
    prop_oneof![select(vec!["en", "zh-Hant-TW", "x", "english please"]).prop_map(str::to_owned), text()]
}

fn provenance() -> impl Strategy<Value = Provenance> {
    vec(of(text()), 9).prop_map(|mut all| {
        let mut next = || all.pop().flatten();
        Provenance {
            reference: next(),
            repository: next(),
            translator: next(),
            recorder: next(),
            method: next(),
            publisher: next(),
            funder: next(),
            rights: next(),
            url: next(),
        }
    })
}

fn delegation() -> impl Strategy<Value = Delegation> {
    (id(), text(), of(text())).prop_map(|(id, name, as_printed)| Delegation { id, name, as_printed })
}

fn participant() -> impl Strategy<Value = Participant> {
    let presence = select(&Presence::ALL[..]);
    (id(), text(), of(id()), vec(text(), 0..3), of(text()), presence, vec(text(), 0..3), of(text())).prop_map(
        |(id, name, delegation, offices, as_printed, presence, labels, note)| Participant {
            id,
            name,
            delegation,
            offices,
            as_printed,
            presence,
            labels,
            note,
        },
    )
}

fn entity() -> impl Strategy<Value = Entity> {
    let kind = select(&EntityKind::ALL[..]);
    (id(), kind, text(), of(date()), of(text())).prop_map(|(id, kind, name, value, note)| Entity {
        id,
        kind,
        name,
        value,
        note,
    })
}

fn run() -> impl Strategy<Value = Run> {
    let mark = select(&Mark::ALL[..]);
    (text(), of(id()), vec(mark, 0..4)).prop_map(|(text, entity, marks)| Run { text, entity, marks })
}

fn block() -> impl Strategy<Value = Block> {
    let kind = select(vec![
        BlockKind::Attendance,
        BlockKind::Narrative,
        BlockKind::Turn,
        BlockKind::Turn,
        BlockKind::Turn,
        BlockKind::Signature,
        BlockKind::Note,
    ]);
    let mode = select(&Mode::ALL[..]);
    (id(), kind, of(id()), of(text()), of(mode), vec(vec(run(), 0..5), 0..4)).prop_map(
        |(id, kind, speaker, label, mode, paragraphs)| {
            // The one thing that is lost: docs/tei.md.
            let turn = kind == BlockKind::Turn;
            Block {
                id,
                kind,
                speaker: speaker.filter(|_| turn),
                label: label.filter(|_| turn),
                mode: mode.filter(|_| turn),
                paragraphs,
            }
        },
    )
}

fn retired() -> impl Strategy<Value = Retired> {
    (id(), vec(id(), 0..3), select(&Why::ALL[..])).prop_map(|(id, successors, why)| Retired { id, successors, why })
}

/// Any record.
pub fn record() -> impl Strategy<Value = Record> {
    let topic = (id(), text(), id(), id()).prop_map(|(id, name, from, to)| Topic { id, name, from, to });
    let head = (id(), of(text()), text(), of(text()), of(date()), of(language()), of(text()), provenance());
    let lists = (
        vec(delegation(), 0..3),
        vec(participant(), 0..4),
        vec(entity(), 0..6),
        vec(topic, 0..3),
        vec(block(), 0..6),
        vec(retired(), 0..3),
    );
    (head, lists).prop_map(
        |(
            (id, source_digest, title, kind, date, language, summary, provenance),
            (delegations, participants, entities, topics, blocks, retired),
        )| {
            Record {
                format: FORMAT.to_owned(),
                id,
                part: None,
                source_digest,
                title,
                kind,
                date,
                language,
                summary,
                provenance,
                delegations,
                participants,
                entities,
                topics,
                blocks,
                retired,
            }
        },
    )
}
