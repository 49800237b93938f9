//! What is ours in a citation: see the head of [`super`].

use super::interval;
use super::item::{self, Speakers, Values};
use super::mark::{IN, IN_CAPITAL, ITALICS_ON, REPORTED};
use super::processor::{self, Sheet};
use crate::facts::Facts;
use crate::style::Style;

/// The processor's answer, with what is ours.
pub(super) fn shaped(facts: &Facts, style: Style, values: &Values) -> String {
    let Some(sheet) = Sheet::of(style) else { return String::new() };
    let facts = &titled(facts, style);
    let ask = |values: &Values, translator: bool| {
        interval::over(facts.span(), |date| {
            processor::answer(&sheet, &item::item(facts, values, date, translator), values.locator.as_deref())
        })
    };
    let nobody = matches!(values.speakers, Speakers::Nobody);
    let answer = if !nobody {
        with_in(style, &ask(values, true), values)
    } else if style.is_in_text() {
        ask(values, false)
    } else if style == Style::Apa || facts.translator.is_none() {
        ask(values, true)
    } else {
        let marked = Values {
            speakers: Speakers::Mark,
            locator: values.locator.clone(),
            accessed: values.accessed,
            link: values.link.clone(),
        };
        from_title(&ask(&marked, true))
    };
    tidy(&answer)
}

/// With the title as the style quotes it: what it quotes itself stands in single marks, which the processor leaves to us.
pub(super) fn titled(facts: &Facts, style: Style) -> Facts {
    let title = match style {
        Style::Apa => facts.title.clone(),
        _ => facts.title.replace('“', "‘").replace('”', "’"),
    };
    Facts { title, ..facts.clone() }
}

/// Where the title begins, after the speaker: with quotation marks, or with italics.
fn title(answer: &str) -> Option<usize> {
    answer.find(['“', ITALICS_ON])
}

/// Without what stands before the title.
fn from_title(answer: &str) -> String {
    title(answer).and_then(|at| answer.get(at..)).unwrap_or(answer).to_owned()
}

/// With “in” before the title; a mention in the text, which has no title, says after the speaker that it is reported.
fn with_in(style: Style, answer: &str, values: &Values) -> String {
    let (at, mark) = if style.is_in_text() {
        (answer.find(after_names(style, values).as_str()).map(|at| at + after_names(style, values).len()), REPORTED)
    } else {
        let at = title(answer);
        let before = at.and_then(|at| answer.get(..at)).unwrap_or_default().trim_end();
        (at, if before.ends_with('.') { IN_CAPITAL } else { IN })
    };
    match at.and_then(|at| Some((answer.get(..at)?, answer.get(at..)?))) {
        Some((before, after)) => format!("{before}{mark}{after}"),
        None => answer.to_owned(),
    }
}

fn after_names(style: Style, values: &Values) -> String {
    match &values.speakers {
        Speakers::Names(names) => crate::names::row(style, names),
        _ => super::mark::SPEAKERS.to_string(),
    }
}

/// One mark at the end of a sentence is enough.
fn tidy(answer: &str) -> String {
    let mut tidy = answer.to_owned();
    for (twice, once) in [("?.", "?"), ("!.", "!"), ("..", ".")] {
        tidy = tidy.replace(twice, once);
    }
    tidy
}
