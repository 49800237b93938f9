//! Text that is never taken for markup.

/// Signs that can be markup wherever they stand; the dollar sign is in some dialects.
const SIGNS: [char; 13] = ['\\', '`', '*', '_', '[', ']', '<', '>', '&', '~', '|', '$', '!'];

/// Text at the beginning of a paragraph.
pub(super) fn escaped(text: &str) -> String {
    start(&edges(&inline(text)))
}

/// Text within a paragraph. A line break in it stays one; those that no reader of Markdown knows become spaces.
pub(super) fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    let mut before = ' ';
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\n' | '\r' => out.push_str("&#10;"),
            // CommonMark wants it so.
            '\0' => out.push(char::REPLACEMENT_CHARACTER),
            c if SIGNS.contains(&c) => out.extend(['\\', c]),
            // Two dashes are one long one in some dialects.
            '-' if before == '-' => out.push_str("\\-"),
            c => out.push(c),
        }
        before = c;
    }
    out
}

/// White space at both ends, which would be cut, kept as what it is.
pub(super) fn edges(text: &str) -> String {
    let core = text.trim_matches([' ', '\t']);
    if core.len() == text.len() {
        return text.to_owned();
    }
    let at = text.len() - text.trim_start_matches([' ', '\t']).len();
    let kept = |space: &str| space.chars().map(|c| if c == ' ' { "&#32;" } else { "&#9;" }).collect::<String>();
    format!("{}{core}{}", kept(&text[..at]), kept(&text[at + core.len()..]))
}

/// Text, safe within a paragraph, at its beginning: no list, no heading, no rule, no line under one.
pub(super) fn start(text: &str) -> String {
    if text.starts_with(['#', '+', '-', '=', ':', '%']) {
        return format!("\\{text}");
    }
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if digits > 0 && text[digits..].starts_with(['.', ')']) {
        return format!("{}\\{}", &text[..digits], &text[digits..]);
    }
    text.to_owned()
}
