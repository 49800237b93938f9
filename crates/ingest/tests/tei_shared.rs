//! TEI of others: plays, a sitting, and printed conversations against a machine-made truth.

mod common;

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use common::xml::{accounted, nodes, text_of};
use common::{files, hits, shared, truth, turns};
use memcon_ingest::{Ingested, tei};
use memcon_record::wire::{BlockKind, Presence};

fn made(path: &Path) -> (String, Ingested) {
    let source = std::fs::read_to_string(path).expect("the file can be read");
    let made = tei::ingest(&source, None, None, &[]).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    accounted(&source, &made);
    (source, made)
}

fn speakers(made: &Ingested) -> BTreeSet<&str> {
    made.record.blocks.iter().filter_map(|block| block.speaker.as_deref()).collect()
}

#[test]
fn shared_plays_have_a_turn_for_each_speech() {
    let Some(folder) = shared("corpora/drama") else { return };
    println!("| play | `<sp>` | turns | in `who` | speakers | present | unknown |\n|---|--:|--:|--:|--:|--:|--:|");
    for path in files(&folder, "xml") {
        let (source, made) = made(&path);
        let document = roxmltree::Document::parse(&source).expect("XML");
        let speeches = nodes(&document, "sp");
        let pointed: BTreeSet<&str> =
            speeches.iter().filter_map(|sp| sp.attribute("who").filter(|who| !who.contains(' '))).collect();
        let several = speeches.iter().filter(|sp| sp.attribute("who").is_some_and(|who| who.contains(' '))).count();
        let found = turns(&made);
        let unknown = found.iter().filter(|turn| turn.speaker == "unknown").count();
        let known: BTreeSet<&str> = speakers(&made).into_iter().filter(|who| *who != "unknown").collect();
        println!(
            "| {} | {} | {} | {} | {} | {} | {unknown} |",
            path.file_stem().unwrap_or_default().to_string_lossy(),
            speeches.len(),
            found.len(),
            pointed.len(),
            known.len(),
            made.record.participants.len(),
        );
        assert_eq!(found.len(), speeches.len());
        assert_eq!(known.len(), pointed.len());
        assert_eq!(unknown, several, "several at once are no one person");
        // Each turn has the words of its speech, in order.
        for (speech, turn) in speeches.iter().zip(&found) {
            let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            let words = plain(&text_of(*speech));
            let first: String = plain(&turn.words).chars().take(12).take_while(|c| *c != '[').collect();
            assert!(words.contains(&first), "{first:?} is not in {words:?}");
        }
        let again = tei::ingest(&source, None, Some(&made.record), &[]).expect("a record");
        assert!(again.record == made.record, "an unchanged source gives the same ids");
    }
}

#[test]
fn shared_sitting_has_a_turn_for_each_utterance() {
    let Some(folder) = shared("corpora/parlamint") else { return };
    for path in files(&folder, "xml") {
        let (source, made) = made(&path);
        let document = roxmltree::Document::parse(&source).expect("XML");
        let utterances = nodes(&document, "u");
        let found = turns(&made);
        println!("{}: {} of {} turns, {:?}", path.display(), found.len(), utterances.len(), speakers(&made));
        assert_eq!(found.len(), utterances.len());
        let segments: Vec<usize> = utterances
            .iter()
            .map(|u| u.children().filter(|c| c.has_tag_name(("http://www.tei-c.org/ns/1.0", "seg"))).count())
            .collect();
        assert_eq!(found.iter().map(|turn| turn.paragraphs).collect::<Vec<_>>(), segments);
        assert_eq!(made.record.date.as_deref(), Some("2022-07-21"));
        assert_eq!(speakers(&made).len(), 3);
    }
}

#[test]
fn shared_frus_xml_gives_the_turns_of_the_text_and_better_speakers() {
    let Some(folder) = shared("corpora/frus") else { return };
    println!(
        "| document | truth | found | right | precision | recall | turns whose label points | speak and are in no list, of the text | of TEI |"
    );
    println!("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
    let mut all = [0usize; 6];
    let mut worst = String::new();
    for path in files(&folder, "xml") {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let expect = truth(&std::fs::read_to_string(path.with_extension("json")).expect("the truth"));
        let source = std::fs::read_to_string(&path).expect("the file can be read");
        let made = match tei::ingest(&source, None, None, &[]) {
            Ok(made) => made,
            Err(error) => {
                assert!(error.what.starts_with("no turns found"), "{name}: {error}");
                println!("| {name} | {} | 0 | 0 | | | | | |", expect.len());
                all[0] += expect.len();
                continue;
            }
        };
        accounted(&source, &made);
        let found = turns(&made);
        let pairs = hits(&expect, &found);
        for (i, turn) in expect.iter().enumerate().filter(|(i, _)| !pairs.iter().any(|(a, _)| a == i)) {
            worst += &format!("{name}: missed {}: {:?} {:?}\n", i + 1, turn.label, turn.words);
        }
        for (j, turn) in found.iter().enumerate().filter(|(j, _)| !pairs.iter().any(|(_, b)| b == j)) {
            let words: String = turn.words.chars().take(60).collect();
            worst += &format!("{name}: beyond the truth {}: {:?} {words:?}\n", j + 1, turn.label);
        }
        for warning in &made.warnings {
            worst += &format!("{name}: {warning}\n");
        }
        let text = common::read(&path.with_extension("txt")).1.expect("turns");
        let pointed = pointers(&source);
        let (pointing, agreeing) = agree(&made, &pointed);
        assert_eq!(pointing, agreeing, "{name}: whom labels point to is one person");
        let row = [expect.len(), found.len(), pairs.len(), pointing, beyond_lists(&text), beyond_lists(&made)];
        all.iter_mut().zip(row).for_each(|(sum, n)| *sum += n);
        let share = |part: usize, whole: usize| if whole == 0 { 1.0 } else { part as f64 / whole as f64 };
        println!(
            "| {name} | {} | {} | {} | {:.3} | {:.3} | {} | {} | {} |",
            row[0],
            row[1],
            row[2],
            share(row[2], row[1]),
            share(row[2], row[0]),
            row[3],
            row[4],
            row[5]
        );
        let again = tei::ingest(&source, None, Some(&made.record), &[]).expect("a record");
        assert!(again.record == made.record, "{name}: an unchanged source gives the same record");
    }
    let (precision, recall) = (all[2] as f64 / all[1] as f64, all[2] as f64 / all[0] as f64);
    println!(
        "| **all, from TEI** | {} | {} | {} | {precision:.4} | {recall:.4} | {} | {} | {} |\n\n{worst}",
        all[0], all[1], all[2], all[3], all[4], all[5]
    );
    assert!(precision >= 0.998, "precision {precision:.4}\n{worst}");
    assert!(recall >= 0.995, "recall {recall:.4}\n{worst}");
    assert!(all[5] < all[4], "the file’s pointers find people in the list whom their labels do not");
}

/// Labels that point to a person, with the person: “Dr. <persName corresp="#p_KHA1">Kissinger</persName>:”.
fn pointers(source: &str) -> HashMap<String, String> {
    let document = roxmltree::Document::parse(source).expect("XML");
    let mut found: HashMap<String, BTreeSet<String>> = HashMap::new();
    for paragraph in nodes(&document, "p") {
        let Some(name) = paragraph.children().find(|c| c.tag_name().name() == "persName") else { continue };
        let Some(key) = name.attribute("corresp") else { continue };
        let before: String = name
            .prev_siblings()
            .filter(|node| *node != name)
            .map(text_of)
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .collect();
        let after = name.next_sibling().map(text_of).unwrap_or_default();
        if after.starts_with(':') && before.chars().count() < 30 && !before.contains(':') {
            let label = format!("{before}{}", text_of(name)).split_whitespace().collect::<Vec<_>>().join(" ");
            found.entry(label).or_default().insert(key.to_owned());
        }
    }
    found
        .into_iter()
        .filter(|(_, keys)| keys.len() == 1)
        .filter_map(|(label, keys)| Some((label, keys.into_iter().next()?)))
        .collect()
}

/// How many speak whom the record has in no list.
fn beyond_lists(made: &Ingested) -> usize {
    made.record.participants.iter().filter(|person| person.presence == Presence::SpeaksOnly).count()
}

/// Turns whose label points to a person, and of them those whose speaker other turns of that person have too.
fn agree(made: &Ingested, pointed: &HashMap<String, String>) -> (usize, usize) {
    let mut persons: HashMap<&str, HashMap<&str, usize>> = HashMap::new();
    for block in made.record.blocks.iter().filter(|block| block.kind == BlockKind::Turn) {
        let (Some(label), Some(speaker)) = (&block.label, &block.speaker) else { continue };
        if let Some(key) = pointed.get(label).filter(|_| !label.contains(" and ")) {
            *persons.entry(key).or_default().entry(speaker).or_insert(0) += 1;
        }
    }
    let all = persons.values().flat_map(HashMap::values).sum();
    (all, persons.values().filter_map(|ids| ids.values().max()).sum())
}
