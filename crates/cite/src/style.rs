//! The ways to cite.

use serde::{Deserialize, Serialize};

/// A way to cite.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Style {
    /// Chicago Manual of Style, 18th edition: a full note.
    ChicagoNote,
    /// Chicago: a note after the first.
    ChicagoShortNote,
    /// Chicago: an entry of the bibliography.
    ChicagoBibliography,
    /// MLA Handbook, 9th edition: an entry of the works cited.
    Mla,
    /// MLA: in the text, in parentheses.
    MlaInText,
    /// Publication Manual of the APA, 7th edition: an entry of the reference list.
    Apa,
    /// APA: in the text, in parentheses.
    ApaInText,
    /// As an archive has it: the reference first.
    Archive,
}

impl Style {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Style; 8] = [
        Style::ChicagoNote,
        Style::ChicagoShortNote,
        Style::ChicagoBibliography,
        Style::Mla,
        Style::MlaInText,
        Style::Apa,
        Style::ApaInText,
        Style::Archive,
    ];

    /// What the style is called on a page.
    pub fn name(self) -> &'static str {
        match self {
            Style::ChicagoNote => "Chicago, note",
            Style::ChicagoShortNote => "Chicago, short note",
            Style::ChicagoBibliography => "Chicago, bibliography",
            Style::Mla => "MLA, works cited",
            Style::MlaInText => "MLA, in the text",
            Style::Apa => "APA, reference list",
            Style::ApaInText => "APA, in the text",
            Style::Archive => "Archive",
        }
    }

    /// What the style is called in an address or in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Style::ChicagoNote => "chicago-note",
            Style::ChicagoShortNote => "chicago-short-note",
            Style::ChicagoBibliography => "chicago-bibliography",
            Style::Mla => "mla",
            Style::MlaInText => "mla-in-text",
            Style::Apa => "apa",
            Style::ApaInText => "apa-in-text",
            Style::Archive => "archive",
        }
    }

    /// Whether the style points into the document; an entry of a list names the document only.
    pub fn has_locator(self) -> bool {
        !matches!(self, Style::ChicagoBibliography | Style::Mla | Style::Apa)
    }

    /// Whether it is a mention within a sentence, which leaves the document's title to a list.
    pub fn is_in_text(self) -> bool {
        matches!(self, Style::MlaInText | Style::ApaInText)
    }
}
