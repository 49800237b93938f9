//! Text in a drawing: how wide it is, where its lines break, how it is shortened.

use resvg::usvg::{Node, Tree};
use textwrap::WordSeparator;
use textwrap::core::Fragment;
use textwrap::wrap_algorithms::wrap_first_fit;

use crate::escape::escape;
use crate::fonts;

/// How a text is written.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)]
pub struct Face {
    pub family: &'static str,
    pub size: f64,
    pub bold: bool,
}

impl Face {
    /// An upright face of ordinary weight.
    pub const fn new(family: &'static str, size: f64) -> Self {
        Self { family, size, bold: false }
    }

    /// The same, bold.
    pub const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// `text` with its left end, or what `anchor` says, at `x` and its foot at `y`.
    pub fn element(self, text: &str, (x, y): (f64, f64), anchor: &str, colour: &str) -> String {
        format!(
            r#"<text x="{x:.1}" y="{y:.1}" text-anchor="{anchor}" font-family="{}" font-size="{}" font-weight="{}" fill="{colour}">{}</text>"#,
            self.family,
            self.size,
            if self.bold { 700 } else { 400 },
            escape(&printable(text))
        )
    }

    /// How wide `text` is.
    pub fn width(self, text: &str) -> f64 {
        let element = self.element(text, (0.0, 0.0), "start", "#000");
        let svg = format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">{element}</svg>"#);
        let tree = Tree::from_str(&svg, &fonts::options()).ok();
        tree.and_then(|tree| match tree.root().children().first()? {
            Node::Text(text) => Some(f64::from(text.bounding_box().width())),
            _ => None,
        })
        .unwrap_or(0.0)
    }

    /// `text` in lines no wider than `width`, of even length; what is beyond `most` of them is cut, with an ellipsis.
    pub fn lines(self, text: &str, width: f64, most: usize) -> Vec<String> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let words: Vec<Word> = WordSeparator::UnicodeBreakProperties
            .find_words(&text)
            .map(|word| Word {
                text: word.word,
                gap: word.whitespace,
                width: self.width(word.word),
                // As wide as a quarter of the size in most fonts.
                gap_width: if word.whitespace.is_empty() { 0.0 } else { self.size / 4.0 },
            })
            .collect();
        let full = wrap_first_fit(&words, &[width]);
        if full.len() <= most {
            return even(&words, width, full.len()).into_iter().map(|line| self.fit(&line, width)).collect();
        }
        // Of a text that is cut each line is filled.
        let mut lines: Vec<String> = full.iter().take(most - 1).map(|line| self.fit(&join(line), width)).collect();
        lines.push(self.fit(&full[most - 1..].iter().map(|line| join_all(line)).collect::<String>(), width));
        lines
    }

    /// `text` in one line no wider than `width`, shortened with an ellipsis where it must be, between words if it can be.
    pub fn fit(self, text: &str, width: f64) -> String {
        let text = text.trim();
        if self.width(text) <= width {
            return text.to_owned();
        }
        let shortened = |end: usize| {
            let kept = text[..end].trim_end_matches(|c: char| c.is_whitespace() || ",;:–—-(“".contains(c));
            format!("{kept}…")
        };
        let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let longest = ends.partition_point(|end| self.width(&shortened(*end)) <= width).saturating_sub(1);
        let end = ends.get(longest).copied().unwrap_or_default();
        // A word that is cut in two is worse than a shorter line, unless that were no line at all.
        match text[..end].rfind(char::is_whitespace) {
            Some(space) if !text[end..].starts_with(char::is_whitespace) && space > end / 2 => shortened(space),
            _ => shortened(end),
        }
    }
}

#[derive(Debug)]
struct Word<'a> {
    text: &'a str,
    gap: &'a str,
    width: f64,
    gap_width: f64,
}

impl Fragment for Word<'_> {
    fn width(&self) -> f64 {
        self.width
    }
    fn whitespace_width(&self) -> f64 {
        self.gap_width
    }
    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// As many lines as at `width`, at the smallest width that gives no more: what CSS calls `text-wrap: balance`.
fn even(words: &[Word], width: f64, count: usize) -> Vec<String> {
    let (mut narrow, mut wide) = (0.0, width);
    while wide - narrow > 1.0 {
        let middle = (narrow + wide) / 2.0;
        let lines = wrap_first_fit(words, &[middle]);
        // A word too long for its line makes no more lines, only a longer one.
        let fits = lines.len() <= count && words.iter().all(|word| word.width <= middle);
        *(if fits { &mut wide } else { &mut narrow }) = middle;
    }
    wrap_first_fit(words, &[wide]).into_iter().map(join).collect()
}

fn join_all(words: &[Word]) -> String {
    words.iter().flat_map(|word| [word.text, word.gap]).collect()
}

fn join(words: &[Word]) -> String {
    join_all(words).trim_end().to_owned()
}

/// XML has no place for control characters, not even escaped (XML 1.0, 2.2).
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FACE: Face = Face::new(fonts::SERIF, 50.0);
    const TITLE: &str = "Notes from a Meeting between a Delegation of the KWP and Enver Hoxha and Mehmet Shehu";

    #[test]
    fn a_text_that_fits_is_whole_and_its_lines_are_even() {
        let lines = FACE.lines(TITLE, 1100.0, 3);
        assert_eq!(lines.join(" "), TITLE);
        let widths: Vec<f64> = lines.iter().map(|line| FACE.width(line)).collect();
        assert!(widths.iter().all(|width| (700.0..=1100.0).contains(width)), "{widths:?}");
    }

    #[test]
    fn a_text_that_does_not_fit_ends_in_an_ellipsis_after_a_whole_word() {
        let lines = FACE.lines(&format!("{TITLE}, {TITLE}"), 600.0, 3);
        assert_eq!(lines.len(), 3);
        let kept = lines.join(" ");
        let kept = kept.strip_suffix('…').expect("an ellipsis");
        assert!(TITLE.starts_with(kept) && TITLE[kept.len()..].starts_with(' '), "{kept}");
        assert!(lines.iter().all(|line| FACE.width(line) <= 600.0));
    }

    #[test]
    fn nothing_is_wider_than_its_place() {
        for text in ["W".repeat(200), "會談紀錄".repeat(40), "\u{1}\u{0}".into(), String::new(), " \n ".into()] {
            for line in FACE.lines(&text, 300.0, 2) {
                assert!(FACE.width(&line) <= 300.0, "{line}");
            }
        }
    }

    /// Whoever builds the site, the picture is the same: measured once, on a machine with other fonts than the next one.
    #[test]
    fn latin_letters_are_measured_alike_everywhere() {
        assert!((FACE.width("Ri Jong-ok") - 216.5).abs() < 0.1, "{}", FACE.width("Ri Jong-ok"));
    }
}
