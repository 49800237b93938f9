//! The record put together: what the text gave, what the editor knows, ids given once.

use std::collections::{HashMap, HashSet};

use memcon_record::wire::{self, Mode, Participant, Presence, Record, Run};

use crate::account::{self, Fate};
use crate::align;
use crate::attendance::Lists;
use crate::draft::{Other, Sketch};
use crate::editor::Editor;
use crate::entities::Spellings;
use crate::error::Error;
use crate::people::{People, Person};
use crate::{Ingested, digest, marks, names, reported};

/// Puts the record together.
///
/// # Errors
/// When the editor's file contradicts the text.
pub fn assemble(
    source: &str,
    sketch: Sketch,
    lists: Lists,
    editor: Option<&Editor>,
    previous: Option<&Record>,
) -> Result<Ingested, Error> {
    let none = Editor::default();
    let editor = editor.unwrap_or(&none);
    let Sketch { blocks, others, about, mut warnings } = sketch;
    let (delegations, moved) = delegations(&lists, editor);
    let mut people = lists.people;
    for person in &mut people.all {
        person.delegation = person.delegation.and_then(|found| moved[found]);
    }
    let labels: Vec<String> = blocks.iter().filter_map(|b| b.label.as_ref().map(|(label, _)| label.clone())).collect();
    let mut meant = people.identify(&labels);
    crate::narrated(&mut people, &blocks);
    let participants = participants(source, people, &mut meant, editor, &delegations)?;

    let given = align::ids(&blocks, previous);
    let spellings = Spellings::new(editor);
    let mode = if reported::is_reported(&blocks) { Mode::Reported } else { Mode::Verbatim };
    let mut pieces = Vec::new();
    let mut written = Vec::with_capacity(blocks.len());
    for (block, id) in blocks.into_iter().zip(given.blocks) {
        let paragraphs = block.paragraphs.iter().map(|p| runs(&p.text, spellings.find(&id, &p.text))).collect();
        for (paragraph, passage) in block.paragraphs.into_iter().enumerate() {
            let fate = |span| (span, Fate::Text { block: id.clone(), paragraph });
            pieces.extend(passage.spans.into_iter().map(fate));
        }
        pieces.extend(block.separators.into_iter().map(|span| (span, Fate::Separator)));
        let mut speaker = None;
        let mut label = None;
        let mut mode_of = None;
        if let Some((text, spans)) = block.label {
            pieces.extend(spans.into_iter().map(|span| (span, Fate::Label { block: id.clone() })));
            let who = meant.get(&text).copied().flatten();
            speaker = Some(who.map_or(wire::UNKNOWN.to_owned(), |who| participants[who].id.clone()));
            label = Some(text);
            mode_of = Some(mode);
        }
        written.push(wire::Block { id, kind: block.kind, speaker, label, mode: mode_of, paragraphs });
    }
    spellings.check(&written)?;
    for (span, other) in others {
        let fate = match other {
            Other::Metadata(field) => Fate::Metadata { field: field.to_owned() },
            Other::Furniture(name) => Fate::Furniture { name },
        };
        pieces.push((span, fate));
    }
    let account = account::settle(source, pieces)?;
    warn_unknown(&written, &mut warnings);

    let title =
        editor.title.clone().or(about.title).or_else(|| about.kind.clone()).unwrap_or_else(|| "Untitled record".into());
    let date = editor.date.as_ref().map(|d| d.get_ref().clone()).or(about.date);
    let own_id = || names::short_slug(&format!("{} {title}", date.as_deref().unwrap_or("")));
    let ours = editor.provenance.clone();
    let theirs = about.provenance;
    let record = Record {
        format: wire::FORMAT.into(),
        id: editor.id.as_ref().map_or_else(own_id, |id| id.get_ref().clone()),
        source_digest: Some(digest(source.as_bytes())),
        title,
        kind: editor.kind.clone().or(about.kind),
        date,
        language: editor.language.clone().or(about.language),
        summary: editor.summary.clone().or(about.summary),
        provenance: wire::Provenance {
            reference: ours.reference.or(theirs.reference),
            repository: ours.repository.or(theirs.repository),
            translator: ours.translator.or(theirs.translator),
            recorder: ours.recorder.or(theirs.recorder),
            method: ours.method.or(theirs.method),
            publisher: ours.publisher.or(theirs.publisher),
            funder: ours.funder.or(theirs.funder),
            rights: ours.rights.or(theirs.rights),
            url: ours.url.or(theirs.url),
        },
        delegations,
        participants,
        entities: entities(editor),
        topics: topics(editor, &written)?,
        blocks: written,
        retired: given.retired,
    };
    consistent(&record, editor)?;
    Ok(Ingested { record, account, warnings })
}

/// The sides, and which of them each side that the text named has become.
fn delegations(lists: &Lists, editor: &Editor) -> (Vec<wire::Delegation>, Vec<Option<usize>>) {
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
fn participants(
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

fn entities(editor: &Editor) -> Vec<wire::Entity> {
    editor
        .entities
        .iter()
        .map(|e| wire::Entity {
            id: e.id.get_ref().clone(),
            kind: e.kind,
            name: e.name.clone(),
            value: e.value.clone(),
            note: e.note.clone(),
        })
        .collect()
}

fn topics(editor: &Editor, blocks: &[wire::Block]) -> Result<Vec<wire::Topic>, Error> {
    let turns: HashSet<&str> =
        blocks.iter().filter(|b| b.kind == wire::BlockKind::Turn).map(|b| b.id.as_str()).collect();
    editor
        .topics
        .iter()
        .map(|topic| {
            for id in [&topic.from, &topic.to] {
                if !turns.contains(id.get_ref().as_str()) {
                    let what = format!("“{}” is no turn of the record; name one, such as “t1”", id.get_ref());
                    return Err(editor.fault(id, what));
                }
            }
            Ok(wire::Topic {
                id: topic.id.get_ref().clone(),
                name: topic.name.clone(),
                from: topic.from.get_ref().clone(),
                to: topic.to.get_ref().clone(),
            })
        })
        .collect()
}

/// What [`memcon_record::check`] finds in the record is the editor's to mend: said with the line of the TOML.
fn consistent(record: &Record, editor: &Editor) -> Result<(), Error> {
    let Some(problem) = memcon_record::check(record).into_iter().next() else { return Ok(()) };
    let place = |list: &str| {
        let rest = problem.path.strip_prefix(list)?.strip_prefix('[')?;
        rest.split_once(']')?.0.parse::<usize>().ok()
    };
    let what = format!("{}; {}", problem.what, problem.fix);
    let at = if problem.path == "id" {
        editor.id.as_ref()
    } else if problem.path == "date" {
        editor.date.as_ref()
    } else if let Some(i) = place("topics") {
        editor.topics.get(i).map(|t| {
            if problem.path.ends_with(".to") {
                &t.to
            } else if problem.path.ends_with(".from") {
                &t.from
            } else {
                &t.id
            }
        })
    } else if let Some(i) = place("entities") {
        editor.entities.get(i).map(|e| &e.id)
    } else if let Some(i) = place("participants") {
        editor.participants.get(i).map(|p| &p.id)
    } else if let Some(i) = place("delegations") {
        editor.delegations.get(i).map(|d| &d.id)
    } else {
        None
    };
    Err(match at {
        Some(at) => editor.fault(at, what),
        None => Error::source(format!("{}: {what}", problem.path)),
    })
}

fn warn_unknown(blocks: &[wire::Block], warnings: &mut Vec<String>) {
    for block in blocks.iter().filter(|b| b.speaker.as_deref() == Some(wire::UNKNOWN)) {
        let label = block.label.as_deref().unwrap_or("");
        warnings.push(format!("{}: “{label}” is no one person, so the speaker is unknown", block.id));
    }
}

/// The runs of a paragraph: cut wherever something begins or ends to apply.
fn runs(text: &str, mentions: Vec<(std::ops::Range<usize>, &str)>) -> Vec<Run> {
    let marks = marks::find(text);
    let mut cuts: Vec<usize> = marks.iter().flat_map(|(r, _)| [r.start, r.end]).chain([0, text.len()]).collect();
    cuts.extend(mentions.iter().flat_map(|(r, _)| [r.start, r.end]));
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2)
        .map(|pair| {
            let within = |r: &std::ops::Range<usize>| r.start <= pair[0] && pair[1] <= r.end;
            let mut of: Vec<wire::Mark> = marks.iter().filter(|(r, _)| within(r)).map(|(_, mark)| *mark).collect();
            of.sort();
            of.dedup();
            let entity = mentions.iter().find(|(r, _)| within(r)).map(|(_, id)| (*id).to_owned());
            Run { text: text[pair[0]..pair[1]].to_owned(), entity, marks: of }
        })
        .collect()
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
