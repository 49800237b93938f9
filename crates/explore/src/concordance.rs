//! The concordance: every hit in its line.

use memcon_record::order::most_first;
use memcon_record::{Record, Speaker};

use crate::hits::Hit;

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

/// Lines of one voice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Who speaks; `None` outside the turns.
    pub speaker: Option<Speaker>,
    /// Name of the speaker; of a voice that nobody has named, its label as printed.
    pub name: String,
    /// In the order of the text.
    pub lines: Vec<Line>,
}

/// `lines` by speaker, those with the most first, what stands outside the turns last.
pub fn by_speaker(record: &Record, lines: Vec<Line>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for line in lines {
        let turn = record.blocks.get(line.block).and_then(|block| block.turn());
        let (speaker, name) = match turn {
            Some(turn) => (Some(turn.speaker), record.speaker_name(turn)),
            None => (None, "Outside the turns"),
        };
        match groups.iter_mut().find(|group| group.speaker == speaker && group.name == name) {
            Some(group) => group.lines.push(line),
            None => groups.push(Group { speaker, name: name.to_owned(), lines: vec![line] }),
        }
    }
    let (in_turns, outside): (Vec<Group>, Vec<Group>) =
        most_first(groups, |group| group.lines.len()).into_iter().partition(|group| group.speaker.is_some());
    in_turns.into_iter().chain(outside).collect()
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
    use super::{first_words, last_words};

    #[test]
    fn lines_are_cut_at_spaces() {
        assert_eq!(last_words("the owner that pulls the donkey out of the ", 10), " of the ");
        assert_eq!(first_words(" of ammonia, but this", 12), " of");
        assert_eq!((last_words("short ", 40), first_words(" short", 40)), ("short ", " short"));
        assert_eq!((last_words("", 5), first_words("", 5)), ("", ""));
    }
}
