//! Edits of a record, with what became of each word.

use std::ops::Range;

use memcon_record::Record;

use super::{Dice, Turn, record};

/// A word with what is printed before it.
#[derive(Clone, Debug)]
struct Piece {
    /// Its number in the record before the edit; none for one that is new.
    number: Option<usize>,
    gap: String,
    word: String,
}

#[derive(Clone, Debug)]
struct Block {
    id: String,
    /// Paragraphs, each with what is printed after its last word.
    paragraphs: Vec<(Vec<Piece>, String)>,
}

/// A record that can be edited.
#[derive(Clone, Debug)]
pub struct Edited {
    blocks: Vec<Block>,
    vocabulary: Vec<String>,
    fresh: usize,
}

/// The kinds of edits, and what is done in each.
pub const KINDS: [(&str, &str); 15] = [
    ("nothing", "nothing is changed"),
    ("quotes", "curly quotation marks, dashes, accents and capitals changed throughout"),
    ("typing", "a letter mended in 1 word of 30"),
    ("typing-here", "a letter mended in 1 to 3 words of the passage"),
    ("replaced", "1 word of 12 replaced by another of the record"),
    ("words-in-out", "1 word of 25 left out, 1 put in"),
    ("replaced-here", "a quarter of the passage’s words replaced"),
    ("split", "1 turn of 3 split, and the one of the passage"),
    ("joined", "1 turn of 3 joined to the one before it, and the one of the passage"),
    ("paragraphs", "paragraphs split and joined throughout"),
    ("inserted", "a new turn of the record’s own words after 1 turn of 4"),
    ("moved", "1 turn of 4 moved elsewhere, and the one of the passage"),
    ("removed", "1 turn of 5 removed"),
    ("removed-here", "all turns of the passage removed"),
    ("everything", "all of the above but the last, each more rarely"),
];

impl Edited {
    /// `record` before it is edited.
    pub fn of(turns: &[Turn]) -> Self {
        let mut number = 0;
        let mut vocabulary = Vec::new();
        let mut paragraph = |text: &String| {
            let (mut pieces, mut end) = (Vec::new(), 0);
            for word in memcon_engine::tokens::tokens(text) {
                let gap = text[end..word.start].to_owned();
                end = word.end;
                vocabulary.push(text[word.clone()].to_owned());
                pieces.push(Piece { number: Some(number), gap, word: text[word].to_owned() });
                number += 1;
            }
            (pieces, text[end..].to_owned())
        };
        let block = |(id, paragraphs): &Turn| Block {
            id: id.clone(),
            paragraphs: paragraphs.iter().map(&mut paragraph).collect(),
        };
        let blocks = turns.iter().map(block).collect();
        Edited { blocks, vocabulary, fresh: 0 }
    }

    /// The record after the edit.
    pub fn record(&self) -> Record {
        let text = |(pieces, rest): &(Vec<Piece>, String)| {
            pieces.iter().map(|piece| format!("{}{}", piece.gap, piece.word)).collect::<String>() + rest
        };
        let turn = |block: &Block| (block.id.clone(), block.paragraphs.iter().map(text).collect());
        record(&self.blocks.iter().map(turn).collect::<Vec<_>>())
    }

    /// For each word after the edit, its number before it.
    pub fn numbers(&self) -> Vec<Option<usize>> {
        self.blocks
            .iter()
            .flat_map(|b| &b.paragraphs)
            .flat_map(|(pieces, _)| pieces)
            .map(|piece| piece.number)
            .collect()
    }

    fn pieces(&mut self) -> impl Iterator<Item = &mut Piece> {
        self.blocks.iter_mut().flat_map(|block| &mut block.paragraphs).flat_map(|(pieces, _)| pieces)
    }

    /// The blocks in which words of the passage stand.
    fn here(&self, words: &Range<usize>) -> Vec<usize> {
        let holds = |block: &Block| {
            let mut numbers = block.paragraphs.iter().flat_map(|(pieces, _)| pieces).filter_map(|piece| piece.number);
            numbers.any(|number| words.contains(&number))
        };
        (0..self.blocks.len()).filter(|block| holds(&self.blocks[*block])).collect()
    }

    /// Makes the edit of this name; `words` are those of the passage.
    pub fn edit(&mut self, kind: &str, words: &Range<usize>, dice: &mut Dice) {
        match kind {
            "quotes" => self.pieces().for_each(|piece| requote(piece, dice)),
            "typing" => self
                .pieces()
                .filter(|_| dice.once_in(30))
                .collect::<Vec<_>>()
                .into_iter()
                .for_each(|piece| mend(piece, dice)),
            "typing-here" => {
                for _ in 0..1 + dice.below(3) {
                    let number = words.start + dice.below(words.len());
                    self.pieces().filter(|piece| piece.number == Some(number)).for_each(|piece| mend(piece, dice));
                }
            }
            "replaced" => self.replace(12, None, dice),
            "replaced-here" => self.replace(4, Some(words), dice),
            "words-in-out" => self.in_and_out(25, dice),
            "split" => self.chosen(3, words, dice).into_iter().rev().for_each(|block| self.split(block, dice)),
            "joined" => self.chosen(3, words, dice).into_iter().rev().for_each(|block| self.join(block)),
            "paragraphs" => self.reflow(dice),
            "inserted" => self.chosen(4, &(0..0), dice).into_iter().rev().for_each(|block| self.insert(block, dice)),
            "moved" => self.shift(4, words, dice),
            "removed" => {
                let gone = self.chosen(5, &(0..0), dice);
                self.remove(&gone);
            }
            "removed-here" => {
                let gone = self.here(words);
                self.remove(&gone);
            }
            "everything" => {
                self.edit("typing", words, dice);
                self.replace(60, None, dice);
                self.in_and_out(120, dice);
                self.reflow(dice);
                for (kind, most) in [("split", 8), ("joined", 8), ("inserted", 8), ("moved", 12), ("removed", 12)] {
                    for block in self.chosen(most, &(0..0), dice).into_iter().rev() {
                        match kind {
                            "split" => self.split(block, dice),
                            "joined" => self.join(block),
                            "inserted" => self.insert(block, dice),
                            "moved" => self.shift_one(block, dice),
                            _ => self.remove(&[block]),
                        }
                    }
                }
            }
            _ => {}
        }
        // A record without a word is none.
        if self.numbers().is_empty() {
            self.insert(0, dice);
        }
    }

    /// Some blocks, and the first of the passage.
    fn chosen(&self, one_in: usize, words: &Range<usize>, dice: &mut Dice) -> Vec<usize> {
        let first = self.here(words).first().copied();
        (0..self.blocks.len()).filter(|block| dice.once_in(one_in) || first == Some(*block)).collect()
    }

    fn new_id(&mut self) -> String {
        self.fresh += 1;
        format!("new{}", self.fresh)
    }

    fn replace(&mut self, one_in: usize, words: Option<&Range<usize>>, dice: &mut Dice) {
        let vocabulary = self.vocabulary.clone();
        for piece in self.pieces() {
            let is_here = words.is_none_or(|words| piece.number.is_some_and(|number| words.contains(&number)));
            if is_here && dice.once_in(one_in) {
                piece.word.clone_from(&vocabulary[dice.below(vocabulary.len())]);
            }
        }
    }

    fn in_and_out(&mut self, one_in: usize, dice: &mut Dice) {
        let vocabulary = self.vocabulary.clone();
        for (pieces, _) in self.blocks.iter_mut().flat_map(|block| &mut block.paragraphs) {
            pieces.retain(|_| !dice.once_in(one_in));
            for place in (0..pieces.len()).rev() {
                if dice.once_in(one_in) {
                    let word = vocabulary[dice.below(vocabulary.len())].clone();
                    pieces.insert(place + 1, Piece { number: None, gap: " ".into(), word });
                }
            }
            mind_gaps(pieces);
        }
    }

    fn split(&mut self, place: usize, dice: &mut Dice) {
        let id = self.new_id();
        let Some(block) = self.blocks.get_mut(place) else { return };
        let paragraph = dice.below(block.paragraphs.len());
        let (pieces, rest) = &mut block.paragraphs[paragraph];
        let second = pieces.split_off(dice.below(pieces.len() + 1));
        let mut paragraphs = vec![(second, std::mem::take(rest))];
        paragraphs.extend(block.paragraphs.split_off(paragraph + 1));
        self.blocks.insert(place + 1, Block { id, paragraphs });
    }

    fn join(&mut self, place: usize) {
        if place > 0 && place < self.blocks.len() {
            let block = self.blocks.remove(place);
            self.blocks[place - 1].paragraphs.extend(block.paragraphs);
        }
    }

    fn reflow(&mut self, dice: &mut Dice) {
        for block in &mut self.blocks {
            let mut made: Vec<(Vec<Piece>, String)> = Vec::new();
            for (mut pieces, rest) in std::mem::take(&mut block.paragraphs) {
                if dice.once_in(3) {
                    let first = pieces.drain(..dice.below(pieces.len() + 1)).collect();
                    made.push((first, String::new()));
                }
                match made.last_mut() {
                    Some((last, end)) if dice.once_in(3) => {
                        if let Some(piece) = pieces.first_mut() {
                            piece.gap = format!("{end} {}", piece.gap);
                        }
                        last.extend(pieces);
                        *end = rest;
                    }
                    _ => made.push((pieces, rest)),
                }
            }
            block.paragraphs = made;
        }
    }

    fn insert(&mut self, place: usize, dice: &mut Dice) {
        let word = |dice: &mut Dice| Piece {
            number: None,
            gap: " ".into(),
            word: self.vocabulary[dice.below(self.vocabulary.len())].clone(),
        };
        let pieces = (0..1 + dice.below(30)).map(|_| word(dice)).collect();
        let id = self.new_id();
        self.blocks.insert((place + 1).min(self.blocks.len()), Block { id, paragraphs: vec![(pieces, ".".into())] });
    }

    fn shift(&mut self, one_in: usize, words: &Range<usize>, dice: &mut Dice) {
        for block in self.chosen(one_in, words, dice) {
            self.shift_one(block, dice);
        }
    }

    fn shift_one(&mut self, place: usize, dice: &mut Dice) {
        if place < self.blocks.len() {
            let block = self.blocks.remove(place);
            self.blocks.insert(dice.below(self.blocks.len() + 1), block);
        }
    }

    fn remove(&mut self, gone: &[usize]) {
        gone.iter()
            .rev()
            .filter(|block| **block < self.blocks.len())
            .copied()
            .collect::<Vec<_>>()
            .into_iter()
            .for_each(|block| {
                self.blocks.remove(block);
            });
    }
}

/// Another letter, one less, one more, or two that change places.
fn mend(piece: &mut Piece, dice: &mut Dice) {
    let mut letters: Vec<char> = piece.word.chars().collect();
    if letters.len() < 3 || !piece.word.is_ascii() {
        return;
    }
    let place = 1 + dice.below(letters.len() - 2);
    match dice.below(4) {
        0 => letters[place] = if letters[place] == 'e' { 'o' } else { 'e' },
        1 => _ = letters.remove(place),
        2 => letters.insert(place, 'n'),
        _ => letters.swap(place, place + 1),
    }
    piece.word = letters.into_iter().collect();
}

/// Other marks, the same words.
fn requote(piece: &mut Piece, dice: &mut Dice) {
    const OTHERS: [(&str, &str); 8] =
        [("“", "\""), ("”", "\""), ("’", "'"), ("‘", "'"), ("—", " – "), ("…", "..."), ("-", "‐"), (" ", "\u{a0}")];
    for (one, other) in OTHERS {
        piece.gap = piece.gap.replace(one, other);
    }
    match dice.below(12) {
        0 => piece.word = piece.word.to_uppercase(),
        1 => piece.word = piece.word.replace('e', "é").replace('o', "ö"),
        _ => {}
    }
}

/// Words that were apart stay apart.
fn mind_gaps(pieces: &mut [Piece]) {
    pieces.iter_mut().skip(1).filter(|piece| piece.gap.is_empty()).for_each(|piece| piece.gap.push(' '));
}
