//! The typed question, understood.
//!
//! ```text
//! question = part { white-space part }              every part must hold in a turn
//! part     = [ "-" ] ( near | field | choice )      "-": must not hold
//! choice   = passage { "|" passage }                one of them, or several
//! passage  = phrase | [ "~" ] word                 "~": other forms of it too, by its English stem
//! phrase   = quote { word } quote                   words that follow each other
//! near     = "near:" number "(" passage { white-space passage } ")"
//! field    = ( "speaker:" | "mentions:" | "topic:" ) value { "|" value }
//! value    = quote text quote | text                a name, words of it, or an id
//! word     = letters, digits, "?" and "*"           "?": any one letter; "*" at an end: anything
//! ```
//!
//! Quotes may be straight or curly. A word of several tokens (“Marxism-Leninism”,
//! “don’t”) is a phrase of them. `near:5(a b)` finds a and b in one paragraph
//! with no more than five words between them, in either order. What is not
//! balanced is read as plain text, so that a question is never an error.

use std::ops::Range;

use memcon_engine::Pattern;
use memcon_engine::fold;
use memcon_engine::pattern::is_wild;
use memcon_record::slice::slice;

/// A question: all of its parts must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// The parts in the order in which they were typed.
    pub parts: Vec<Part>,
}

/// One condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// As typed, without the minus.
    pub typed: String,
    /// Where that stands in the whole question, in bytes.
    pub range: Range<usize>,
    /// Whether it must not hold.
    pub without: bool,
    /// What is asked.
    pub asked: Asked,
    /// Words of it, folded, of which [`Forms`](crate::forms::Forms) are asked for too.
    pub stems: Vec<String>,
}

/// What a part asks of a turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// One of these phrases, or words, is in it.
    Words(Vec<Vec<Pattern>>),
    /// These phrases are in one paragraph, with no more than so many words between.
    Near(usize, Vec<Vec<Pattern>>),
    /// It has one of these values.
    Field(Field, Vec<String>),
}

/// What is known of a turn beside its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Who speaks.
    Speaker,
    /// Who or what is spoken of.
    Mentions,
    /// What it is about.
    Topic,
}

impl Field {
    /// All of them, with the word that asks for each.
    pub const ALL: [(Field, &str); 3] =
        [(Field::Speaker, "speaker"), (Field::Mentions, "mentions"), (Field::Topic, "topic")];
}

impl Question {
    /// Understands `typed`.
    pub fn parse(typed: &str) -> Self {
        let mut parts = Vec::new();
        let mut rest = typed.trim_start();
        while !rest.is_empty() {
            let minus = rest.strip_prefix(['-', '−', '–']).filter(|body| begins_a_part(body));
            let body = minus.unwrap_or(rest);
            let mut stems = Vec::new();
            let (asked, end) = near(body).or_else(|| field(body)).unwrap_or_else(|| choice(body, &mut stems));
            if let Some(asked) = asked {
                let start = typed.len() - body.len();
                let typed = slice(body, ..end).to_owned();
                parts.push(Part { typed, range: start..start + end, without: minus.is_some(), asked, stems });
            }
            rest = slice(body, end..).trim_start();
        }
        Question { parts }
    }

    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// `typed`, of which this is the meaning, with another wording of one part; with none, without it and its minus.
    pub fn reworded(&self, typed: &str, part: usize, wording: &str) -> String {
        let Some(Part { range, without, .. }) = self.parts.get(part) else { return typed.to_owned() };
        let before = slice(typed, ..range.start);
        let after = slice(typed, range.end..);
        if !wording.is_empty() {
            return format!("{before}{wording}{after}");
        }
        let before = if *without { before.trim_end_matches(['-', '−', '–']) } else { before };
        format!("{} {}", before.trim_end(), after.trim_start()).trim().to_owned()
    }
}

fn begins_a_part(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphanumeric() || is_quote(c) || is_wild(c) || c == STEM)
}

/// What was asked, if anything was, and where it ends in bytes.
type Read = (Option<Asked>, usize);

fn near(text: &str) -> Option<Read> {
    let rest = text.strip_prefix("near:")?;
    let open = rest.find('(')?;
    let within = slice(rest, ..open).parse().ok()?;
    let close = open + slice(rest, open..).find(')')?;
    let mut inside = slice(rest, open + 1..close).trim_start();
    let mut phrases = Vec::new();
    while !inside.is_empty() {
        let (found, end) = passage(inside);
        phrases.extend(Some(found).filter(|found| !found.is_empty()));
        inside = slice(inside, end.max(1)..).trim_start();
    }
    // One alone is near to nothing.
    (phrases.len() > 1).then_some((Some(Asked::Near(within, phrases)), "near:".len() + close + 1))
}

fn field(text: &str) -> Option<Read> {
    let (field, name) = Field::ALL.into_iter().find(|(_, name)| {
        text.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name))
            && slice(text, name.len()..).starts_with(':')
    })?;
    let mut at = name.len() + 1;
    let mut values = Vec::new();
    loop {
        let rest = slice(text, at..);
        let (value, end) = quoted(rest).unwrap_or_else(|| {
            let end = rest.find(|c: char| c.is_whitespace() || c == '|').unwrap_or(rest.len());
            (slice(rest, ..end), end)
        });
        values.extend(Some(value.to_owned()).filter(|value| !value.trim().is_empty()));
        at += end;
        match slice(text, at..).strip_prefix('|') {
            Some(next) if !next.starts_with(char::is_whitespace) && !next.is_empty() => at += 1,
            _ => break,
        }
    }
    (!values.is_empty()).then_some((Some(Asked::Field(field, values)), at))
}

/// Asks for the other forms of the word that it stands before.
const STEM: char = '~';

/// `stems` is given the words of which other forms are asked for too.
fn choice(text: &str, stems: &mut Vec<String>) -> Read {
    let mut phrases = Vec::new();
    let mut at = 0;
    let end = loop {
        let (found, length) = passage(slice(text, at..));
        let end = at + length;
        let typed = slice(text, at..end);
        let bare = typed.trim_start_matches(STEM);
        // What is open finds them as it is.
        if let ([word], true) = (found.as_slice(), bare.len() < typed.len() && !bare.starts_with(is_quote)) {
            stems.extend(word.whole().and_then(|word| String::from_utf8(word.to_owned()).ok()));
        }
        phrases.extend(Some(found).filter(|found| !found.is_empty()));
        // Spaces around the bar do not part.
        let rest = slice(text, end..).trim_start();
        let next =
            rest.strip_prefix('|').map(str::trim_start).filter(|next| !next.is_empty() && !next.starts_with('|'));
        match next {
            Some(next) => at = text.len() - next.len(),
            None => break if length == 0 { end + rest.chars().next().map_or(0, char::len_utf8) } else { end },
        }
    };
    ((!phrases.is_empty()).then_some(Asked::Words(phrases)), end)
}

/// The words of a phrase or a word at the start of `text`, and where it ends.
fn passage(text: &str) -> (Vec<Pattern>, usize) {
    // Before a quotation it says nothing.
    let bare = Some(text.trim_start_matches(STEM)).filter(|rest| rest.starts_with(is_quote)).unwrap_or(text);
    if let Some((words, end)) = quoted(bare) {
        return (patterns(words), text.len() - bare.len() + end);
    }
    let end = text.find(|c: char| c.is_whitespace() || c == '|').unwrap_or(text.len());
    (patterns(slice(text, ..end)), end)
}

/// The words between quotes at the start of `text`, and where they end.
fn quoted(text: &str) -> Option<(&str, usize)> {
    let open = text.chars().next().filter(|c| is_quote(*c))?;
    let inside = slice(text, open.len_utf8()..);
    let (close, quote) = inside.char_indices().find(|(_, c)| is_quote(*c))?;
    Some((slice(inside, ..close), open.len_utf8() + close + quote.len_utf8()))
}

/// Quotation marks that hold a phrase.
pub fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

/// The words of `words`, each whole unless it is open.
pub(crate) fn patterns(words: &str) -> Vec<Pattern> {
    words
        .split(|c: char| !(c.is_alphanumeric() || is_wild(c) || joins(c)))
        .flat_map(|piece| match piece.contains(is_wild) {
            true => Pattern::wild(piece).into_iter().collect(),
            false => Pattern::words(piece),
        })
        .collect()
}

/// Characters that belong to a word without being letters.
fn joins(c: char) -> bool {
    fold::is_mark(c) || fold::is_invisible(c)
}

impl Part {
    /// The one word that is sought, open at its end, as it would be typed, and what it then seeks; `None` for phrases and
    /// what is open already.
    pub fn widened(&self) -> Option<(String, Pattern)> {
        let Asked::Words(phrases) = &self.asked else { return None };
        let [phrase] = phrases.as_slice() else { return None };
        let [word] = phrase.as_slice() else { return None };
        let of_word = |c: char| c.is_alphanumeric() || is_wild(c) || joins(c);
        let bare = self.typed.trim_matches(|c| !of_word(c));
        // “(c” of “a(c” would be another word.
        if bare.is_empty() || !bare.chars().all(of_word) {
            return None;
        }
        Some((format!("{bare}*"), word.opened()?))
    }
}
