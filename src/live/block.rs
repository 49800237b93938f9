//! One block of the text as the state has it: seen or hidden, the line for the gap that begins there, its marks, and its turn's part of
//! the timeline.

use memcon_explore::Answer;
use memcon_record::Record;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node, Range};

use super::timeline::Turns;
use super::{controls, marks, nodes};
use crate::browser;
use crate::explorer::{Gap, Opened, Place};
use crate::view::numbers::count;
use crate::view::turns::height;

/// The height of the line for a gap, about, in rem.
const GAP: usize = 4;

/// One block as it was written last.
pub struct Block {
    number: usize,
    /// About, in rem; kept, as it is asked of every block at every letter that is typed.
    height: usize,
    place: Place,
    /// The element, once it was written to.
    element: Option<HtmlElement>,
    gap: Option<Element>,
    /// Marked paragraphs, and what they were before.
    marked: Vec<(Element, Node)>,
    ticks: Vec<Element>,
    /// The rounds in which what had been answered by then was written, into the text and into the timeline.
    dressed: usize,
    drawn: usize,
}

impl Block {
    /// The block of this number in the record, as printed.
    pub fn printed(number: usize, record: &Record) -> Self {
        Block {
            number,
            height: height(&record.blocks[number]),
            place: Place { matches: true, seen: true, gap: None },
            element: None,
            gap: None,
            marked: Vec::new(),
            ticks: Vec::new(),
            dressed: 0,
            drawn: 0,
        }
    }

    /// In rem, how high it will be under this state, about, with the line for a gap.
    pub fn height(&self, place: Place) -> usize {
        usize::from(place.seen) * self.height + usize::from(place.gap.is_some()) * GAP
    }

    /// What has become of it.
    pub fn place(&self) -> Place {
        self.place
    }

    /// Shows or hides it, with the line for the gap that begins there.
    pub fn show(&mut self, record: &Record, place: Place) {
        let was = std::mem::replace(&mut self.place, place);
        if was == place {
            return;
        }
        let Some(element) = self.element(record) else { return };
        if place.seen != was.seen {
            element.set_hidden(!place.seen);
        }
        if place.is_dimmed() != was.is_dimmed() {
            nodes::set(&element, "data-dimmed", place.is_dimmed().then_some(""));
        }
        if place.gap != was.gap {
            _ = self.gap.take().map(|line| line.remove());
            self.gap = place.gap.map(|gap| gap_line(self.number, gap));
            _ = self.gap.as_ref().map(|line| element.before_with_node_1(line));
        }
    }

    /// Marks the hits of an answer in it, and takes back what was marked before; `asked` is the round of the answer. `range` is
    /// for [`marks::mark`].
    pub fn dress(&mut self, record: &Record, answer: &Answer, asked: usize, range: Option<&Range>) {
        if std::mem::replace(&mut self.dressed, asked) == asked {
            return;
        }
        for (paragraph, was) in self.marked.drain(..) {
            _ = paragraph.replace_with_with_node_1(&was);
        }
        let hits = answer.hits_in(self.number);
        let Some(element) = hits.first().and_then(|_| self.element(record)) else { return };
        let mut first = answer.hits.partition_point(|hit| hit.block < self.number);
        for hits in hits.chunk_by(|a, b| a.paragraph == b.paragraph) {
            let number = hits[0].paragraph;
            let text = record.blocks[self.number].paragraphs.get(number);
            if let (Some(paragraph), Some(text), Some(range)) = (paragraph(&element, number), text, range) {
                // What is put back later has its links.
                controls::make_mentions_in(&paragraph, record);
                let before = marks::mark(range, &paragraph, &text.text, hits, first);
                self.marked.extend(before.map(|before| (paragraph, before)));
            }
            first += hits.len();
        }
    }

    /// Draws its turn into the timeline.
    pub fn draw(&mut self, turns: &Turns, opened: &Opened, answer: &Answer, asked: usize) {
        if std::mem::replace(&mut self.drawn, asked) != asked {
            turns.draw(opened, answer, self.number, &mut self.ticks);
        }
    }

    fn element(&mut self, record: &Record) -> Option<HtmlElement> {
        if self.element.is_none() {
            self.element = browser::by_id(&record.blocks[self.number].id);
        }
        self.element.clone()
    }
}

/// A line in place of hidden blocks.
fn gap_line(block: usize, gap: Gap) -> Element {
    let hidden = match (gap.turns, gap.others) {
        (turns, 0) => count(turns, "turn"),
        (0, others) => count(others, "passage"),
        (turns, others) => format!("{} and {}", count(turns, "turn"), count(others, "passage")),
    };
    let line = nodes::element("p", "gap", &format!("{hidden} hidden "));
    let show = nodes::button("link", "unfold", &block.to_string(), "show");
    nodes::set(&line, "lang", Some("en"));
    nodes::set(&show, "aria-label", Some(&format!("Show {hidden} hidden here")));
    nodes::append(&line, &[&show]);
    line
}

fn paragraph(block: &Element, number: usize) -> Option<Element> {
    block.query_selector_all(":scope > p").ok()?.get(number as u32)?.dyn_into().ok()
}
