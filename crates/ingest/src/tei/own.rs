//! TEI that this program wrote: the record that it was.

use memcon_record::wire::{BlockKind, Retired, Why};
use memcon_tei::read::{Found, is, own, paragraph_of};
use roxmltree::Document;

use super::account::account;
use super::told;
use crate::account::Fate;
use crate::error::Error;
use crate::tei::words::characters;
use crate::text::Span;
use crate::{Ingested, editor::Editor};

/// Reads the record; ids of an earlier one that are gone stay retired.
pub fn ingest(given: &super::Given, tei: &Document) -> Result<Ingested, Error> {
    let Found { mut record, part } = own(tei).map_err(told)?;
    let is_part = !part.is_empty();
    let mut warnings: Vec<String> =
        part.into_iter().map(|says| format!("the file is a part of a record: {says}")).collect();
    if given.editor.is_some_and(Editor::says_more_than_id) {
        warnings
            .push("the file holds what an editor knows already, so record.toml was not used; change the file".into());
    }
    // Of a part the divisions of the whole lead nowhere.
    let of_topics = memcon_record::check(&record).iter().any(|problem| problem.path.starts_with("topics"));
    if is_part && of_topics {
        record.topics.clear();
        warnings.push("the topics of the whole record do not fit its part and are left out".into());
    }
    if let Some(problem) = memcon_record::check(&record).into_iter().next() {
        return Err(Error::source(problem.to_string()));
    }
    if let Some(previous) = given.previous {
        // What the file does not say became of a block that an earlier reading had, nobody knows.
        let gone = previous.blocks.iter().map(|block| Retired::from(block.id.as_str()));
        for entry in previous.retired.iter().cloned().chain(gone) {
            let is_known =
                record.retired.iter().map(|known| &known.id).chain(record.blocks.iter().map(|block| &block.id));
            if is_known.into_iter().any(|id| *id == entry.id) {
                continue;
            }
            let living = |id: &String| record.blocks.iter().any(|block| block.id == *id);
            let successors: Vec<String> = entry.successors.into_iter().filter(living).collect();
            let why = if successors.is_empty() { Why::Removed } else { entry.why };
            record.retired.push(Retired { id: entry.id, successors, why });
        }
    }
    let mut pieces: Vec<(Span, Fate)> = Vec::new();
    let body = tei.descendants().find(|node| is(*node, "body"));
    let elements: Vec<_> = body
        .into_iter()
        .flat_map(|body| body.children())
        .filter(|node| is(*node, "u") || (is(*node, "ab") && node.has_children()))
        .collect();
    let mut turn = elements.iter().zip(&record.blocks).filter(|(_, block)| block.kind == BlockKind::Turn).peekable();
    let places: std::collections::HashMap<_, _> =
        elements.iter().zip(&record.blocks).map(|(node, block)| (node.id(), block.id.clone())).collect();
    for node in body.into_iter().flat_map(|body| body.descendants()).filter(roxmltree::Node::is_text) {
        let fate = match paragraph_of(node) {
            Some((block, paragraph)) if places.contains_key(&block.id()) => {
                Fate::Text { block: places[&block.id()].clone(), paragraph }
            }
            _ => {
                while turn.next_if(|(element, _)| element.range().start < node.range().start).is_some() {}
                let Some((_, block)) = turn.peek() else { continue };
                Fate::Label { block: block.id.clone() }
            }
        };
        for (c, at) in characters(given.source, node) {
            if crate::text::is_blank(c) {
                continue;
            }
            match pieces.last_mut() {
                Some((last, before)) if last.end == at.start && *before == fate => last.end = at.end,
                _ => pieces.push((at, fate.clone())),
            }
        }
    }
    let account = account(given.source, tei, pieces)?;
    Ok(Ingested { record, account, warnings })
}
