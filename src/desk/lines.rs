//! The concordance: every hit in its line.

use memcon_explore::Answer;
use memcon_explore::concordance::{self, Group, Line, WIDTH, grouped, row, sorted, voice};
use memcon_explore::link::{Grouping, Link};
use memcon_export::csv;
use memcon_record::Record;
use web_sys::Element;

use super::parts::{button, choice, choose, colour, how, number_of};
use super::{Desk, download};
use crate::browser;
use crate::nodes::{append, element, set};
use crate::view::numbers::count;
use crate::view::tally;

/// So many lines are drawn at once: more keep a phone busy for longer than one waits.
const AT_ONCE: usize = 600;

/// In their place: all lines, or a word on how to get some.
pub(super) fn draw(desk: &Desk, link: &Link, answer: &Answer) {
    let Some(place) = browser::by_id("lines") else { return };
    let record = &desk.record;
    // What one chooses with stays, and with it the focus.
    if place.first_child().is_none() {
        furnish(&place);
    }
    let [heading, tools, list] = ["h2", ".tools", ".list"].map(|part| place.query_selector(part).ok().flatten());
    let (Some(heading), Some(tools), Some(list)) = (heading, tools, list) else { return };
    heading.set_text_content(Some(&how_much(record, answer)));
    choose(&tools, "sort", link.sort.name());
    choose(&tools, "group", link.group.name());
    let found = answer.hits.is_empty();
    set(&heading, "hidden", Some("").filter(|_| found));
    set(&tools, "hidden", Some("").filter(|_| found));
    list.set_text_content(None);
    if found {
        let how = "Find a word, or choose something spoken of, to see each place in its line.";
        return append(&list, &[&element("p", "quiet hint", how)]);
    }
    let mut left = if desk.whole.get() { usize::MAX } else { AT_ONCE };
    for group in arranged(record, link, answer) {
        if left > 0 {
            append(&list, &[&section(record, &group, link.group, left)]);
        }
        left = left.saturating_sub(group.lines.len());
    }
    let unseen = answer.hits.len().saturating_sub(AT_ONCE);
    if unseen > 0 && !desk.whole.get() {
        append(&list, &[&button("plain", "whole", "", &format!("Show {} more", count(unseen, "line")))]);
    }
}

fn arranged(record: &Record, link: &Link, answer: &Answer) -> Vec<Group> {
    grouped(record, sorted(concordance::lines(record, &answer.hits, WIDTH), link.sort), link.group)
}

/// What stands there whatever is asked.
fn furnish(place: &Element) {
    let tools = element("div", "tools", "");
    let group = choice("Lines stand", "group", &[("speaker", "By speaker"), ("order", "In one list")]);
    let sort = choice("Sorted by", "sort", &[("place", "Place"), ("left", "Word before"), ("right", "Word after")]);
    append(&tools, &[&group, &sort, &button("plain", "lines-file", "", "Download as CSV")]);
    append(&tools, &[&how(&concordance::method(), "hits")]);
    append(place, &[&element("h2", "", ""), &tools, &element("div", "list", "")]);
}

fn how_much(record: &Record, answer: &Answer) -> String {
    tally::written(&tally::tally(record, answer, true, None))
}

/// The first lines of a group, at most `most`.
fn section(record: &Record, group: &Group, grouping: Grouping, most: usize) -> Element {
    let section = element("section", "concordance", "");
    if grouping == Grouping::Speaker {
        _ = group.speaker.map(|speaker| colour(record, &section, speaker));
        let heading = element("h3", "", &format!("{} ", group.name));
        append(&heading, &[&element("span", "n", &count(group.lines.len(), "hit"))]);
        append(&section, &[&heading]);
    } else {
        section.set_class_name("concordance voices");
    }
    let list = element("ol", "", "");
    group.lines.iter().take(most).for_each(|line| append(&list, &[&drawn(record, line, grouping)]));
    append(&section, &[&list]);
    section
}

fn drawn(record: &Record, line: &Line, grouping: Grouping) -> Element {
    let block = &record.blocks[line.block];
    let (speaker, voice) = voice(record, line);
    let item = element("li", "", "");
    set(&item, "data-line", Some(&block.id));
    append(&item, &[&number_of(block)]);
    if grouping == Grouping::Order {
        _ = speaker.map(|speaker| colour(record, &item, speaker));
        append(&item, &[&element("span", "voice", voice)]);
    }
    let words = element("p", "", "");
    set(&words, "lang", record.language.as_deref());
    // Two halves, so that all hits begin at the same place and what follows them goes on.
    let (before, from) = (element("span", "before", ""), element("span", "from", ""));
    append(&before, &[&element("span", "", &line.before)]);
    append(&from, &[&element("mark", "", &line.hit), &element("span", "after", &line.after)]);
    append(&words, &[&before, &from]);
    append(&item, &[&words]);
    item
}

/// All lines as a file, as they are arranged.
pub(super) fn save(record: &Record, link: &Link, answer: &Answer) {
    let lines = arranged(record, link, answer).into_iter().flat_map(|group| group.lines);
    let rows = lines.map(|line| row(record, &line));
    let rows = [csv::columns(&concordance::COLUMNS)].into_iter().chain(rows).collect();
    let counted = how_much(record, answer);
    download::save(record, "lines", &link.question, &counted, &concordance::method(), rows);
}
