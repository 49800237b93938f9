//! hayagriva, asked for one citation.

use std::sync::OnceLock;

use hayagriva::archive::{ArchivedStyle, locales};
use hayagriva::citationberg::json::Item;
use hayagriva::citationberg::taxonomy::Locator;
use hayagriva::citationberg::{FontStyle, IndependentStyle, Locale, LocaleCode, LocaleFile, Style as CslStyle};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, Elem, ElemChild, Formatted, LocatorPayload,
    SpecificLocator,
};

use super::mark::{ITALICS_OFF, ITALICS_ON};
use crate::style::Style;

/// A style of CSL, and which of its two layouts is meant.
pub struct Sheet {
    style: &'static IndependentStyle,
    archived: ArchivedStyle,
    /// The layout of the list and not of the note or mention.
    pub is_list: bool,
}

impl Sheet {
    /// The style sheet of `style`. `None` for the one that is no CSL style.
    pub fn of(style: Style) -> Option<Sheet> {
        static READ: [OnceLock<Option<IndependentStyle>>; 4] =
            [OnceLock::new(), OnceLock::new(), OnceLock::new(), OnceLock::new()];
        let (place, archived) = match style {
            Style::ChicagoNote | Style::ChicagoBibliography => (0, ArchivedStyle::ChicagoNotes),
            Style::ChicagoShortNote => (1, ArchivedStyle::ChicagoShortenedNotes),
            Style::Mla | Style::MlaInText => (2, ArchivedStyle::ModernLanguageAssociation),
            Style::Apa | Style::ApaInText => (3, ArchivedStyle::AmericanPsychologicalAssociation),
            Style::Archive => return None,
        };
        let read = READ[place].get_or_init(|| match archived.get() {
            CslStyle::Independent(style) => Some(style),
            CslStyle::Dependent(_) => None,
        });
        Some(Sheet { style: read.as_ref()?, archived, is_list: !style.has_locator() })
    }

    /// The style as XML, for another processor.
    ///
    /// # Errors
    /// What the writer of XML says.
    pub fn xml(&self) -> Result<String, String> {
        self.archived.get().to_xml().map_err(|fault| fault.to_string())
    }
}

/// The terms and dates of American English, which the styles are used with.
fn american() -> &'static [Locale] {
    static READ: OnceLock<Vec<Locale>> = OnceLock::new();
    READ.get_or_init(|| locales().into_iter().filter(|l| l.lang == Some(LocaleCode::en_us())).collect())
}

/// The locale as XML, for another processor.
///
/// # Errors
/// What the writer of XML says, or that there is no such locale.
pub fn locale_xml() -> Result<String, String> {
    let locale = american().first().cloned().ok_or("hayagriva has no locale en-US")?;
    let file = LocaleFile {
        version: "1.0".to_owned(),
        lang: LocaleCode::en_us(),
        info: locale.info,
        terms: locale.terms,
        date: locale.date,
        style_options: locale.style_options,
    };
    let xml = file.to_xml().map_err(|fault| fault.to_string())?;
    // citationberg 0.7 writes the element of a style around it.
    let inner = xml.strip_prefix("<style").and_then(|rest| rest.strip_suffix("</style>"));
    Ok(inner.map(|inner| format!("<locale{inner}</locale>")).unwrap_or(xml))
}

/// The item in the style, italics marked.
pub(super) fn answer(sheet: &Sheet, item: &Item, locator: Option<&str>) -> String {
    let locator = locator.filter(|_| !sheet.is_list);
    // “Custom”: its words say themselves what they count, so that no style adds a label.
    let locator = locator.map(|words| SpecificLocator(Locator::Custom, LocatorPayload::Str(words)));
    let mut driver = BibliographyDriver::new();
    driver.citation(CitationRequest::from_items(
        vec![CitationItem::with_locator(item, locator)],
        sheet.style,
        american(),
    ));
    let rendered = driver.finish(BibliographyRequest::new(sheet.style, None, american()));
    let mut text = String::new();
    if sheet.is_list {
        let items = rendered.bibliography.map(|list| list.items).unwrap_or_default();
        items.iter().for_each(|item| item.content.0.iter().for_each(|child| write(child, &mut text)));
    } else if let Some(note) = rendered.citations.first() {
        note.citation.0.iter().for_each(|child| write(child, &mut text));
    }
    text
}

fn write(child: &ElemChild, text: &mut String) {
    match child {
        ElemChild::Text(words) | ElemChild::Link { text: words, .. } => write_words(words, text),
        ElemChild::Elem(Elem { children, .. }) => children.0.iter().for_each(|child| write(child, text)),
        ElemChild::Markup(words) => text.push_str(words),
        ElemChild::Transparent { .. } => {}
    }
}

fn write_words(words: &Formatted, text: &mut String) {
    let italic = words.formatting.font_style == FontStyle::Italic;
    if italic {
        text.push(ITALICS_ON);
    }
    text.push_str(&words.text);
    if italic {
        text.push(ITALICS_OFF);
    }
}
