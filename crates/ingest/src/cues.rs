//! Where a paragraph could begin a turn: a label and what parts it from the words.
//!
//! This module only finds the *shape*; whether it is a label is for [`crate::judge`]
//! to decide, which knows the whole document.

use std::ops::Range;

use crate::names::{self, is_abbreviation, is_initial, is_title};

/// What parts the label from the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// `Name: text`, and `Name:` alone on its line.
    Colon,
    /// `SURNAME. text`.
    Period,
    /// `Mr. Smith—text`, `Mr. Smith.—text`.
    Dash,
    /// The name alone on its line, nothing after it.
    Alone,
}

/// A place where a turn could begin, in bytes of the paragraph's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Where the cue begins, markup included; what stands before is not part of the turn.
    pub start: usize,
    /// The label as printed.
    pub label: Range<usize>,
    /// Where the words begin.
    pub words: usize,
    /// What parts the two.
    pub form: Form,
}

/// Longest label, in characters: “Mr. Andrew Berding, Assistant Secretary for Public Affairs” has 58.
const LONGEST: usize = 90;

/// The place where `text` could begin a turn, if its beginning has the shape of a label.
///
/// At most one: the forms are tried from the surest to the least sure.
pub fn at_start(text: &str) -> Option<Cue> {
    let start = after_marks(text);
    let colon = colon(text, start);
    // “KISSINGER. There are two possibilities:” has a colon, but no label ends there.
    if let Some(cue) = colon.clone().filter(|cue| names::is_name_shaped(&text[cue.label.clone()])) {
        return Some(cue);
    }
    period(text, start).or_else(|| dash(text, start)).or(colon).or_else(|| alone(text, start))
}

/// Past page marks, clock times and our own numbers of turns in brackets that stand before a label: `[Page 120] LBJ:`.
fn after_marks(text: &str) -> usize {
    let mut at = 0;
    while text[at..].starts_with('[')
        && let Some(end) = text[at..].find(']')
    {
        let inner = &text[at + 1..at + end];
        let before = ["Page ", "p. ", "Turn "].iter().find_map(|before| inner.strip_prefix(before));
        let page = before.unwrap_or(inner);
        if inner.is_empty() || !page.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.' | '-' | '–' | ' ')) {
            break;
        }
        let rest = &text[at + end + 1..];
        let space = rest.len() - rest.trim_start().len();
        if rest.trim().is_empty() {
            break;
        }
        at += end + 1 + space;
    }
    at
}

/// `Name: text`, with Markdown's asterisks or underscores about the name or the colon.
pub fn colon(text: &str, start: usize) -> Option<Cue> {
    let open = text[start..].len() - text[start..].trim_start_matches(['*', '_', '#', '>', ' ']).len();
    let first = start + open;
    let mut depth = 0usize;
    for (count, (i, c)) in text[first..].char_indices().enumerate() {
        if count > LONGEST {
            return None;
        }
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            ':' | '：' if depth == 0 => {
                let after = first + i + c.len_utf8();
                let end = first + text[first..first + i].trim_end_matches(['*', '_', ' ', '\u{a0}']).len();
                let label = trim_label(text, first..end)?;
                let words = after + closing_markup(&text[after..]);
                let clock = text[..first + i].ends_with(|c: char| c.is_ascii_digit())
                    && text[after..].starts_with(|c: char| c.is_ascii_digit());
                let parted = c == '：'
                    || words > after
                    || text[after..].is_empty()
                    || text[after..].starts_with(|c: char| c.is_whitespace() || matches!(c, '[' | '(' | '“' | '"'));
                let noted = glued_note(&text[..first + i], &text[after..]);
                return ((!clock && parted) || noted).then(|| Cue {
                    start,
                    label,
                    words: skip_space(text, words),
                    form: Form::Colon,
                });
            }
            _ => {}
        }
    }
    None
}

/// Whether the number of a note stands right after the colon: “Mr. Fraser Wilkins:34 No reply”.
fn glued_note(before: &str, after: &str) -> bool {
    let digits = after.len() - after.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    (1..=3).contains(&digits) && before.ends_with(char::is_alphabetic) && after[digits..].starts_with(' ')
}

/// `SURNAME. text`: one to three words without lower-case letters, a title may stand before.
fn period(text: &str, start: usize) -> Option<Cue> {
    let rest = &text[start..];
    let open = rest.len() - rest.trim_start_matches(['*', '_']).len();
    let first = start + open;
    let mut at = if text[first..].starts_with("The ") { first + 4 } else { first };
    if text[at..].starts_with(['.', ' ']) {
        return None;
    }
    // “Q. Did you?”, “A. We did.”
    if let Some(rest) = text[first..].strip_prefix("Q. ").or_else(|| text[first..].strip_prefix("A. "))
        && !rest.trim().is_empty()
    {
        return Some(Cue { start, label: first..first + 1, words: skip_space(text, first + 2), form: Form::Period });
    }
    let first_len = text[at..].find(char::is_whitespace).unwrap_or(text.len() - at);
    // “Molotov. We met.”: not in capitals, so only a name that is known will do.
    if let Some(name) = text[at..at + first_len].strip_suffix('.')
        && at == first
        && name.chars().count() >= 3
        && name.starts_with(char::is_uppercase)
        && name.chars().all(|c| c.is_alphabetic() || c == '-')
        && !is_title(name)
        && at + first_len < text.len()
    {
        return Some(Cue {
            start,
            label: at..at + name.len(),
            words: skip_space(text, at + first_len),
            form: Form::Period,
        });
    }
    for _ in 0..4 {
        let word_len = text[at..].find(|c: char| c.is_whitespace()).unwrap_or(text.len() - at);
        let word = &text[at..at + word_len];
        let name = word.trim_end_matches(['*', '_']).strip_suffix('.');
        if let Some(name) = name.filter(|n| is_capitals(n) && (!is_title(n) || n.chars().count() > 4))
            && at + word_len < text.len()
        {
            let end = at + name.len();
            return Some(Cue { start, label: first..end, words: skip_space(text, at + word_len), form: Form::Period });
        }
        let goes_on = is_title(word) || is_capitals(word) || (is_initial(word) && word.ends_with('.'));
        if !goes_on || at + word_len >= text.len() {
            return None;
        }
        at = skip_space(text, at + word_len);
    }
    None
}

/// `Mr. Smith—text`, `Mr. Smith.—text`, `SMITH – text`.
fn dash(text: &str, start: usize) -> Option<Cue> {
    let head: String = text[start..].chars().take(60).collect();
    let (at, len) =
        ["—", "--", " – ", " - "].iter().filter_map(|dash| head.find(dash).map(|at| (at, dash.len()))).min()?;
    let label = head[..at].trim_end_matches(['.', ' ', ':', '*', '_']);
    let label = label.trim_start_matches(['*', '_']);
    let titled = names::is_titled(label) && label.split_whitespace().count() <= 6;
    let after = &text[start + at + len..];
    let name =
        label.split_whitespace().count() <= 2 && label.starts_with(char::is_uppercase) && names::is_name_like(label);
    if label.is_empty() || !(titled || name || is_capitals(label)) || after.trim().is_empty() {
        return None;
    }
    let from = start + head.find(label)?;
    Some(Cue { start, label: from..from + label.len(), words: skip_space(text, start + at + len), form: Form::Dash })
}

/// A name alone on its line: short, without an end mark.
fn alone(text: &str, start: usize) -> Option<Cue> {
    let line = text[start..].trim_matches(['*', '_', ' ']);
    let end_mark = line.ends_with(['.', '!', '?', ',', ';', ':', '”', '"']);
    if line.is_empty() || line.chars().count() > 40 || line.split_whitespace().count() > 5 || end_mark {
        return None;
    }
    let from = start + text[start..].find(line)?;
    Some(Cue { start, label: from..from + line.len(), words: text.len(), form: Form::Alone })
}

/// Whether `word` is written in capitals: at least two letters, none lower-case, no digit.
pub fn is_capitals(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 2
        && word.chars().all(|c| (c.is_alphabetic() && !c.is_lowercase()) || matches!(c, '-' | '\'' | '’' | '‘' | ' '))
}

fn trim_label(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let label = &text[range.clone()];
    let cut = label.len() - label.trim_start_matches(['*', '_', ' ', '“', '"']).len();
    let from = range.start + cut;
    let label = text[from..range.end].trim_end();
    // “[Name]: text”: the brackets are not the name, unless they close around a part of it.
    let whole = label.starts_with('[') && label.find(']') == Some(label.len() - 1);
    let (from, label) = if whole { (from + 1, &label[1..label.len() - 1]) } else { (from, label) };
    label.chars().any(char::is_alphanumeric).then(|| from..from + label.len())
}

fn closing_markup(text: &str) -> usize {
    text.len() - text.trim_start_matches(['*', '_']).len()
}

fn skip_space(text: &str, at: usize) -> usize {
    at + text[at..].len() - text[at..].trim_start().len()
}

/// Where sentences end in `text`: each place just past the mark and its closing quotation marks.
pub fn sentence_ends(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        if !matches!(c, '.' | '?' | '!' | '…' | '”' | ')' | ']' | '—' | '-') {
            continue;
        }
        if chars.peek().is_some_and(|(_, next)| !next.is_whitespace() && c != '—') {
            continue;
        }
        if c == '.' {
            let word = text[..i].rsplit(char::is_whitespace).next().unwrap_or("");
            // “No. 5” is a number, “No.” an answer.
            let numbered = text[i + 1..].trim_start().starts_with(|c: char| c.is_ascii_digit());
            let answer = word.eq_ignore_ascii_case("no") && !numbered;
            if !answer && (is_abbreviation(word) || is_title(word)) {
                continue;
            }
        }
        ends.push(i + c.len_utf8());
    }
    ends
}
