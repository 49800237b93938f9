//! The concordance: every hit in its line.

use std::cmp::Reverse;

use memcon_engine::tokens;
use memcon_record::{Record, Speaker};

use crate::fold::fold;
use crate::hits::Hit;
use crate::link::{Grouping, Sort};

/// How lines of [`WIDTH`] are made, in the words of the page and of the file that can be downloaded.
pub fn method() -> String {
    format!(
        "A line for each hit: a place where a part of the question, or a thing chosen as spoken of, stands in what is shown; where two overlap they are one. Before and after it stand the words of its paragraph, at most {WIDTH} characters on each side. Sorted by the left or the right, lines are compared word by word away from the hit, case and diacritics aside; equal ones stay in the order of the text."
    )
}

/// So many characters on each side of a hit are enough for every screen.
pub const WIDTH: usize = 90;

/// One hit with what stands before and after it in its paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Place of the block.
    pub block: usize,
    /// Words before, at most as many characters as asked for.
    pub before: String,
    /// The hit as printed.
    pub hit: String,
    /// Words after, likewise.
    pub after: String,
}

/// The line of each of `hits`, with up to `width` characters on each side, cut at spaces.
pub fn lines(record: &Record, hits: &[Hit], width: usize) -> Vec<Line> {
    hits.iter()
        .filter_map(|hit| {
            let text = &record.blocks.get(hit.block)?.paragraphs.get(hit.paragraph)?.text;
            Some(Line {
                block: hit.block,
                before: last_words(text.get(..hit.start)?, width).to_owned(),
                hit: text.get(hit.range())?.to_owned(),
                after: first_words(text.get(hit.end..)?, width).to_owned(),
            })
        })
        .collect()
}

/// `lines`, which are in the order of the text, in the order of `sort`: the nearest word first, then the next, case and
/// diacritics aside. Equal ones stay in the order of the text.
pub fn sorted(mut lines: Vec<Line>, sort: Sort) -> Vec<Line> {
    match sort {
        Sort::Place => {}
        Sort::Left => lines.sort_by_cached_key(|line| words(&line.before).rev().collect::<Vec<_>>()),
        Sort::Right => lines.sort_by_cached_key(|line| words(&line.after).collect::<Vec<_>>()),
    }
    lines
}

fn words(text: &str) -> impl DoubleEndedIterator<Item = String> {
    tokens::words(text).map(fold).collect::<Vec<_>>().into_iter()
}

/// Lines of one voice, or of all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Who speaks; `None` outside the turns, and for all.
    pub speaker: Option<Speaker>,
    /// Name of the speaker; of a voice that nobody has named, its label as printed. Empty for all.
    pub name: String,
    /// In the order that they came in.
    pub lines: Vec<Line>,
}

/// `lines` as `grouping` says: by speaker, those with the most first, what stands outside the turns last; or all in one.
pub fn grouped(record: &Record, lines: Vec<Line>, grouping: Grouping) -> Vec<Group> {
    if grouping == Grouping::Order {
        let all = Group { speaker: None, name: String::new(), lines };
        return Some(all).filter(|all| !all.lines.is_empty()).into_iter().collect();
    }
    by_speaker(record, lines)
}

/// `lines` by speaker, those with the most first, what stands outside the turns last.
pub fn by_speaker(record: &Record, lines: Vec<Line>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for line in lines {
        let (speaker, name) = voice(record, &line);
        match groups.iter_mut().find(|group| group.speaker == speaker && group.name == name) {
            Some(group) => group.lines.push(line),
            None => groups.push(Group { speaker, name: name.to_owned(), lines: vec![line] }),
        }
    }
    // Those with as many as others come in the order of the text, however their lines are sorted.
    let place = |group: &Group| group.lines.iter().map(|line| line.block).min();
    groups.sort_by_cached_key(|group| (group.speaker.is_none(), Reverse(group.lines.len()), place(group)));
    groups
}

/// Who speaks in a line, and the name that stands for it.
pub fn voice<'a>(record: &'a Record, line: &Line) -> (Option<Speaker>, &'a str) {
    match record.blocks.get(line.block).and_then(|block| block.turn()) {
        Some(turn) => (Some(turn.speaker), record.speaker_name(turn)),
        None => (None, "Outside the turns"),
    }
}

/// The head of the table that [`row`] gives the rows of.
pub const COLUMNS: [&str; 7] = ["turn", "number", "speaker", "delegation", "before", "hit", "after"];

/// A line as a row of a table: id and number of the turn, who speaks and for whom, and the line. What stands outside the
/// turns has no number and no speaker.
pub fn row(record: &Record, line: &Line) -> Vec<String> {
    let block = record.blocks.get(line.block);
    let turn = block.and_then(|block| block.turn());
    let side = turn.and_then(|turn| record.delegations.get(record.side(turn.speaker)?));
    vec![
        block.map(|block| block.id.clone()).unwrap_or_default(),
        turn.map(|turn| (turn.place + 1).to_string()).unwrap_or_default(),
        turn.map(|turn| record.speaker_name(turn).to_owned()).unwrap_or_default(),
        side.map(|side| side.name.clone()).unwrap_or_default(),
        line.before.trim().to_owned(),
        line.hit.clone(),
        line.after.trim().to_owned(),
    ]
}

fn last_words(text: &str, width: usize) -> &str {
    let Some((start, _)) = text.char_indices().rev().nth(width.saturating_sub(1)).filter(|(start, _)| *start > 0)
    else {
        return text;
    };
    let cut = &text[start..];
    cut.find(char::is_whitespace).map_or(cut, |space| &cut[space..])
}

fn first_words(text: &str, width: usize) -> &str {
    let Some((end, _)) = text.char_indices().nth(width) else { return text };
    let cut = &text[..end];
    cut.rfind(char::is_whitespace).map_or(cut, |space| &cut[..space])
}

#[cfg(test)]
mod tests {
    use super::{Line, first_words, last_words, sorted};
    use crate::link::Sort;

    #[test]
    fn lines_are_sorted_by_their_neighbours_word_by_word() {
        let line = |block, before: &str, after: &str| Line {
            block,
            before: before.into(),
            hit: "hit".into(),
            after: after.into(),
        };
        let lines = vec![
            line(0, "one Zebra ", " b"),
            line(1, "two “Ähre”, ", " B, a"),
            line(2, "one ähre ", ", a"),
            line(3, "", " A."),
            line(4, "one Ahre ", ""),
        ];
        let order = |sort| sorted(lines.clone(), sort).into_iter().map(|line: Line| line.block).collect::<Vec<usize>>();
        assert_eq!(order(Sort::Place), [0, 1, 2, 3, 4]);
        assert_eq!(order(Sort::Left), [3, 2, 4, 1, 0]);
        assert_eq!(order(Sort::Right), [4, 2, 3, 0, 1]);
    }

    #[test]
    fn lines_are_cut_at_spaces() {
        assert_eq!(last_words("the owner that pulls the donkey out of the ", 10), " of the ");
        assert_eq!(first_words(" of ammonia, but this", 12), " of");
        assert_eq!((last_words("short ", 40), first_words(" short", 40)), ("short ", " short"));
        assert_eq!((last_words("", 5), first_words("", 5)), ("", ""));
    }
}
