//! A paragraph as runs: cut wherever a mark or a mention begins or ends.

use std::ops::Range;

use memcon_record::wire::{Mark, Run};

use crate::marks;

/// The runs of a paragraph: cut wherever something begins or ends to apply.
pub fn of(text: &str, mentions: Vec<(Range<usize>, &str)>) -> Vec<Run> {
    let marks = marks::find(text);
    let mut cuts: Vec<usize> = marks.iter().flat_map(|(r, _)| [r.start, r.end]).chain([0, text.len()]).collect();
    cuts.extend(mentions.iter().flat_map(|(r, _)| [r.start, r.end]));
    cuts.sort_unstable();
    cuts.dedup();
    cuts.windows(2)
        .map(|pair| {
            let within = |r: &Range<usize>| r.start <= pair[0] && pair[1] <= r.end;
            let mut of: Vec<Mark> = marks.iter().filter(|(r, _)| within(r)).map(|(_, mark)| *mark).collect();
            of.sort();
            of.dedup();
            let entity = mentions.iter().find(|(r, _)| within(r)).map(|(_, id)| (*id).to_owned());
            Run { text: text[pair[0]..pair[1]].to_owned(), entity, marks: of }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn runs_joined_are_the_text() {
        let text = "“We met Kim Il Sung” (Laughter) in mud5.";
        let at = text.find("Kim").expect("there");
        let runs = of(text, vec![(at..at + 11, "kim")]);
        assert_eq!(runs.iter().map(|r| r.text.as_str()).collect::<String>(), text);
        let parts: Vec<(&str, bool, usize)> =
            runs.iter().map(|r| (r.text.as_str(), r.entity.is_some(), r.marks.len())).collect();
        assert_eq!(
            parts,
            [
                ("“We met ", false, 1),
                ("Kim Il Sung", true, 1),
                ("”", false, 1),
                (" ", false, 0),
                ("(Laughter)", false, 1),
                (" in mud", false, 0),
                ("5", false, 1),
                (".", false, 0)
            ]
        );
    }
}
