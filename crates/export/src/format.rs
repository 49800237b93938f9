//! The formats, each with its name, its media type and how its files end.

use std::fmt;
use std::str::FromStr;

/// In which format a record is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The record format, `memcon-record/1`.
    Json,
    /// A table with a row for each turn (RFC 4180).
    Csv,
    /// Plain text.
    Txt,
    /// Markdown (CommonMark).
    Md,
    /// TEI P5.
    Tei,
    /// Akoma Ntoso 1.0 (OASIS LegalDocML), a `debate`.
    Akn,
    /// BibTeX, for citing the record.
    Bibtex,
    /// RIS, likewise.
    Ris,
    /// CSL-JSON, likewise.
    Csl,
}

impl Format {
    /// All of them, the data of a record first, then what cites it.
    pub const ALL: [Format; 9] = [
        Format::Json,
        Format::Csv,
        Format::Txt,
        Format::Md,
        Format::Tei,
        Format::Akn,
        Format::Bibtex,
        Format::Ris,
        Format::Csl,
    ];

    /// As the command line and a button of the page name it.
    pub fn name(self) -> &'static str {
        self.facts().0
    }

    /// As a reader knows it.
    pub fn title(self) -> &'static str {
        self.facts().1
    }

    /// Its media type (IANA, where it is registered there).
    pub fn media_type(self) -> &'static str {
        self.facts().2
    }

    /// How the names of its files end, without the first dot.
    pub fn ending(self) -> &'static str {
        self.facts().3
    }

    fn facts(self) -> (&'static str, &'static str, &'static str, &'static str) {
        match self {
            Format::Json => ("json", "JSON", "application/json", "json"),
            Format::Csv => ("csv", "CSV of turns", "text/csv;charset=utf-8", "csv"),
            Format::Txt => ("txt", "Plain text", "text/plain;charset=utf-8", "txt"),
            Format::Md => ("md", "Markdown", "text/markdown;charset=utf-8", "md"),
            Format::Tei => ("tei", "TEI", "application/tei+xml", "tei.xml"),
            Format::Akn => ("akn", "Akoma Ntoso", "application/akn+xml", "akn.xml"),
            Format::Bibtex => ("bibtex", "BibTeX", "application/x-bibtex", "bib"),
            Format::Ris => ("ris", "RIS", "application/x-research-info-systems", "ris"),
            Format::Csl => ("csl", "CSL-JSON", "application/vnd.citationstyles.csl+json", "csl.json"),
        }
    }
}

/// A name that names no format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown(pub String);

impl fmt::Display for Unknown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = Format::ALL.iter().map(|format| format.name()).collect();
        write!(f, "“{}” is no format that this program writes; it writes {}", self.0, names.join(", "))
    }
}

impl std::error::Error for Unknown {}

impl FromStr for Format {
    type Err = Unknown;

    fn from_str(name: &str) -> Result<Self, Unknown> {
        Format::ALL.into_iter().find(|format| format.name() == name).ok_or_else(|| Unknown(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn each_format_is_found_by_its_name_and_ends_like_no_other() {
        let mut endings: Vec<&str> = Format::ALL.iter().map(|format| format.ending()).collect();
        endings.sort_unstable();
        endings.dedup();
        assert_eq!(endings.len(), Format::ALL.len());
        for format in Format::ALL {
            assert_eq!(format.name().parse(), Ok(format));
        }
        let fault = "pdf".parse::<Format>().expect_err("no format").to_string();
        assert!(fault.contains("“pdf”") && fault.contains("json, csv, txt, md, tei, akn, bibtex, ris, csl"), "{fault}");
    }
}
