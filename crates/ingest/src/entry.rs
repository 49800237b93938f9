//! One person in a list: a name, the offices after or before it.

use crate::cues::is_capitals;
use crate::labels::name_words;
use crate::{names, words};

/// Whether `part` is a person's name and nothing else: two to five capitalised words, no office.
pub fn is_person(part: &str) -> bool {
    let plain = names::without_brackets(part.trim());
    let plain = plain.strip_prefix("comrade ").unwrap_or(&plain);
    let plain = plain.strip_prefix("and ").unwrap_or(plain);
    let words = name_words(plain);
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

/// “BRĂTESCU” → “Brătescu”, “SUN-IL” → “Sun-Il”; what is not all capitals stays.
pub fn titlecase(name: &str) -> String {
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

#[cfg(test)]
mod tests {
    use super::{is_person, split_offices, titlecase};

    #[test]
    fn names_of_people_and_of_other_things() {
        for name in [
            "Manush Myftiu",
            "An Yong",
            "Ri Jong-ok",
            "comrade Vasil Kostov [VASIL KOSTOV]",
            "Comrade Stalin",
            "James M. Potts",
        ] {
            assert!(is_person(name), "{name}");
        }
        for other in [
            "Member of the Council",
            "secretary",
            "NSC Staff",
            "Africa Division",
            "Minister of Foreign Affairs",
            "Chief",
        ] {
            assert!(!is_person(other), "{other}");
        }
    }

    #[test]
    fn offices_are_parted_where_an_office_follows() {
        assert_eq!(
            split_offices("the Chairman of the Board and Member of the Council"),
            ["Chairman of the Board", "Member of the Council"]
        );
        assert_eq!(split_offices("Ambassador Extraordinaire and Plenipotentiary to the PRA").len(), 1);
        assert_eq!(split_offices("Minister of Foreign and Commonwealth Affairs").len(), 1);
        assert!(split_offices(" ").is_empty());
    }

    #[test]
    fn capitals_are_a_way_of_printing() {
        assert_eq!(titlecase("BRĂTESCU"), "Brătescu");
        assert_eq!(titlecase("McNeil"), "McNeil");
    }
}
