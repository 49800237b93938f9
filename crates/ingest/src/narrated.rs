//! Speakers whom no list names but the opening narrative does.

use memcon_record::wire::{BlockKind, Presence};

use crate::draft::Draft;
use crate::entry::split_offices;
use crate::names;
use crate::people::People;

/// Speakers who are in no list but whom the opening narrative names are there by its word.
pub fn find(people: &mut People, blocks: &[Draft]) {
    let opening: Vec<&str> = blocks
        .iter()
        .take_while(|block| block.kind != BlockKind::Turn)
        .filter(|block| block.kind == BlockKind::Narrative)
        .flat_map(|block| block.paragraphs.iter().map(|p| p.text.as_str()))
        .collect();
    for person in people.all.iter_mut().filter(|p| p.presence == Presence::SpeaksOnly && p.words.len() >= 2) {
        for text in &opening {
            let Some(at) = text.find(&person.name) else { continue };
            person.presence = Presence::Narrated;
            let before = text[..at].trim_end();
            let bracket = before.strip_suffix(']').and_then(|b| b.rfind('[').map(|open| (open, &b[open + 1..])));
            let start = bracket.map_or(before.len(), |(open, _)| open);
            let title = text[..start].trim_end().rsplit(' ').next().filter(|word| names::is_title(word)).unwrap_or("");
            let from = text[..start].trim_end().len() - title.len();
            let from = if title.is_empty() { start } else { from };
            person.as_printed = Some(text[from..at + person.name.len()].trim().to_owned());
            if let Some((_, offices)) = bracket {
                person.offices = split_offices(offices);
            }
            break;
        }
    }
}
