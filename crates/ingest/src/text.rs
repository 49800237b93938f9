//! The source as lines and paragraphs, every character traceable to its place.
//!
//! A paragraph is one line of the source, or several where the source is wrapped
//! at a fixed width; its text has one space for each line break so removed. The
//! places in the source are kept, since everything later is accounted for by them.

use std::collections::HashMap;
use std::ops::Range;

use crate::names;

/// Bytes of the source.
pub type Span = Range<usize>;

/// One paragraph of the source.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// Its lines, trimmed and joined by one space.
    pub text: String,
    /// Where its lines stand in the source; as many as it has lines.
    pub lines: Vec<Span>,
    /// Blank lines before it.
    pub gap: usize,
}

impl Paragraph {
    /// Where a stretch of [`Paragraph::text`] stands in the source: one span a line, white space at both ends cut.
    pub fn source(&self, stretch: Range<usize>) -> Vec<Span> {
        let mut spans = Vec::new();
        let mut start = 0;
        for line in &self.lines {
            let end = start + line.len();
            let (from, to) = (stretch.start.max(start), stretch.end.min(end));
            if from < to {
                let text = &self.text[from..to];
                let cut = text.len() - text.trim_start_matches(is_blank).len();
                let kept = text.trim_matches(is_blank).len();
                if kept > 0 {
                    let first = line.start + from - start + cut;
                    spans.push(first..first + kept);
                }
            }
            start = end + 1;
        }
        spans
    }
}

/// A line that is not blank, white space at both ends cut.
struct Line {
    span: Span,
    gap: usize,
}

/// The paragraphs of `source`.
pub fn paragraphs(source: &str) -> Vec<Paragraph> {
    let lines = lines(source);
    let width = width(source, &lines);
    let labels = width.map(|_| labels(source, &lines)).unwrap_or_default();
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for line in lines {
        let text = &source[line.span.clone()];
        // A label that comes again begins a paragraph, however full the line before it is.
        let labelled = label(text).is_some_and(|label| labels.get(label).copied().unwrap_or(0) >= 2);
        if let (Some(width), 0, false, Some(open)) = (width, line.gap, labelled, paragraphs.last_mut())
            && open.lines.last().is_some_and(|last| breaks_for_width(&source[last.clone()], text, width))
            && !(is_list_line(&open.text) && is_list_line(text))
        {
            open.text.push(' ');
            open.text.push_str(text);
            open.lines.push(line.span);
            continue;
        }
        paragraphs.push(Paragraph { text: text.to_owned(), lines: vec![line.span], gap: line.gap });
    }
    paragraphs
}

/// Whether a character shows nothing: white space, a byte order mark, a space without width.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')
}

/// The number of the line in which byte `at` stands, from 1.
pub fn line_number(source: &str, at: usize) -> usize {
    let before = source.get(..at).unwrap_or(source);
    before.bytes().filter(|b| *b == b'\n').count() + 1
}

fn lines(source: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut start, mut gap) = (0, 0);
    for piece in source.split_inclusive(['\n', '\r', '\u{c}', '\u{2028}', '\u{2029}']) {
        let text = piece.trim_matches(is_blank);
        let second_half = piece == "\n" && source[..start].ends_with('\r');
        if text.is_empty() {
            gap += usize::from(!second_half);
        } else {
            let first = start + piece.len() - piece.trim_start_matches(is_blank).len();
            lines.push(Line { span: first..first + text.len(), gap });
            gap = 0;
        }
        start += piece.len();
    }
    lines
}

/// How often each label begins a line.
fn labels<'a>(source: &'a str, lines: &[Line]) -> HashMap<&'a str, usize> {
    let mut counts = HashMap::new();
    for label in lines.iter().filter_map(|line| label(&source[line.span.clone()])) {
        *counts.entry(label).or_insert(0) += 1;
    }
    counts
}

/// What has the shape of a label at the beginning of a line.
fn label(line: &str) -> Option<&str> {
    let (label, rest) = line.split_once(':')?;
    (names::is_name_like(label) && rest.starts_with(char::is_whitespace)).then_some(label)
}

/// The width at which the source is wrapped, if it is: no line is much longer, and
/// most lines that follow another directly begin with a word that did not fit there.
fn width(source: &str, lines: &[Line]) -> Option<usize> {
    const WIDEST: usize = 110;
    let mut lengths: Vec<usize> = lines.iter().map(|l| source[l.span.clone()].chars().count()).collect();
    lengths.sort_unstable();
    let width = *lengths.get(lengths.len() * 98 / 100)?;
    if width > WIDEST {
        return None;
    }
    let (mut directly, mut forced) = (0, 0);
    for pair in lines.windows(2) {
        if pair[1].gap == 0 {
            directly += 1;
            forced +=
                usize::from(breaks_for_width(&source[pair[0].span.clone()], &source[pair[1].span.clone()], width));
        }
    }
    (directly >= 8 && forced * 2 > directly).then_some(width)
}

/// Whether the line is one of a list of people: “Toma Granfil, Ambassador to the United States”.
fn is_list_line(line: &str) -> bool {
    line.split_once(',').is_some_and(|(name, _)| {
        let words: Vec<&str> = name.split_whitespace().collect();
        (2..=4).contains(&words.len()) && words.iter().all(|word| word.starts_with(char::is_uppercase))
    })
}

/// Whether the line ended because the next word would have gone past `width`.
fn breaks_for_width(line: &str, next: &str, width: usize) -> bool {
    let word = next.split_whitespace().next().map_or(0, |word| word.chars().count());
    line.chars().count() + 1 + word > width
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    fn texts(source: &str) -> Vec<String> {
        paragraphs(source).into_iter().map(|p| p.text).collect()
    }

    #[test]
    fn a_line_is_a_paragraph() {
        assert_eq!(texts("a \u{a0}\r\n\r\n\tb\n c"), ["a", "b", "c"]);
    }

    #[test]
    fn lines_wrapped_at_a_width_are_one_paragraph() {
        let line = "word word word word word word word word word word word word\n";
        let source = format!("{}the end.\nNext\n", line.repeat(10));
        let found = texts(&source);
        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found[0].ends_with("word the end."));
    }

    #[test]
    fn a_stretch_is_found_again_in_the_source() {
        let line = "word word word word word word word word word word word word\n";
        let source = format!("{}the end.\n", line.repeat(10));
        let paragraph = &paragraphs(&source)[0];
        let at = paragraph.text.find("word the end").expect("it is there");
        let spans = paragraph.source(at..paragraph.text.len());
        assert_eq!(spans.iter().map(|s| &source[s.clone()]).collect::<Vec<_>>(), ["word", "the end."]);
    }
}
