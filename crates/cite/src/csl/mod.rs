//! The styles of the manuals, by the CSL processor hayagriva and the styles that it carries.
//!
//! The processor is asked with values that no record has ([`mark`]), and its
//! answer is cut at them: that gives [`Templates`]. Four things are ours:
//!
//! - A speaker is not the author of a record. The processor sets the name as it
//!   would an author's; then “in”, or “as reported in”, is put before the title.
//! - Where nobody is cited, the styles begin with the translator in place of an
//!   author. For a record that is misleading: the citation begins with the title.
//! - The processor knows no intervals of dates: see [`interval`].
//! - Its slips of punctuation are mended: “Who pays?.”, “(1931,)”.
//! - It drops the particle of a name (“Marsac” for “de Marsac”): names are set by `names.rs`.

mod interval;
mod item;
mod mark;
mod processor;
mod shape;

use std::collections::HashMap;

use memcon_record::Record;

pub use processor::{Sheet, locale_xml};

use crate::cited::Cited;
use crate::facts::Facts;
use crate::rich::Rich;
use crate::style::Style;
use crate::template::{CASES, Piece, Slot, Template, Templates, case, fill};
use item::Values;
use shape::Plan;

/// The templates of a record: all that is needed to cite it and any part of it.
pub fn templates(record: &Record) -> Templates {
    of(Facts::of(record))
}

/// The templates of a record that says this of itself.
pub fn of(facts: Facts) -> Templates {
    let mut known: HashMap<Template, u8> = HashMap::new();
    let mut templates = Vec::new();
    let mut place = |template: Template| {
        *known.entry(template.clone()).or_insert_with(|| {
            templates.push(template);
            // There are fewer than eight styles of sixteen cases.
            u8::try_from(templates.len() - 1).unwrap_or(u8::MAX)
        })
    };
    let places = Style::ALL
        .into_iter()
        .filter(|style| *style != Style::Archive)
        .map(|style| {
            let mut row: Vec<u8> = Vec::with_capacity(CASES);
            for case in 0..CASES {
                // What the style does not show makes no case of its own.
                let same = case & shown(style);
                row.push(if same < case { row[same] } else { place(template(&facts, style, case)) });
            }
            row
        })
        .collect();
    Templates { facts, templates, places }
}

/// The bits of a case that a style can show.
fn shown(style: Style) -> usize {
    match style {
        Style::ChicagoShortNote | Style::MlaInText | Style::ApaInText => 0b0011,
        Style::ChicagoBibliography | Style::Mla | Style::Apa => 0b1101,
        Style::ChicagoNote | Style::Archive => 0b1111,
    }
}

/// A template: of the processor's answer to values that no record has.
fn template(facts: &Facts, style: Style, case: usize) -> Template {
    let values = Values {
        speakers: if case & 1 > 0 { item::Speakers::Mark } else { item::Speakers::Nobody },
        locator: (case & 2 > 0).then(|| mark::LOCATOR.to_string()),
        accessed: (case & 4 > 0).then_some(mark::ACCESSED),
        link: (case & 8 > 0).then(|| mark::LINK.to_string()),
    };
    Template(mark::pieces(&shape::shaped(facts, style, &values)))
}

/// What the processor makes of the true values, without templates: what a filled template is held to.
pub fn direct(facts: &Facts, style: Style, cited: &Cited) -> Rich {
    let locator = cited.locator();
    let values = Values {
        speakers: match cited.speakers.as_slice() {
            [] => item::Speakers::Nobody,
            names => item::Speakers::Names(names.to_vec()),
        },
        locator: (!locator.is_empty()).then_some(locator),
        accessed: cited.accessed,
        link: cited.link.clone(),
    };
    let mut rich = Rich::default();
    for piece in mark::pieces(&shape::shaped(facts, style, &values)) {
        match piece {
            Piece::Text(text) => rich.push(&text, false),
            Piece::Italic(text) => rich.push(&text, true),
            Piece::Slot(Slot::In) => rich.push(if cited.reported { "as reported in " } else { "in " }, false),
            Piece::Slot(Slot::InCapital) => rich.push(if cited.reported { "As reported in " } else { "In " }, false),
            Piece::Slot(Slot::Reported) => rich.push(if cited.reported { " as reported" } else { "" }, false),
            Piece::Slot(_) => {}
        }
    }
    rich
}

/// A citation, for comparison with another processor.
pub struct Compared {
    /// The CSL item that was given.
    pub item: serde_json::Value,
    /// What the template gives, without the words that are ours.
    pub text: String,
    /// The item has an author that is none, and of the answer only what begins with the title counts.
    pub from_title: bool,
}

/// The citation with the CSL item that it is made of. `None` for the style that is no CSL style.
pub fn compared(facts: &Facts, style: Style, cited: &Cited) -> Option<Compared> {
    Sheet::of(style)?;
    let plan = shape::plan(facts, style, cited.speakers.is_empty());
    let Template(pieces) = template(facts, style, case(cited) & shown(style));
    let ours = |piece: &Piece| matches!(piece, Piece::Slot(Slot::In | Slot::InCapital | Slot::Reported));
    let csl = Template(pieces.into_iter().filter(|piece| !ours(piece)).collect());
    let values = Values {
        speakers: match plan {
            Plan::FromTitle => item::Speakers::Mark,
            _ => item::Speakers::Names(cited.speakers.clone()),
        },
        locator: None,
        accessed: cited.accessed,
        link: cited.link.clone(),
    };
    Some(Compared {
        item: item::json(facts, &values, plan != Plan::NoTranslator),
        text: fill(&csl, style, cited).plain(),
        from_title: plan == Plan::FromTitle,
    })
}
