//! The text: blocks, paragraphs and runs.

use memcon_record::wire::{Block, BlockKind, EntityKind, Mark, Mode, Run, UNKNOWN};
use roxmltree::Node;

use super::Error;
use super::header::{category, named};
use super::tree::{character, child, is, words};
use crate::names::id;
use crate::words::{CATEGORY, mark, shape};

/// Reads the blocks.
pub fn read(root: Node) -> Result<Vec<Block>, Error> {
    let Some(body) = child(root, &["text", "body"]) else {
        return Err(Error::at(root, "there is no <body> in a <text>; take the file as Memcon wrote it"));
    };
    let mut blocks = Vec::new();
    let mut label = None;
    no_words(body)?;
    for node in body.children().filter(Node::is_element) {
        let typed = node.attribute("type").unwrap_or("");
        if is(node, "note") && typed == "speaker" {
            label = Some(words(node));
            continue;
        }
        let turn = is(node, "u");
        let kind = if turn {
            Some(BlockKind::Turn)
        } else {
            BlockKind::ALL.into_iter().find(|kind| is(node, "ab") && *kind != BlockKind::Turn && kind.name() == typed)
        };
        let Some(kind) = kind else {
            if is(node, "ab") && !node.has_children() {
                continue;
            }
            let what = format!(
                "<{}> is nothing that a record has; a turn is <u>, other text <ab type=\"narrative\"> with <seg> for each paragraph",
                node.tag_name().name()
            );
            return Err(Error::at(node, what));
        };
        let says = category(node);
        blocks.push(Block {
            id: named(node)?,
            kind,
            speaker: node.attribute("who").filter(|_| turn).map(speaker),
            label: label.take().filter(|_| turn),
            mode: Mode::ALL.into_iter().find(|one| turn && Some(one.name()) == says),
            paragraphs: paragraphs(node)?,
        });
    }
    Ok(blocks)
}

/// Of a piece of text: the block that it stands in, by its element, and the place of its paragraph, from 0.
pub fn paragraph_of<'a, 'i>(text: Node<'a, 'i>) -> Option<(Node<'a, 'i>, usize)> {
    let body = text.ancestors().find(|node| is(*node, "body"))?;
    let block = text.ancestors().find(|node| node.parent() == Some(body))?;
    let seg = text.ancestors().find(|node| node.parent() == Some(block))?;
    let place = seg.prev_siblings().filter(|node| node.is_element()).count().checked_sub(1)?;
    Some((block, place))
}

fn speaker(who: &str) -> String {
    match who.strip_prefix('#').and_then(|name| name.strip_prefix(CATEGORY)) {
        Some(UNKNOWN) => UNKNOWN.to_owned(),
        _ => id(who),
    }
}

fn paragraphs(block: Node) -> Result<Vec<Vec<Run>>, Error> {
    no_words(block)?;
    block
        .children()
        .filter(Node::is_element)
        .map(|seg| {
            if !is(seg, "seg") {
                let what = format!("<{}> stands where a paragraph does; write <seg>", seg.tag_name().name());
                return Err(Error::at(seg, what));
            }
            let mut runs = Vec::new();
            read_runs(seg, &Applies::default(), &mut runs);
            Ok(runs)
        })
        .collect()
}

/// Words that are in no paragraph would be lost.
fn no_words(node: Node) -> Result<(), Error> {
    let stray =
        node.children().find(|child| child.is_text() && child.text().is_some_and(|text| !text.trim().is_empty()));
    match stray {
        Some(text) => Err(Error::at(text, "words stand outside any paragraph; put them in a <seg>")),
        None => Ok(()),
    }
}

/// What applies to the words that come.
#[derive(Clone, Default)]
struct Applies {
    entity: Option<String>,
    marks: Vec<Mark>,
}

impl Applies {
    /// With what an element adds.
    fn with(&self, node: Node) -> Self {
        let mut more = self.clone();
        let is_mark = |(element, attribute, value): (&str, &str, &str)| {
            is(node, element) && (attribute.is_empty() || node.attribute(attribute) == Some(value))
        };
        if let Some(found) = Mark::ALL.into_iter().find(|one| is_mark(mark(*one))) {
            more.marks.push(found);
        } else if is(node, "rs") || EntityKind::ALL.into_iter().any(|kind| is(node, shape(kind).mention)) {
            more.entity = node.attribute("ref").or_else(|| node.attribute("corresp")).map(id).or(more.entity);
        }
        more
    }

    fn run(&self, text: String) -> Run {
        Run { text, entity: self.entity.clone(), marks: self.marks.clone() }
    }
}

/// Words that stand together in one element are a run; so is an element without words.
fn read_runs(node: Node, applies: &Applies, runs: &mut Vec<Run>) {
    let mut open: Option<String> = None;
    for child in node.children() {
        if child.is_text() {
            open.get_or_insert_default().push_str(child.text().unwrap_or(""));
        } else if let Some(c) = character(child) {
            open.get_or_insert_default().push(c);
        } else if child.is_element() && !is(child, "pb") {
            runs.extend(open.take().map(|text| applies.run(text)));
            let before = runs.len();
            let more = applies.with(child);
            read_runs(child, &more, runs);
            if runs.len() == before {
                runs.push(more.run(String::new()));
            }
        }
    }
    runs.extend(open.map(|text| applies.run(text)));
}
