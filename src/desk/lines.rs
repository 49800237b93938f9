//! The concordance: every hit in its line.

use std::rc::Rc;

use memcon_explore::Answer;
use memcon_explore::concordance::{self, Group, Line, WIDTH, grouped, row, sorted, voice};
use memcon_explore::link::{Grouping, Link};
use memcon_export::csv;
use memcon_record::Record;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::parts::{button, choice, choose, colour, how, lead_to, number_of};
use super::{Desk, download, slices};
use crate::browser;
use crate::nodes::{append, element, first, set, within};
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
    if found {
        list.set_text_content(None);
        // Where nothing answers at all, why is said above.
        if answer.is_nothing() {
            return;
        }
        let how = "Find a word, or choose something spoken of, to see each place in its line.";
        return append(&list, &[&element("p", "quiet hint", how)]);
    }
    // Until there are lines again the list keeps its height: one would be carried off otherwise.
    hold_height(&list, true);
    list.set_text_content(None);
    // A drawing that has begun ends when its place is taken away.
    let place = element("div", "", "");
    append(&list, &[&place]);
    let left = if desk.whole.get() { usize::MAX } else { FEW };
    let unseen = answer.hits.len().saturating_sub(left);
    put(desk, &place, None, link.group, pieces(record, link, answer).take(left), move |place| {
        if unseen > 0 {
            let more = format!("Show {} more", count(unseen, "line"));
            append(&place, &[&button("plain", "whole", "", &more)]);
        }
        hold_height(&list, false);
    });
}

/// In place of the button that asks for them, the lines that are not drawn yet.
pub(super) fn draw_more(desk: &'static Desk, link: &Link, answer: &Answer) {
    let (button, place) = (first("#lines [data-desk=whole]"), first("#lines .list > div"));
    let (Some(button), Some(place)) = (button, place) else { return };
    // The last group goes on.
    let mut drawn = pieces(desk.record, link, answer).skip(FEW - 1);
    let last = drawn.next().map(|(group, _)| group.number);
    let lists: Vec<Element> = within(&place, "ol");
    let open = last.zip(lists.into_iter().next_back());
    let list = open.as_ref().map(|(_, list)| list.clone());
    put(desk, &place, open, link.group, drawn, |_| {});
    button.remove();
    let lines: Vec<Element> = within(&place, "[data-line]");
    lead_to(lines.into_iter().nth(FEW).or(list));
}

/// A group of lines without them, how many it has, and its place among the groups.
struct Head {
    number: usize,
    hits: usize,
    group: Group,
}

/// The lines as they are arranged, each with the head of its group.
fn pieces(record: &Record, link: &Link, answer: &Answer) -> impl Iterator<Item = (Rc<Head>, Line)> + use<> {
    arranged(record, link, answer).into_iter().enumerate().flat_map(|(number, mut group)| {
        let lines = std::mem::take(&mut group.lines);
        let head = Rc::new(Head { number, hits: lines.len(), group });
        lines.into_iter().map(move |line| (head.clone(), line))
    })
}

/// Puts lines in `place`, at first in the list of the group that is `open`.
fn put(
    desk: &'static Desk,
    place: &Element,
    mut open: Option<(usize, Element)>,
    grouping: Grouping,
    lines: impl Iterator<Item = (Rc<Head>, Line)> + 'static,
    end: impl FnOnce(Element) + 'static,
) {
    let (record, sections, below) = (desk.record, place.clone(), place.clone());
    let one = move |(head, line): (Rc<Head>, Line)| {
        let list = match &open {
            Some((number, list)) if *number == head.number => list,
            _ => {
                let (section, list) = section(record, &head.group, head.hits, grouping);
                append(&sections, &[&section]);
                &open.insert((head.number, list)).1
            }
        };
        append(list, &[&drawn(record, &line, grouping)]);
    };
    slices::draw(place.clone(), AT_ONCE, lines, one, move || end(below));
}

fn hold_height(list: &Element, holds: bool) {
    let Some(list) = list.dyn_ref::<HtmlElement>() else { return };
    let height = if holds { format!("{}px", list.offset_height()) } else { String::new() };
    _ = list.style().set_property("min-height", &height);
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
