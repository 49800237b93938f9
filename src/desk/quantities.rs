//! Quantities and dates: who said which number, of what, in which turn.

use memcon_explore::Answer;
use memcon_explore::link::Link;
use memcon_explore::quantities::{Kind, METHOD, Quantity, Value, quantities_table};
use memcon_record::Record;
use web_sys::Element;

use super::parts::{button, colour, head, how, number_of, scrolling};
use super::{Desk, download, slices};
use crate::browser;
use crate::nodes::{append, element, set};
use crate::view::numbers::{count, number};

/// So many of a kind are drawn; the file has all.
const DRAWN: usize = 200;
/// So many in one go.
const AT_ONCE: usize = 40;

/// Draws those of the turns that are shown.
pub(super) fn draw(desk: &'static Desk, link: &Link, answer: &Answer) {
    let place = browser::by_id("words").and_then(|place| place.query_selector(".quantities").ok().flatten());
    let Some(place) = place else { return };
    let record = &desk.record;
    let all = desk.quantities();
    let shown: Vec<&'static Quantity> = shown(all, answer).collect();
    place.set_text_content(None);
    append(&place, &[&element("h2", "", "Quantities and dates")]);
    append(&place, &[&element("p", "quiet tally", &tally(shown.len(), all.len(), link, answer))]);
    let tools = element("div", "tools", "");
    if !shown.is_empty() {
        append(&tools, &[&button("plain", "quantities-file", "", "Download as CSV")]);
    }
    append(&tools, &[&how(METHOD, "quantities")]);
    append(&place, &[&tools]);
    for kind in Kind::ALL {
        let of_kind: Vec<&Quantity> = shown.iter().copied().filter(|quantity| quantity.kind == kind).collect();
        if !of_kind.is_empty() {
            append(&place, &[&table(record, kind, &of_kind)]);
        }
    }
}

fn shown<'a>(all: &'static [Quantity], answer: &'a Answer) -> impl Iterator<Item = &'static Quantity> + use<'a> {
    all.iter().filter(|quantity| answer.shown.get(quantity.block).copied().unwrap_or_default())
}

/// “3 of 12, in the 4 turns that answer.”
fn tally(shown: usize, all: usize, link: &Link, answer: &Answer) -> String {
    match () {
        () if all == 0 => "No turn has a number or a date that these rules find.".to_owned(),
        () if link.without_filter() == *link || !answer.active => format!("{} in the whole record.", number(all)),
        () => {
            format!("{} of {}: those in the {} that answer.", number(shown), number(all), count(answer.turns, "turn"))
        }
    }
}

fn table(record: &'static Record, kind: Kind, list: &[&'static Quantity]) -> Element {
    let (section, table) = (element("section", "", ""), element("table", "", ""));
    let title = match kind {
        Kind::Number => "Numbers",
        Kind::PerCent => "Per cent",
        Kind::Money => "Money",
        Kind::Date => "Dates",
    };
    let heading = element("h3", "", &format!("{title} "));
    append(&heading, &[&element("span", "n", &number(list.len()))]);
    let columns: &[&str] = if kind == Kind::Date {
        &["Turn", "Who", "As printed", "Date"]
    } else {
        &["Turn", "Who", "As printed", "Of what", "Value"]
    };
    let body = element("tbody", "", "");
    let (all, place, rows) = (list.len(), body.clone(), body.clone());
    let first: Vec<&'static Quantity> = list.iter().copied().take(DRAWN).collect();
    let one = move |quantity: &Quantity| append(&rows, &[&drawn(record, quantity)]);
    slices::draw(place, AT_ONCE, first.into_iter(), one, || {});
    append(&table, &[&head(columns.iter().map(|name| (*name, ""))), &body]);
    append(&section, &[&heading, &scrolling(title, &table)]);
    if all > DRAWN {
        append(
            &section,
            &[&element("p", "quiet", &format!("The first {DRAWN} of {}; the file has all.", number(all)))],
        );
    }
    section
}

fn drawn(record: &Record, quantity: &Quantity) -> Element {
    let row = element("tr", "", "");
    let block = record.blocks.get(quantity.block);
    let Some((block, turn)) = block.and_then(|block| Some((block, block.turn()?))) else { return row };
    set(&row, "data-line", Some(&block.id));
    colour(record, &row, turn.speaker);
    let place = element("td", "", "");
    append(&place, &[&number_of(block)]);
    append(&row, &[&place, &element("td", "voice", record.speaker_name(turn))]);
    let words = |range| {
        let cell = element("td", "words", &quantity.words(record, range));
        set(&cell, "lang", record.language.as_deref());
        cell
    };
    append(&row, &[&words(&quantity.printed)]);
    if quantity.kind != Kind::Date {
        append(&row, &[&words(&quantity.of)]);
    }
    append(&row, &[&element("td", "value", &value(quantity))]);
    row
}

/// “600,000–700,000”, “1956”, “not told”.
fn value(quantity: &Quantity) -> String {
    let sign = if quantity.kind == Kind::PerCent { " %" } else { "" };
    match &quantity.value {
        Value::Untold => "not told".to_owned(),
        Value::Date(date) => date.replace('/', " to "),
        Value::Number(low, high) if low == high => format!("{}{sign}", written(*low)),
        Value::Number(low, high) => format!("{}–{}{sign}", written(*low), written(*high)),
    }
}

/// With its thousands parted.
fn written(value: f64) -> String {
    let text = value.to_string();
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    // Beyond what a count can hold the digits stay as they are.
    let whole = whole.parse().map_or_else(|_| whole.to_owned(), number);
    if part.is_empty() { whole } else { format!("{whole}.{part}") }
}

/// Those of the turns that are shown, as a file.
pub(super) fn save(desk: &'static Desk, link: &Link, answer: &Answer) {
    let all = desk.quantities();
    let list: Vec<&Quantity> = shown(all, answer).collect();
    let counted = tally(list.len(), all.len(), link, answer);
    let rows = quantities_table(desk.record, list);
    download::save(desk.record, "quantities", &link.question, &counted, METHOD, rows);
}
