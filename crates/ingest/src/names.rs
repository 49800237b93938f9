//! What a person's name looks like in a label, and what stands before it.
//!
//! The word lists are English first, with the forms of address that translated
//! records keep; they say what is *likely*, the document as a whole decides.

/// Words that stand before a name or for one: forms of address, ranks, offices.
const TITLES: &[&str] = &[
    "acting",
    "academician",
    "adm",
    "admiral",
    "adviser",
    "advisor",
    "amb",
    "ambassador",
    "archbishop",
    "assistant",
    "attorney",
    "baron",
    "baroness",
    "bishop",
    "brig",
    "brigadier",
    "capt",
    "captain",
    "cardinal",
    "cde",
    "cdes",
    "chairman",
    "chairwoman",
    "chairperson",
    "chair",
    "chancellor",
    "chargé",
    "chief",
    "col",
    "colonel",
    "com",
    "commander",
    "commissioner",
    "comrade",
    "comrades",
    "congressman",
    "congresswoman",
    "consul",
    "counselor",
    "counsellor",
    "count",
    "countess",
    "delegate",
    "deputy",
    "director",
    "doctor",
    "dr",
    "emperor",
    "engineer",
    "fm",
    "foreign",
    "frau",
    "fräulein",
    "gen",
    "general",
    "gov",
    "governor",
    "herr",
    "hon",
    "honorable",
    "honourable",
    "judge",
    "justice",
    "king",
    "lady",
    "legal",
    "lieutenant",
    "lord",
    "lt",
    "madam",
    "madame",
    "maj",
    "major",
    "marshal",
    "mayor",
    "messrs",
    "min",
    "minister",
    "miss",
    "mlle",
    "mme",
    "monsieur",
    "mr",
    "mrs",
    "ms",
    "permanent",
    "pm",
    "pope",
    "premier",
    "pres",
    "president",
    "prime",
    "prince",
    "princess",
    "prof",
    "professor",
    "queen",
    "rep",
    "representative",
    "rev",
    "reverend",
    "sec",
    "secretary",
    "sen",
    "senator",
    "señor",
    "señora",
    "shah",
    "sheikh",
    "signor",
    "signora",
    "sir",
    "special",
    "sultan",
    "tov",
    "undersecretary",
    "under",
    "under-secretary",
    "vice",
    "vice-president",
    "vice-chairman",
    "vice-minister",
    "co-chairman",
    "vm",
];

/// Words that name a voice without a name.
const VOICES: &[&str] = &[
    "a",
    "all",
    "answer",
    "announcer",
    "audience",
    "both",
    "caller",
    "chorus",
    "correspondent",
    "delegates",
    "delegation",
    "female",
    "host",
    "interpreter",
    "interviewer",
    "journalist",
    "male",
    "man",
    "members",
    "moderator",
    "narrator",
    "official",
    "operator",
    "participant",
    "q",
    "question",
    "questioner",
    "reporter",
    "speaker",
    "stenographer",
    "student",
    "student",
    "translator",
    "voice",
    "voices",
    "witness",
    "woman",
];

/// Words that join the parts of a name or an office.
const PARTICLES: &[&str] = &[
    "a", "al", "and", "bin", "d", "da", "das", "de", "del", "dem", "den", "der", "des", "di", "do", "dos", "du", "e",
    "ed", "el", "for", "ibn", "la", "le", "no", "of", "on", "the", "to", "und", "van", "von", "y", "zu", "zum",
];

/// Words that begin a sentence or a heading, not a name.
const OPENERS: &[&str] = &[
    "about",
    "after",
    "again",
    "also",
    "although",
    "an",
    "and",
    "any",
    "are",
    "as",
    "at",
    "because",
    "before",
    "but",
    "by",
    "can",
    "concerning",
    "could",
    "did",
    "do",
    "does",
    "during",
    "each",
    "example",
    "finally",
    "following",
    "for",
    "from",
    "generally",
    "had",
    "has",
    "have",
    "he",
    "her",
    "here",
    "his",
    "how",
    "however",
    "i",
    "if",
    "in",
    "is",
    "it",
    "its",
    "last",
    "let",
    "meanwhile",
    "moreover",
    "my",
    "nevertheless",
    "next",
    "no",
    "nor",
    "not",
    "now",
    "number",
    "of",
    "on",
    "once",
    "one",
    "or",
    "other",
    "our",
    "perhaps",
    "please",
    "point",
    "regarding",
    "remember",
    "she",
    "should",
    "since",
    "so",
    "some",
    "such",
    "summing",
    "that",
    "their",
    "then",
    "there",
    "therefore",
    "these",
    "they",
    "this",
    "those",
    "thus",
    "to",
    "two",
    "until",
    "upon",
    "was",
    "we",
    "well",
    "were",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "why",
    "will",
    "with",
    "within",
    "without",
    "would",
    "yes",
    "you",
    "your",
];

/// Labels of fields and headings of a page or a memorandum, never of a speaker.
const FIELDS: &[&str] = &[
    "abstract",
    "action",
    "action required",
    "actions",
    "address",
    "agenda",
    "also present",
    "annex",
    "approved by",
    "assigned to",
    "attachment",
    "attachments",
    "attendance",
    "attendees",
    "author",
    "authors",
    "background",
    "begin",
    "begin summary",
    "box",
    "cc",
    "circular",
    "citation",
    "cite",
    "classification",
    "collection",
    "comment",
    "comments",
    "conclusion",
    "conclusions",
    "contents",
    "contributor",
    "contributors",
    "copies",
    "copies to",
    "copy",
    "country",
    "cover",
    "creator",
    "credits",
    "date",
    "date & place",
    "date & time",
    "date and place",
    "date and time",
    "date/time",
    "dated",
    "decision",
    "decisions",
    "declassified",
    "description",
    "discussion",
    "distribution",
    "document",
    "document date",
    "document number",
    "document type",
    "doi",
    "donors",
    "drafted by",
    "drafter",
    "drafting officer",
    "duration",
    "email",
    "enclosure",
    "enclosures",
    "end",
    "end note",
    "end summary",
    "example",
    "extract",
    "file",
    "file number",
    "file type",
    "folder",
    "footnote",
    "footnotes",
    "format",
    "from",
    "fax",
    "general subject",
    "general subjects",
    "handling",
    "heading",
    "id",
    "identifier",
    "in attendance",
    "index",
    "info",
    "issue",
    "issues",
    "item",
    "keywords",
    "language",
    "languages",
    "license",
    "licence",
    "list of participants",
    "location",
    "meeting",
    "memorandum",
    "memorandum of conversation",
    "name",
    "names",
    "nb",
    "note",
    "notes",
    "nr",
    "object",
    "objectives",
    "options",
    "original",
    "original classification",
    "original language",
    "others present",
    "page",
    "pages",
    "part",
    "participants",
    "participation",
    "people",
    "persons present",
    "phone",
    "place",
    "postscript",
    "precedence",
    "prepared by",
    "present",
    "preparing office",
    "problem",
    "proposal",
    "ps",
    "publisher",
    "purpose",
    "re",
    "recommendation",
    "recommendations",
    "record",
    "record id",
    "record number",
    "record type",
    "recorded by",
    "ref",
    "refer to",
    "reference",
    "references",
    "refs",
    "regions",
    "related",
    "release",
    "remarks",
    "repository",
    "result",
    "results",
    "rights",
    "section",
    "sent",
    "series",
    "setting",
    "signed",
    "size",
    "source",
    "sources",
    "speakers",
    "status",
    "subject",
    "subjects",
    "subject matter",
    "summary",
    "summary of conclusions",
    "tab",
    "table",
    "tags",
    "tel",
    "telephone",
    "text",
    "the meeting",
    "through",
    "time",
    "time & date",
    "time and date",
    "time and place",
    "time stamp",
    "time stamps",
    "title",
    "to",
    "topic",
    "topics",
    "total page",
    "total pages",
    "transcript",
    "transcribed by",
    "transcriber",
    "translated by",
    "translation",
    "type",
    "typed",
    "type of document",
    "unit",
    "url",
    "venue",
    "version",
    "via",
    "volume",
    "warning",
    "web",
    "year",
];

/// Last words of headings: “U.S. Position”, “Option A”, “Item 2”.
const HEADINGS: &[&str] = &[
    "alternative",
    "annex",
    "approach",
    "approve",
    "approved",
    "article",
    "attachment",
    "chapter",
    "clause",
    "day",
    "disapprove",
    "item",
    "option",
    "options",
    "para",
    "paragraph",
    "phase",
    "point",
    "points",
    "position",
    "positions",
    "scenario",
    "session",
    "stage",
    "step",
    "tab",
    "view",
    "views",
    "week",
];

/// Words of classification and handling, which pages repeat at their head and foot.
const CLASSIFICATIONS: &[&str] = &[
    "classified",
    "confidential",
    "copy",
    "declassified",
    "draft",
    "exdis",
    "exclusive",
    "exclusively",
    "eyes",
    "limdis",
    "nodis",
    "noforn",
    "only",
    "original",
    "restricted",
    "secret",
    "sensitive",
    "top",
    "unclassified",
];

/// Abbreviations whose period does not end a sentence.
const ABBREVIATIONS: &[&str] = &[
    "amb", "brig", "c", "capt", "cde", "col", "comm", "d", "dr", "esq", "gen", "gov", "hon", "jr", "lt", "maj",
    "messrs", "min", "mr", "mrs", "ms", "no", "nos", "prof", "rep", "rev", "sen", "sr", "st", "adm", "cdr", "sgt",
    "tov",
];

fn bare(word: &str) -> String {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.to_lowercase()
}

/// Whether `word` is a form of address, a rank or an office: “Mr.”, “Comrade”, “President”.
pub fn is_title(word: &str) -> bool {
    let word = bare(word);
    TITLES.contains(&word.as_str()) || word.split_once('/').is_some_and(|(_, last)| TITLES.contains(&last))
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
    VOICES.contains(&bare(word).as_str())
}

/// Whether `word` begins a sentence or a heading rather than a name: “On”, “However”.
pub fn is_opener(word: &str) -> bool {
    // “Or. Kissinger” is a misread “Dr.”
    !word.ends_with('.') && OPENERS.contains(&bare(word).as_str())
}

/// Whether a period after `word` does not end a sentence: “Mr”, “L”.
pub fn is_abbreviation(word: &str) -> bool {
    let word = word.trim_start_matches(['(', '[', '“', '"']);
    let mut letters = word.chars().filter(|c| *c != '.');
    let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    // “U.S”, “V.I”, “J.-P”: initials joined.
    let initials = word.contains('.') && word.split(['.', '-']).all(|part| part.chars().count() <= 1);
    initial || initials || ABBREVIATIONS.contains(&bare(word).as_str())
}

/// Whether `label` names a field or a heading of the page: “Subject”, “Date and Time”, “Members Present”.
pub fn is_field(label: &str) -> bool {
    let label = label.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let words: Vec<&str> = label.split_whitespace().collect();
    let joined = words.join(" ");
    let numbered = |word: &&str| word.chars().all(|c| c.is_ascii_digit()) || word.chars().count() == 1;
    let heading = match &words[..] {
        [.., before, last] if numbered(last) => HEADINGS.contains(before),
        [.., last] => HEADINGS.contains(last),
        [] => false,
    };
    heading
        || is_classification(&label)
        || FIELDS.contains(&joined.as_str())
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
fn is_classification(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .all(|w| CLASSIFICATIONS.contains(&w.to_lowercase().as_str()))
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
        if !starts_high(word) && !PARTICLES.contains(&bare(word).as_str()) && *word != "&" && *word != "-" {
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
    let mut start = 0;
    for (i, word) in words.iter().enumerate() {
        if is_title(word) && i + 1 < words.len() {
            start = i + 1;
        }
    }
    let mut rest = &words[start..];
    while let [joint, _, more @ ..] = rest
        && matches!(*joint, "of" | "for")
        && !more.is_empty()
    {
        rest = more;
    }
    if rest.iter().all(|w| is_title(w) || PARTICLES.contains(&bare(w).as_str()))
        && words.iter().all(|w| is_title(w) || PARTICLES.contains(&bare(w).as_str()))
    {
        return Vec::new();
    }
    rest.iter().map(|w| w.trim_matches([',', ';', ':']).to_owned()).filter(|w| !w.is_empty()).collect()
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

/// [`slug`], cut after a word before it grows past 60 letters.
pub fn short_slug(text: &str) -> String {
    let slug = slug(text);
    match slug.char_indices().nth(60) {
        Some((end, _)) => slug[..end].rsplit_once('-').map_or(&slug[..end], |(head, _)| head).to_owned(),
        None => slug,
    }
}
