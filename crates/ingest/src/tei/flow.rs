//! The text of a TEI file as paragraphs, turns and what stands between them.

use memcon_record::wire::{BlockKind, Mark};
use roxmltree::Node;

use super::does::{Does, does};
use super::words::{Says, Words, characters};
use crate::text::Span;

/// A block, before it is known who speaks.
#[derive(Debug)]
pub struct Passages {
    /// What it is.
    pub kind: BlockKind,
    /// Of a turn: the label.
    pub label: Option<Words>,
    /// Of a turn: whom the file points to.
    pub who: Vec<String>,
    /// The element's own id.
    pub id: Option<String>,
    /// The paragraphs.
    pub paragraphs: Vec<Words>,
}

impl Passages {
    fn new(kind: BlockKind) -> Self {
        Passages { kind, label: None, who: Vec::new(), id: None, paragraphs: Vec::new() }
    }
}

/// What a walk through the text finds.
pub struct Flow<'s> {
    source: &'s str,
    /// The blocks in order.
    pub blocks: Vec<Passages>,
    /// Footnotes, each with its number before it; they stand after the text.
    pub notes: Vec<Words>,
    /// What is no part of the record, and what it is.
    pub left: Vec<(Span, &'static str)>,
    open: Words,
    /// What is true of the words that come, and since when in the paragraph.
    said: Vec<(usize, Says)>,
    /// Whether turns are elements.
    speaks: bool,
    /// The turn that goes on.
    turn: Option<usize>,
    /// What stands outside turns here.
    outside: BlockKind,
    /// A label that stands before its turn.
    label: Option<Words>,
    /// Length of the sign that a note begins with: alone it is no paragraph.
    sign: usize,
}

impl<'s> Flow<'s> {
    /// Walks through the text; `speaks` says whether turns are elements. Where they are not, what stands between
    /// paragraphs may be anything, and a page mark there is a paragraph, as on a page.
    pub fn of(source: &'s str, text: Node, speaks: bool) -> Self {
        let mut flow = Flow {
            source,
            blocks: Vec::new(),
            notes: Vec::new(),
            left: Vec::new(),
            open: Words::default(),
            said: Vec::new(),
            speaks,
            turn: None,
            outside: BlockKind::Narrative,
            label: None,
            sign: 0,
        };
        flow.visit(text);
        flow.flush();
        flow.lay(None);
        flow
    }

    fn visit(&mut self, node: Node) {
        for child in node.children() {
            if child.is_text() {
                for (c, at) in characters(self.source, child) {
                    self.open.push(c, Some(at));
                }
            } else if child.is_element() {
                self.element(child);
            }
        }
    }

    fn element(&mut self, node: Node) {
        match does(node, self.turn.is_some()) {
            Does::Parts => {
                self.flush();
                self.visit(node);
                self.open.item = matches!(node.tag_name().name(), "item" | "cell" | "castItem");
                self.flush();
            }
            Does::PartSays(mark) => {
                self.flush();
                self.saying(node, Says::Mark(mark));
                self.flush();
            }
            Does::Speaks => self.turn(node),
            Does::Labels => self.label(node),
            Does::Lists => {
                self.flush();
                let before = std::mem::replace(&mut self.outside, BlockKind::Attendance);
                self.visit(node);
                self.flush();
                self.outside = before;
            }
            Does::Notes => self.note(node),
            Does::Leaves(what) => self.leave(node, what),
            Does::Says(Some(says)) => self.saying(node, says),
            Does::Says(None) => self.visit(node),
        }
        match node.tag_name().name() {
            "pb" => self.page(node),
            "lb" | "cb" => self.open.space(),
            _ => {}
        }
    }

    /// Something is true of all words in an element, also where they are several paragraphs.
    fn saying(&mut self, node: Node, says: Says) {
        self.said.push((self.open.next(), says));
        self.visit(node);
        if let Some((start, says)) = self.said.pop() {
            self.open.say(start, says);
        }
    }

    /// A turn; one within another parts it in two.
    fn turn(&mut self, node: Node) {
        self.flush();
        let who: Vec<String> = node.attribute("who").unwrap_or("").split_whitespace().map(str::to_owned).collect();
        let id = node.attribute(("http://www.w3.org/XML/1998/namespace", "id")).map(str::to_owned);
        let before = self.turn.replace(self.blocks.len());
        let label = self.label.take();
        self.blocks.push(Passages { who, id, label, ..Passages::new(BlockKind::Turn) });
        self.visit(node);
        self.flush();
        self.turn = before.map(|turn| {
            let who = self.blocks[turn].who.clone();
            self.blocks.push(Passages { who, ..Passages::new(BlockKind::Turn) });
            self.blocks.len() - 1
        });
    }

    fn label(&mut self, node: Node) {
        self.flush();
        let outer = (std::mem::take(&mut self.open), std::mem::take(&mut self.said));
        self.visit(node);
        let label = std::mem::take(&mut self.open);
        (self.open, self.said) = outer;
        if label.text.chars().all(crate::text::is_blank) {
            return;
        }
        match self.turn {
            // A second label in a turn is text of it.
            Some(turn) if self.blocks[turn].label.is_some() => self.blocks[turn].paragraphs.push(label),
            Some(turn) => self.blocks[turn].label = Some(label),
            None => {
                self.lay(None);
                self.label = Some(label);
            }
        }
    }

    /// The sign of a note stays, the note goes to the end.
    fn note(&mut self, node: Node) {
        let sign = node.attribute_node("n").map(|n| (n.value().to_owned(), n.range_value()));
        let mut note = Words::default();
        if let Some((sign, at)) = &sign {
            let start = self.open.next();
            // The place is told once, with the note.
            self.open.extend(sign, None);
            self.open.say(start, Says::Mark(Mark::NoteMark));
            note.extend(sign, Some(at.clone()));
            note.space();
        }
        let sign = std::mem::replace(&mut self.sign, note.text.len());
        let outer = (std::mem::replace(&mut self.open, note), std::mem::take(&mut self.said));
        let place = (self.turn.take(), std::mem::replace(&mut self.outside, BlockKind::Note));
        self.visit(node);
        self.flush();
        (self.turn, self.outside) = place;
        (self.open, self.said) = outer;
        self.sign = sign;
    }

    fn leave(&mut self, node: Node, what: &'static str) {
        for text in node.descendants().filter(Node::is_text) {
            let shown = characters(self.source, text).into_iter().filter(|(c, _)| !crate::text::is_blank(*c));
            for (_, at) in shown {
                match self.left.last_mut() {
                    Some((last, _)) if last.end == at.start => last.end = at.end,
                    _ => self.left.push((at, what)),
                }
            }
        }
    }

    /// A page of the original begins: at the end of the paragraph before, or where it stands.
    fn page(&mut self, node: Node) {
        let Some(number) = node.attribute_node("n") else { return };
        if number.value().trim().is_empty() {
            return;
        }
        let among = !self.open.text.is_empty() || is_among_words(node);
        let mut outer = None;
        if !among && self.speaks {
            let last = self.turn.or(self.blocks.len().checked_sub(1));
            let last = last.and_then(|block| self.blocks[block].paragraphs.last_mut());
            let Some(last) = last else { return };
            outer = Some(std::mem::replace(&mut self.open, std::mem::take(last)));
        }
        self.open.space();
        let start = self.open.next();
        self.open.extend("[Page ", None);
        self.open.space();
        self.open.extend(number.value(), Some(number.range_value()));
        self.open.extend("]", None);
        self.open.say(start, Says::Mark(Mark::PageBreak));
        self.open.space();
        if !among && !self.speaks {
            self.flush();
        }
        if let Some(outer) = outer {
            let last = self.turn.or(self.blocks.len().checked_sub(1));
            let words = std::mem::replace(&mut self.open, outer);
            if let Some(last) = last.and_then(|block| self.blocks[block].paragraphs.last_mut()) {
                *last = words;
            }
        }
    }

    /// Ends a paragraph.
    fn flush(&mut self) {
        if self.sign > 0 && self.open.text.len() == self.sign {
            return;
        }
        let mut words = std::mem::take(&mut self.open);
        for (start, says) in &mut self.said {
            words.say(std::mem::take(start), says.clone());
        }
        self.sign = 0;
        if words.text.chars().all(crate::text::is_blank) {
            return;
        }
        self.lay(Some(words));
    }

    /// Puts a paragraph where it belongs; before it a label whose turn does not come.
    fn lay(&mut self, words: Option<Words>) {
        let label = if self.turn.is_none() { self.label.take() } else { None };
        for words in label.into_iter().chain(words) {
            match (self.turn, self.blocks.last_mut()) {
                (None, _) if self.outside == BlockKind::Note => self.notes.push(words),
                (Some(turn), _) => self.blocks[turn].paragraphs.push(words),
                (None, Some(last)) if last.kind == self.outside => last.paragraphs.push(words),
                _ => self.blocks.push(Passages { paragraphs: vec![words], ..Passages::new(self.outside) }),
            }
        }
    }
}

/// Whether an element stands in a paragraph that has words before or after it.
fn is_among_words(node: Node) -> bool {
    let Some(above) = node.parent_element() else { return false };
    let name = above.tag_name().name();
    let holds = matches!(name, "p" | "l" | "seg" | "ab" | "head" | "item" | "cell" | "hi" | "stage" | "note");
    holds && above.children().any(|child| child.is_text() && child.text().is_some_and(|text| !text.trim().is_empty()))
}
