//! The conversation itself: turns, what stands between them, and which words belong to whom.

use std::collections::HashSet;
use std::ops::Range;

use memcon_record::wire::BlockKind;

use crate::cues::Cue;
use crate::draft::{Draft, Other, Passage, Sketch};
use crate::marks;
use crate::names;
use crate::text::{Paragraph, is_blank};

/// Reads the paragraphs `range`, of which `cues` says where turns begin.
pub fn read(
    paragraphs: &[Paragraph],
    cues: &[Vec<Cue>],
    range: Range<usize>,
    running: &HashSet<usize>,
    sketch: &mut Sketch,
) {
    for i in range.clone() {
        let paragraph = &paragraphs[i];
        if running.contains(&i) {
            sketch.other(paragraph, 0..paragraph.text.len(), Other::Furniture("running head of a page".into()));
            continue;
        }
        if marks::is_rule(&paragraph.text) {
            sketch.other(paragraph, 0..paragraph.text.len(), Other::Furniture("rule".into()));
            continue;
        }
        if let Some(name) = page_head(&paragraph.text) {
            sketch.other(paragraph, 0..paragraph.text.len(), Other::Furniture(name.into()));
            continue;
        }
        let before = cues[i].first().map_or(paragraph.text.len(), |cue| cue.start);
        let numbered = marks::turn_number(&paragraph.text);
        if numbered > 0 {
            sketch.other(paragraph, 0..numbered, Other::Furniture("number of a turn".into()));
        }
        if before > numbered {
            unlabelled(paragraphs, cues, i, numbered..before, range.end, sketch);
        }
        for (n, cue) in cues[i].iter().enumerate() {
            let end = cues[i].get(n + 1).map_or(paragraph.text.len(), |next| next.start);
            turn(paragraph, cue, end, sketch);
        }
    }
    empty_turns(sketch);
}

/// What stands at the head or foot of each page and interrupts speech: “TOP SECRET”, “- 2 -”.
fn page_head(text: &str) -> Option<&'static str> {
    if !text.contains(char::is_lowercase) && text.contains(char::is_alphabetic) && names::is_classification(text) {
        return Some("classification on a page");
    }
    let inner = text.strip_prefix(['-', '–', '—'])?.strip_suffix(['-', '–', '—'])?.trim();
    let number = !inner.is_empty() && inner.len() <= 3 && inner.bytes().all(|b| b.is_ascii_digit());
    number.then_some("page number")
}

/// A turn with the words that stand behind its label; more may follow in the next paragraphs.
fn turn(paragraph: &Paragraph, cue: &Cue, end: usize, sketch: &mut Sketch) {
    let label = paragraph.text[cue.label.clone()].trim_matches(is_blank).to_owned();
    let mut separators = paragraph.source(cue.start..cue.label.start);
    separators.extend(paragraph.source(cue.label.end..cue.words.min(end)));
    let words = cue.words.min(end)..end;
    sketch.blocks.push(Draft {
        kind: BlockKind::Turn,
        label: Some((label, paragraph.source(cue.label.clone()))),
        separators,
        paragraphs: Passage::of(paragraph, words).into_iter().collect(),
    });
}

/// A paragraph, or the part of one, before any label: speech goes on, or nobody speaks.
fn unlabelled(
    paragraphs: &[Paragraph],
    cues: &[Vec<Cue>],
    i: usize,
    stretch: Range<usize>,
    end: usize,
    sketch: &mut Sketch,
) {
    let paragraph = &paragraphs[i];
    let text = paragraph.text[stretch.clone()].trim_matches(is_blank);
    let has_words = sketch.blocks.last().is_some_and(|block| !block.paragraphs.is_empty());
    if marks::is_page_break(text) && has_words {
        sketch.page_mark(paragraph, stretch);
        return;
    }
    let kind = if has_words && between(paragraphs, cues, i, end) { BlockKind::Narrative } else { BlockKind::Turn };
    // A paragraph that follows an aside within a turn belongs to the turn again: asides are
    // only parted from a turn where no more of its words come.
    let kind = match sketch.blocks.last().map(|block| block.kind) {
        Some(BlockKind::Turn) => kind,
        _ => BlockKind::Narrative,
    };
    let fresh = kind == BlockKind::Narrative && sketch.blocks.last().is_some_and(|block| block.kind != kind);
    sketch.text(kind, paragraph, stretch, fresh);
}

/// Whether from here to the next label, or to the end, there are only asides and headings.
fn between(paragraphs: &[Paragraph], cues: &[Vec<Cue>], from: usize, end: usize) -> bool {
    for i in from..end {
        if let Some(cue) = cues[i].first() {
            return cue.start == 0 || i > from;
        }
        let text = paragraphs[i].text.as_str();
        if !marks::is_aside(text) && !is_heading(text) {
            return false;
        }
    }
    true
}

/// A heading between turns: short, numbered or all capitalised, without an end mark.
fn is_heading(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let ends = text.ends_with(['.', '!', '?', ',', ';', ':', '”', '"', '—', '…', '-', ')']);
    let numbered = words.first().is_some_and(|w| {
        w.ends_with('.') && w.trim_end_matches('.').chars().all(|c| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X'))
    });
    let starts_high = |w: &str| w.starts_with(|c: char| c.is_uppercase());
    let capitalised = words
        .iter()
        .all(|w| starts_high(w) || matches!(*w, "of" | "the" | "and" | "in" | "on" | "for" | "to" | "with" | "a"))
        && words.first().is_some_and(|w| starts_high(w));
    let dated = words.len() <= 8
        && text.contains(|c: char| c.is_ascii_digit())
        && words.iter().all(|w| w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) || w.ends_with(".m."))
        && (crate::dates::first_in(text).is_some() || text.ends_with(".m."));
    if dated {
        return true;
    }
    !ends
        && words.len() <= 9
        && text.chars().count() <= 70
        && (numbered || capitalised)
        && text.chars().any(char::is_alphabetic)
}

/// A label behind which no words came is no turn: it is text of the block before.
fn empty_turns(sketch: &mut Sketch) {
    let mut blocks: Vec<Draft> = Vec::with_capacity(sketch.blocks.len());
    for mut block in std::mem::take(&mut sketch.blocks) {
        if !block.paragraphs.is_empty() {
            blocks.push(block);
            continue;
        }
        let Some((text, mut spans)) = block.label.take() else { continue };
        sketch.warnings.push(format!("the label “{text}” has no words after it and begins no turn"));
        for separator in std::mem::take(&mut block.separators) {
            sketch.others.push((separator, Other::Furniture("the colon of a label without words".into())));
        }
        let passage = Passage { text, spans: std::mem::take(&mut spans) };
        match blocks.last_mut() {
            Some(last) => last.paragraphs.push(passage),
            None => blocks.push(Draft {
                kind: BlockKind::Narrative,
                label: None,
                separators: Vec::new(),
                paragraphs: vec![passage],
            }),
        }
    }
    sketch.blocks = blocks;
}
