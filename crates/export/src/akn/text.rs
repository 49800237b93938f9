//! The body: sections by topic, speeches in them, and what happens between.

use memcon_record::Speaker;
use memcon_record::model::{Block, Body, Paragraph, Span};
use memcon_record::wire::{EntityKind, Mark};

use super::{day, meta};
use crate::reading::Reading;
use crate::xml::{Attributes, Xml, element, escaped};

/// What a row of blocks stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    /// Those present.
    Call,
    /// A stretch of the conversation; its topic, where it has one.
    Talk(Option<usize>),
}

pub(super) fn write(reading: &Reading, xml: &mut Xml) {
    let language: Vec<_> = reading.record.language.as_deref().map(|tag| ("xml:lang", tag)).into_iter().collect();
    xml.within("debateBody", &language, |xml| {
        let sections = sections(reading);
        for (place, (section, blocks)) in sections.iter().enumerate() {
            let id = format!("section__{}", place + 1);
            match section {
                Section::Call => xml.within("rollCall", &[("eId", &id)], |xml| fill(reading, blocks, xml)),
                Section::Talk(topic) => {
                    let topic = topic.and_then(|topic| reading.record.topics.get(topic));
                    let refers = topic.map(|topic| format!("#{}", meta::topic_id(topic)));
                    let refers = refers.as_deref().map(|id| ("refersTo", id));
                    let name = if topic.is_some() { "topic" } else { "conversation" };
                    let attributes: Vec<_> = [("name", name), ("eId", &*id)].into_iter().chain(refers).collect();
                    xml.within("debateSection", &attributes, |xml| {
                        // The heading is the editor's.
                        _ = topic.map(|topic| xml.said("heading", &[("status", "editorial")], &topic.name));
                        fill(reading, blocks, xml);
                    });
                }
            }
        }
        // A body must have a section, even one of nothing.
        if sections.is_empty() {
            xml.empty("debateSection", &[("name", "conversation"), ("eId", "section__1")]);
        }
    });
}

/// The blocks in rows that stand in one section each.
fn sections<'a>(reading: &'a Reading) -> Vec<(Section, Vec<&'a Block>)> {
    let mut sections: Vec<(Section, Vec<&Block>)> = Vec::new();
    for block in &reading.record.blocks {
        let open = sections.last().map(|(section, _)| *section);
        let due = match (&block.body, open) {
            (Body::Attendance, _) => Section::Call,
            (Body::Turn(turn), _) => Section::Talk(turn.topic),
            // What stands between turns stands in the section before it.
            (_, Some(open @ Section::Talk(_))) => open,
            _ => Section::Talk(None),
        };
        match sections.last_mut().filter(|(section, _)| *section == due) {
            Some((_, blocks)) => blocks.push(block),
            None => sections.push((due, vec![block])),
        }
    }
    sections
}

fn fill(reading: &Reading, blocks: &[&Block], xml: &mut Xml) {
    for block in blocks {
        match &block.body {
            Body::Turn(turn) if turn.speaker != Speaker::Nobody => {
                let by = format!("#{}", meta::person_id(reading.speaker_id(turn.speaker)));
                let number = reading.number(turn).to_string();
                let attributes = [
                    ("eId", block.id.as_str()),
                    ("by", &by),
                    ("as", "#role__speaker"),
                    ("class", turn.mode.name()),
                    ("memcon:number", &number),
                ];
                xml.within("speech", &attributes, |xml| {
                    // As printed: where nothing is, nothing is said.
                    _ = Some(&turn.label).filter(|label| !label.is_empty()).map(|label| xml.said("from", &[], label));
                    paragraphs(reading, block, "p", false, &[], xml);
                });
            }
            Body::Turn(_) => paragraphs(reading, block, "scene", true, &[], xml),
            Body::Attendance | Body::Narrative => paragraphs(reading, block, "narrative", true, &[], xml),
            Body::Signature | Body::Note => {
                paragraphs(reading, block, "p", true, &[("class", block.body.kind().name())], xml)
            }
        }
    }
}

/// The paragraphs of a block, each as an element `name`; where the first `is_block`, it has the block's id.
fn paragraphs(reading: &Reading, block: &Block, name: &str, is_block: bool, more: Attributes, xml: &mut Xml) {
    for (place, paragraph) in block.paragraphs.iter().enumerate() {
        let id = if is_block && place == 0 { block.id.clone() } else { format!("{}__p_{}", block.id, place + 1) };
        let attributes: Vec<_> = [("eId", id.as_str())].into_iter().chain(more.iter().copied()).collect();
        xml.mixed(name, &attributes, &words(reading, paragraph));
    }
}

fn words(reading: &Reading, paragraph: &Paragraph) -> String {
    paragraph.spans.iter().map(|span| run(reading, paragraph, span)).collect()
}

fn run(reading: &Reading, paragraph: &Paragraph, span: &Span) -> String {
    let words = paragraph.text.get(span.range.clone()).unwrap_or_default();
    let named = span.entity.and_then(|place| reading.record.entities.get(place));
    let mut out = escaped(words);
    if let Some(entity) = named {
        let refers = format!("#{}", meta::entity_id(&reading.record, entity));
        let refers = ("refersTo", refers.as_str());
        out = match entity.kind {
            EntityKind::Person => element("person", &[refers], &out),
            EntityKind::Place => element("location", &[refers], &out),
            EntityKind::Organisation => element("organization", &[refers], &out),
            EntityKind::Work => element("object", &[refers], &out),
            EntityKind::Event => element("event", &[refers], &out),
            EntityKind::Term => element("term", &[refers], &out),
            EntityKind::Quantity => element("quantity", &[refers], &out),
            EntityKind::Date => match entity.value.as_deref().and_then(day) {
                Some(day) => element("date", &[("date", day), refers], &out),
                None => element("entity", &[("name", "date"), refers], &out),
            },
        };
    }
    span.marks.iter().rev().fold(out, |out, mark| match mark {
        Mark::Editorial => element("remark", &[("status", "editorial")], &out),
        Mark::Quotation => element("embeddedText", &[], &out),
        Mark::NoteMark => element("inline", &[("name", "note-mark")], &out),
        Mark::Stage => element("remark", &[("type", "sceneDescription")], &out),
        Mark::Unclear => element("inline", &[("name", "unclear")], &out),
        Mark::PageBreak => element("inline", &[("name", "page-break")], &out),
        Mark::Strong => element("b", &[], &out),
        Mark::Emphasis => element("i", &[], &out),
    })
}
