//! Blocks of paragraphs as one folded string.

use std::ops::Range;

use crate::ascii;
use crate::find::Place;
use crate::fold;
#[cfg(feature = "index")]
use crate::index::Index;
use crate::scan::{word_at, word_before};
use crate::tokens::{Part, part, words};

/// Bytes of folded text between two entries of [`Text::steps`].
const STEP: usize = 128;

/// Bytes behind the text that are written over while words are added: a chunk, and the space after a word on either side.
const SLACK: usize = ascii::CHUNK + 2;

/// All words of all blocks, folded, in order.
///
/// Every word stands between two spaces, and every paragraph between two line
/// ends: `\n raw material \n`. Places are offsets of the first letter of a
/// word in this string; a text may have 4 GiB.
#[derive(Clone, Debug, Default)]
pub struct Text {
    pub(crate) folded: Vec<u8>,
    /// Where each paragraph begins, at its first space.
    pub(crate) paragraphs: Vec<u32>,
    /// The block of each paragraph.
    blocks: Vec<u32>,
    /// For each block, its first paragraph.
    first: Vec<u32>,
    /// For every [`STEP`] bytes, the paragraph that stands there.
    steps: Vec<u32>,
    /// Words that something is printed at the end of, like the mark of a note, in order.
    pub(crate) glued: Vec<Glued>,
    /// By character, what it is; see [`Text::known`].
    known: Vec<Option<Known>>,
    /// What says sooner where to look.
    #[cfg(feature = "index")]
    pub(crate) index: Option<Index>,
}

/// Of so many characters, from the first on, it is kept what they are: Latin, Greek and Cyrillic letters.
const KEPT: usize = 0x500;

/// What a character is to a word, and what it is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Known {
    part: Part,
    /// UTF-8, and zeros after it. No letter is taken for more.
    letters: [u8; 4],
    /// How many of them are not zeros.
    length: u8,
}

impl Known {
    fn of(c: char) -> Self {
        let mut folded = String::new();
        fold::push(c, &mut folded);
        let mut letters = [0; 4];
        letters.iter_mut().zip(folded.bytes()).for_each(|(letter, byte)| *letter = byte);
        Known { part: part(c), letters, length: folded.len() as u8 }
    }
}

/// A word that may be asked for with what is printed right after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Glued {
    /// The place of the word.
    pub(crate) at: u32,
    /// The two as one word, folded.
    pub(crate) word: Box<[u8]>,
}

impl Text {
    /// Begins a block; paragraphs that are added belong to it.
    pub fn begin_block(&mut self) {
        self.first.push(self.paragraphs.len() as u32);
    }

    /// Adds a paragraph of plain text to the block.
    pub fn add(&mut self, text: &str) {
        self.begin_paragraph();
        self.add_words(text);
    }

    /// Begins a paragraph of the block; [`Text::add_words`] fills it.
    pub fn begin_paragraph(&mut self) {
        if self.first.is_empty() {
            self.begin_block();
        }
        self.folded.push(b'\n');
        self.paragraphs.push(self.folded.len() as u32);
        self.blocks.push(self.first.len() as u32 - 1);
        self.folded.push(b' ');
        #[cfg(feature = "index")]
        (self.index = None);
    }

    /// Makes room for so many bytes more of folded text, about as many as the text has before.
    pub fn reserve(&mut self, bytes: usize) {
        self.folded.reserve_exact(bytes);
    }

    /// What `c` is. That of the letters of Europe is kept once it is looked up.
    fn known(&mut self, c: char) -> Known {
        let place = c as usize;
        if place >= KEPT {
            return Known::of(c);
        }
        if self.known.is_empty() {
            self.known = vec![None; KEPT];
        }
        *self.known[place].get_or_insert_with(|| Known::of(c))
    }

    /// Gives the folded text `length` bytes. It does not double when it is full, as a vector does: half of it would stay empty.
    fn grow(&mut self, length: usize) {
        if length > self.folded.capacity() {
            let more = (length - self.folded.len()).max(self.folded.len() / 8);
            self.folded.reserve_exact(more);
        }
        self.folded.resize(length, 0);
    }

    /// Adds the words of `text` to the paragraph: those of [`words`], found and folded in one pass, which is several times as
    /// fast as one after the other. The oracle of the tests holds the two together.
    pub fn add_words(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut end = self.folded.len();
        self.grow(end + bytes.len() + SLACK);
        let mut open = false;
        let mut at = 0;
        while at < bytes.len() {
            (at, end, open) = ascii::fold(bytes, at, &mut self.folded, end, open);
            let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
            at += c.len_utf8();
            let Known { part, letters, length } = self.known(c);
            if open && matches!(part, Part::None | Part::Alone) {
                self.folded[end] = b' ';
                end += 1;
                open = false;
            }
            if part == Part::None || (part == Part::Mark && !open) {
                continue;
            }
            // Folded it may be longer.
            let room = end + letters.len() + (bytes.len() - at) + SLACK;
            if room > self.folded.len() {
                self.grow(room);
            }
            // All four: a copy of a length that the compiler knows is one instruction.
            self.folded[end..end + letters.len()].copy_from_slice(&letters);
            end += usize::from(length);
            open = part != Part::Alone;
            if part == Part::Alone {
                self.folded[end] = b' ';
                end += 1;
            }
        }
        if open {
            self.folded[end] = b' ';
            end += 1;
        }
        self.folded.truncate(end);
        while self.steps.len() * STEP < self.folded.len() {
            self.steps.push(self.paragraphs.len() as u32 - 1);
        }
    }

    /// Says that `mark` is printed right after the last word of the paragraph, which may be asked for with it too.
    pub fn glue(&mut self, mark: &str) {
        let Some(paragraph) = self.paragraphs.last() else { return };
        let Some(end) = self.folded.len().checked_sub(1).filter(|end| *end > *paragraph as usize) else { return };
        let at = self.before(end);
        let mut word = self.folded[at..end].to_vec();
        words(mark).for_each(|more| word.extend_from_slice(fold::fold(more).as_bytes()));
        self.glued.push(Glued { at: at as u32, word: word.into() });
    }

    /// Number of blocks.
    pub fn blocks(&self) -> usize {
        self.first.len()
    }

    /// Bytes of the folded text.
    pub fn len(&self) -> usize {
        self.folded.len()
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.folded.is_empty()
    }

    /// The folded words of a block.
    pub fn words(&self, block: usize) -> impl Iterator<Item = &str> {
        let text = std::str::from_utf8(&self.folded[self.span(block as u32)]).unwrap_or_default();
        text.split_ascii_whitespace()
    }

    /// The bytes of a block.
    pub(crate) fn span(&self, block: u32) -> Range<usize> {
        let start = |block: u32| self.first.get(block as usize).and_then(|first| self.paragraphs.get(*first as usize));
        let end = self.folded.len();
        let from = start(block).map_or(end, |start| *start as usize);
        // A block without paragraphs at the end of all begins nowhere, and holds nothing.
        from..start(block + 1).map_or(end, |start| *start as usize - 1).max(from)
    }

    /// The paragraph in which the word at `place` stands.
    pub(crate) fn paragraph(&self, place: u32) -> usize {
        let mut paragraph = self.steps.get(place as usize / STEP).map_or(0, |paragraph| *paragraph as usize);
        // What a step names may have begun in the middle of it.
        while self.paragraphs.get(paragraph).is_some_and(|start| *start > place) {
            paragraph -= 1;
        }
        while self.paragraphs.get(paragraph + 1).is_some_and(|start| *start <= place) {
            paragraph += 1;
        }
        paragraph
    }

    /// The block in which the word at `place` stands.
    pub(crate) fn block(&self, place: u32) -> u32 {
        self.blocks.get(self.paragraph(place)).copied().unwrap_or(0)
    }

    /// Where a word is for a reader: block, paragraph in the block, and word in the paragraph.
    pub fn position(&self, place: u32) -> (usize, usize, usize) {
        let paragraph = self.paragraph(place);
        let block = self.blocks.get(paragraph).copied().unwrap_or(0) as usize;
        let before = &self.folded[self.paragraphs.get(paragraph).map_or(0, |start| *start as usize)..place as usize];
        (block, paragraph - self.first[block] as usize, memchr::memchr_iter(b' ', before).count() - 1)
    }

    /// The number of words in a place.
    pub fn words_in(&self, place: Place) -> usize {
        memchr::memchr_iter(b' ', &self.folded[place.start as usize..place.end as usize]).count() + 1
    }

    /// The word at `place`.
    pub(crate) fn word(&self, place: usize) -> &[u8] {
        word_at(&self.folded, place)
    }

    /// Where the word begins that ends right before `end`.
    pub(crate) fn before(&self, end: usize) -> usize {
        word_before(&self.folded, end)
    }

    /// Whether a word begins at `place`: there is one in the same paragraph.
    pub(crate) fn has_word(&self, place: usize) -> bool {
        self.folded.get(place).is_some_and(|byte| *byte != b'\n' && *byte != b' ')
    }
}
