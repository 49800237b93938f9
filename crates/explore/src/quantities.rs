//! Numbers and dates that are said: which, of what, by whom, in which turn.
//!
//! The rules are few and stated, and know no grammar: a list that misses one
//! is better than a list of nonsense. [`METHOD`] says them in words. Those
//! that need words are for English only; of other languages numbers in
//! figures, per cent and money with a sign, and dates in figures are listed.
//!
//! [`lex`] cuts a paragraph into tokens, [`date`] and [`numeral`] read dates
//! and numbers in them, [`noun`] what a number is of, by the words of
//! [`lists`]; [`count`] leaves out what counts nothing.

mod count;
mod date;
mod lex;
mod lists;
mod noun;
mod numeral;

use std::ops::Range;

use memcon_record::model::Paragraph;
use memcon_record::wire::EntityKind;
use memcon_record::{Record, Speaker};

use crate::distinctive::is_english;
use count::{accepted, is_name};
use lex::Text;
use noun::noun;
use numeral::numeral;

/// How quantities are found, in the words of the page and of the file that can be downloaded.
pub const METHOD: &str = "Numbers in figures and in English words in the turns, with the noun that follows: a unit, or the first word within four that looks like a plural, with its “of …” and “per …”. Ends of a range are read together: “6-700,000” is 600,000 to 700,000. A billion is a thousand millions. Dates are days, months with a year or after a word such as “in”, years from 1500 to 2099 after such a word, and decades; nothing is added to what is said, so that a day without a year has no value. Left out are ordinals, fractions in words, times of the day, numbers that are names (“Article 5”, “B-52”), small ones that count nothing (“our two parties”, “three reasons”), vague ones (“dozens”), and marks of notes and pages. Rules without a grammar: some are missed, and a few are read wrongly.";

/// What sort of quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A number of something.
    Number,
    /// A share.
    PerCent,
    /// An amount of money.
    Money,
    /// A day, month, year or decade, or a stretch of them.
    Date,
}

/// What a quantity comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// What is printed does not tell it: a day without a year, a separator that may be of thousands or of decimals.
    Untold,
    /// From … to; both the same where one number is said. Of a range whose lower end cannot be told, the upper end twice.
    Number(f64, f64),
    /// EDTF level 0, as in the record: `1956`, `1964-11-25`, `1956/1960`.
    Date(String),
}

/// One number or date at one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// What sort it is.
    pub kind: Kind,
    /// Place of the block in the record; it is a turn.
    pub block: usize,
    /// Place of the paragraph in the block.
    pub paragraph: usize,
    /// Bytes of the paragraph: the number as printed, with what it is hedged with (“around 600”).
    pub printed: Range<usize>,
    /// Bytes of the paragraph: what the number is of; may be empty.
    pub of: Range<usize>,
    /// What it comes to.
    pub value: Value,
}

impl Kind {
    /// All, in the order of a table.
    pub const ALL: [Kind; 4] = [Kind::Number, Kind::PerCent, Kind::Money, Kind::Date];

    /// In words.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Number => "number",
            Kind::PerCent => "per cent",
            Kind::Money => "money",
            Kind::Date => "date",
        }
    }
}

/// All quantities in the turns of `record`, in the order of the text.
pub fn of(record: &Record) -> Vec<Quantity> {
    let english = record.language.as_deref().is_none_or(is_english);
    let is_name = |entity: usize| {
        let kind = record.entities.get(entity).map(|entity| entity.kind);
        kind.is_some_and(|kind| !matches!(kind, EntityKind::Quantity | EntityKind::Date))
    };
    let mut found = Vec::new();
    for block in &record.turns {
        let paragraphs = record.blocks.get(*block).map(|block| block.paragraphs.as_slice()).unwrap_or_default();
        for (paragraph, words) in paragraphs.iter().enumerate() {
            let text = Text::of(words, english, is_name);
            found.extend(read(&text).map(|(kind, printed, of, value)| Quantity {
                kind,
                block: *block,
                paragraph,
                printed,
                of,
                value,
            }));
        }
    }
    found
}

type Found = (Kind, Range<usize>, Range<usize>, Value);

fn read(text: &Text) -> impl Iterator<Item = Found> {
    // The tokens after the last date, and after the last number that is a name.
    let (mut i, mut after_date, mut after_name) = (0, usize::MAX, usize::MAX);
    std::iter::from_fn(move || {
        while i < text.len() {
            // “1961 and 1962”, “pages 296, 297”
            let listed = |after: usize| {
                let joined = text.sign(after) == Some(',') || text.among(after, "and or");
                joined && (i == after + 1 || (i == after + 2 && text.among(after + 1, "and or")))
            };
            if let Some((next, value)) = date::date(text, i, after_date != usize::MAX && listed(after_date)) {
                let printed = text.bytes(i, next);
                (i, after_date) = (next, next);
                return Some((Kind::Date, printed, 0..0, value));
            }
            let Some(number) = numeral(text, i) else {
                i += 1;
                continue;
            };
            let [of_dates, of_names] = [after_date, after_name].map(|after| after != usize::MAX && listed(after));
            if is_name(text, i) || (of_names && noun(text, number.next).is_none()) {
                (i, after_name) = (number.next, number.next);
                continue;
            }
            let first = std::mem::replace(&mut i, number.next);
            if let Some((next, found)) = accepted(text, first, &number, of_dates) {
                i = next;
                return Some(found);
            }
        }
        None
    })
}

impl Quantity {
    /// The words of `range` in its paragraph, white space as one space.
    pub fn words(&self, record: &Record, range: &Range<usize>) -> String {
        let text = self.text(record).and_then(|paragraph| paragraph.text.get(range.clone())).unwrap_or_default();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Its paragraph.
    pub fn text<'a>(&self, record: &'a Record) -> Option<&'a Paragraph> {
        record.blocks.get(self.block)?.paragraphs.get(self.paragraph)
    }

    /// Who says it.
    pub fn speaker(&self, record: &Record) -> Speaker {
        record.blocks.get(self.block).and_then(|block| block.turn()).map_or(Speaker::Nobody, |turn| turn.speaker)
    }
}

impl Value {
    /// From and to, as a table has them: plain digits with a point, or EDTF; nothing where it cannot be told.
    pub fn ends(&self) -> [String; 2] {
        match self {
            Value::Untold => [String::new(), String::new()],
            Value::Number(low, high) => [low.to_string(), high.to_string()],
            Value::Date(date) => {
                let (from, to) = date.split_once('/').unwrap_or((date, date));
                [from.to_owned(), to.to_owned()]
            }
        }
    }
}

/// The head of [`quantities_table`].
pub const COLUMNS: [&str; 8] = ["kind", "as printed", "of what", "value from", "value to", "turn", "number", "speaker"];

/// `quantities` as rows of a table.
pub fn quantities_table<'a>(record: &Record, quantities: impl IntoIterator<Item = &'a Quantity>) -> Vec<Vec<String>> {
    let row = |quantity: &Quantity| {
        let block = record.blocks.get(quantity.block)?;
        let turn = block.turn()?;
        let [from, to] = quantity.value.ends();
        let (printed, of) = (quantity.words(record, &quantity.printed), quantity.words(record, &quantity.of));
        let number = (turn.place + 1).to_string();
        let speaker = record.speaker_name(turn).to_owned();
        Some(vec![quantity.kind.name().to_owned(), printed, of, from, to, block.id.clone(), number, speaker])
    };
    let rows = quantities.into_iter().filter_map(row);
    std::iter::once(COLUMNS.map(str::to_owned).to_vec()).chain(rows).collect()
}
