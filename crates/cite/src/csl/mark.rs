//! Values that no record has, and how an answer is cut at them.
//!
//! They are characters for private use, which the processor passes on as they are. Such characters in a
//! record's own fields are left out ([`without`]).

use crate::date::Day;
use crate::template::{Piece, Slot};

pub(super) const SPEAKERS: char = '\u{E000}';
pub(super) const LOCATOR: char = '\u{E001}';
pub(super) const LINK: char = '\u{E002}';
pub(super) const IN: char = '\u{E003}';
pub(super) const IN_CAPITAL: char = '\u{E004}';
pub(super) const REPORTED: char = '\u{E005}';
const MONTH_FIRST: char = '\u{E006}';
const DAY_FIRST: char = '\u{E007}';
/// Between two of these the text is in italics.
pub(super) const ITALICS_ON: char = '\u{E010}';
pub(super) const ITALICS_OFF: char = '\u{E011}';
/// A day on which nothing is read.
pub(super) const ACCESSED: Day = Day { year: 9876, month: Some(5), day: Some(31) };

/// A field of a record without the characters that mean something here.
pub(super) fn without(text: &str) -> String {
    text.chars().filter(|c| !('\u{E000}'..='\u{E011}').contains(c)).collect()
}

pub(super) fn is_italics(c: char) -> bool {
    matches!(c, ITALICS_ON | ITALICS_OFF)
}

fn slot(c: char) -> Option<Slot> {
    Some(match c {
        SPEAKERS => Slot::Speakers,
        LOCATOR => Slot::Locator,
        LINK => Slot::Link,
        IN => Slot::In,
        IN_CAPITAL => Slot::InCapital,
        REPORTED => Slot::Reported,
        MONTH_FIRST => Slot::AccessedMonthFirst,
        DAY_FIRST => Slot::AccessedDayFirst,
        _ => return None,
    })
}

/// The answer in pieces.
pub(super) fn pieces(answer: &str) -> Vec<Piece> {
    let answer = answer
        .replace(&ACCESSED.month_first(), MONTH_FIRST.encode_utf8(&mut [0; 4]))
        .replace(&ACCESSED.abbreviated(), DAY_FIRST.encode_utf8(&mut [0; 4]));
    let mut pieces = Vec::new();
    let (mut text, mut italic) = (String::new(), false);
    let end = |text: &mut String, italic: bool, pieces: &mut Vec<Piece>| {
        if !text.is_empty() {
            let text = std::mem::take(text);
            pieces.push(if italic { Piece::Italic(text) } else { Piece::Text(text) });
        }
    };
    for c in answer.chars() {
        if let Some(slot) = slot(c) {
            end(&mut text, italic, &mut pieces);
            pieces.push(Piece::Slot(slot));
        } else if is_italics(c) {
            end(&mut text, italic, &mut pieces);
            italic = c == ITALICS_ON;
        } else {
            text.push(c);
        }
    }
    end(&mut text, italic, &mut pieces);
    pieces
}
