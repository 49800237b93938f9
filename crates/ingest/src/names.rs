//! What a person's name looks like in a label, and what stands before it.
//!
//! The word lists are English first, with the forms of address that translated
//! records keep; they say what is *likely*, the document as a whole decides.

use crate::words;

fn bare(word: &str) -> String {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.to_lowercase()
}

/// Whether `word` is a form of address, a rank or an office: “Mr.”, “Comrade”, “President”.
pub fn is_title(word: &str) -> bool {
    let word = bare(word);
    words::TITLES.has(&word) || word.split_once('/').is_some_and(|(_, last)| words::TITLES.has(last))
}

/// Whether `label` begins with a form of address or an office: “Mr. Beam”, “The CHAIRMAN”.
pub fn is_titled(label: &str) -> bool {
    let mut words = label.split_whitespace();
    match words.next() {
        Some("The") => words.next().is_some_and(is_title),
        Some(first) => is_title(first),
        None => false,
    }
}

/// Whether `word` names a voice without a name: “Interpreter”, “Male”.
pub fn is_voice(word: &str) -> bool {
    words::VOICES.has(&bare(word))
}

/// Whether `word` begins a sentence or a heading rather than a name: “On”, “However”.
pub fn is_opener(word: &str) -> bool {
    // “Or. Kissinger” is a misread “Dr.”
    !word.ends_with('.') && words::OPENERS.has(&bare(word))
}

/// Whether a period after `word` does not end a sentence: “Mr”, “L”.
pub fn is_abbreviation(word: &str) -> bool {
    let word = word.trim_start_matches(['(', '[', '“', '"']);
    let mut letters = word.chars().filter(|c| *c != '.');
    let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    // “U.S”, “V.I”, “J.-P”: initials joined.
    let initials = word.contains('.') && word.split(['.', '-']).all(|part| part.chars().count() <= 1);
    initial || initials || words::ABBREVIATIONS.has(&bare(word))
}

/// Whether `label` names a field or a heading of the page: “Subject”, “Date and Time”, “Members Present”.
pub fn is_field(label: &str) -> bool {
    let label = label.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let words: Vec<&str> = label.split_whitespace().collect();
    let joined = words.join(" ");
    let numbered = |word: &&str| word.chars().all(|c| c.is_ascii_digit()) || word.chars().count() == 1;
    let heading = match &words[..] {
        [.., before, last] if numbered(last) => words::HEADINGS.has(before),
        [.., last] => words::HEADINGS.has(last),
        [] => false,
    };
    heading
        || is_classification(&label)
        || words::FIELDS.has(&joined)
        || words.last().is_some_and(|last| matches!(*last, "present" | "participants" | "attending" | "attendance"))
        || matches!(words.first(), Some(&"original") | Some(&"date") | Some(&"subject"))
}

/// Whether `word` is an article, as a voice without a name has one: “Der Friseur”, “The Operator”.
pub fn is_article(word: &str) -> bool {
    matches!(
        bare(word).as_str(),
        "der" | "die" | "das" | "ein" | "eine" | "the" | "le" | "la" | "les" | "un" | "une" | "il" | "lo" | "el"
    )
}

/// Whether `text` is made of words of classification: “TOP SECRET/SENSITIVE”.
pub fn is_classification(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .all(|w| words::CLASSIFICATIONS.has(&w.to_lowercase()))
}

/// Whether every word of `label` could belong to a name, an office or a voice.
///
/// Words begin with a capital, or join such words; of lower-case words at most two
/// stand in the middle of a label that begins with an article (“Der alte Biach”).
pub fn is_name_like(label: &str) -> bool {
    !without_brackets(label).split_whitespace().next().is_some_and(is_opener) && is_name_shaped(label)
}

/// [`is_name_like`] where a list says that it is a name: “An Yong” is one.
pub fn is_name_shaped(label: &str) -> bool {
    let label = without_brackets(label);
    let words: Vec<&str> = label.split_whitespace().collect();
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    if words.len() > 9 || !first.chars().any(char::is_alphabetic) {
        return false;
    }
    let article = is_article(first);
    let starts_high = |word: &str| word.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    if !starts_high(first) || !starts_high(last) {
        return false;
    }
    let mut low = 0;
    for (i, word) in words.iter().enumerate() {
        let ends_sentence = word.ends_with(['.', '!', '?', ';', '…']) && i + 1 < words.len();
        if ends_sentence && !(word.ends_with('.') && (is_abbreviation(word.trim_end_matches('.')) || is_title(word))) {
            return false;
        }
        if word.contains('"') || word.contains(['“', '”', '=', '$', '%', '@', '<', '>', '|']) {
            return false;
        }
        if !starts_high(word) && !words::PARTICLES.has(&bare(word)) && *word != "&" && *word != "-" {
            low += 1;
        }
    }
    low == 0 || (article && low <= 2)
}

/// `label` without what stands in brackets or parentheses, unless nothing else is left.
pub fn without_brackets(label: &str) -> String {
    let mut out = String::with_capacity(label.len());
    let mut depth = 0usize;
    for c in label.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    let out = out.split_whitespace().collect::<Vec<_>>().join(" ");
    if out.is_empty() { label.trim_matches(['(', '[', ')', ']']).trim().to_owned() } else { out }
}

/// What stands in the first pair of brackets or parentheses.
pub fn in_brackets(label: &str) -> Option<&str> {
    let from = label.find(['(', '['])?;
    let to = label[from..].find([')', ']'])? + from;
    let inner = label.get(from + 1..to)?.trim();
    (!inner.is_empty()).then_some(inner)
}

/// The words of a name in `label` after the last form of address: “Secretary of State Dulles” → “Dulles”.
///
/// Empty where the label is only a title: “The President”.
pub fn name_words(label: &str) -> Vec<String> {
    let plain = without_brackets(label);
    // A side or an office after a comma is not the name: “Ambassador Lodge, Spain”.
    let plain = match plain.split_once(", ") {
        Some((name, rest)) if !is_initial(rest) => name.to_owned(),
        _ => plain,
    };
    let words: Vec<&str> = plain.split_whitespace().collect();
    let last_title = words.iter().take(words.len().saturating_sub(1)).rposition(|word| is_title(word));
    let mut rest = &words[last_title.map_or(0, |at| at + 1)..];
    // “Secretary of State Dulles”; “Secretary of State” alone is no name.
    if let [joint, more @ ..] = rest
        && last_title.is_some()
        && matches!(*joint, "of" | "for")
    {
        let department = more.iter().take_while(|word| words::DEPARTMENTS.has(&bare(word))).count();
        rest = &more[department..];
    } else if let Some(at) = rest.iter().position(|word| matches!(*word, "of" | "for")).filter(|at| *at > 0) {
        // “Ambassador Bogdan of Romania”.
        rest = &rest[..at];
    }
    // “Or. Kissinger” is a misread title.
    while let [first, more @ ..] = rest
        && !more.is_empty()
        && first.ends_with('.')
        && !is_abbreviation(first.trim_end_matches('.'))
    {
        rest = more;
    }
    let addressed = last_title.is_some_and(|at| words::ADDRESSES.has(&bare(words[at])));
    if !addressed && rest.iter().all(|w| is_title(w) || words::PARTICLES.has(&bare(w))) {
        return Vec::new();
    }
    rest.iter()
        .map(|w| without_note(w.trim_matches([',', ';', ':'])))
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect()
}

/// `word` without the number of a note that the copy glued to it: “Vandenberg2”.
pub fn without_note(word: &str) -> &str {
    let plain = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let letters = plain.chars().filter(|c| c.is_lowercase()).count();
    if word.len() - plain.len() <= 2 && letters >= 2 { plain } else { word }
}

/// A person's name without the period that ends its sentence; “N. N.” keeps its own.
pub fn without_stop(name: &str) -> &str {
    let name = name.trim();
    if name.rsplit(' ').next().is_some_and(is_initial) { name } else { name.trim_end_matches('.') }
}

/// Whether `word` is an initial: “J.”, “J”.
pub fn is_initial(word: &str) -> bool {
    let mut letters = word.trim().trim_end_matches('.').chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// What is compared of a name: lower case, apostrophes and periods left out.
pub fn fold(word: &str) -> String {
    word.chars().filter(|c| !matches!(c, '.' | '\'' | '’' | '‘' | ',')).flat_map(char::to_lowercase).collect()
}

/// A stable name made of `text`: lower-case ASCII letters and digits, parted by single hyphens.
pub fn slug(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !matches!(c, '\'' | '’' | '‘' | '.')).collect();
    let slug = slug::slugify(plain);
    if slug.is_empty() { "x".to_owned() } else { slug }
}

/// [`slug()`], cut after a word before it grows past 60 letters.
pub fn short_slug(text: &str) -> String {
    let slug = slug(text);
    match slug.char_indices().nth(60) {
        Some((end, _)) => slug[..end].rsplit_once('-').map_or(&slug[..end], |(head, _)| head).to_owned(),
        None => slug,
    }
}
