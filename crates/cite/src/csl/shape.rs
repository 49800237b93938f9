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
    let answer = match plan(facts, style, matches!(values.speakers, Speakers::Nobody)) {
        Plan::Speakers => with_in(style, &ask(values, true), values),
        Plan::NoTranslator => ask(values, false),
        Plan::AsItIs => ask(values, true),
        Plan::FromTitle => {
            let marked = Values {
                speakers: Speakers::Mark,
                locator: values.locator.clone(),
                accessed: values.accessed,
                link: values.link.clone(),
            };
            from_title(&ask(&marked, true))
        }
    };
    tidy(&answer, facts.title.contains('‘'))
}

/// How a citation is asked for, so that it never begins with the translator.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Plan {
    /// It begins with those who speak.
    Speakers,
    /// A mention names the translator in place of an author: none is given.
    NoTranslator,
    /// The style begins with the title by itself.
    AsItIs,
    /// With an author that is none, and then without what stands before the title.
    FromTitle,
}

pub(super) fn plan(facts: &Facts, style: Style, nobody: bool) -> Plan {
    match style {
        _ if !nobody => Plan::Speakers,
        style if style.is_in_text() => Plan::NoTranslator,
        Style::Apa => Plan::AsItIs,
        _ if facts.title.is_empty() => Plan::AsItIs,
        _ => Plan::FromTitle,
    }
}

/// With the title as the style quotes it: what it quotes itself stands in single marks, which the processor leaves to us.
pub(super) fn titled(facts: &Facts, style: Style) -> Facts {
    let title = match style {
        Style::Apa | Style::ApaInText => facts.title.clone(),
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

/// What is wrong in the processor's punctuation, mended: “Who pays?.” and “(1931,)”; and a comma or full stop
/// stands within quotation marks, as American styles have it, the inner ones too where the title has some.
fn tidy(answer: &str, inner: bool) -> String {
    let mut tidy = answer.replace(",)", ")");
    for mark in ['.', ','] {
        if inner {
            tidy = tidy
                .replace(&format!("’{mark}”"), &format!("{mark}’”"))
                .replace(&format!("’”{mark}"), &format!("{mark}’”"));
        }
        tidy = tidy.replace(&format!("”{mark}"), &format!("{mark}”"));
    }
    let mut whole = String::with_capacity(tidy.len());
    for c in tidy.chars() {
        let last = whole.chars().rev().find(|c| !matches!(c, '”' | '’') && !super::mark::is_italics(*c));
        if c != '.' || !matches!(last, Some('.' | '?' | '!')) {
            whole.push(c);
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::tidy;

    #[test]
    fn punctuation_is_mended() {
        for (processor, mended) in [
            ("“Who pays?.” n.d.", "“Who pays?” n.d."),
            ("“Who pays?”.", "“Who pays?”"),
            ("“Notes”.", "“Notes.”"),
            ("“Of the workers’.”", "“Of the workers’.”"),
            ("A. (1931,). B", "A. (1931). B"),
            ("Who pays?\u{E011}. (n.d.)", "Who pays?\u{E011} (n.d.)"),
            ("et al.. In", "et al. In"),
            ("“Who pays?,” n.d.", "“Who pays?,” n.d."),
        ] {
            assert_eq!(tidy(processor, false), mended);
        }
        assert_eq!(
            tidy("“Lake: ‘Salt’.” “Lake: ‘Salt’,” “Lake: ‘Salt’”.", true),
            "“Lake: ‘Salt.’” “Lake: ‘Salt,’” “Lake: ‘Salt.’”"
        );
    }
}
