//! A TEI file in which labels stand in the text: printed conversations of *Foreign Relations of the United States*.
//!
//! Its paragraphs are read as the text of a page. What only the file knows is then put in its place: marks, the
//! persons and terms that words point to, and who is meant by a label.

use std::collections::HashMap;
use std::ops::Range;

use memcon_record::wire::{EntityKind, Record};
use memcon_tei::read::is;
use roxmltree::Document;

use super::account::account;
use super::flow::Flow;
use super::header;
use super::mentions::{Mentions, decorate};
use super::same;
use super::words::{Says, Words};
use crate::account::{Fate, Piece};
use crate::error::Error;
use crate::text::Span;
use crate::{Ingested, digest};

/// The paragraphs as a page, and where each begins in it.
struct Page {
    text: String,
    paragraphs: Vec<(usize, Words)>,
}

/// What the file says of the words of a block's paragraph.
type Told = HashMap<(String, usize), Vec<(Range<usize>, Says)>>;

/// Makes the record.
pub fn ingest(given: &super::Given, tei: &Document, flow: Flow) -> Result<Ingested, Error> {
    let Flow { blocks, mut notes, left, .. } = flow;
    // The notes stand in the order of their numbers, as the page has them.
    notes.sort_by_key(|note| number(&note.text));
    let page = Page::of(blocks.into_iter().flat_map(|block| block.paragraphs).chain(notes));
    let Ingested { mut record, account: of_page, mut warnings } =
        crate::ingest(&page.text, given.editor, given.previous)?;

    let mut pieces: Vec<(Span, Fate)> =
        left.into_iter().map(|(span, what)| (span, Fate::Furniture { name: what.to_owned() })).collect();
    for piece in &of_page {
        pieces.extend(page.source(&piece.range).into_iter().map(|span| (span, piece.fate.clone())));
    }
    let account = account(given.source, tei, pieces)?;

    let (told, labels) = page.told(&of_page);
    warnings.extend(same::persons(&mut record, &labels, &page.names(), given.editor));
    let keys = same::keys(&record, &labels, &page.names());
    let present = |key: &str| {
        let person = record.participants.iter().find(|person| keys.get(key) == Some(&person.id))?;
        Some((person.id.clone(), person.name.clone()))
    };
    let mentions = Mentions::of(page.paragraphs.iter().map(|(_, words)| words));
    let (entities, ids) = mentions.entities(&record.entities, present);
    record.entities.extend(entities);
    for block in &mut record.blocks {
        for (place, runs) in block.paragraphs.iter_mut().enumerate() {
            if let Some(says) = told.get(&(block.id.clone(), place)) {
                *runs = decorate(std::mem::take(runs), says, &ids);
            }
        }
    }
    about(&mut record, tei);
    record.source_digest = Some(digest(given.source.as_bytes()));
    only_what_is_named(&mut record, given.editor.map_or(0, |editor| editor.entities.len()));
    Ok(Ingested { record, account, warnings })
}

fn number(note: &str) -> usize {
    note.split(' ').next().and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// What the header says and the page did not.
fn about(record: &mut Record, tei: &Document) {
    let about = header::about(tei);
    let of = &mut record.provenance;
    let volume = about.title.filter(|title| *title != record.title);
    of.reference = of.reference.take().or(about.provenance.reference).or(volume);
    of.url = of.url.take().or(about.provenance.url);
    of.rights = of.rights.take().or(about.provenance.rights);
    of.publisher = of.publisher.take().or(about.provenance.publisher);
    record.language = record.language.take().or(about.language);
    let day = tei.descendants().filter(|node| is(*node, "date")).find_map(|date| {
        let day = date.attribute("when")?.get(..10)?;
        memcon_record::check::is_edtf(day).then(|| day.to_owned())
    });
    record.date = record.date.take().or(about.date).or(day);
}

/// Leaves out what is named in labels and headings of the page only.
fn only_what_is_named(record: &mut Record, of_editor: usize) {
    let runs = record.blocks.iter().flat_map(|block| block.paragraphs.iter().flatten());
    let named: std::collections::HashSet<String> = runs.filter_map(|run| run.entity.clone()).collect();
    let mut place = 0;
    record.entities.retain(|entity| {
        place += 1;
        place <= of_editor || named.contains(&entity.id)
    });
}

impl Page {
    fn of(paragraphs: impl Iterator<Item = Words>) -> Self {
        let mut page = Page { text: String::new(), paragraphs: Vec::new() };
        let mut after_item = false;
        for words in paragraphs {
            if !page.text.is_empty() {
                page.text.push_str(if after_item && words.item { "\n" } else { "\n\n" });
            }
            after_item = words.item;
            page.paragraphs.push((page.text.len(), words.clone()));
            page.text.push_str(&words.text);
        }
        page
    }

    /// The paragraph that holds this byte, and where it begins.
    fn paragraph(&self, at: usize) -> Option<&(usize, Words)> {
        self.paragraphs.get(self.paragraphs.partition_point(|(start, _)| *start <= at).checked_sub(1)?)
    }

    /// Where a stretch of the page stands in the file.
    fn source(&self, stretch: &Range<usize>) -> Vec<Span> {
        let Some((start, words)) = self.paragraph(stretch.start) else { return Vec::new() };
        words.source(stretch.start - start..stretch.end - start)
    }

    /// What the file says of the words of each paragraph of the record; and, by turn, whom its label points to.
    fn told(&self, pieces: &[Piece]) -> (Told, Vec<(String, String)>) {
        let mut told = Told::new();
        let mut ends: HashMap<(String, usize), usize> = HashMap::new();
        let mut labels = Vec::new();
        for piece in pieces {
            let Some((start, words)) = self.paragraph(piece.range.start) else { continue };
            let own = piece.range.start - start..piece.range.end - start;
            let overlapping = words.says.iter().filter(|(range, _)| range.start < own.end && own.start < range.end);
            match &piece.fate {
                Fate::Label { block } => {
                    for (_, says) in overlapping {
                        if let Says::Names { kind: EntityKind::Person, key } = says {
                            labels.push((block.clone(), key.clone()));
                        }
                    }
                }
                Fate::Text { block, paragraph } => {
                    let place = (block.clone(), *paragraph);
                    // Between two pieces of a paragraph is one space.
                    let from = ends.get(&place).map_or(0, |end| end + 1);
                    ends.insert(place.clone(), from + own.len());
                    let says = told.entry(place).or_default();
                    for (range, what) in overlapping {
                        let (first, last) = (range.start.max(own.start), range.end.min(own.end));
                        says.push((from + first - own.start..from + last - own.start, what.clone()));
                    }
                }
                _ => {}
            }
        }
        (told, labels)
    }

    /// The persons whom the text points to, with the words that do.
    fn names(&self) -> Vec<(&str, &str, &str)> {
        let mut names = Vec::new();
        for (_, words) in &self.paragraphs {
            for (range, says) in &words.says {
                if let Says::Names { kind: EntityKind::Person, key } = says {
                    names.push((key.as_str(), &words.text[range.clone()], words.text.as_str()));
                }
            }
        }
        names
    }
}
