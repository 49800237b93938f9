//! The concordance: every hit in its line.

use std::rc::Rc;

use memcon_explore::Answer;
use memcon_explore::concordance::{self, Group, Line, WIDTH, grouped, row, sorted, voice};
use memcon_explore::link::{Grouping, Link};
use memcon_export::csv;
use memcon_record::Record;
use web_sys::Element;

use super::parts::{button, choice, choose, colour, how, number_of};
use super::{Desk, download, slices};
use crate::browser;
use crate::nodes::{append, element, set};
use crate::view::numbers::count;
use crate::view::tally;

/// So many lines are drawn unless all are asked for: few read more, and a question that is being typed asks for other lines soon.
const FEW: usize = 600;
/// So many are drawn in one go, about a screen; the others after it, in slices, so that the page answers.
const AT_ONCE: usize = 40;

/// In their place: all lines, or a word on how to get some.
pub(super) fn draw(desk: &'static Desk, link: &Link, answer: &Answer) {
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
    let left = if desk.whole.get() { usize::MAX } else { FEW };
    let unseen = answer.hits.len().saturating_sub(left);
    let lines = arranged(record, link, answer).into_iter().enumerate().flat_map(|(number, mut group)| {
        let lines = std::mem::take(&mut group.lines);
        let group = Rc::new((number, lines.len(), group));
        lines.into_iter().map(move |line| (group.clone(), line))
    });
    // A drawing that has begun ends when its place is taken away.
    let place = element("div", "", "");
    append(&list, &[&place]);
    let (grouping, desk_record, end) = (link.group, desk.record, place.clone());
    let mut open: Option<(usize, Element)> = None;
    let draw_line = move |(group, line): (Rc<(usize, usize, Group)>, Line)| {
        let (number, count, group) = &*group;
        let place = match &open {
            Some((open, lines)) if open == number => lines,
            _ => {
                let (section, lines) = section(desk_record, group, *count, grouping);
                append(&end, &[&section]);
                &open.insert((*number, lines)).1
            }
        };
        append(place, &[&drawn(desk_record, &line, grouping)]);
    };
    let end = place.clone();
    slices::draw(place, AT_ONCE, lines.take(left), draw_line, move || {
        if unseen > 0 {
            let more = format!("Show {} more", count(unseen, "line"));
            append(&end, &[&button("plain", "whole", "", &more)]);
        }
    });
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

/// A group without its lines, and where these belong.
fn section(record: &Record, group: &Group, hits: usize, grouping: Grouping) -> (Element, Element) {
    let section = element("section", "concordance", "");
    if grouping == Grouping::Speaker {
        _ = group.speaker.map(|speaker| colour(record, &section, speaker));
        let heading = element("h3", "", &format!("{} ", group.name));
        append(&heading, &[&element("span", "n", &count(hits, "hit"))]);
        append(&section, &[&heading]);
    } else {
        section.set_class_name("concordance voices");
    }
    let list = element("ol", "", "");
    append(&section, &[&list]);
    (section, list)
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
