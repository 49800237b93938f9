//! `record.toml`: what an editor knows and a program cannot read from the page.
//!
//! The file is read strictly: a key that is not known here is an error with its
//! line, since a mistyped key would silently say nothing.

use memcon_record::wire::{EntityKind, Presence};
use serde::Deserialize;
use toml::Spanned;

use crate::error::Error;

/// What an editor says of a record.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Editor {
    /// Id of the record.
    pub id: Option<Spanned<String>>,
    /// Title, where the page's own will not do.
    pub title: Option<String>,
    /// Kind of document.
    pub kind: Option<String>,
    /// EDTF date.
    pub date: Option<Spanned<String>>,
    /// BCP 47 tag.
    pub language: Option<String>,
    /// The archive's summary.
    pub summary: Option<String>,
    /// Where the text comes from.
    #[serde(default)]
    pub provenance: Provenance,
    /// The sides; where there are any, they replace those found.
    #[serde(default, rename = "delegation")]
    pub delegations: Vec<Delegation>,
    /// People present: completes and overrides those found.
    #[serde(default, rename = "participant")]
    pub participants: Vec<Participant>,
    /// Persons, places and things spoken of, with their spellings.
    #[serde(default, rename = "entity")]
    pub entities: Vec<Entity>,
    /// The division of the turns.
    #[serde(default, rename = "topic")]
    pub topics: Vec<Topic>,
    #[serde(skip)]
    text: String,
}

/// The editor's part of [`memcon_record::wire::Provenance`], field by field.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Provenance {
    pub reference: Option<String>,
    pub repository: Option<String>,
    pub translator: Option<String>,
    pub recorder: Option<String>,
    pub method: Option<String>,
    pub publisher: Option<String>,
    pub funder: Option<String>,
    pub rights: Option<String>,
    pub url: Option<String>,
}

/// A side.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Delegation {
    /// Stable name.
    pub id: Spanned<String>,
    /// Name to show.
    pub name: String,
    /// Words of the source that name it.
    pub as_printed: Option<Spanned<String>>,
}

/// Somebody present.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Participant {
    /// Stable name.
    pub id: Spanned<String>,
    /// Name to show.
    pub name: Spanned<String>,
    /// Id of a delegation.
    pub delegation: Option<Spanned<String>>,
    /// Offices as printed.
    pub offices: Option<Vec<String>>,
    /// Words of the source that say that the person is present.
    pub as_printed: Option<Spanned<String>>,
    /// How the source says so.
    pub presence: Option<Presence>,
    /// Labels and other names that mean this person.
    #[serde(default)]
    pub labels: Vec<String>,
    /// The editor's note.
    pub note: Option<String>,
}

/// A person, place or thing spoken of.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entity {
    /// Stable name; where it is a participant's, it is that person.
    pub id: Spanned<String>,
    /// What sort of thing it is.
    pub kind: EntityKind,
    /// Name to show.
    pub name: String,
    /// The value in a machine's form.
    pub value: Option<String>,
    /// The editor's note.
    pub note: Option<String>,
    /// Each way in which the text spells it.
    pub spellings: Vec<Spanned<String>>,
    /// Blocks in which the spellings mean this; all, where absent.
    pub only: Option<Vec<Spanned<String>>>,
    /// Blocks in which they do not.
    pub except: Option<Vec<Spanned<String>>>,
}

/// A stretch of turns on one matter.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Stable name.
    pub id: Spanned<String>,
    /// Name to show.
    pub name: String,
    /// Id of its first turn.
    pub from: Spanned<String>,
    /// Id of its last turn.
    pub to: Spanned<String>,
}

impl Editor {
    /// Reads a `record.toml`.
    ///
    /// # Errors
    /// When it is no TOML, or says something that this program does not know; with the line.
    pub fn read(text: &str) -> Result<Self, Error> {
        let mut editor: Editor = toml::from_str(text).map_err(|error| {
            let line = error.span().map_or(1, |span| line(text, span.start));
            Error::editor_at(line, error.message().replace('`', ""))
        })?;
        text.clone_into(&mut editor.text);
        Ok(editor)
    }

    /// Whether anything but the record's id is said.
    pub(crate) fn says_more_than_id(&self) -> bool {
        let rest = Editor { id: None, text: String::new(), ..self.clone() };
        format!("{rest:?}") != format!("{:?}", Editor::default())
    }

    /// The error that something at this value is wrong.
    pub(crate) fn fault<T>(&self, at: &Spanned<T>, what: impl Into<String>) -> Error {
        Error::editor_at(line(&self.text, at.span().start), what)
    }
}

fn line(text: &str, at: usize) -> usize {
    crate::text::line_number(text, at)
}

#[cfg(test)]
mod tests {
    use super::Editor;

    #[test]
    fn an_unknown_key_is_named_with_its_line() {
        let error = Editor::read("id = \"x\"\n\n[[participant]]\nid = \"a\"\nname = \"A\"\noffice = \"B\"\n")
            .expect_err("strict");
        assert_eq!(error.line, Some(6), "{error}");
        assert!(error.what.contains("unknown field office"), "{error}");
    }

    #[test]
    fn a_missing_key_and_broken_toml_are_named() {
        let missing = Editor::read("[[topic]]\nid = \"a\"\n").expect_err("no name");
        assert!(missing.what.contains("missing field"), "{missing}");
        let broken = Editor::read("id = \"x\"\ntitle = \n").expect_err("broken");
        assert_eq!(broken.line, Some(2), "{broken}");
    }
}
