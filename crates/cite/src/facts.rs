//! What a record says of itself, as far as a citation can use it.

use memcon_record::Record;
use serde::{Deserialize, Serialize};

use crate::date::Span;
use crate::name::Name;

/// What a record says of itself, as printed; small enough to stand in its page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs)]
pub struct Facts {
    pub id: String,
    pub title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// EDTF, as in the record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Language of the text, a BCP 47 tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Archival reference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// The archive that keeps the original.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repository: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub translator: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recorder: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// Address of the page that the text was taken from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Digest of the source file: says which text was quoted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_digest: Option<String>,
}

impl Facts {
    /// What `record` says of itself. Blank fields count as absent.
    pub fn of(record: &Record) -> Facts {
        let said = |text: &Option<String>| text.as_deref().map(one_line).filter(|text| !text.is_empty());
        let from = &record.provenance;
        Facts {
            id: record.id.clone(),
            title: one_line(&record.title),
            kind: said(&record.kind),
            date: said(&record.date),
            language: said(&record.language),
            reference: said(&from.reference),
            repository: said(&from.repository),
            translator: said(&from.translator),
            recorder: said(&from.recorder),
            publisher: said(&from.publisher),
            url: said(&from.url),
            source_digest: said(&record.source_digest),
        }
    }

    /// The date, where it is one.
    pub(crate) fn span(&self) -> Option<Span> {
        Span::read(self.date.as_deref()?)
    }

    pub(crate) fn translator_name(&self) -> Option<Name> {
        self.translator.as_deref().map(Name::new)
    }

    /// Archive and place in the archive, for forms that ask for each.
    ///
    /// A reference that begins with a code in capitals has the archive there, as
    /// archives write it: “AQPPSH, MPP Korese, V. 1964, D 2”.
    pub(crate) fn archive_and_place(&self) -> (Option<&str>, Option<&str>) {
        let reference = self.reference.as_deref();
        if let Some(archive) = self.repository.as_deref() {
            let place = reference.map(|whole| {
                let rest = whole.strip_prefix(archive).and_then(|rest| rest.strip_prefix(','));
                rest.map(str::trim).filter(|rest| !rest.is_empty()).unwrap_or(whole)
            });
            return (Some(archive), place.filter(|place| *place != archive));
        }
        match reference.and_then(|whole| whole.split_once(',')) {
            Some((code, place)) if is_code(code.trim()) && !place.trim().is_empty() => {
                (Some(code.trim()), Some(place.trim()))
            }
            _ => (None, reference),
        }
    }
}

fn is_code(text: &str) -> bool {
    text.chars().count() >= 2 && text.chars().all(char::is_uppercase)
}

/// Any white space is one space: a field of a record may hold a line break.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::Facts;

    #[test]
    fn archive_and_place_are_told_apart_where_it_is_clear() {
        let facts = |repository: Option<&str>, reference: Option<&str>| Facts {
            repository: repository.map(str::to_owned),
            reference: reference.map(str::to_owned),
            ..Facts::default()
        };
        for (repository, reference, archive, place) in [
            (None, Some("AQPPSH, MPP Korese, V. 1964, D 2"), Some("AQPPSH"), Some("MPP Korese, V. 1964, D 2")),
            (None, Some("Fond 3, opis 1"), None, Some("Fond 3, opis 1")),
            (Some("State Archive"), Some("F. 14, D. 2"), Some("State Archive"), Some("F. 14, D. 2")),
            (Some("State Archive"), Some("State Archive, F. 14"), Some("State Archive"), Some("F. 14")),
            (Some("State Archive"), Some("State Archive"), Some("State Archive"), None),
            (Some("State Archive"), None, Some("State Archive"), None),
            (None, None, None, None),
        ] {
            assert_eq!(facts(repository, reference).archive_and_place(), (archive, place));
        }
    }
}
