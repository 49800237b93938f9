//! Finds the parts of a question in the record's tokens.

use std::ops::Range;

use crate::corpus::{Corpus, Token};
use crate::question::{Part, Pattern};

/// A passage that answers a part of the question.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// Place of the block.
    pub block: usize,
    /// Place of the paragraph in it.
    pub paragraph: usize,
    /// First byte in the paragraph's text.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

impl Hit {
    /// Bytes of the paragraph's text.
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

/// All places where the words of `part` follow each other, in the order of the text.
pub fn find(corpus: &Corpus, part: &Part) -> Vec<Hit> {
    let sought: Vec<Vec<bool>> = part.words.iter().map(|pattern| words(corpus, pattern)).collect();
    let mut hits = Vec::new();
    if sought.is_empty() || sought.iter().any(|words| !words.contains(&true)) {
        return hits;
    }
    for (block, paragraphs) in corpus.blocks.iter().enumerate() {
        for (paragraph, range) in paragraphs.iter().enumerate() {
            // The place of the last token says where the hit ends: it may have a note mark glued to it.
            for first in range.start..(range.end + 1).saturating_sub(sought.len()) {
                let last =
                    (first..).zip(&sought).try_fold(None, |_, (place, words)| fits(corpus, place, words).map(Some));
                if let Some(Some(last)) = last {
                    let start = corpus.tokens[first].start as usize;
                    hits.push(Hit { block, paragraph, start, end: last.end as usize });
                }
            }
        }
    }
    hits
}

/// The token at `place`, alone or with its note mark, if it is one of `words`.
fn fits(corpus: &Corpus, place: usize, words: &[bool]) -> Option<Token> {
    let token = corpus.tokens[place];
    let fits = |token: &Token| words[token.word as usize];
    Some(token).filter(fits).or_else(|| corpus.glued.get(&place).copied().filter(fits))
}

/// For each word of the vocabulary, whether it fits.
fn words(corpus: &Corpus, pattern: &Pattern) -> Vec<bool> {
    corpus.vocabulary.iter().map(|word| pattern.matches(word)).collect()
}

/// One list of several that are in order each; hits that overlap are joined, so that each can be one mark.
pub fn join(lists: Vec<Vec<Hit>>) -> Vec<Hit> {
    let mut rest: Vec<std::vec::IntoIter<Hit>> = lists.into_iter().map(Vec::into_iter).collect();
    let mut joined: Vec<Hit> = Vec::new();
    // A question has few parts: the first of each is looked at anew every time.
    let next = |rest: &mut [std::vec::IntoIter<Hit>]| {
        let nearest = rest.iter().enumerate().filter_map(|(i, list)| Some((list.as_slice().first()?, i))).min()?.1;
        rest[nearest].next()
    };
    while let Some(hit) = next(&mut rest) {
        match joined.last_mut() {
            Some(last) if (last.block, last.paragraph) == (hit.block, hit.paragraph) && hit.start < last.end => {
                last.end = last.end.max(hit.end);
            }
            _ => joined.push(hit),
        }
    }
    joined
}
