//! Lists of those present, in prose or line by line, with their sides and offices.

use std::ops::Range;

use memcon_record::wire::Presence;

use crate::entry::{is_person, split_offices};
use crate::names::{self, is_title};
use crate::people::{People, Person};
use crate::text::Paragraph;

/// A side that a list names.
#[derive(Clone, Debug)]
pub struct Side {
    /// Name to show.
    pub name: String,
    /// Words of the source.
    pub as_printed: String,
}

/// What the lists say.
#[derive(Default)]
pub struct Lists {
    /// Paragraphs, a list each.
    pub places: Vec<Range<usize>>,
    /// Everyone listed.
    pub people: People,
    /// The sides, in order.
    pub sides: Vec<Side>,
}

/// The lists in `paragraphs` before place `limit`, where the conversation begins.
pub fn find(paragraphs: &[Paragraph], limit: usize) -> Lists {
    let mut lists = Lists::default();
    let mut i = 0;
    while i < limit.min(paragraphs.len()) {
        let text = paragraphs[i].text.as_str();
        if let Some(inline) = heading(text) {
            let end = lists.lines(paragraphs, i, limit, inline);
            let end = if inline.is_empty() { end } else { lists.more_sides(paragraphs, end, limit) };
            if end > i + 1 || !inline.is_empty() {
                lists.places.push(i..end);
                i = end;
                continue;
            }
        }
        if let Some(colon) = prose(text) {
            let rest = text[colon + 1..].trim();
            if rest.is_empty() {
                // “The following took part in the discussions:” and the sides in the next paragraphs.
                let end = lists.more_sides(paragraphs, i + 1, limit);
                if end > i + 1 {
                    lists.places.push(i..end);
                    i = end;
                    continue;
                }
            } else {
                let side = lists.side_of_intro(text[..colon].trim());
                lists.items(rest, side);
                let end = lists.more_sides(paragraphs, i + 1, limit);
                lists.places.push(i..end);
                i = end;
                continue;
            }
        } else if let Some(rest) = text.strip_prefix("Chaired by ") {
            lists.items(rest, None);
            lists.places.push(i..i + 1);
        }
        i += 1;
    }
    lists
}

/// Whether the paragraph heads a list; what stands after the colon on the same line.
pub(crate) fn heading(text: &str) -> Option<&str> {
    let (head, rest) = text.split_once(':').unwrap_or((text, ""));
    let head = head.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let words = head.split_whitespace().count();
    let says = ["participants", "present", "attend", "delegates", "participation"].iter().any(|w| head.contains(w));
    let verb = head.contains("there were") || head.contains("took part");
    (says && !verb && words <= 6 && head.len() < 60 && !text.trim_end().ends_with(['?', '!'])).then(|| rest.trim())
}

/// Where the colon stands after which a sentence lists those present.
fn prose(text: &str) -> Option<usize> {
    let colon = text.find(':')?;
    let intro = text[..colon].to_lowercase();
    let says = [
        "present",
        "attended",
        "took part",
        "comprised of",
        "composed of",
        "consist",
        "participat",
        "in attendance",
        "accompanied by",
        "is made up of",
        "included",
    ]
    .iter()
    .any(|word| intro.contains(word));
    let clock = text[colon + 1..].starts_with(|c: char| c.is_ascii_digit());
    (says && !clock && colon < 260).then_some(colon)
}

impl Lists {
    pub(crate) fn side(&mut self, name: &str, as_printed: &str) -> Option<usize> {
        if name.is_empty() {
            return None;
        }
        if let Some(place) = self.sides.iter().position(|side| side.name == name) {
            return Some(place);
        }
        self.sides.push(Side { name: name.to_owned(), as_printed: as_printed.to_owned() });
        Some(self.sides.len() - 1)
    }

    pub(crate) fn add(&mut self, name: &str, offices: &str, printed: &str, side: Option<usize>) -> bool {
        let plain = names::without_brackets(name);
        if let Some((one, other)) = plain.split_once(" and ")
            && is_person(one)
            && is_person(other)
        {
            return self.add(one, offices, printed, side) | self.add(other, offices, printed, side);
        }
        let first = plain.split_whitespace().next().unwrap_or("");
        let counted = ["One", "Two", "Three", "Four", "Five", "Several", "Other"].contains(&first);
        if counted || !(names::is_name_shaped(&plain) || is_title(first)) {
            return false;
        }
        let mut shown = crate::people::shown(&plain);
        let mut offices = offices;
        for junior in ["Jr.", "Sr.", "II", "III"] {
            if let Some(rest) = offices.strip_prefix(junior).filter(|rest| rest.is_empty() || rest.starts_with(',')) {
                shown = format!("{shown}, {junior}");
                offices = rest.trim_start_matches(',').trim();
            }
        }
        let mut person = Person::named(&shown, Presence::Listed);
        if self.people.all.iter().any(|known| known.key == person.key) {
            return true;
        }
        person.offices = split_offices(offices);
        person.delegation = side;
        person.as_printed = Some(printed.to_owned());
        self.people.all.push(person);
        true
    }
}
