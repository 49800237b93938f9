//! A list of those present in prose: “From our side there were present: …”.

use crate::attendance::Lists;
use crate::entry::{is_person, titlecase};
use crate::labels::name_words;
use crate::names::{self, is_initial};
use crate::text::Paragraph;

/// “On our side:”, “From the Albanian side:”: the intro and where its colon stands.
pub fn side_intro(text: &str) -> Option<usize> {
    let colon = text.find(':')?;
    let low = text[..colon].to_lowercase();
    let begins = ["on ", "from ", "for "].iter().any(|word| low.starts_with(word));
    (begins && low.len() < 90 && ["side", "part", "delegation"].iter().any(|w| low.contains(w))).then_some(colon)
}

impl Lists {
    /// The side that a sentence like “From the Albanian side there were present” names.
    pub(crate) fn side_of_intro(&mut self, intro: &str) -> Option<usize> {
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

    /// The paragraphs from `start` on that each list a side; gives the place after them.
    pub(crate) fn more_sides(&mut self, paragraphs: &[Paragraph], start: usize, limit: usize) -> usize {
        let mut end = start;
        while end < limit.min(paragraphs.len()) && side_intro(&paragraphs[end].text).is_some() {
            self.sided(&paragraphs[end].text);
            end += 1;
        }
        end
    }

    /// Several sides in one paragraph: “On our side: …;On the other side: …”.
    pub(crate) fn sided(&mut self, text: &str) {
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
    pub(crate) fn items(&mut self, text: &str, side: Option<usize>) {
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
                let surname = name_words(name).join(" ");
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
}
