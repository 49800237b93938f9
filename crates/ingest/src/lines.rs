//! A list of those present that has a line for each, under headings and sides.

use crate::attendance::{Lists, heading};
use crate::cues::is_capitals;
use crate::entry::titlecase;
use crate::names::{self, is_initial, is_title};
use crate::text::Paragraph;
use crate::words;

impl Lists {
    /// People listed line by line under a heading at `start`; gives the end of the list.
    pub(crate) fn lines(&mut self, paragraphs: &[Paragraph], start: usize, limit: usize, inline: &str) -> usize {
        if !inline.is_empty() {
            let head = paragraphs[start].text.split(':').next().unwrap_or("").to_owned();
            let side = head.contains(" side").then(|| self.side_of_intro(&head)).flatten();
            self.items(inline, side);
            return start + 1;
        }
        let mut side = None;
        let mut i = start + 1;
        let mut people = 0;
        let tight = paragraphs.get(start + 2).is_some_and(|p| p.gap == 0);
        while i < limit.min(paragraphs.len()) {
            let text = paragraphs[i].text.trim();
            let headed = side_heading(text, paragraphs.get(i + 1).filter(|_| i + 1 < limit));
            let torn = tight && people > 0 && paragraphs[i].gap > 0;
            if text.starts_with(['[', '(']) && !text.starts_with("[name")
                || names::is_field(text.split(':').next().unwrap_or(text)) && heading(text).is_none()
                || (is_sentence(text) && text.split_whitespace().count() > 7)
                || (torn && headed.is_none() && heading(text).is_none())
            {
                break;
            }
            if heading(text).is_some() {
                (people, side) = (0, None);
                i += 1;
                continue;
            }
            if let Some(name) = headed {
                people = 0;
                side = self.side(name, text.trim_end_matches(':'));
            } else {
                people += usize::from(self.line(text, side));
            }
            i += 1;
        }
        i
    }

    /// One line of a list: “Edward Rowlands, MP, Minister of State”, “State—Mr. Jacob D. Beam, Chairman”, “NANO Petra Assistant”.
    fn line(&mut self, text: &str, side: Option<usize>) -> bool {
        if let Some((left, right)) = text.split_once('—').or_else(|| text.split_once("--")) {
            let (left, right) = (left.trim(), right.trim());
            if left.split_whitespace().next().is_some_and(is_title) {
                return self.add(right, left, text, side);
            }
            let side = self.side(left, left);
            let (name, offices) = right.split_once(',').unwrap_or((right, ""));
            return self.add(name.trim(), offices.trim(), text, side);
        }
        let words: Vec<&str> = text.split_whitespace().collect();
        if let [surname, given, rest @ ..] = &words[..]
            && is_capitals(surname)
            && !is_title(surname)
            && !is_title(given)
            && !is_capitals(given)
            && given.starts_with(char::is_uppercase)
            && !text.contains(',')
        {
            let begin = rest.iter().take(3).position(|w| words::OFFICES.has(&w.to_lowercase())).unwrap_or(0);
            let mut given = vec![*given];
            given.extend(&rest[..begin]);
            let name = format!("{} {}", given.join(" "), titlecase(surname));
            return self.add(&name, &rest[begin..].join(" "), text, side);
        }
        let (name, offices) = text.split_once(',').unwrap_or((text, ""));
        let (name, offices) = match name.split_once(" (") {
            Some((name, role)) if offices.is_empty() => (name, role.trim_end_matches(')')),
            _ => (name, offices),
        };
        self.add(name.trim(), offices.trim(), text, side)
    }
}

/// Whether `text` heads a side within a list; its name.
fn side_heading<'a>(text: &'a str, next: Option<&Paragraph>) -> Option<&'a str> {
    next?;
    let plain = text.trim_end_matches(':').trim();
    if let Some(rest) = plain.strip_prefix("From the ").or_else(|| plain.strip_prefix("For the ")) {
        return Some(rest);
    }
    if text.ends_with(':') && text.matches(':').count() == 1 {
        return Some(plain);
    }
    let words: Vec<&str> = plain.split_whitespace().collect();
    let single = words.len() == 1 && !plain.contains(',') && !is_initial(plain) && !is_title(plain);
    (single || words::SIDES.has(&plain.to_lowercase())).then_some(plain)
}

fn is_sentence(text: &str) -> bool {
    text.ends_with(['.', '?', '!', '”', ':']) && text.split_whitespace().any(|w| w.starts_with(char::is_lowercase))
}
