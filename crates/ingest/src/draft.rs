//! What the text alone gives, before an editor's knowledge and stable ids.

use std::ops::Range;

use memcon_record::wire::{BlockKind, Provenance};

use crate::text::{Paragraph, Span, is_blank};

/// A paragraph of a block: one stretch of a source paragraph, sometimes with a page mark after it.
#[derive(Clone, Debug, Default)]
pub struct Passage {
    /// The words, one space for each break between [`Passage::spans`].
    pub text: String,
    /// Where they stand.
    pub spans: Vec<Span>,
}

/// A block before it has an id.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What the passage is.
    pub kind: BlockKind,
    /// Of a turn: the label as printed, and where.
    pub label: Option<(String, Vec<Span>)>,
    /// What parts the label from the words.
    pub separators: Vec<Span>,
    /// The paragraphs.
    pub paragraphs: Vec<Passage>,
}

/// What is said of the record as a whole.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// Title as printed.
    pub title: Option<String>,
    /// EDTF date.
    pub date: Option<String>,
    /// Kind of document.
    pub kind: Option<String>,
    /// The archive's summary.
    pub summary: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
    /// Where the text comes from.
    pub provenance: Provenance,
}

/// The fate of a stretch before blocks have ids.
#[derive(Clone, Debug)]
pub enum Other {
    /// A field of the record.
    Metadata(&'static str),
    /// Part of the page.
    Furniture(String),
}

/// The whole, block by block.
#[derive(Default)]
pub struct Sketch {
    /// The blocks in order.
    pub blocks: Vec<Draft>,
    /// What is in no block.
    pub others: Vec<(Span, Other)>,
    /// What is said of the record as a whole.
    pub about: About,
    /// What an editor should look at.
    pub warnings: Vec<String>,
}

impl Sketch {
    /// Adds a paragraph to the last block if it is of this kind and may go on, else to a new one.
    pub fn text(&mut self, kind: BlockKind, paragraph: &Paragraph, stretch: Range<usize>, fresh: bool) {
        let Some(passage) = Passage::of(paragraph, stretch) else { return };
        match self.blocks.last_mut() {
            Some(block) if !fresh && block.kind == kind => block.paragraphs.push(passage),
            _ => self.blocks.push(Draft { kind, label: None, separators: Vec::new(), paragraphs: vec![passage] }),
        }
    }

    /// Puts a page mark at the end of the last paragraph; `false` where there is none.
    pub fn page_mark(&mut self, paragraph: &Paragraph, stretch: Range<usize>) -> bool {
        let Some(last) = self.blocks.last_mut().and_then(|block| block.paragraphs.last_mut()) else { return false };
        let Some(mark) = Passage::of(paragraph, stretch) else { return true };
        last.text.push(' ');
        last.text.push_str(&mark.text);
        last.spans.extend(mark.spans);
        true
    }

    /// Accounts for a stretch that is in no block.
    pub fn other(&mut self, paragraph: &Paragraph, stretch: Range<usize>, other: Other) {
        for span in paragraph.source(stretch) {
            self.others.push((span, other.clone()));
        }
    }
}

impl Passage {
    /// The stretch of a paragraph, white space cut; none if nothing else is there.
    pub fn of(paragraph: &Paragraph, stretch: Range<usize>) -> Option<Self> {
        let text = paragraph.text[stretch.clone()].trim_matches(is_blank);
        (!text.is_empty()).then(|| Passage { text: text.to_owned(), spans: paragraph.source(stretch) })
    }
}
