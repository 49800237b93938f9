//! Which of the possible labels are labels: evidence from the whole document.
//!
//! A shape proves nothing: “On Rhodesia:” has the shape of a label, and so has
//! “Location:”. What decides is whether the label comes again, whether it bears a
//! form of address, whether somebody of that name is present, whether its word is
//! used as a place or a matter elsewhere, and whether it stands among labels.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::cues::{self, Cue, Form};
use crate::labels::{key, name_words};
use crate::names::{self, fold};
use crate::text::Paragraph;

/// What is known before the labels are judged.
#[derive(Default)]
pub struct Known {
    /// Names of those present, each as its folded words.
    pub names: HashSet<String>,
    /// Paragraphs that list those present: no turn begins there.
    pub lists: Vec<Range<usize>>,
}

/// The cues that begin turns, for each paragraph in order.
pub fn judge(paragraphs: &[Paragraph], known: &Known) -> Vec<Vec<Cue>> {
    let found: Vec<Option<Cue>> = paragraphs.iter().map(|p| cues::at_start(&p.text)).collect();
    let evidence = Evidence::new(paragraphs, &found, known);
    // A colon is the surest form: another must have many more labels to win.
    let mut best = evidence.accept(Form::Colon);
    for form in [Form::Period, Form::Dash, Form::Alone] {
        let other = evidence.accept(form);
        if other.len() * 2 > best.len() * 3 {
            best = other;
        }
    }
    let mut chosen: Vec<Vec<Cue>> = vec![Vec::new(); paragraphs.len()];
    let keys: HashSet<String> = best.iter().map(|i| evidence.key(*i)).collect();
    for i in &best {
        chosen[*i].extend(found[*i].clone());
    }
    let (Some(first), Some(last)) = (best.first(), best.last()) else { return chosen };
    for (i, cues) in chosen.iter_mut().enumerate().take(*first) {
        // A speaker of the document may begin behind a heading on the same line.
        if !evidence.in_list(i) {
            evidence.within(i, &keys, cues);
        }
    }
    for i in *first..=*last {
        // Another form than the document's is a label only for a speaker of the document.
        if chosen[i].is_empty()
            && let Some(cue) = &found[i]
            && cue.form != Form::Alone
            && keys.contains(&evidence.key(i))
            && (evidence.is_somebody(evidence.label(i)) || cues::is_capitals(evidence.label(i)))
        {
            chosen[i].push(cue.clone());
        }
        evidence.within(i, &keys, &mut chosen[i]);
    }
    chosen
}

struct Evidence<'a> {
    paragraphs: &'a [Paragraph],
    found: &'a [Option<Cue>],
    known: &'a Known,
    /// How often each key begins a paragraph, by form.
    counts: HashMap<(Form, String), usize>,
    /// How often a word follows a preposition of place or an article, and how often a form of address.
    uses: HashMap<&'a str, (usize, usize)>,
}

impl<'a> Evidence<'a> {
    fn new(paragraphs: &'a [Paragraph], found: &'a [Option<Cue>], known: &'a Known) -> Self {
        let mut counts = HashMap::new();
        for (paragraph, cue) in paragraphs.iter().zip(found) {
            if let Some(cue) = cue {
                *counts.entry((cue.form, key(&paragraph.text[cue.label.clone()]))).or_insert(0) += 1;
            }
        }
        let mut uses: HashMap<&str, (usize, usize)> = HashMap::new();
        for paragraph in paragraphs {
            let mut before = "";
            for word in paragraph.text.split_whitespace() {
                let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
                if bare.starts_with(char::is_uppercase) {
                    let entry = uses.entry(bare).or_default();
                    if matches!(before, "in" | "on" | "at" | "over" | "into" | "about" | "the" | "toward" | "towards") {
                        entry.0 += 1;
                    } else if names::is_title(before) && before.starts_with(char::is_uppercase) {
                        entry.1 += 1;
                    }
                }
                before = word;
            }
        }
        Evidence { paragraphs, found, known, counts, uses }
    }

    fn label(&self, i: usize) -> &'a str {
        self.found[i].as_ref().map_or("", |cue| &self.paragraphs[i].text[cue.label.clone()])
    }

    fn key(&self, i: usize) -> String {
        key(self.label(i))
    }

    fn count(&self, i: usize, form: Form) -> usize {
        self.counts.get(&(form, self.key(i))).copied().unwrap_or(0)
    }

    fn known(&self, label: &str) -> bool {
        let inner = names::in_brackets(label).and_then(|inner| name_words(inner).last().map(|w| fold(w)));
        let last = name_words(label).last().map(|word| fold(word));
        last.into_iter().chain(inner).any(|word| self.known.names.contains(&word))
            || self.known.names.contains(&key(label))
    }

    fn in_list(&self, i: usize) -> bool {
        self.known.lists.iter().any(|list| list.contains(&i))
    }

    /// The paragraphs that begin a turn in this form, the document taken as a whole.
    fn accept(&self, form: Form) -> Vec<usize> {
        let of_form: Vec<usize> = (0..self.found.len())
            .filter(|i| self.found[*i].as_ref().is_some_and(|cue| cue.form == form) && !self.in_list(*i))
            .filter(|i| !names::is_field(self.label(*i)))
            .collect();
        let firm: Vec<usize> = of_form.iter().copied().filter(|i| self.is_firm(*i, form)).collect();
        let speakers: HashSet<String> = firm.iter().map(|i| self.key(*i)).collect();
        let (Some(first), Some(last)) = (firm.first(), firm.last()) else { return Vec::new() };
        let enough = match form {
            Form::Colon => firm.len() >= 2,
            Form::Period => firm.len() >= 3 && (speakers.len() >= 2),
            Form::Dash | Form::Alone => firm.len() >= 4 && speakers.len() >= 2,
        };
        if !enough {
            return Vec::new();
        }
        // Names alone on their lines are labels where they are many; else they are heads of pages.
        if form == Form::Alone && firm.len() * 4 < last - first + 1 {
            return Vec::new();
        }
        let surnames: HashSet<String> =
            firm.iter().filter_map(|i| name_words(self.label(*i)).last().map(|w| fold(w))).collect();
        let dense = firm.len() * 3 > (last - first + 1);
        // Where many labels end in a parenthesis (“Der Friseur (I/6)”), one more that does is a label.
        let closing = firm.iter().filter(|i| self.label(**i).ends_with(')')).count() * 5 > firm.len();
        of_form
            .into_iter()
            .filter(|i| {
                firm.binary_search(i).is_ok()
                    || ((first..=last).contains(&i)
                        && (dense || form == Form::Alone)
                        && self.is_single(*i, form, &surnames, closing)
                        && (form != Form::Alone || self.is_somebody(self.label(*i))))
            })
            .collect()
    }

    /// Whether the label would be taken for one anywhere in the document.
    fn is_firm(&self, i: usize, form: Form) -> bool {
        let label = self.label(i);
        let count = self.count(i, form);
        let like_a_name = names::is_name_like(label);
        let capital = label.starts_with(|c: char| !c.is_lowercase());
        let titled = self.is_titled(label);
        let known = self.known(label);
        match form {
            Form::Colon => {
                let opener = names::is_opener(first_word(label));
                let matter = !titled && !known && self.is_matter(label, count);
                (like_a_name && count >= 2 && !matter)
                    || (count >= 4 && capital && !opener && label.split_whitespace().count() <= 5)
                    || (like_a_name && (titled || known) && self.speaks(i))
            }
            Form::Period => {
                let sure = known || (count >= 2 && !label.chars().any(char::is_lowercase)) || (count >= 2 && titled);
                like_a_name && sure && self.speaks(i)
            }
            Form::Dash => {
                let sure = titled || known || !label.chars().any(char::is_lowercase);
                like_a_name && count >= 2 && sure && self.speaks(i)
            }
            Form::Alone => {
                let next_is_text =
                    self.found.get(i + 1).is_some_and(|next| next.as_ref().is_none_or(|cue| cue.form != Form::Alone));
                let sure = titled || known || cues::is_capitals(label) || count >= 3;
                like_a_name && sure && count >= 2 && next_is_text
            }
        }
    }

    /// Whether the text speaks of the label's word as of a place or a matter at least as often as it is a label.
    fn is_matter(&self, label: &str, count: usize) -> bool {
        let plain = names::without_brackets(label);
        let Some(word) = plain.split_whitespace().next().filter(|word| !names::is_article(word)) else { return false };
        let (place, person) = self.uses.get(word).copied().unwrap_or_default();
        place >= count && place > person * 2
    }

    fn is_titled(&self, label: &str) -> bool {
        names::is_title(first_word(label)) || names::is_voice(first_word(label)) || self.the_title(label)
    }

    /// Whether the label has a title, or names somebody who is listed.
    fn is_somebody(&self, label: &str) -> bool {
        self.is_titled(label) || self.known(label)
    }

    /// “The President”, “The Minister (Bouteflika)”.
    fn the_title(&self, label: &str) -> bool {
        let plain = names::without_brackets(label);
        let mut words = plain.split_whitespace();
        words.next() == Some("The") && words.next().is_some_and(names::is_title) && words.all(names::is_title)
    }

    /// Whether words are spoken after the label: a sentence with its end mark, here or in the next paragraph.
    fn speaks(&self, i: usize) -> bool {
        let Some(cue) = &self.found[i] else { return false };
        let words = self.paragraphs[i].text[cue.words..].trim();
        let words = match self.paragraphs.get(i + 1) {
            Some(next) if words.is_empty() => next.text.trim(),
            _ => words,
        };
        let end = words.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '*' | '_' | ' ' | '\u{a0}'));
        end.ends_with(['.', '?', '!', '…', '”', '"', ')', ']', '—', '-', '–', ':', '’', '\'', ';', ','])
    }

    /// Whether a label that comes once is one, among labels.
    fn is_single(&self, i: usize, form: Form, surnames: &HashSet<String>, closing: bool) -> bool {
        let label = self.label(i);
        let name = name_words(label);
        // A surname of the document, whatever the copy made of the word before it: “Or. Kissinger”.
        let capitals = label.split_whitespace().all(|word| word.starts_with(|c: char| !c.is_lowercase()));
        if form == Form::Colon
            && capitals
            && (1..=3).contains(&label.split_whitespace().count())
            && name.last().is_some_and(|word| surnames.contains(&fold(word)))
            && !names::is_opener(first_word(label).trim_end_matches(','))
        {
            return true;
        }
        let like = names::is_name_like(label) || (closing && label.ends_with(')'));
        if !like || !self.speaks(i) {
            return false;
        }
        if form == Form::Colon && name.last().is_some_and(|word| surnames.contains(&fold(word))) {
            return true;
        }
        if label.contains(|c: char| c.is_ascii_digit()) && !names::is_voice(first_word(label)) && label.contains('—')
        {
            return false;
        }
        let plain = names::without_brackets(label);
        let (mut place, mut person) = (0, 0);
        if let Some(word) = plain.split_whitespace().next().filter(|word| !names::is_article(word)) {
            (place, _) = self.uses.get(word).copied().unwrap_or_default();
        }
        if let Some(word) = plain.split_whitespace().last() {
            (_, person) = self.uses.get(word).copied().unwrap_or_default();
        }
        person > 0 || place == 0
    }

    /// Adds the labels of the document's speakers that stand in mid-paragraph, after the end of a sentence.
    fn within(&self, i: usize, keys: &HashSet<String>, cues: &mut Vec<Cue>) {
        let text = &self.paragraphs[i].text;
        if !text.contains([':', '：']) {
            return;
        }
        let from = cues.last().map_or(0, |cue| cue.words);
        for end in cues::sentence_ends(text) {
            if end < from || end >= text.len() {
                continue;
            }
            let start = end + text[end..].len() - text[end..].trim_start().len();
            let Some(cue) = cues::colon(text, start) else { continue };
            let label = &text[cue.label.clone()];
            let name = name_words(label);
            let sure = names::is_title(first_word(label)) || cues::is_capitals(label) || name.len() >= 2;
            let established = keys.contains(&key(label))
                || (names::is_title(first_word(label))
                    && name
                        .last()
                        .is_some_and(|word| keys.iter().any(|k| k.split(' ').next_back() == Some(&fold(word)))));
            let quoted = text[..start].matches('“').count() > text[..start].matches('”').count();
            if sure && established && !quoted && names::is_name_like(label) && !cue.label.is_empty() {
                cues.push(cue);
            }
        }
    }
}

fn first_word(label: &str) -> &str {
    let word = label.split([' ', '\u{a0}']).next().unwrap_or("");
    match word.split_once('.') {
        Some((title, _)) if names::is_title(title) => title,
        _ => word,
    }
}
