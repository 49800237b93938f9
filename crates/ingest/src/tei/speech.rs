//! A TEI file that says who speaks: plays with `<sp who>`, sittings with `<u who>`.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use memcon_record::wire::{self, BlockKind, Mode, Presence};
use roxmltree::Document;

use super::account::{account, said};
use super::flow::{Flow, Passages};
use super::header::{self, Listed};
use super::mentions::{Mentions, decorate};
use super::words::Words;
use crate::account::Fate;
use crate::assemble::{self, Said};
use crate::attendance::Lists;
use crate::draft::{Draft, Passage};
use crate::editor::Editor;
use crate::entities::Spellings;
use crate::error::Error;
use crate::people::{People, Person};
use crate::present::{delegations, participants};
use crate::text::Span;
use crate::{Ingested, align, runs};

/// Makes the record.
pub fn ingest(given: &super::Given, tei: &Document, flow: Flow) -> Result<Ingested, Error> {
    let mut warnings = Vec::new();
    let mut listed = header::people(tei);
    for more in given.people {
        listed.extend(header::people(more));
    }
    header::cast(tei, &mut listed);
    let Flow { blocks, notes, left, .. } = flow;
    let blocks = whole(blocks, notes, &mut warnings);
    let drafts: Vec<Draft> = blocks.iter().map(draft).collect();
    let wishes: Vec<Option<String>> =
        blocks.iter().map(|block| block.id.clone().filter(|id| memcon_record::check::is_id(id))).collect();
    let ids = align::ids_with(&drafts, &wishes, given.previous);

    let mut pieces: Vec<(Span, Fate)> = Vec::new();
    for (block, id) in blocks.iter().zip(&ids.blocks) {
        if let Some(label) = &block.label {
            let kept = without_stop(&label.text);
            // White space that XML does not know stands before it, if anything does.
            let from = label.text.find(kept).unwrap_or(0);
            let to = from + kept.len();
            let at = |stretch| label.source(stretch).into_iter();
            pieces.extend(at(from..to).map(|span| (span, Fate::Label { block: id.clone() })));
            let around = [0..from, to..label.text.len()].into_iter().flat_map(at);
            pieces.extend(around.map(|span| (span, Fate::Separator)));
        }
        for (paragraph, words) in block.paragraphs.iter().enumerate() {
            let fate = || Fate::Text { block: id.clone(), paragraph };
            pieces.extend(words.source(0..words.text.len()).into_iter().map(|span| (span, fate())));
        }
    }
    pieces.extend(left.into_iter().map(|(span, what)| (span, Fate::Furniture { name: what.to_owned() })));
    let account = account(given.source, tei, pieces)?;

    let (people, mut meant, speakers) = speakers(listed, &blocks, &mut warnings);
    let none = Editor::default();
    let editor = given.editor.unwrap_or(&none);
    let (delegations, _) = delegations(&Lists::default(), editor);
    let participants = participants(&said(tei.root_element()), people, &mut meant, editor, &delegations)?;
    let present = |key: &str| {
        let person = participants.get((*meant.get(key)?)?)?;
        Some((person.id.clone(), person.name.clone()))
    };
    let mut entities = assemble::entities(editor);
    let mentions = Mentions::of(blocks.iter().flat_map(|block| &block.paragraphs));
    let (more, keys) = mentions.entities(&entities, present);
    entities.extend(more);

    let spellings = Spellings::new(editor);
    let mut written = Vec::with_capacity(blocks.len());
    for (((block, draft), id), speaker) in blocks.into_iter().zip(drafts).zip(ids.blocks).zip(speakers) {
        let turn = draft.kind == BlockKind::Turn;
        let who = speaker.and_then(|key| *meant.get(&key)?);
        let runs_of = |words: &Words| {
            let runs = runs::of(&words.text, spellings.find(&id, &words.text));
            decorate(runs, &words.says, &keys)
        };
        let paragraphs = block.paragraphs.iter().map(runs_of).collect();
        written.push(wire::Block {
            kind: draft.kind,
            speaker: turn.then(|| who.map_or(wire::UNKNOWN.to_owned(), |who| participants[who].id.clone())),
            label: draft.label.map(|(label, _)| label),
            mode: turn.then_some(Mode::Verbatim),
            paragraphs,
            id,
        });
    }
    spellings.check(&written)?;
    assemble::warn_unknown(&written, &mut warnings);
    let topics = assemble::topics(editor, &written)?;
    let said = Said { about: header::about(tei), delegations, participants, entities, topics, blocks: written };
    let record = assemble::record(given.source, said, ids.retired, editor)?;
    Ok(Ingested { record, account, warnings })
}

/// The blocks with the notes behind them, without those in which nothing stands.
fn whole(found: Vec<Passages>, notes: Vec<Words>, warnings: &mut Vec<String>) -> Vec<Passages> {
    let mut blocks: Vec<Passages> = Vec::with_capacity(found.len() + notes.len());
    for mut block in found {
        if !block.paragraphs.is_empty() {
            blocks.push(block);
            continue;
        }
        // A label behind which no words came is no turn: it is text of the block before.
        let Some(label) = block.label.take() else { continue };
        warnings.push(format!("the label “{}” has no words after it and begins no turn", label.text));
        match blocks.last_mut() {
            Some(last) => last.paragraphs.push(label),
            None => {
                blocks.push(Passages { kind: BlockKind::Narrative, paragraphs: vec![label], who: Vec::new(), ..block })
            }
        }
    }
    let note =
        |words| Passages { kind: BlockKind::Note, label: None, who: Vec::new(), id: None, paragraphs: vec![words] };
    blocks.extend(notes.into_iter().map(note));
    blocks
}

fn draft(block: &Passages) -> Draft {
    let label = block.label.as_ref().map(|label| (without_stop(&label.text).to_owned(), Vec::new()));
    let passage = |words: &Words| Passage { text: words.text.clone(), spans: Vec::new() };
    Draft {
        kind: block.kind,
        label,
        separators: Vec::new(),
        paragraphs: block.paragraphs.iter().map(passage).collect(),
    }
}

/// A label without the colon or period after it; “N. N.” keeps its own.
fn without_stop(label: &str) -> &str {
    let bare = label.trim_end_matches([':', ' ']);
    let bare = if bare.len() < label.len() { bare } else { crate::names::without_stop(label) };
    if bare.is_empty() { label } else { bare }
}

type Meant = HashMap<String, Option<usize>>;

/// Everyone, whom each pointer or label means, and under which of these each block stands.
fn speakers(
    listed: Vec<Listed>,
    blocks: &[Passages],
    warnings: &mut Vec<String>,
) -> (People, Meant, Vec<Option<String>>) {
    let mut meant: Meant = HashMap::new();
    let mut people = People::default();
    for Listed { key, person } in listed {
        if let Entry::Vacant(free) = meant.entry(key) {
            free.insert(Some(people.all.len()));
            people.all.push(person);
        }
    }
    let mut nameless: Vec<String> = Vec::new();
    let mut speakers = Vec::with_capacity(blocks.len());
    for block in blocks {
        let label = block.label.as_ref().map(|label| without_stop(&label.text).to_owned());
        let speaker = match (block.kind, &block.who[..]) {
            (BlockKind::Turn, []) => {
                nameless.extend(label.clone());
                label
            }
            (BlockKind::Turn, [one]) => {
                let who = *meant.entry(one.clone()).or_insert_with(|| {
                    let id = one.rsplit(['#', ':', '/']).next().unwrap_or(one);
                    warnings.push(format!("no list says who “{one}” is; name the person in record.toml"));
                    let mut person = Person::named(id, Presence::SpeaksOnly);
                    person.id = Some(crate::names::short_slug(id));
                    people.all.push(person);
                    Some(people.all.len() - 1)
                });
                if let (Some(person), Some(label)) = (who.and_then(|who| people.all.get_mut(who)), label)
                    && !person.labels.contains(&label)
                {
                    person.labels.push(label);
                }
                Some(one.clone())
            }
            // Several at once are no one person.
            _ => None,
        };
        speakers.push(speaker);
    }
    meant.extend(people.identify(&nameless));
    (people, meant, speakers)
}
