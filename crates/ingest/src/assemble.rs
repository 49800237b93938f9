//! The record put together: what the text gave, what the editor knows, ids given once.

use std::collections::HashSet;

use memcon_record::wire::{self, Mode, Record};

use crate::account::{self, Fate};
use crate::align;
use crate::attendance::Lists;
use crate::draft::{About, Other, Sketch};
use crate::editor::Editor;
use crate::entities::Spellings;
use crate::error::Error;
use crate::present::{delegations, participants};
use crate::{Ingested, digest, names, narrated, reported, runs};

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
    narrated::find(&mut people, &blocks);
    let participants = participants(source, people, &mut meant, editor, &delegations)?;

    let given = align::ids(&blocks, previous);
    let spellings = Spellings::new(editor);
    let mode = if reported::is_reported(&blocks) { Mode::Reported } else { Mode::Verbatim };
    let mut pieces = Vec::new();
    let mut written = Vec::with_capacity(blocks.len());
    for (block, id) in blocks.into_iter().zip(given.blocks) {
        let paragraphs = block.paragraphs.iter().map(|p| runs::of(&p.text, spellings.find(&id, &p.text))).collect();
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

    let topics = topics(editor, &written)?;
    let said = Said { about, delegations, participants, entities: entities(editor), topics, blocks: written };
    let record = record(source, said, given.retired, editor)?;
    Ok(Ingested { record, account, warnings })
}

/// What a record is put together from.
pub struct Said {
    /// What the source says of the whole.
    pub about: About,
    /// The sides.
    pub delegations: Vec<wire::Delegation>,
    /// Those present.
    pub participants: Vec<wire::Participant>,
    /// What is spoken of.
    pub entities: Vec<wire::Entity>,
    /// The divisions.
    pub topics: Vec<wire::Topic>,
    /// The text.
    pub blocks: Vec<wire::Block>,
}

/// The record: of what the source and the editor say of the whole, the editor's word counts.
///
/// # Errors
/// When something in it does not fit: the editor's to mend.
pub fn record(source: &str, said: Said, retired: Vec<wire::Retired>, editor: &Editor) -> Result<Record, Error> {
    let Said { about, delegations, participants, entities, topics, blocks } = said;
    let title =
        editor.title.clone().or(about.title).or_else(|| about.kind.clone()).unwrap_or_else(|| "Untitled record".into());
    let date = editor.date.as_ref().map(|d| d.get_ref().clone()).or(about.date);
    let own_id = || names::short_slug(&format!("{} {title}", date.as_deref().unwrap_or("")));
    let ours = editor.provenance.clone();
    let theirs = about.provenance;
    let record = Record {
        format: wire::FORMAT.into(),
        part: None,
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
        entities,
        topics,
        blocks,
        retired,
    };
    consistent(&record, editor)?;
    Ok(record)
}

/// What an editor says is spoken of.
pub fn entities(editor: &Editor) -> Vec<wire::Entity> {
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

/// The division that an editor makes of these blocks.
///
/// # Errors
/// When it names a turn that is none.
pub fn topics(editor: &Editor, blocks: &[wire::Block]) -> Result<Vec<wire::Topic>, Error> {
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

/// What [`check()`](memcon_record::check()) finds in the record is the editor's to mend: said with the line of the TOML.
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

/// Says which turns nobody is named for.
pub fn warn_unknown(blocks: &[wire::Block], warnings: &mut Vec<String>) {
    for block in blocks.iter().filter(|b| b.speaker.as_deref() == Some(wire::UNKNOWN)) {
        let label = block.label.as_deref().unwrap_or("");
        warnings.push(format!("{}: “{label}” is no one person, so the speaker is unknown", block.id));
    }
}
