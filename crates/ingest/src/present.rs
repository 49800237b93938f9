//! Who is present and on which side: what the text says, completed by the editor.

use std::collections::{HashMap, HashSet};

use memcon_record::wire::{self, Participant, Presence};

use crate::attendance::Lists;
use crate::editor::Editor;
use crate::error::Error;
use crate::names;
use crate::people::{People, Person};

/// The sides, and which of them each side that the text named has become.
pub fn delegations(lists: &Lists, editor: &Editor) -> (Vec<wire::Delegation>, Vec<Option<usize>>) {
    if editor.delegations.is_empty() {
        let ids = unique(lists.sides.iter().map(|side| names::short_slug(&side.name)));
        let found = lists.sides.iter().zip(ids).map(|(side, id)| wire::Delegation {
            id,
            name: side.name.clone(),
            as_printed: Some(side.as_printed.clone()),
        });
        return (found.collect(), (0..lists.sides.len()).map(Some).collect());
    }
    let named: Vec<wire::Delegation> = editor
        .delegations
        .iter()
        .map(|d| wire::Delegation {
            id: d.id.get_ref().clone(),
            name: d.name.clone(),
            as_printed: d.as_printed.as_ref().map(|words| words.get_ref().clone()),
        })
        .collect();
    let moved = lists
        .sides
        .iter()
        .map(|side| {
            named.iter().position(|d| {
                d.name == side.name
                    || d.as_printed
                        .as_ref()
                        .is_some_and(|p| p.contains(&side.as_printed) || side.as_printed.contains(p.as_str()))
            })
        })
        .collect();
    (named, moved)
}

/// Everyone present: the editor's in the editor's order, then whom only the text has.
pub fn participants(
    source: &str,
    people: People,
    meant: &mut HashMap<String, Option<usize>>,
    editor: &Editor,
    delegations: &[wire::Delegation],
) -> Result<Vec<Participant>, Error> {
    let flat = flat(source);
    let mut places: Vec<Option<usize>> = vec![None; people.all.len()];
    let mut written = Vec::new();
    for named in &editor.participants {
        let name = named.name.get_ref();
        let means = |person: &Person| {
            person.name == *name
                || person.id.as_ref() == Some(named.id.get_ref())
                || person.labels.iter().any(|label| named.labels.contains(label))
                || named.labels.contains(&person.name)
                || (person.key == crate::people::title_key(name))
        };
        let found: Vec<usize> =
            (0..people.all.len()).filter(|i| places[*i].is_none() && means(&people.all[*i])).collect();
        let in_source = flat.contains(name.as_str()) || named.labels.iter().any(|label| flat.contains(label.as_str()));
        if found.is_empty() && !in_source {
            let what = format!(
                "“{name}” names an unknown person: neither the name nor a label of it stands in the source; write a label as printed"
            );
            return Err(editor.fault(&named.name, what));
        }
        if let Some(words) = &named.as_printed
            && !flat.contains(words.get_ref().as_str())
        {
            let what = format!("“{}” does not stand in the source; copy the words as printed", words.get_ref());
            return Err(editor.fault(words, what));
        }
        if let Some(side) = &named.delegation
            && !delegations.iter().any(|d| d.id == *side.get_ref())
        {
            let what = format!("“{}” is no delegation of this file; add it under [[delegation]]", side.get_ref());
            return Err(editor.fault(side, what));
        }
        for i in &found {
            places[*i] = Some(written.len());
        }
        let text = found.first().map(|i| &people.all[*i]);
        let mut labels: Vec<String> = Vec::new();
        for label in found.iter().flat_map(|i| &people.all[*i].labels).chain(&named.labels) {
            if !labels.contains(label) {
                labels.push(label.clone());
            }
        }
        written.push(Participant {
            id: named.id.get_ref().clone(),
            name: name.clone(),
            delegation: named
                .delegation
                .as_ref()
                .map(|side| side.get_ref().clone())
                .or_else(|| text.and_then(|p| p.delegation).map(|d| delegations[d].id.clone())),
            offices: named.offices.clone().or_else(|| text.map(|p| p.offices.clone())).unwrap_or_default(),
            as_printed: named
                .as_printed
                .as_ref()
                .map(|w| w.get_ref().clone())
                .or_else(|| text.and_then(|p| p.as_printed.clone())),
            presence: named.presence.or_else(|| text.map(|p| p.presence)).unwrap_or(Presence::Narrated),
            labels,
            note: named.note.clone(),
        });
    }
    let taken: HashSet<String> = written.iter().map(|p: &Participant| p.id.clone()).collect();
    let ids = unique(people.all.iter().map(Person::stem));
    for (i, person) in people.all.into_iter().enumerate() {
        if places[i].is_some() {
            continue;
        }
        places[i] = Some(written.len());
        let id = if taken.contains(&ids[i]) { format!("{}-{}", ids[i], i + 2) } else { ids[i].clone() };
        written.push(Participant {
            id,
            name: person.name,
            delegation: person.delegation.map(|d| delegations[d].id.clone()),
            offices: person.offices,
            as_printed: person.as_printed,
            presence: person.presence,
            labels: person.labels,
            note: None,
        });
    }
    for who in meant.values_mut() {
        *who = who.and_then(|i| places[i]);
    }
    // A label that the editor gives to somebody means that person, whoever the text made of it.
    for (place, named) in editor.participants.iter().enumerate() {
        for label in &named.labels {
            if let Some(who) = meant.get_mut(label) {
                *who = Some(place);
            }
        }
    }
    Ok(written)
}

/// Ids that differ from each other: the second “x” becomes “x-2”.
fn unique(ids: impl Iterator<Item = String>) -> Vec<String> {
    let mut taken: HashSet<String> = HashSet::from([wire::UNKNOWN.to_owned()]);
    let mut next: HashMap<String, usize> = HashMap::new();
    ids.map(|id| {
        if taken.insert(id.clone()) {
            return id;
        }
        let n = next.entry(id.clone()).or_insert(1);
        loop {
            *n += 1;
            let numbered = format!("{id}-{n}");
            if taken.insert(numbered.clone()) {
                return numbered;
            }
        }
    })
    .collect()
}

/// The source with single spaces, so that words may be found across a line break.
fn flat(source: &str) -> String {
    source.split_whitespace().collect::<Vec<_>>().join(" ")
}
