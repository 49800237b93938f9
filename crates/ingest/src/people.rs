//! Who is meant by a label: the same person under a full name, a surname, an initial, a side.

use std::collections::HashMap;

use memcon_record::wire::Presence;

use crate::labels::{key, name_words};
use crate::names::{self, fold, is_initial};

/// Somebody present, as far as the text tells.
#[derive(Clone, Debug)]
pub struct Person {
    /// Id that the source gives, where that is one.
    pub id: Option<String>,
    /// Name to show.
    pub name: String,
    /// Place of the delegation.
    pub delegation: Option<usize>,
    /// Offices as printed.
    pub offices: Vec<String>,
    /// Words of the source that say that the person is present.
    pub as_printed: Option<String>,
    /// How the source says so.
    pub presence: Presence,
    /// Labels of the person's turns.
    pub labels: Vec<String>,
    /// Folded words of the name; none for a title that stands for a name.
    pub words: Vec<String>,
    /// [`key`] of the name, without a leading article.
    pub key: String,
}

impl Person {
    /// Somebody of this name and nothing else known.
    pub fn named(name: &str, presence: Presence) -> Self {
        Person {
            id: None,
            name: name.to_owned(),
            delegation: None,
            offices: Vec::new(),
            as_printed: None,
            presence,
            labels: Vec::new(),
            words: name_words(name).iter().map(|word| fold(word)).collect(),
            key: title_key(name),
        }
    }

    /// What the person's id is made of: the source's own, or the name without a form of address.
    pub fn stem(&self) -> String {
        if let Some(id) = &self.id {
            return id.clone();
        }
        let words = name_words(&self.name);
        names::short_slug(&if words.is_empty() { self.name.clone() } else { words.join(" ") })
    }
}

/// Everyone present.
#[derive(Default)]
pub struct People {
    /// In the order in which the text names them.
    pub all: Vec<Person>,
}

impl People {
    /// Whom the labels mean, by label; those who are not yet known are added.
    ///
    /// Full names are looked at before surnames, so that “Wenhua” finds “Li Wenhua”
    /// wherever the full label stands.
    pub fn identify(&mut self, labels: &[String]) -> HashMap<String, Option<usize>> {
        let mut order: Vec<&String> = Vec::new();
        let mut seen = std::collections::HashSet::new();
        for label in labels {
            if seen.insert(label) {
                order.push(label);
            }
        }
        let first_place: HashMap<&String, usize> = order.iter().enumerate().map(|(i, label)| (*label, i)).collect();
        let fullness = |label: &str| {
            let words = name_words(label);
            words.iter().filter(|word| !is_initial(word)).count() * 2 + words.iter().filter(|w| is_initial(w)).count()
        };
        let mut by_fullness = order.clone();
        by_fullness.sort_by_key(|label| (std::cmp::Reverse(fullness(label)), first_place[label]));
        let listed = self.all.len();
        let mut index = Index::new(&self.all);
        let mut meant: HashMap<String, Option<usize>> = HashMap::new();
        for label in by_fullness {
            if is_nobody_known(label) || index.is_joint(&self.all, label) {
                meant.insert(label.clone(), None);
                continue;
            }
            let who = index.find(&self.all, label).unwrap_or_else(|| {
                self.all.push(Person::named(&shown(label), Presence::SpeaksOnly));
                index.add(&self.all, self.all.len() - 1);
                self.all.len() - 1
            });
            meant.insert(label.clone(), Some(who));
        }
        self.order_speakers(listed, &order, &mut meant);
        for label in order {
            if let Some(Some(who)) = meant.get(label) {
                self.all[*who].labels.push(label.clone());
            }
        }
        meant
    }

    /// Those who only speak follow those who are listed, in the order in which they speak.
    fn order_speakers(&mut self, listed: usize, order: &[&String], meant: &mut HashMap<String, Option<usize>>) {
        let mut places: Vec<usize> = Vec::new();
        for label in order {
            if let Some(Some(who)) = meant.get(*label)
                && *who >= listed
                && !places.contains(who)
            {
                places.push(*who);
            }
        }
        let moved: HashMap<usize, usize> = places.iter().enumerate().map(|(i, old)| (*old, listed + i)).collect();
        let added: Vec<Person> = places.iter().map(|old| self.all[*old].clone()).collect();
        self.all.truncate(listed);
        self.all.extend(added);
        for who in meant.values_mut().flatten() {
            if let Some(new) = moved.get(who) {
                *who = *new;
            }
        }
    }
}

/// Places of people by the words of their names, so that a play with a thousand voices stays quick.
struct Index {
    by_key: HashMap<String, usize>,
    by_last: HashMap<String, Vec<usize>>,
    by_first: HashMap<String, Vec<usize>>,
}

impl Index {
    fn new(people: &[Person]) -> Self {
        let mut index = Index { by_key: HashMap::new(), by_last: HashMap::new(), by_first: HashMap::new() };
        for i in 0..people.len() {
            index.add(people, i);
        }
        index
    }

    fn add(&mut self, people: &[Person], i: usize) {
        let person = &people[i];
        self.by_key.entry(person.key.clone()).or_insert(i);
        if let Some(last) = person.words.last() {
            self.by_last.entry(last.clone()).or_default().push(i);
        }
        if let Some(first) = person.words.first()
            && person.words.len() > 1
        {
            self.by_first.entry(first.clone()).or_default().push(i);
        }
    }

    /// Two persons under one label: “Mr. Cyrankiewicz and Mr. Winiewicz”, “Rowlands, Grennan”.
    fn is_joint(&self, people: &[Person], label: &str) -> bool {
        let plain = names::without_brackets(label);
        let of_two = |parts: &[&str]| {
            let found: Vec<Option<usize>> = parts
                .iter()
                .map(|part| (!name_words(part).is_empty()).then(|| self.find(people, part)).flatten())
                .collect();
            matches!(found[..], [Some(a), Some(b)] if a != b)
        };
        let by_and: Vec<&str> = plain.split(" and ").collect();
        let titled =
            by_and.len() == 2 && by_and.iter().all(|part| names::is_titled(part) && !name_words(part).is_empty());
        titled || of_two(&by_and) || of_two(&plain.split(", ").collect::<Vec<_>>())
    }

    fn find(&self, people: &[Person], label: &str) -> Option<usize> {
        if let Some(inner) = names::in_brackets(label).filter(|inner| inner.starts_with(char::is_uppercase))
            && let Some(who) = self.by_name(people, inner)
        {
            return Some(who);
        }
        if let Some(who) = self.by_key.get(&title_key(label)) {
            return Some(*who);
        }
        let words = name_words(label);
        if !words.is_empty() {
            return self.by_name(people, label);
        }
        // A title may be a surname: “Lord”.
        let surname = self.by_last.get(&key(label)).into_iter().flatten();
        only(surname).or_else(|| by_office(people, label))
    }

    /// The one person whom the words of a name fit.
    fn by_name(&self, people: &[Person], name: &str) -> Option<usize> {
        let words: Vec<String> = name_words(name).iter().map(|word| fold(word)).collect();
        let (first, last) = (words.first()?, words.last()?);
        if let Some(who) = self.by_key.get(&words.join(" ")) {
            return Some(*who);
        }
        let fits = |who: &usize| people[*who].words.len() >= words.len() && subset(&words, &people[*who].words);
        let by_last = self.by_last.get(last).into_iter().flatten().filter(|who| fits(who));
        if let Some(who) = only(by_last) {
            return Some(who);
        }
        // A family name that stands first: “Chou” for “Chou En-lai”.
        let by_first = self.by_first.get(first).into_iter().flatten().filter(|who| words.len() == 1 && fits(who));
        if self.by_last.contains_key(last) { None } else { only(by_first) }
    }
}

/// The one person whose office begins with this title: “The Secretary” for “Henry A. Kissinger, Secretary of State”.
fn by_office(people: &[Person], label: &str) -> Option<usize> {
    let title = title_key(label);
    if title.is_empty() {
        return None;
    }
    let fits = |person: &Person| {
        let heads = |office: &str| office == title || office.starts_with(&format!("{title} of "));
        heads(&person.key) || person.offices.iter().any(|office| heads(&title_key(office)))
    };
    only((0..people.len()).filter(|i| fits(&people[*i])).collect::<Vec<_>>().iter())
}

fn only<'a>(found: impl Iterator<Item = &'a usize>) -> Option<usize> {
    let mut found = found;
    let who = *found.next()?;
    found.all(|other| *other == who).then_some(who)
}

/// Whether each word of `short` is a word of `full` in the same order, an initial standing for a word.
fn subset(short: &[String], full: &[String]) -> bool {
    let mut rest = full.iter();
    short.iter().all(|word| {
        rest.any(|other| {
            other == word
                || (word.chars().count() == 1 && other.starts_with(word.as_str()))
                || (other.chars().count() == 1 && word.starts_with(other.as_str()))
        })
    })
}

/// A label's key without a leading article: “The President” and “President” are one.
pub fn title_key(label: &str) -> String {
    let key = key(label);
    key.strip_prefix("the ").map_or(key.clone(), str::to_owned)
}

/// Voices that the record cannot tell apart: “Voice”, “Unidentified speaker”, “???”.
fn is_nobody_known(label: &str) -> bool {
    let key = title_key(label);
    matches!(
        key.as_str(),
        "voice" | "voices" | "unknown" | "?" | "??" | "???" | "unidentified" | "inaudible" | "speaker"
    ) || key.starts_with("unidentified ")
        || key.starts_with("unknown ")
        || !key.chars().any(char::is_alphabetic)
}

/// The name to show for a label: without a form of address where a full name follows it.
pub fn shown(label: &str) -> String {
    let words = name_words(label);
    if words.len() >= 2 {
        return words.join(" ");
    }
    let plain = names::without_brackets(label);
    let plain = plain.split_once(", ").map_or(plain.as_str(), |(name, _)| name);
    plain.split_whitespace().map(names::without_note).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{People, Person};
    use memcon_record::wire::Presence;

    fn meant(listed: &[&str], labels: &[&str]) -> Vec<String> {
        let mut people = People { all: listed.iter().map(|name| Person::named(name, Presence::Listed)).collect() };
        let labels: Vec<String> = labels.iter().map(|label| (*label).to_owned()).collect();
        let meant = people.identify(&labels);
        labels.iter().map(|l| meant[l].map_or("unknown".to_owned(), |who| people.all[who].name.clone())).collect()
    }

    #[test]
    fn one_person_under_many_labels() {
        assert_eq!(
            meant(&[], &["Cde. Li Wenhua", "Wenhua", "Cde. L. Wenhua", "Kostov", "Vasil Kostov"]),
            ["Li Wenhua", "Li Wenhua", "Li Wenhua", "Vasil Kostov", "Vasil Kostov"]
        );
        assert_eq!(
            meant(&["Ioan Brătescu", "Li Wenhua"], &["North (BRĂTESCU)", "South (WENHUA)"]),
            ["Ioan Brătescu", "Li Wenhua"]
        );
        assert_eq!(meant(&["Chou En-lai"], &["PM Chou", "Prime Minister Chou"]), ["Chou En-lai", "Chou En-lai"]);
        assert_eq!(meant(&["The President"], &["PRESIDENT"]), ["The President"]);
        assert_eq!(meant(&["The Secretary of State"], &["The Secretary"]), ["The Secretary of State"]);
        assert_eq!(meant(&["Winston Lord"], &["Mr. Lord", "Lord"]), ["Winston Lord", "Winston Lord"]);
        assert_eq!(meant(&["Henry A. Kissinger"], &["Dr. Kissinger", "Or. Kissinger"]), ["Henry A. Kissinger"; 2]);
        assert_eq!(
            meant(&[], &["Ambassador Lodge, Spain", "Ambassador Lodge"]),
            ["Ambassador Lodge", "Ambassador Lodge"]
        );
    }

    #[test]
    fn two_of_a_name_are_not_confused() {
        assert_eq!(meant(&["Anna Berg", "Carl Berg"], &["Mr. Berg", "Carl Berg"]), ["Mr. Berg", "Carl Berg"]);
    }

    #[test]
    fn a_voice_without_a_name_is_unknown() {
        assert_eq!(meant(&[], &["Voice", "Male 1", "Mr. Ab and Mr. Ce"]), ["unknown", "Male 1", "unknown"]);
    }
}
