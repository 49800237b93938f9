//! What stands after the conversation: who took the record, notes, the archive's own words.

use memcon_record::wire::BlockKind;

use crate::draft::{About, Other, Sketch};
use crate::head;
use crate::marks;
use crate::names;
use crate::text::Paragraph;
use crate::words;

/// Where the last turn ends, which begins at paragraph `last`: the place of the first paragraph after it.
pub fn begin(paragraphs: &[Paragraph], last: usize, has_words: bool) -> usize {
    // A label alone on its line: its words are the next paragraph, whatever they look like.
    let first = if has_words { last + 1 } else { last + 2 };
    let notes = notes(paragraphs, first);
    let usual_gap = usual_gap(&paragraphs[..=last.min(paragraphs.len() - 1)]);
    for i in first..notes {
        let text = paragraphs[i].text.as_str();
        let back = is_back(text)
            || (marks::is_aside(text)
                && (i + 1 == notes || is_back(&paragraphs[i + 1].text) || is_closing(&paragraphs[i + 1].text)))
            || is_closing(text)
            || (is_signature(text) && signs(paragraphs, i, notes))
            || (paragraphs[i].gap < usual_gap && paragraphs.get(i + 1).is_some_and(|next| heads_page(&next.text)));
        if back {
            return i;
        }
    }
    notes.max(first.min(paragraphs.len()))
}

/// Where the numbered notes begin, or the end of the document.
fn notes(paragraphs: &[Paragraph], from: usize) -> usize {
    let numbers: Vec<(usize, usize)> =
        (from..paragraphs.len()).filter_map(|i| note_number(&paragraphs[i].text).map(|number| (i, number))).collect();
    // The notes are the last run of numbers that starts at its beginning and rises by one.
    let mut start = paragraphs.len();
    let mut expected = None;
    for (i, number) in numbers {
        match expected {
            Some(due) if number == due => expected = Some(due + 1),
            _ if number <= 1 => {
                start = i;
                expected = Some(number + 1);
            }
            _ => {}
        }
    }
    // A rule or a note with an asterisk may stand before the numbers.
    while start > from
        && start < paragraphs.len()
        && (marks::is_rule(&paragraphs[start - 1].text) || paragraphs[start - 1].text.starts_with("* "))
    {
        start -= 1;
    }
    start
}

fn note_number(text: &str) -> Option<usize> {
    let text = text.trim_start_matches(['_', '[']);
    if let Some(rest) = text.strip_prefix("* ") {
        return rest.starts_with(char::is_uppercase).then_some(1);
    }
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let number = text.get(..digits)?.parse().ok().filter(|n| *n < 400)?;
    let rest = text[digits..].trim_start_matches(']');
    let spaced = rest.strip_prefix(' ')?;
    spaced.trim_start_matches(['“', '"', '(', '[', '_', ' ']).starts_with(char::is_uppercase).then_some(number)
}

/// Reads the paragraphs from `start` on.
pub fn read(paragraphs: &[Paragraph], start: usize, sketch: &mut Sketch) {
    let notes = notes(paragraphs, start);
    let page = (start..notes).find(|i| heads_page(&paragraphs[*i].text));
    for (i, paragraph) in paragraphs.iter().enumerate().skip(start) {
        let text = paragraph.text.as_str();
        let all = 0..text.len();
        let bare = text.trim_matches(['_', '*', ' ']);
        if marks::is_rule(text) {
            sketch.other(paragraph, all, Other::Furniture("rule".into()));
        } else if sketch.about.provenance.reference.as_deref() == Some(bare) {
            sketch.other(paragraph, all, Other::Metadata("provenance.reference"));
        } else if i >= notes {
            let fresh = i == notes || note_number(text).is_some();
            sketch.text(BlockKind::Note, paragraph, all, fresh);
        } else if page.is_some_and(|page| i >= page) {
            page_line(paragraph, sketch);
        } else if is_signature(text) {
            sketch.about.provenance.recorder.get_or_insert_with(|| text.to_owned());
            sketch.text(BlockKind::Signature, paragraph, all, true);
        } else if is_back(text) && !heads_page(text) {
            made_by(text, sketch);
            sketch.text(BlockKind::Note, paragraph, all, true);
        } else if page == Some(i + 1) && !marks::is_aside(text) && !is_closing(text) {
            sketch.about.summary.get_or_insert_with(|| text.to_owned());
            sketch.other(paragraph, all, Other::Metadata("summary"));
        } else if marks::is_page_break(text) {
            sketch.page_mark(paragraph, all);
        } else {
            let fresh = sketch.blocks.last().is_none_or(|block| block.kind != BlockKind::Narrative);
            sketch.text(BlockKind::Narrative, paragraph, all, fresh);
        }
    }
}

/// “Recorded by stenograph.”: how; “Translated by Enkel Daljani”: who.
fn made_by(text: &str, sketch: &mut Sketch) {
    let provenance = &mut sketch.about.provenance;
    let plain = text.trim().trim_end_matches('.').replacen(" by: ", " by ", 1);
    for (start, translates) in [
        ("translated by ", true),
        ("translation: ", true),
        ("recorded by ", false),
        ("taken down by ", false),
        ("written down by ", false),
        ("notes taken by ", false),
    ] {
        if let Some(name) =
            plain.get(..start.len()).filter(|s| s.eq_ignore_ascii_case(start)).and(plain.get(start.len()..))
            && names::is_name_like(name)
        {
            let field = if translates { &mut provenance.translator } else { &mut provenance.recorder };
            field.get_or_insert_with(|| name.to_owned());
            return;
        }
    }
    if text.to_lowercase().starts_with("record") {
        provenance.method.get_or_insert_with(|| text.to_owned());
    }
}

/// One line of the archive's own information.
fn page_line(paragraph: &Paragraph, sketch: &mut Sketch) {
    let text = paragraph.text.as_str();
    let all = 0..text.len();
    let low = text.to_lowercase();
    let about = &mut sketch.about;
    let field = if let Some(field) = own_line(text, about) {
        field
    } else if OWN_FURNITURE.iter().any(|name| text.starts_with(name)) {
        sketch.other(paragraph, all, Other::Furniture("a line of memcon export".into()));
        return;
    } else if heads_page(text) && !is_rights(&low) {
        let name = if head::furniture(text) { text.to_owned() } else { format!("{text}, a label without value") };
        sketch.other(paragraph, all, Other::Furniture(name));
        return;
    } else if let Some(at) = low.rfind("translated by ").filter(|at| text.is_char_boundary(*at)) {
        return source_line(paragraph, at, sketch);
    } else if is_rights(&low) {
        let rights = about.provenance.rights.take();
        about.provenance.rights = Some(rights.map_or(text.to_owned(), |rights| format!("{rights} {text}")));
        "provenance.rights"
    } else if let Some(kind) = head::kind(text) {
        about.kind.get_or_insert(kind);
        "kind"
    } else if head::funder(text).is_some() || about.provenance.funder.as_deref() == Some(text) {
        "provenance.funder"
    } else if about.provenance.reference.is_none() && text.contains([',', ';', '.']) && text.len() < 300 {
        about.provenance.reference = Some(text.trim_end_matches('.').to_owned());
        "provenance.reference"
    } else {
        sketch.text(BlockKind::Note, paragraph, all, true);
        return;
    };
    sketch.other(paragraph, all, Other::Metadata(field));
}

/// Lines of a file that `memcon export` has made which say of the file, not of the record, what it is.
const OWN_FURNITURE: [&str; 2] = ["- Digest of the source: sha256:", "- This record: http"];

/// A field as `memcon export` writes it: “- Publisher: Example Press”; the hyphen keeps it from looking like a label.
fn own_line(text: &str, about: &mut About) -> Option<&'static str> {
    let (name, value) = text.strip_prefix("- ")?.split_once(": ")?;
    let from = &mut about.provenance;
    let (slot, field) = match name {
        "Source" => (&mut from.reference, "provenance.reference"),
        "Repository" => (&mut from.repository, "provenance.repository"),
        "Translator" => (&mut from.translator, "provenance.translator"),
        "Recorder" => (&mut from.recorder, "provenance.recorder"),
        "How it was recorded" => (&mut from.method, "provenance.method"),
        "Publisher" => (&mut from.publisher, "provenance.publisher"),
        "Supported by" => (&mut from.funder, "provenance.funder"),
        "Page of the archive" => (&mut from.url, "provenance.url"),
        "Rights" => (&mut from.rights, "provenance.rights"),
        _ => return None,
    };
    slot.get_or_insert_with(|| value.to_owned());
    Some(field)
}

/// “AQPPSH, MPP Korese, V. 1964, D 2. Translated by Enkel Daljani”.
fn source_line(paragraph: &Paragraph, at: usize, sketch: &mut Sketch) {
    let text = paragraph.text.as_str();
    let reference = text[..at].trim().trim_end_matches('.').trim();
    let kept = names::without_stop(&text[at + "translated by ".len()..]);
    sketch.about.provenance.translator.get_or_insert_with(|| kept.to_owned());
    if !reference.is_empty() {
        sketch.about.provenance.reference.get_or_insert_with(|| reference.to_owned());
        sketch.other(paragraph, 0..at, Other::Metadata("provenance.reference"));
    }
    sketch.other(paragraph, at..text.len(), Other::Metadata("provenance.translator"));
}

fn is_rights(low: &str) -> bool {
    [
        "subject to copyright",
        "rights holders",
        "rights status",
        "all rights reserved",
        "permission to reproduce",
        "creative commons",
        "in the public domain",
    ]
    .iter()
    .any(|words| low.contains(words))
}

/// Whether the archive's own information begins or goes on here: a heading or a field's label.
fn heads_page(text: &str) -> bool {
    let low = text.trim().trim_end_matches(':').to_lowercase();
    low == "document information" || words::PAGE_FIELDS.has(&low) || (low.len() > 80 && is_rights(&low))
}

fn is_back(text: &str) -> bool {
    let low = text.to_lowercase();
    let says = [
        "recorded by",
        "recorded on",
        "translated by",
        "translation by",
        "typed by",
        "transcribed by",
        "taken down by",
        "signed",
        "(signed)",
        "[signed",
        "drafted by",
        "notes taken by",
        "written down by",
        "certified",
    ];
    heads_page(text) || (text.chars().count() < 120 && says.iter().any(|start| low.starts_with(start)))
}

/// “The meeting ended at 11:30 a.m.”: a sentence of the record, not of the speaker.
fn is_closing(text: &str) -> bool {
    let low = text.to_lowercase();
    let subject = [
        "the meeting",
        "the conversation",
        "the discussion",
        "the session",
        "the talks",
        "meeting",
        "the call",
        "the conference",
    ]
    .iter()
    .any(|start| low.starts_with(start));
    let end = [
        " ended",
        " concluded",
        " adjourned",
        " was adjourned",
        " came to an end",
        " closed",
        " broke up",
        " lasted",
        " was over",
    ];
    subject && low.chars().count() < 240 && end.iter().any(|word| low.contains(word))
}

/// A bare name: two to four capitalised words, nothing more.
fn is_signature(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (2..=4).contains(&words.len())
        && names::is_name_like(text)
        && text.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || matches!(c, '.' | '-' | '’' | '\''))
        && (!text.ends_with('.') || words.last().is_some_and(|w| names::is_initial(w)))
        && head::kind(text).is_none()
}

/// Whether nothing but the back of the document follows a name.
fn signs(paragraphs: &[Paragraph], at: usize, notes: usize) -> bool {
    at + 1 >= notes.min(paragraphs.len())
        || is_back(&paragraphs[at + 1].text)
        || is_signature(&paragraphs[at + 1].text)
        || paragraphs.get(at + 2).is_some_and(|next| heads_page(&next.text))
}

fn usual_gap(paragraphs: &[Paragraph]) -> usize {
    let mut gaps: Vec<usize> = paragraphs.iter().map(|p| p.gap).collect();
    gaps.sort_unstable();
    gaps.get(gaps.len() / 2).copied().unwrap_or(0)
}

/// `title` without the numbers of notes that the copy glued to its end, of which `start` and on has the notes.
pub fn without_note_marks<'a>(title: &'a str, paragraphs: &[Paragraph], start: usize) -> &'a str {
    let first = notes(paragraphs, start);
    let numbers: Vec<usize> = paragraphs[first..].iter().filter_map(|p| note_number(&p.text)).collect();
    let mut title = title.trim_end();
    loop {
        let before = title.trim_end_matches(|c: char| c.is_ascii_digit());
        let digits = &title[before.len()..];
        let Some(last) = digits.chars().next_back() else { return title };
        // “May 6, 19571”: a year and a note.
        let glued_to_year = digits.len() == 5 && digits.starts_with(['1', '2']);
        let alone =
            digits.len() <= 2 && before.ends_with(|c: char| c.is_alphabetic() || c == ' ' || c == '.' || c == ')');
        let number = if glued_to_year { last.to_digit(10).map(|d| d as usize) } else { digits.parse().ok() };
        if !(glued_to_year || alone) || !number.is_some_and(|n| numbers.contains(&n)) {
            return title;
        }
        let cut = if glued_to_year { 1 } else { digits.len() };
        title = title[..title.len() - cut].trim_end();
    }
}
