//! What each participant did, in figures.

use memcon_record::order::most_first;
use memcon_record::{Record, Speaker};

use crate::answer::mentions_of;
use crate::corpus::Corpus;
use crate::distinctive::{Distinctive, MOST, Voice, Words};
use crate::exchange::Exchange;

/// The figures of one participant.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// Number of turns.
    pub turns: usize,
    /// Number of words in them.
    pub words: usize,
    /// Places of the first and the last turn.
    pub first_and_last: Option<(usize, usize)>,
    /// Whose turns this person's turns come after, the most often first.
    pub follows: Vec<(Speaker, usize)>,
    /// Words used more than by the others, the most telling first.
    pub distinctive: Vec<Distinctive>,
    /// Places of the turns in which others speak of this person.
    pub spoken_of: Vec<usize>,
}

/// The figures of every participant, by place.
pub fn of(record: &Record, corpus: &Corpus) -> Vec<Figures> {
    let mut words = Words::of(record, corpus).voices;
    let exchange = Exchange::of(record);
    (0..record.participants.len())
        .map(|i| {
            let me = Speaker::Known(i);
            let places: Vec<usize> = record.turns_of(i).map(|(_, turn)| turn.place).collect();
            Figures {
                turns: places.len(),
                words: record.words_of(i),
                first_and_last: places.first().copied().zip(places.last().copied()),
                follows: follows(&exchange, me),
                distinctive: distinctive(&mut words, me),
                spoken_of: spoken_of(record, i),
            }
        })
        .collect()
}

/// A share in whole per cent, rounded half up; 0 of 0 is 0.
pub fn percent(part: usize, whole: usize) -> usize {
    (part * 200 + whole).checked_div(whole * 2).unwrap_or(0)
}

fn follows(exchange: &Exchange, me: Speaker) -> Vec<(Speaker, usize)> {
    let mine = exchange.pairs.iter().filter(|((before, after), _)| *after == me && *before != me);
    most_first(mine.map(|((before, _), turns)| (*before, *turns)).collect(), |(_, turns)| *turns)
}

/// The first [`MOST`] words of `me`.
fn distinctive(voices: &mut [Voice], me: Speaker) -> Vec<Distinctive> {
    let mine = voices.iter_mut().find(|voice| voice.speaker == me);
    let mut words = mine.and_then(|voice| voice.words.as_mut().ok().map(std::mem::take)).unwrap_or_default();
    words.truncate(MOST);
    words
}

/// A participant is spoken of where an entity with the same id is marked.
fn spoken_of(record: &Record, participant: usize) -> Vec<usize> {
    let id = &record.participants[participant].id;
    let Some(entity) = record.entities.iter().position(|e| e.id == *id) else { return Vec::new() };
    let mut places: Vec<usize> = mentions_of(record, entity)
        .into_iter()
        .filter_map(|hit| record.blocks[hit.block].turn())
        .filter(|turn| turn.speaker != Speaker::Known(participant))
        .map(|turn| turn.place)
        .collect();
    places.dedup();
    places
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn shares_are_rounded_and_nothing_of_nothing_is_nothing() {
        assert_eq!(percent(1405, 2304), 61);
        assert_eq!(percent(784, 2304), 34);
        assert_eq!(percent(115, 2304), 5);
        assert_eq!(percent(1, 200), 1);
        assert_eq!(percent(0, 0), 0);
    }
}
