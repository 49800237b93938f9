//! What the tests of TEI share: the words of a file, and the account of them.

use memcon_ingest::{Fate, Ingested};
use roxmltree::{Document, Node};

use super::joined;

/// The elements of this name, in order.
pub fn nodes<'a, 'i>(document: &'a Document<'i>, name: &str) -> Vec<Node<'a, 'i>> {
    document.descendants().filter(|node| node.is_element() && node.tag_name().name() == name).collect()
}

/// All text in a node.
pub fn text_of(node: Node) -> String {
    node.descendants().filter_map(|node| node.text().filter(|_| node.is_text())).collect()
}

/// Sees that each character of the text is in one piece, and that the pieces of a paragraph are its words.
///
/// # Panics
/// Where they are not.
pub fn accounted(source: &str, made: &Ingested) {
    let document = Document::parse(source).expect("XML");
    let mut attributes: Vec<usize> = document
        .descendants()
        .flat_map(|node| node.attributes().map(|a| a.range_value().start).collect::<Vec<_>>())
        .collect();
    attributes.sort_unstable();
    let (mut at, mut line) = (0, 1);
    let mut told = String::new();
    let mut taken: std::collections::HashMap<(&str, usize), String> = std::collections::HashMap::new();
    for piece in &made.account {
        assert!(piece.range.start >= at, "line {}: told twice", piece.line);
        line += source[at..piece.range.start].matches('\n').count();
        assert_eq!(line, piece.line, "the line of a piece");
        assert!(!source[piece.range.clone()].contains('\n'), "a piece is within a line");
        at = piece.range.end;
        let own = decoded(&source[piece.range.clone()]);
        let in_tag = attributes.binary_search(&piece.range.start).is_ok();
        if !in_tag {
            told.push_str(&own);
        }
        match &piece.fate {
            Fate::Text { block, paragraph } => {
                taken.entry((block, *paragraph)).or_default().push_str(&own);
            }
            Fate::Label { block } => {
                let found = made.record.blocks.iter().find(|b| b.id == *block).expect("the block is there");
                let label = plain(found.label.as_deref().expect("a label"));
                assert!(label.contains(&plain(&own)), "{own:?} is not in the label {label:?}");
            }
            _ => {}
        }
    }
    let all: String = document.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect();
    assert_eq!(plain(&told), plain(&all), "all text of the file is accounted for, in order");
    for block in &made.record.blocks {
        for (paragraph, runs) in block.paragraphs.iter().enumerate() {
            let words = plain(&without_page_marks(&joined(runs)));
            let from = taken.get(&(block.id.as_str(), paragraph)).map(|text| plain(text)).unwrap_or_default();
            // Signs of notes and numbers of pages are told elsewhere, or in a tag.
            assert!(is_within(&without_page_marks(&from), &words), "{}: {from:?} is not {words:?}", block.id);
            let beyond = words.chars().count().saturating_sub(from.chars().count());
            let signs = words.chars().filter(|c| c.is_ascii_digit() || "*†[]Page".contains(*c)).count();
            assert!(beyond <= signs, "{}: words from nowhere: {from:?} is not {words:?}", block.id);
        }
    }
}

fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{feff}' | '\u{200b}')).collect()
}

fn without_page_marks(text: &str) -> String {
    text.to_owned()
}

/// Whether the letters of `part` stand in `whole` in order.
fn is_within(part: &str, whole: &str) -> bool {
    let mut rest = whole.chars();
    part.chars().filter(|c| !c.is_ascii_digit()).all(|c| rest.any(|other| other == c))
}

fn decoded(raw: &str) -> String {
    let wrapped = format!("<x>{raw}</x>");
    Document::parse(&wrapped).ok().map_or_else(|| raw.to_owned(), |document| text_of(document.root()))
}
