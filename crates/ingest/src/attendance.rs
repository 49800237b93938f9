//! Lists of those present, in prose or line by line, with their sides and offices.

use std::ops::Range;

use memcon_record::wire::Presence;

use crate::cues::is_capitals;
use crate::names::{self, is_initial, is_title};
use crate::people::{People, Person};
use crate::text::Paragraph;
use crate::words;

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
                let mut end = i + 1;
                while end < limit && side_intro(&paragraphs[end].text).is_some() {
                    lists.sided(&paragraphs[end].text);
                    end += 1;
                }
                if end > i + 1 {
                    lists.places.push(i..end);
                    i = end;
                    continue;
                }
            } else {
                let side = lists.side_of_intro(text[..colon].trim());
                lists.items(rest, side);
                lists.places.push(i..i + 1);
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
fn heading(text: &str) -> Option<&str> {
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

/// “On our side:”, “From the Albanian side:”: the intro and where its colon stands.
fn side_intro(text: &str) -> Option<usize> {
    let colon = text.find(':')?;
    let low = text[..colon].to_lowercase();
    let begins = ["on ", "from ", "for "].iter().any(|word| low.starts_with(word));
    (begins && low.len() < 90 && ["side", "part", "delegation"].iter().any(|w| low.contains(w))).then_some(colon)
}

impl Lists {
    fn side(&mut self, name: &str, as_printed: &str) -> Option<usize> {
        if name.is_empty() {
            return None;
        }
        if let Some(place) = self.sides.iter().position(|side| side.name == name) {
            return Some(place);
        }
        self.sides.push(Side { name: name.to_owned(), as_printed: as_printed.to_owned() });
        Some(self.sides.len() - 1)
    }

    /// The side that a sentence like “From the Albanian side there were present” names.
    fn side_of_intro(&mut self, intro: &str) -> Option<usize> {
        let low = intro.to_lowercase();
        if let Some(at) = low.find(" side") {
            let start = low[..at].rfind("the ").map(|i| i + 4).or_else(|| low[..at].rfind(' ').map(|i| i + 1))?;
            let name = intro.get(start..at + 5)?;
            let mut chars = name.chars();
            let name = chars.next().map(|c| c.to_uppercase().chain(chars).collect::<String>())?;
            let printed = intro.get(..at + 5)?.to_owned();
            return self.side(&name, &printed);
        }
        let at = low.find("delegation")?;
        let verb = [
            " is comprised",
            " is composed",
            " was comprised",
            " was composed",
            " consist",
            " comprise",
            " included",
            " is made",
        ];
        let end = verb.iter().filter_map(|verb| low.find(verb)).min().unwrap_or(intro.len());
        let name = intro.get(at..end)?;
        let name = name.strip_prefix('d').map_or(name.to_owned(), |rest| format!("D{rest}"));
        let printed = intro.get(..end)?.to_owned();
        self.side(&name, &printed)
    }

    /// Several sides in one paragraph: “On our side: …;On the other side: …”.
    fn sided(&mut self, text: &str) {
        let mut starts = vec![0];
        for (i, _) in text.match_indices(';') {
            let next = i + 1 + text[i + 1..].len() - text[i + 1..].trim_start().len();
            if side_intro(&text[next..]).is_some_and(|colon| !text[next..next + colon].contains(';')) {
                starts.push(next);
            }
        }
        starts.push(text.len());
        for pair in starts.windows(2) {
            let part = &text[pair[0]..pair[1]];
            if let Some(colon) = side_intro(part) {
                let side = self.side_of_intro(part[..colon].trim());
                self.items(part[colon + 1..].trim().trim_end_matches(';'), side);
            }
        }
    }

    /// People listed in prose, parted by semicolons, or by commas alone.
    fn items(&mut self, text: &str, side: Option<usize>) {
        let text = text.trim().trim_end_matches('.');
        let mut side = side;
        let mut text = text;
        // “from our side, Petra Nano”
        if text.starts_with("from ")
            && let Some(comma) = text.find(',').filter(|comma| text[..*comma].contains("side"))
        {
            side = self.side_of_intro(&text[..comma]);
            text = text[comma + 1..].trim();
        }
        let items: Vec<&str> = text.split(';').map(str::trim).filter(|item| !item.is_empty()).collect();
        let last_is_name = |item: &&str| {
            item.rsplit(',').next().is_some_and(is_person) && !item.split(',').next().is_some_and(is_person)
        };
        let name_last = items.iter().filter(|item| last_is_name(item)).count() * 2 > items.len();
        for item in &items {
            let item = item.strip_prefix("and ").unwrap_or(item).trim();
            if name_last {
                if let Some((offices, name)) = item.rsplit_once(',') {
                    self.add(name.trim(), offices.trim(), item, side);
                }
            } else {
                self.by_commas(item, side);
            }
        }
    }

    /// “Gjergj Dema, member of the Council, Petra Nano, secretary”; “Wójcik, J., Kostov, V.”.
    fn by_commas(&mut self, text: &str, side: Option<usize>) {
        let parts: Vec<&str> = text.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
        let mut i = 0;
        while i < parts.len() {
            let name = parts[i].strip_prefix("and ").unwrap_or(parts[i]);
            let inverted = parts.get(i + 1).is_some_and(|next| is_initial(next.trim_end_matches(" and")));
            if inverted && names::is_name_shaped(name) {
                let surname = crate::judge::name_words(name).join(" ");
                let initial = parts[i + 1].trim_end_matches('.');
                let full = format!("{initial}. {}", titlecase(&surname));
                self.add(&full, "", &format!("{name}, {}", parts[i + 1]), side);
                i += 2;
                continue;
            }
            if !is_person(name) {
                i += 1;
                continue;
            }
            let mut end = i + 1;
            while end < parts.len() && !is_person(parts[end]) && !parts.get(end + 1).is_some_and(|n| is_initial(n)) {
                end += 1;
            }
            let offices = parts[i + 1..end].join(", ");
            let printed = if offices.is_empty() { name.to_owned() } else { format!("{name}, {offices}") };
            self.add(name, &offices, &printed, side);
            i = end;
        }
    }

    /// People listed line by line under a heading at `start`; gives the end of the list.
    fn lines(&mut self, paragraphs: &[Paragraph], start: usize, limit: usize, inline: &str) -> usize {
        if !inline.is_empty() {
            self.items(inline, None);
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
                || crate::names::is_field(text.split(':').next().unwrap_or(text)) && heading(text).is_none()
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

    fn add(&mut self, name: &str, offices: &str, printed: &str, side: Option<usize>) -> bool {
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

/// Whether `part` is a person's name and nothing else: two to five capitalised words, no office.
fn is_person(part: &str) -> bool {
    let plain = names::without_brackets(part.trim());
    let plain = plain.strip_prefix("comrade ").unwrap_or(&plain);
    let plain = plain.strip_prefix("and ").unwrap_or(plain);
    let words = crate::judge::name_words(plain);
    let all: Vec<&str> = plain.split_whitespace().collect();
    let titled = words.len() == 1 && all.len() > 1 && names::is_titled(plain);
    (titled || (2..=5).contains(&words.len()))
        && names::is_name_shaped(plain)
        && !all.iter().any(|word| matches!(*word, "of" | "for" | "the" | "and" | "to" | "on" | "in"))
        && !words.iter().any(|word| words::BODIES.has(&word.to_lowercase()))
        && !words.iter().any(|word| words::OFFICES.has(&word.to_lowercase()))
        && !(all.len() >= 2 && is_capitals(all[0]) && all[0].len() <= 5 && words.len() == all.len())
}

/// Offices that “and” joins; “Extraordinaire and Plenipotentiary” is one.
pub fn split_offices(text: &str) -> Vec<String> {
    let text = text.trim().trim_matches(',').trim();
    let mut offices = Vec::new();
    let mut start = 0;
    for (i, _) in text.match_indices(" and ") {
        let next = text[i + 5..].split_whitespace().next().unwrap_or("");
        let plain = next.trim_matches(|c: char| !c.is_alphanumeric());
        if plain.starts_with(char::is_uppercase) && words::OFFICES.has(&plain.to_lowercase()) {
            offices.push(&text[start..i]);
            start = i + 5;
        }
    }
    offices.push(&text[start..]);
    offices
        .into_iter()
        .map(|office| office.trim().strip_prefix("the ").unwrap_or(office.trim()).to_owned())
        .filter(|office| !office.is_empty())
        .collect()
}

fn is_sentence(text: &str) -> bool {
    text.ends_with(['.', '?', '!', '”', ':']) && text.split_whitespace().any(|w| w.starts_with(char::is_lowercase))
}

/// “BRĂTESCU” → “Brătescu”, “SUN-IL” → “Sun-Il”; what is not all capitals stays.
fn titlecase(name: &str) -> String {
    if !is_capitals(name) {
        return name.to_owned();
    }
    let mut out = String::with_capacity(name.len());
    let mut first = true;
    for c in name.chars() {
        if first {
            out.push(c)
        } else {
            out.extend(c.to_lowercase())
        }
        first = !c.is_alphabetic();
    }
    out
}
