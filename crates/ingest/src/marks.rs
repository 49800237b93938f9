//! What is marked inside a paragraph: brackets, quotations, note marks, stage notes.

use std::ops::Range;

use memcon_record::wire::Mark;

use crate::words;

/// The marked stretches of `text`, in bytes; they may overlap.
pub fn find(text: &str) -> Vec<(Range<usize>, Mark)> {
    let mut marks = Vec::new();
    bracketed(text, &mut marks);
    quoted(text, '“', '”', &mut marks);
    straight(text, &mut marks);
    note_marks(text, &mut marks);
    marks.sort_by_key(|(range, mark)| (range.start, range.end, *mark));
    marks
}

/// Whether a whole paragraph stands in one pair of brackets or parentheses, and so outside any speech.
pub fn is_aside(text: &str) -> bool {
    let text = text.trim_matches(|c: char| c == '.' || c == '*' || c == '_' || c.is_whitespace());
    let first = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    if matches!(first, "BREAK" | "RECESS" | "INTERMISSION" | "ADJOURNMENT") {
        return true;
    }
    match text.chars().next() {
        Some(open @ ('[' | '(')) => closing(text, 0, open) == Some(text.len()),
        Some(_) => text.chars().all(|c| !c.is_alphanumeric()),
        None => false,
    }
}

/// Whether `text` is a rule or stray markup: “_”, “***”, “-----”.
pub fn is_rule(text: &str) -> bool {
    !text.is_empty()
        && text.chars().all(|c| matches!(c, '_' | '*' | '-' | '=' | '~' | '#' | '•' | '|' | '–' | '—' | ' '))
}

/// Whether `text` is a page mark and nothing else: “[Page 178]”.
pub fn is_page_break(text: &str) -> bool {
    text.strip_prefix('[').and_then(|t| t.strip_suffix(']')).is_some_and(is_page)
}

/// Where the number of a turn ends that `text` begins with, “[Turn 7] ” of a file that `memcon export` has made; 0 where
/// it begins with none.
pub fn turn_number(text: &str) -> usize {
    let number = text.strip_prefix("[Turn ").and_then(|rest| rest.split_once("] "));
    let is_number = |n: &str| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit());
    number.filter(|(n, _)| is_number(n)).map_or(0, |(n, _)| "[Turn ".len() + n.len() + "] ".len())
}

fn is_page(inner: &str) -> bool {
    let number = ["Page ", "page ", "p. ", "P. "].iter().find_map(|start| inner.strip_prefix(start));
    number.is_some_and(|n| {
        !n.is_empty() && n.len() <= 8 && n.chars().all(|c| c.is_ascii_alphanumeric() || c == '–' || c == '-')
    })
}

/// Just past the bracket that closes the one at `start`.
fn closing(text: &str, start: usize, open: char) -> Option<usize> {
    let close = if open == '[' { ']' } else { ')' };
    let mut depth = 0usize;
    for (i, c) in text[start..].char_indices() {
        if c == open {
            depth += 1;
        } else if c == close {
            depth -= 1;
            if depth == 0 {
                return Some(start + i + c.len_utf8());
            }
        }
    }
    None
}

fn bracketed(text: &str, marks: &mut Vec<(Range<usize>, Mark)>) {
    let mut at = 0;
    while let Some(found) = text[at..].find(['[', '(']) {
        let start = at + found;
        let open = if text[start..].starts_with('[') { '[' } else { '(' };
        let Some(end) = closing(text, start, open) else {
            at = start + 1;
            continue;
        };
        let inner = text[start + 1..end - 1].trim();
        let low = inner.to_lowercase();
        let stage = words::STAGE.begin(&low) || low.starts_with("to ");
        let digits = !inner.is_empty() && inner.len() <= 3 && inner.bytes().all(|b| b.is_ascii_digit());
        let link = open == '[' && text[end..].starts_with("(#");
        let mut past = end;
        let mark = if words::UNCLEAR.within(&low) {
            Some(Mark::Unclear)
        } else if stage {
            Some(Mark::Stage)
        } else if open == '(' {
            None
        } else if is_page(inner) {
            Some(Mark::PageBreak)
        } else if digits || inner == "*" {
            if link {
                past = closing(text, end, '(').unwrap_or(end);
            }
            Some(Mark::NoteMark)
        } else {
            Some(Mark::Editorial)
        };
        match mark {
            Some(mark) => {
                marks.push((start..past, mark));
                at = past;
            }
            // Brackets inside parentheses are looked at on their own.
            None => at = start + 1,
        }
    }
}

fn quoted(text: &str, open: char, close: char, marks: &mut Vec<(Range<usize>, Mark)>) {
    let mut start = None;
    for (i, c) in text.char_indices() {
        if c == open {
            start.get_or_insert(i);
        } else if c == close
            && let Some(from) = start.take()
        {
            marks.push((from..i + c.len_utf8(), Mark::Quotation));
        }
    }
}

/// Straight double quotation marks: in pairs, or not at all.
fn straight(text: &str, marks: &mut Vec<(Range<usize>, Mark)>) {
    let places: Vec<usize> = text.match_indices('"').map(|(i, _)| i).collect();
    if places.len().is_multiple_of(2) {
        for pair in places.chunks_exact(2) {
            marks.push((pair[0]..pair[1] + 1, Mark::Quotation));
        }
    }
}

/// Numbers of notes that the copy glued to a word (“mud5”) or to its end mark (“here.2”).
fn note_marks(text: &str, marks: &mut Vec<(Range<usize>, Mark)>) {
    // A number that stands first was glued to the label: “Mr. Wilkins:34 No reply”.
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut i = 0;
    while i < chars.len() {
        if !chars[i].1.is_ascii_digit() || (i > 0 && chars[i - 1].1.is_ascii_digit()) {
            i += 1;
            continue;
        }
        let end = (i..chars.len()).find(|k| !chars[*k].1.is_ascii_digit()).unwrap_or(chars.len());
        let next = chars.get(end).map(|(_, c)| *c);
        let ends_word = next.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '-' | '–' | '/' | '’' | '\'' | ':'));
        let decimal = next == Some('.') && chars.get(end + 1).is_some_and(|(_, c)| c.is_ascii_digit());
        if end - i <= 2 && chars[i].1 != '0' && ends_word && !decimal && follows_word(&chars[..i]) {
            let to = chars.get(end).map_or(text.len(), |(at, _)| *at);
            marks.push((chars[i].0..to, Mark::NoteMark));
        }
        i = end;
    }
}

/// Whether a word of at least three small letters ends here, an end mark or closing quotation mark after it allowed.
fn follows_word(before: &[(usize, char)]) -> bool {
    let mut rest = before;
    let mut marks = 0;
    while let [more @ .., (_, c)] = rest
        && matches!(c, '.' | ',' | ';' | '?' | '!' | '”' | '"' | '’' | ')' | ']')
        && marks < 2
    {
        rest = more;
        marks += 1;
    }
    let word: Vec<char> = rest.iter().rev().map(|(_, c)| *c).take_while(|c| c.is_alphabetic()).collect();
    let small = word.iter().take(3).filter(|c| c.is_lowercase()).count();
    let word: String = word.into_iter().rev().collect();
    let abbreviated = marks > 0 && matches!(word.as_str(), "vol" | "art" | "fig" | "para" | "sec" | "col" | "nos");
    let enough = word.chars().count() >= 3 && !abbreviated;
    enough && small == 3
}

#[cfg(test)]
mod tests {
    use super::{Mark, find, is_aside};

    fn check(text: &str, expect: &[(&str, Mark)]) {
        let found: Vec<(&str, Mark)> = find(text).into_iter().map(|(range, mark)| (&text[range], mark)).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn what_is_marked() {
        check("out of the mud5.", &[("5", Mark::NoteMark)]);
        check("able to be here.2 It is", &[("2", Mark::NoteMark)]);
        check("75 MIG–21s, vol.2, 6-700,000 tons, 38th", &[]);
        check("the “Week” said", &[("“Week”", Mark::Quotation)]);
        check("a [Page 178] b", &[("[Page 178]", Mark::PageBreak)]);
        check("Comrade [Chairman of the X (X)] Y", &[("[Chairman of the X (X)]", Mark::Editorial)]);
        check("So. (Laughter)", &[("(Laughter)", Mark::Stage)]);
        check("[inaudible] (ALP)", &[("[inaudible]", Mark::Unclear)]);
        check("Downs[5](#f5) if", &[("[5](#f5)", Mark::NoteMark)]);
        check("an open “quote and [bracket", &[]);
    }

    #[test]
    fn an_aside_stands_whole_in_brackets() {
        assert!(is_aside("[Crosstalk]"));
        assert!(is_aside("(The Secretary spoke (softly).)"));
        assert!(is_aside("…"));
        assert!(is_aside("BREAK—11:00 -11:28 p.m."));
        assert!(!is_aside("(to Rowlands) You came [back]"));
    }
}
