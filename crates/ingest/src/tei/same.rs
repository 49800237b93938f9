//! Who is one person, where a file points from labels to persons.

use std::collections::HashMap;

use memcon_record::wire::{Presence, Record, UNKNOWN};

use crate::editor::Editor;
use crate::labels::name_words;
use crate::names::fold;

/// For each key to which the file points, the participant whom it means.
///
/// Turns say it first: their labels point. Of those who do not speak, the list does, where the words that
/// point stand in what it prints of a person, and end in the person's name.
pub fn keys(record: &Record, labels: &[(String, String)], names: &[(&str, &str, &str)]) -> HashMap<String, String> {
    let mut counts: HashMap<&str, HashMap<&str, usize>> = HashMap::new();
    let speakers: HashMap<&str, &str> = record
        .blocks
        .iter()
        .filter_map(|block| Some((block.id.as_str(), block.speaker.as_deref().filter(|who| *who != UNKNOWN)?)))
        .collect();
    for (block, key) in labels {
        if let Some(speaker) = speakers.get(block.as_str()) {
            *counts.entry(key).or_default().entry(speaker).or_insert(0) += 1;
        }
    }
    let mut keys: HashMap<String, String> = HashMap::new();
    for (key, speakers) in counts {
        let most = speakers.into_iter().max_by_key(|(id, count)| (*count, std::cmp::Reverse(*id)));
        keys.extend(most.map(|(id, _)| (key.to_owned(), id.to_owned())));
    }
    for (key, id) in listed(record, names) {
        keys.entry(key).or_insert(id);
    }
    keys
}

/// For each key to which a list points, the one person listed there.
fn listed(record: &Record, names: &[(&str, &str, &str)]) -> HashMap<String, String> {
    let last = |name: &str| name_words(name).last().map(|word| fold(word));
    let mut keys: HashMap<String, String> = HashMap::new();
    for (key, words, paragraph) in names {
        if keys.contains_key(*key) {
            continue;
        }
        let fits = |printed: &str, name: &str| {
            paragraph.contains(printed) && printed.contains(words) && last(words).is_some() && last(words) == last(name)
        };
        let mut found = record
            .participants
            .iter()
            .filter(|person| person.as_printed.as_deref().is_some_and(|printed| fits(printed, &person.name)));
        if let (Some(person), None) = (found.next(), found.next()) {
            keys.insert((*key).to_owned(), person.id.clone());
        }
    }
    keys
}

/// Makes one of participants whom the file says to be one, and gives turns whose voice had no name to those whom
/// their labels point to; says what was done. What an editor says of a label stands.
pub fn persons(
    record: &mut Record,
    labels: &[(String, String)],
    names: &[(&str, &str, &str)],
    editor: Option<&Editor>,
) -> Vec<String> {
    let mut said = Vec::new();
    let keys_of = keys(record, labels, names);
    let in_list = listed(record, names);
    let named = |id: &str| editor.is_some_and(|editor| editor.participants.iter().any(|p| p.id.get_ref() == id));
    // Whom each key means besides: those all of whose turns point to it.
    let mut pointed: HashMap<String, Vec<&str>> = HashMap::new();
    let mut pointers: HashMap<&str, Vec<&str>> = HashMap::new();
    for (block, key) in labels {
        pointers.entry(block).or_default().push(key);
    }
    for block in &record.blocks {
        let Some(speaker) = block.speaker.clone().filter(|who| who != UNKNOWN) else { continue };
        let to = pointers.get(block.id.as_str()).map_or(&[][..], Vec::as_slice);
        let all = pointed.entry(speaker).or_default();
        all.extend(if to.is_empty() { &[""][..] } else { to });
    }
    let mut moved: HashMap<String, String> = HashMap::new();
    for person in &record.participants {
        let to = pointed.get(&person.id).map_or(&[][..], Vec::as_slice);
        let Some(first) = to.first().filter(|key| !key.is_empty()) else { continue };
        let other = in_list.get(*first).or_else(|| keys_of.get(*first)).filter(|other| **other != person.id);
        let Some(other) = other else { continue };
        // One under whom two labels stand is of two minds; an editor's people are the editor's.
        if to.iter().all(|key| key == first) && !named(&person.id) && person.presence != Presence::Listed {
            moved.insert(person.id.clone(), other.clone());
        }
    }
    // Of two that point to each other the first stays.
    let stays: Vec<String> = moved.values().cloned().collect();
    moved.retain(|from, _| !stays.contains(from));
    for (from, to) in &moved {
        let Some(place) = record.participants.iter().position(|person| person.id == *from) else { continue };
        let gone = record.participants.remove(place);
        if let Some(person) = record.participants.iter_mut().find(|person| person.id == *to) {
            said.push(format!("“{}” and “{}” are one person, says the file", person.name, gone.name));
            person.labels.extend(gone.labels);
        }
    }
    for block in &mut record.blocks {
        let Some(speaker) = &mut block.speaker else { continue };
        if let Some(to) = moved.get(speaker) {
            to.clone_into(speaker);
        } else if speaker == UNKNOWN
            && let Some([key]) = pointers.get(block.id.as_str()).map(Vec::as_slice)
            && let Some(id) = keys_of.get(*key)
            && block.label.as_deref().is_some_and(is_of_one)
        {
            id.clone_into(speaker);
            said.push(format!("{}: the file says who speaks: {id}", block.id));
            if let (Some(label), Some(person)) =
                (&block.label, record.participants.iter_mut().find(|person| person.id == *id))
                && !person.labels.contains(label)
            {
                person.labels.push(label.clone());
            }
        }
    }
    said.sort();
    said
}

/// Whether a label has one name: “Rowlands, Grennan” points to one and means two.
fn is_of_one(label: &str) -> bool {
    ![" and ", ", ", " & ", "/"].iter().any(|joint| label.contains(joint))
}
