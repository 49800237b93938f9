//! What a CSL processor made of a record, with slots for what differs from citation to citation.

use serde::{Deserialize, Serialize};

use crate::archive;
use crate::cited::Cited;
use crate::date::Day;
use crate::facts::Facts;
use crate::names;
use crate::rich::Rich;
use crate::style::Style;

/// What goes into a citation where it is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Slot {
    /// Who speaks.
    Speakers,
    /// “in”, or “as reported in”.
    In,
    /// The same at the beginning of a sentence.
    InCapital,
    /// “as reported”, where it is.
    Reported,
    /// Where in the document.
    Locator,
    /// The link.
    Link,
    /// When it was read: “January 2, 2026”.
    AccessedMonthFirst,
    /// When it was read: “2 Jan. 2026”.
    AccessedDayFirst,
}

/// A piece of a citation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Piece {
    /// Words.
    #[serde(rename = "t")]
    Text(String),
    /// Words in italics.
    #[serde(rename = "i")]
    Italic(String),
    /// What is filled in.
    #[serde(rename = "s")]
    Slot(Slot),
}

/// A citation with slots.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Template(pub Vec<Piece>);

/// All that is needed to cite a record and any part of it: made where the pages are made, filled in by the reader's program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Templates {
    /// What the record says of itself.
    pub facts: Facts,
    /// The templates, each once.
    pub templates: Vec<Template>,
    /// For each style, in the order of [`Style::ALL`], and each case (see [`case`]), the place of its template.
    pub places: Vec<Vec<u8>>,
}

/// How many cases there are for a style: with or without speakers, locator, date of access, link.
#[cfg(feature = "csl")]
pub(crate) const CASES: usize = 16;

/// Which of the cases of a style this is.
pub(crate) fn case(cited: &Cited) -> usize {
    usize::from(!cited.speakers.is_empty())
        | usize::from(!cited.locator().is_empty()) << 1
        | usize::from(cited.accessed.is_some()) << 2
        | usize::from(cited.link.is_some()) << 3
}

impl Templates {
    /// The citation in `style`; empty where these templates were not made by this version.
    pub fn cite(&self, style: Style, cited: &Cited) -> Rich {
        if style == Style::Archive {
            return archive::cite(&self.facts, cited);
        }
        let place = Style::ALL.iter().position(|s| *s == style).and_then(|row| self.places.get(row)?.get(case(cited)));
        let template = place.and_then(|place| self.templates.get(usize::from(*place)));
        template.map(|template| fill(template, style, cited)).unwrap_or_default()
    }

    /// The citation in every style.
    pub fn all(&self, cited: &Cited) -> Vec<(Style, Rich)> {
        Style::ALL.into_iter().map(|style| (style, self.cite(style, cited))).collect()
    }
}

/// Fills a template of `style`.
pub fn fill(template: &Template, style: Style, cited: &Cited) -> Rich {
    let mut rich = Rich::default();
    for piece in &template.0 {
        match piece {
            // “Hoxha, E.” and “. In” have one full stop between them.
            Piece::Text(text) if rich.last() == Some('.') => rich.push(text.strip_prefix('.').unwrap_or(text), false),
            Piece::Text(text) => rich.push(text, false),
            Piece::Italic(text) => rich.push(text, true),
            Piece::Slot(Slot::Link) => rich.push_link(cited.link.as_deref().unwrap_or_default()),
            Piece::Slot(slot) => rich.push(&value(*slot, style, cited), false),
        }
    }
    rich
}

fn value(slot: Slot, style: Style, cited: &Cited) -> String {
    let day = |written: fn(Day) -> String| cited.accessed.map(written).unwrap_or_default();
    match slot {
        Slot::Speakers => names::row(style, &cited.speakers),
        Slot::In if cited.reported => "as reported in ".to_owned(),
        Slot::In => "in ".to_owned(),
        Slot::InCapital if cited.reported => "As reported in ".to_owned(),
        Slot::InCapital => "In ".to_owned(),
        Slot::Reported if cited.reported => " as reported".to_owned(),
        Slot::Reported => String::new(),
        Slot::Locator => cited.locator(),
        Slot::Link => String::new(),
        Slot::AccessedMonthFirst => day(Day::month_first),
        Slot::AccessedDayFirst => day(Day::abbreviated),
    }
}
