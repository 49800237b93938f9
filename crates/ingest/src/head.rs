//! What stands before the conversation: the archive's page, the title, those present, how it began.

use memcon_record::wire::BlockKind;

use crate::attendance::Lists;
use crate::dates;
use crate::draft::{Other, Sketch};
use crate::marks;
use crate::names;
use crate::text::Paragraph;
use crate::words;

/// Reads the paragraphs before `end`, where the first turn begins.
pub fn read(paragraphs: &[Paragraph], end: usize, lists: &Lists, sketch: &mut Sketch) {
    let mut i = yaml(paragraphs, end, sketch);
    let cited = (i..end).find(|i| citation(&paragraphs[*i].text).is_some());
    // A citation knows the title better than the first line of the page.
    if let Some(title) = cited.and_then(|i| citation(&paragraphs[i].text)) {
        sketch.about.title.get_or_insert_with(|| title.to_owned());
    }
    while i < end {
        let paragraph = &paragraphs[i];
        if let Some(list) = lists.places.iter().find(|list| list.contains(&i)) {
            for (n, paragraph) in paragraphs[i..list.end.min(end)].iter().enumerate() {
                sketch.text(BlockKind::Attendance, paragraph, 0..paragraph.text.len(), n == 0);
            }
            i = list.end;
            continue;
        }
        if cited == Some(i) {
            cite(paragraph, sketch);
        } else if cited == Some(i + 1) && paragraph.text.ends_with('.') {
            // Above its citation an archive sums a document up.
            sketch.about.summary.get_or_insert_with(|| paragraph.text.clone());
            sketch.other(paragraph, 0..paragraph.text.len(), Other::Metadata("summary"));
        } else if let Some(name) = alone(&paragraph.text)
            && i + 1 < end
            && cited != Some(i + 1)
            && let Some(field) = field(&format!("{name}: {}", paragraphs[i + 1].text), sketch)
        {
            for paragraph in &paragraphs[i..=i + 1] {
                sketch.other(paragraph, 0..paragraph.text.len(), Other::Metadata(field));
            }
            i += 1;
        } else {
            line(paragraph, sketch);
        }
        i += 1;
    }
}

/// The label of a field that has a line to itself: “Summary:”.
fn alone(text: &str) -> Option<&str> {
    let name = text.strip_suffix(':')?.trim();
    (name.split_whitespace().count() <= 3).then_some(name)
}

/// The title in a citation such as “"Minutes of Conversation," March 08, 1973, Example Archive”.
fn citation(text: &str) -> Option<&str> {
    let text = text.strip_prefix("Citation:").unwrap_or(text).trim_start();
    let inner = text.strip_prefix(['“', '"'])?;
    let end = inner.find(['”', '"'])?;
    let title = inner[..end].strip_suffix(',')?;
    inner[end..].contains(|c: char| c.is_ascii_digit()).then_some(title)
}

/// A citation gives the title, the reference and the translator.
fn cite(paragraph: &Paragraph, sketch: &mut Sketch) {
    let text = paragraph.text.as_str();
    if let Some(title) = citation(text) {
        sketch.about.title.get_or_insert_with(|| title.to_owned());
    }
    let (reference, translator) = text.split_once("Translated by ").map_or((text, None), |(a, b)| (a, Some(b)));
    let reference = reference.strip_prefix("Citation:").unwrap_or(reference).trim().trim_end_matches('.');
    sketch.about.provenance.reference.get_or_insert_with(|| reference.to_owned());
    if let Some(name) = translator {
        sketch.about.provenance.translator.get_or_insert_with(|| names::without_stop(name).to_owned());
    }
    sketch.other(paragraph, 0..text.len(), Other::Metadata("provenance.reference"));
}

/// A field that the page names and the record has: “Summary: They discuss the harbour.”
fn field(text: &str, sketch: &mut Sketch) -> Option<&'static str> {
    let about = &mut sketch.about;
    if let Some(name) = text.strip_prefix("Translated by ") {
        about.provenance.translator.get_or_insert_with(|| names::without_stop(name).to_owned());
        return Some("provenance.translator");
    }
    let (name, value) = text.split_once(':')?;
    let value = value.trim();
    if value.is_empty() {
        return None;
    }
    let (slot, field) = match name.trim().to_lowercase().as_str() {
        "summary" | "abstract" | "description" => (&mut about.summary, "summary"),
        "citation" | "source" | "record number" | "document number" | "reference" | "archival reference" => {
            (&mut about.provenance.reference, "provenance.reference")
        }
        "translator" | "translated by" | "translation" => (&mut about.provenance.translator, "provenance.translator"),
        "repository" | "original archive" => (&mut about.provenance.repository, "provenance.repository"),
        _ => return None,
    };
    if slot.is_some() {
        return None;
    }
    *slot = Some(value.to_owned());
    Some(field)
}

/// The kind of document that `text` names and is nothing beside.
pub fn kind(text: &str) -> Option<String> {
    let plain = text.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.' || c.is_whitespace());
    words::KINDS.has(&plain.to_lowercase()).then(|| plain.to_owned())
}

/// Whether `text` is a part of the site's page.
pub fn furniture(text: &str) -> bool {
    let plain = text
        .trim_matches(|c: char| matches!(c, ':' | '•' | '·' | '-' | '|' | '>' | '»' | '«' | '*') || c.is_whitespace());
    words::PAGE.has(&plain.to_lowercase()) || plain.to_lowercase().starts_with("digital archive ") || is_host(plain)
}

/// Whether `text` is the name of a server: “digitalarchive.wilsoncenter.org”.
fn is_host(text: &str) -> bool {
    let ends = [".org", ".gov", ".com", ".edu", ".net", ".int"].iter().any(|end| text.ends_with(end));
    ends && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-'))
}

/// Who paid, in “This document was made possible with support from the Leon Levy Foundation”.
pub fn funder(text: &str) -> Option<&str> {
    let low = text.to_lowercase();
    let at = low.find("made possible with support from ").or_else(|| low.find("made possible by support from "))?;
    let rest = text.get(at..)?.split_once(" from ")?.1.trim().trim_end_matches('.');
    Some(rest.strip_prefix("the ").unwrap_or(rest))
}

fn line(paragraph: &Paragraph, sketch: &mut Sketch) {
    let text = paragraph.text.as_str();
    let all = 0..text.len();
    let metadata = |sketch: &mut Sketch, field| sketch.other(paragraph, 0..text.len(), Other::Metadata(field));
    if marks::is_rule(text) {
        sketch.other(paragraph, all, Other::Furniture("rule".into()));
    } else if sketch.about.title.as_deref() == Some(text) {
        metadata(sketch, "title");
    } else if text.starts_with("https://") && !text.contains(' ') && sketch.about.provenance.url.is_none() {
        sketch.about.provenance.url = Some(text.to_owned());
        metadata(sketch, "provenance.url");
    } else if furniture(text) {
        sketch.other(paragraph, all, Other::Furniture(text.trim_matches(['•', ' ']).to_owned()));
    } else if let Some(name) = funder(text) {
        sketch.about.provenance.funder.get_or_insert_with(|| name.to_owned());
        metadata(sketch, "provenance.funder");
    } else if let Some(date) = dates::whole(text).filter(|d| sketch.about.date.as_ref().is_none_or(|known| known == d))
    {
        sketch.about.date = Some(date);
        metadata(sketch, "date");
    } else if text.starts_with("Foreign Relations of the United States") && sketch.about.title.is_none() {
        sketch.about.provenance.reference.get_or_insert_with(|| text.to_owned());
        metadata(sketch, "provenance.reference");
    } else if let Some(field) = field(text, sketch) {
        metadata(sketch, field);
    } else if marks::is_page_break(text) {
        if !sketch.page_mark(paragraph, all.clone()) {
            sketch.other(paragraph, all, Other::Furniture("page mark".into()));
        }
    } else if let Some(found) = kind(text).filter(|_| sketch.about.kind.is_none()) {
        sketch.about.kind = Some(found);
        metadata(sketch, "kind");
    } else if sketch.about.title.is_none() && is_title(text) {
        sketch.about.title = Some(text.trim_matches(['“', '”', '"']).to_owned());
        metadata(sketch, "title");
    } else {
        if sketch.about.date.is_none() && text.chars().count() < 120 {
            sketch.about.date = dates::first_in(text);
        }
        let after_list = sketch.blocks.last().is_some_and(|block| block.kind != BlockKind::Narrative);
        sketch.text(BlockKind::Narrative, paragraph, all, after_list);
    }
}

fn is_title(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let sentence = text.ends_with('.') && !text.ends_with(".m.") && words > 5;
    !sentence
        && (1..=40).contains(&words)
        && !names::is_field(text)
        && text.chars().count() < 300
        && !marks::is_aside(text)
        && !text.ends_with([':', ';'])
}

/// The fields between two lines `---` at the very beginning; the place after them.
fn yaml(paragraphs: &[Paragraph], end: usize, sketch: &mut Sketch) -> usize {
    if paragraphs.first().is_none_or(|p| p.text != "---") {
        return 0;
    }
    let Some(close) = paragraphs[1..end.max(1)].iter().position(|p| p.text == "---").map(|at| at + 1) else { return 0 };
    for paragraph in &paragraphs[..=close] {
        let text = paragraph.text.as_str();
        let (name, value) = text.split_once(':').unwrap_or((text, ""));
        let value = value.trim().trim_matches('\'').to_owned();
        let name = name.trim_start_matches(['-', ' ']);
        let field = match name {
            "title" if !value.is_empty() => {
                sketch.about.title.get_or_insert(value);
                "title"
            }
            "doc_date" | "date" if dates::whole(&value).is_some() => {
                sketch.about.date = dates::whole(&value);
                "date"
            }
            "reference" if !value.is_empty() => {
                sketch.about.provenance.reference.get_or_insert(value);
                "provenance.reference"
            }
            _ => {
                let name = if name.is_empty() { "front matter".into() } else { format!("front matter, {name}") };
                sketch.other(paragraph, 0..text.len(), Other::Furniture(name));
                continue;
            }
        };
        sketch.other(paragraph, 0..text.len(), Other::Metadata(field));
    }
    close + 1
}
