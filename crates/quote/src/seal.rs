//! The value of `seal` in an address: by what a reader of the link knows whether the passage is still the same.
//!
//! A quote of first and last words does not say what stood between, and words
//! alone do not say that they are the same words and not others like them.
//! The seal holds sums (FNV-1a, 32 bits) of the folded words of the passage
//! and of the [`NEAR`] words before and after it, the number of its words, and
//! the block and the place in it where it begins:
//! `t7.12.37.1n9k2xw.8s0dc3.1q2ubz`. Where words alone cannot tell the passage
//! from others, a last number is the sum of all words of its blocks.
//!
//! It is optional: a link that somebody writes by hand has none. What cannot
//! be read as a seal is as good as none.

use std::ops::Range;

use crate::stream::Stream;

/// So many words before and after the passage are remembered by their sum.
pub const NEAR: usize = 4;

/// What a link remembers of a passage beyond its first and last words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// Id of the block in which it begins.
    pub block: String,
    /// Words of the block before it.
    pub at: usize,
    /// How many words it has.
    pub words: usize,
    /// Sum of its words.
    pub sum: u32,
    /// Sum of the words right before it.
    pub before: u32,
    /// Sum of the words right after it.
    pub after: u32,
    /// Sum of the words of all its blocks, where the quote alone is in several places.
    pub blocks: Option<u32>,
}

impl Seal {
    /// Reads the value of `seal`; nothing where it is none.
    pub fn parse(value: &str) -> Option<Self> {
        let parts: Vec<&str> = value.trim().split('.').collect();
        let number = |i: usize| parts.get(i).and_then(|part| u32::from_str_radix(part, 36).ok());
        let seal = Seal {
            block: (*parts.first()?).to_owned(),
            at: number(1)? as usize,
            words: number(2)? as usize,
            sum: number(3)?,
            before: number(4)?,
            after: number(5)?,
            blocks: number(6),
        };
        (!seal.block.is_empty() && seal.words > 0).then_some(seal)
    }

    /// The value of `seal`.
    pub fn print(&self) -> String {
        let numbers = [self.at as u32, self.words as u32, self.sum, self.before, self.after];
        let numbers = numbers.into_iter().chain(self.blocks).map(base_36);
        [self.block.clone()].into_iter().chain(numbers).collect::<Vec<_>>().join(".")
    }

    /// The seal of the words of `range`.
    pub(crate) fn of(stream: &Stream<'_>, range: Range<usize>) -> Self {
        let block = stream.block(range.start);
        Seal {
            block: stream.record.blocks.get(block).map(|block| block.id.clone()).unwrap_or_default(),
            at: range.start - stream.of_blocks(block, block).start,
            words: range.len(),
            sum: stream.sum(range.clone()),
            before: before(stream, range.start),
            after: after(stream, range.end),
            blocks: None,
        }
    }
}

/// Sum of the words right before `place`.
pub(crate) fn before(stream: &Stream<'_>, place: usize) -> u32 {
    stream.sum(place.saturating_sub(NEAR)..place)
}

/// Sum of the words right after `place`.
pub(crate) fn after(stream: &Stream<'_>, place: usize) -> u32 {
    stream.sum(place..(place + NEAR).min(stream.len()))
}

/// Sum of all words of the blocks in which the words of `range` stand.
pub(crate) fn blocks(stream: &Stream<'_>, range: Range<usize>) -> u32 {
    stream.sum(stream.of_blocks(stream.block(range.start), stream.block(range.end - 1)))
}

/// FNV-1a (Fowler, Noll, Vo), 32 bits, of the words with a space after each.
pub(crate) fn sum<'a>(words: impl IntoIterator<Item = &'a str>) -> u32 {
    const BASIS: u32 = 0x811c_9dc5;
    const PRIME: u32 = 0x0100_0193;
    let step = |sum: u32, byte: u8| (sum ^ u32::from(byte)).wrapping_mul(PRIME);
    words.into_iter().fold(BASIS, |sum, word| step(word.bytes().fold(sum, step), b' '))
}

fn base_36(mut number: u32) -> String {
    let mut digits = Vec::new();
    loop {
        digits.extend(char::from_digit(number % 36, 36));
        number /= 36;
        if number == 0 {
            return digits.iter().rev().collect();
        }
    }
}
