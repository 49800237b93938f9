//! Where in a document: pages or leaves of the source, and turns as Memcon counts them.

use memcon_record::Record;
use memcon_record::wire::Mark;
use serde::{Deserialize, Serialize};

/// Pages or leaves of the source, from its own marks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pages {
    /// Leaves are numbered, not pages.
    #[serde(default)]
    pub leaves: bool,
    /// The first, as printed.
    pub from: String,
    /// The last, as printed; the same as the first where there is one.
    pub to: String,
}

/// Turns by their numbers on the page, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turns {
    /// The first.
    pub from: usize,
    /// The last; the same as the first where there is one.
    pub to: usize,
}

/// Where the text stands: a block, a paragraph of it, a byte of that.
pub(crate) type Point = (usize, usize, usize);

impl Pages {
    /// “p. 178”, “pp. 178–179”, “leaf 4”.
    pub fn words(&self) -> String {
        let one = self.from == self.to;
        let unit = match (self.leaves, one) {
            (false, true) => "p.",
            (false, false) => "pp.",
            (true, true) => "leaf",
            (true, false) => "leaves",
        };
        if one { format!("{unit} {}", self.from) } else { format!("{unit} {}–{}", self.from, self.to) }
    }

    /// The pages of the text from `start` up to `end`; none where the source does not say where they begin.
    pub(crate) fn between(record: &Record, start: Point, end: Point) -> Option<Pages> {
        let (mut from, mut to) = (None, None);
        for (at, page) in breaks(record) {
            if at <= start {
                from = Some(page.clone());
            }
            if at <= start || at < end {
                to = Some(page);
            }
        }
        let ((leaves, from), (to_leaves, to)) = (from?, to?);
        (leaves == to_leaves).then_some(Pages { leaves, from, to })
    }
}

impl Turns {
    /// Never without whose numbers they are: “turn 7 in the Memcon edition”.
    pub fn words(self) -> String {
        let Turns { from, to } = self;
        if from == to {
            format!("turn {from} in the Memcon edition")
        } else {
            format!("turns {from}–{to} in the Memcon edition")
        }
    }
}

/// The source's own locator, then ours. Nothing where there is neither.
pub(crate) fn words(pages: Option<&Pages>, turns: Option<Turns>) -> String {
    [pages.map(Pages::words), turns.map(Turns::words)].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Where each page begins, and whether it is a leaf.
fn breaks(record: &Record) -> impl Iterator<Item = (Point, (bool, String))> {
    record.blocks.iter().enumerate().flat_map(|(b, block)| {
        block.paragraphs.iter().enumerate().flat_map(move |(p, paragraph)| {
            paragraph.spans.iter().filter(|span| span.marks.contains(&Mark::PageBreak)).filter_map(move |span| {
                Some(((b, p, span.range.start), page(paragraph.text.get(span.range.clone())?)?))
            })
        })
    })
}

/// Reads `[Page 178]`, `[p. 3]`, `[leaf 4]`, `[fol. 12v]`, `[178]`.
fn page(printed: &str) -> Option<(bool, String)> {
    let words = printed.trim().trim_matches(|c: char| "[](){}|".contains(c)).trim();
    let (unit, number) = match words.rsplit_once(char::is_whitespace) {
        Some((unit, number)) => (unit.trim().trim_end_matches('.').to_lowercase(), number),
        None => (String::new(), words),
    };
    let leaves = matches!(unit.as_str(), "leaf" | "folio" | "fol" | "f" | "list" | "l");
    let known = leaves || matches!(unit.as_str(), "" | "page" | "p" | "pg" | "pag" | "s" | "seite");
    (known
        && number.chars().any(|c| c.is_ascii_digit() || "ivxlc".contains(c.to_ascii_lowercase()))
        && number.len() <= 12)
        .then(|| (leaves, number.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::{Pages, Turns, page, words};

    #[test]
    fn marks_of_pages_are_read() {
        for (printed, expect) in [
            ("[Page 178]", Some((false, "178"))),
            ("[p. 3]", Some((false, "3"))),
            ("[leaf 4]", Some((true, "4"))),
            ("[fol. 12v]", Some((true, "12v"))),
            ("[178]", Some((false, "178"))),
            ("[page]", None),
            ("[the page is torn]", None),
            ("[]", None),
        ] {
            assert_eq!(page(printed), expect.map(|(leaves, n)| (leaves, n.to_owned())), "{printed}");
        }
    }

    #[test]
    fn the_sources_own_locator_comes_first_and_ours_never_alone() {
        let pages = |from: &str, to: &str| Pages { leaves: false, from: from.into(), to: to.into() };
        let turn = Turns { from: 7, to: 7 };
        assert_eq!(words(Some(&pages("3", "3")), Some(turn)), "p. 3, turn 7 in the Memcon edition");
        assert_eq!(words(Some(&pages("3", "4")), None), "pp. 3–4");
        assert_eq!(words(None, Some(Turns { from: 5, to: 12 })), "turns 5–12 in the Memcon edition");
        assert_eq!(words(None, None), "");
    }
}
