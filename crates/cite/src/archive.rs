//! The plain style of archives: the reference first, then what it is, who says it and where.

use crate::cited::Cited;
use crate::date::Day;
use crate::facts::Facts;
use crate::names;
use crate::rich::Rich;
use crate::style::Style;

/// “AQPPSH, MPP Korese, V. 1964, D 2. Minutes of Conversation, “Notes …,” 25 November 1964. Enver Hoxha, turn …”
pub(crate) fn cite(facts: &Facts, cited: &Cited) -> Rich {
    let date = facts.date.as_ref().map(|date| facts.span().map_or_else(|| date.clone(), |span| span.in_words()));
    let makers = [
        facts.recorder.as_ref().map(|name| format!("recorded by {name}")),
        facts.translator.as_ref().map(|name| format!("translated by {name}")),
    ];
    let mut rich = Rich::default();
    for sentence in [
        joined([place(facts)]),
        joined([facts.kind.clone(), quoted(&facts.title, date.is_some()), date]),
        joined([said(cited), Some(cited.locator())]),
        capital(&joined(makers)),
        joined([facts.publisher.clone()]),
    ] {
        add(&mut rich, &sentence);
    }
    if let Some(link) = cited.link.as_deref().filter(|link| !link.is_empty()) {
        rich.push(" ", false);
        rich.push_link(link);
        if let Some(day) = cited.accessed {
            rich.push(&format!(" (accessed {})", Day::day_first(day)), false);
        }
        rich.push(".", false);
    }
    rich
}

/// Archive and reference as printed; the archive once.
fn place(facts: &Facts) -> Option<String> {
    let (repository, reference) = (facts.repository.as_deref(), facts.reference.as_deref());
    match (repository, reference) {
        (Some(archive), Some(reference)) if !reference.starts_with(archive) => Some(format!("{archive}, {reference}")),
        (archive, reference) => reference.or(archive).map(str::to_owned),
    }
}

/// The title in quotation marks; what it quotes itself, in single ones.
fn quoted(title: &str, more: bool) -> Option<String> {
    let title = title.replace('“', "‘").replace('”', "’");
    let comma = if more && !title.ends_with(['?', '!', ',']) { "," } else { "" };
    (!title.is_empty()).then(|| format!("“{title}{comma}”"))
}

fn said(cited: &Cited) -> Option<String> {
    let names = names::row(Style::Archive, &cited.speakers);
    (!names.is_empty()).then(|| if cited.reported { format!("{names} as reported") } else { names })
}

/// The parts with commas between; a comma stands within quotation marks already.
fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    let mut whole = String::new();
    for part in parts.into_iter().flatten().filter(|part| !part.is_empty()) {
        if !whole.is_empty() {
            whole +=
                if whole.ends_with(",”") || whole.ends_with("?”") || whole.ends_with("!”") { " " } else { ", " };
        }
        whole += &part;
    }
    whole
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Adds a sentence with its full stop, within quotation marks where it ends with them.
fn add(rich: &mut Rich, sentence: &str) {
    if sentence.is_empty() {
        return;
    }
    let space = if rich.last().is_some() { " " } else { "" };
    let stopped = match sentence.strip_suffix('”') {
        _ if sentence.ends_with(['.', '?', '!']) => sentence.to_owned(),
        Some(inner) if inner.ends_with(['.', '?', '!']) => sentence.to_owned(),
        Some(inner) => format!("{inner}.”"),
        None => format!("{sentence}."),
    };
    rich.push(&format!("{space}{stopped}"), false);
}
