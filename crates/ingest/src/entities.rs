//! Where the text names the entities that an editor listed.
//!
//! A spelling matches exactly, on word boundaries. At each place the longest
//! spelling wins, the leftmost place first, and no two overlap.

use std::ops::Range;

use memcon_record::wire::Block;

use crate::editor::{Editor, Entity};
use crate::error::Error;

/// One spelling and the entity it means.
struct Spelling<'a> {
    text: &'a str,
    entity: usize,
    found: std::cell::Cell<bool>,
}

/// The spellings of an editor's entities, longest first.
pub struct Spellings<'a> {
    editor: &'a Editor,
    spellings: Vec<Spelling<'a>>,
}

impl<'a> Spellings<'a> {
    /// All spellings of `editor`.
    pub fn new(editor: &'a Editor) -> Self {
        let mut spellings: Vec<Spelling<'a>> = Vec::new();
        for (entity, of) in editor.entities.iter().enumerate() {
            for text in &of.spellings {
                spellings.push(Spelling { text: text.get_ref(), entity, found: std::cell::Cell::new(false) });
            }
        }
        spellings.sort_by_key(|s| std::cmp::Reverse(s.text.len()));
        Spellings { editor, spellings }
    }

    /// The mentions in a paragraph of block `id`, in order: bytes and the id of the entity.
    pub fn find(&self, id: &str, text: &str) -> Vec<(Range<usize>, &'a str)> {
        let mut found: Vec<(Range<usize>, &'a str)> = Vec::new();
        let mut at = 0;
        while at < text.len() {
            let here = &text[at..];
            let starts_word = !text[..at].chars().next_back().is_some_and(char::is_alphanumeric)
                || !here.chars().next().is_some_and(char::is_alphanumeric);
            let spelling = starts_word
                .then(|| {
                    self.spellings.iter().find(|s| {
                        here.starts_with(s.text)
                            && !s.text.is_empty()
                            && ends_word(here, s.text.len())
                            && applies(&self.editor.entities[s.entity], id)
                    })
                })
                .flatten();
            match spelling {
                Some(spelling) => {
                    spelling.found.set(true);
                    found.push((at..at + spelling.text.len(), self.editor.entities[spelling.entity].id.get_ref()));
                    at += spelling.text.len();
                }
                None => at += here.chars().next().map_or(1, char::len_utf8),
            }
        }
        found
    }

    /// Whether each spelling was found somewhere, and each block named is one of the record.
    ///
    /// # Errors
    /// When a spelling occurs nowhere or `only` or `except` names no block.
    pub fn check(&self, blocks: &[Block]) -> Result<(), Error> {
        for entity in &self.editor.entities {
            for id in entity.only.iter().chain(&entity.except).flatten() {
                if !blocks.iter().any(|block| block.id == *id.get_ref()) {
                    let what = format!("“{}” is no block of the record; name one, such as “t1”", id.get_ref());
                    return Err(self.editor.fault(id, what));
                }
            }
        }
        for spelling in self.spellings.iter().filter(|s| !s.found.get()) {
            let entity = &self.editor.entities[spelling.entity];
            if let Some(at) = entity.spellings.iter().find(|s| s.get_ref() == spelling.text) {
                let what = format!(
                    "the spelling “{}” of “{}” occurs nowhere in the text, or a longer spelling takes each place; write it as printed or remove it",
                    spelling.text,
                    entity.id.get_ref()
                );
                return Err(self.editor.fault(at, what));
            }
        }
        Ok(())
    }
}

fn ends_word(text: &str, len: usize) -> bool {
    !text[..len].chars().next_back().is_some_and(char::is_alphanumeric)
        || !text[len..].chars().next().is_some_and(char::is_alphanumeric)
}

fn applies(entity: &Entity, block: &str) -> bool {
    let named =
        |list: &Option<Vec<toml::Spanned<String>>>| list.as_ref().map(|ids| ids.iter().any(|id| id.get_ref() == block));
    named(&entity.only).unwrap_or(true) && !named(&entity.except).unwrap_or(false)
}
