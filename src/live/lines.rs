//! The concordance: every hit in its line, by speaker.

use memcon_explore::concordance::{Line, by_speaker, lines};
use memcon_explore::link::View;
use memcon_record::Record;
use web_sys::Element;

use super::nodes::{self, append, element};
use crate::browser;
use crate::explorer::Answered;
use crate::view::blocks::kind;
use crate::view::numbers::count;

/// Characters on each side of a hit; the style lets what does not fit run out.
const WIDTH: usize = 90;

/// In its view: all lines, or a word on how to get some.
pub fn draw(record: &Record, view: View, answered: &Answered) {
    let Some(place) = browser::by_id("lines") else { return };
    place.set_text_content(None);
    place.set_hidden(view != View::Lines);
    if view != View::Lines {
        return;
    }
    let groups = by_speaker(record, lines(record, &answered.answer.hits, WIDTH));
    if groups.is_empty() {
        let how = "Find a word, or choose something spoken of, to see each place in its line.";
        append(&place, &[&element("p", "quiet hint", how)]);
    }
    for group in groups {
        let section = element("section", "concordance", "");
        let side = group.speaker.and_then(|speaker| record.side(speaker)).map(|side| (side % 4).to_string());
        nodes::set(&section, "data-side", side.as_deref());
        let heading = element("h3", "", &format!("{} ", group.name));
        append(&heading, &[&element("span", "n", &count(group.lines.len(), "hit"))]);
        let list = element("ol", "", "");
        group.lines.iter().for_each(|line| append(&list, &[&drawn(record, line)]));
        append(&section, &[&heading, &list]);
        append(&place, &[&section]);
    }
}

fn drawn(record: &Record, line: &Line) -> Element {
    let block = &record.blocks[line.block];
    // What is no turn has no number.
    let (number, name) = match block.turn() {
        Some(turn) => ((turn.place + 1).to_string(), format!("Turn {}", turn.place + 1)),
        None => ("–".to_owned(), kind(&block.body).1.to_owned()),
    };
    let link = element("a", "number", &number);
    nodes::set(&link, "href", Some(&format!("#{}", block.id)));
    nodes::set(&link, "aria-label", Some(&name));
    let item = element("li", "", "");
    nodes::set(&item, "data-line", Some(&block.id));
    let (before, hit) = (element("span", "before", &line.before), element("mark", "", &line.hit));
    append(&item, &[&link, &before, &hit, &element("span", "after", &line.after)]);
    item
}
