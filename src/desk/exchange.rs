//! Who speaks after whom: the printed table made one to choose in, and the exchanges of the pair that is chosen.

use memcon_explore::exchange::{self, COLUMNS, Exchange, METHOD, Pair, WORDS, beginning, exchanges, id_of, speaker_of};
use memcon_explore::link::Link;
use memcon_export::csv;
use memcon_record::{Record, Speaker};
use web_sys::Element;

use super::download;
use super::parts::{button, choose, colour, how, number_of};
use crate::browser;
use crate::nodes::{append, element, set, within};
use crate::view::exchange::alone;
use crate::view::numbers::count;
use crate::view::speaker::name_of;

/// Makes buttons of the table's cells, presses the one that is chosen, and lists its exchanges below.
pub(super) fn draw(record: &Record, link: &Link) {
    let Some(place) = browser::by_id("exchange") else { return };
    if place.query_selector(".pairs").ok().flatten().is_none() {
        furnish(record, &place);
    }
    choose(&place, "pair", link.pair.as_deref().unwrap_or_default());
    let Some(list) = place.query_selector(".pairs").ok().flatten() else { return };
    list.set_text_content(None);
    let Some(pair) = link.pair() else {
        let how = "Choose a number in the table to see its exchanges, turn by turn.";
        return append(&list, &[&element("p", "quiet", how)]);
    };
    let Some((earlier, later)) = resolved(record, pair) else {
        let what = format!("“{},{}” names somebody who is not in this record.", pair.0, pair.1);
        return append(&list, &[&element("p", "quiet", &what)]);
    };
    let found: Vec<Pair> = exchanges(record, earlier, later).collect();
    let names = format!("{} after {}", name_of(record, later), name_of(record, earlier));
    let heading = element("h3", "", &format!("{names} "));
    append(&heading, &[&element("span", "n", &count(found.len(), "time"))]);
    append(&list, &[&heading]);
    if found.is_empty() {
        return;
    }
    append(&list, &[&button("plain", "pair-file", "", "Download these as CSV")]);
    let items = element("ol", "", "");
    for pair in &found {
        let item = element("li", "", "");
        for (block, turn) in [pair.0, pair.1] {
            let part = element("p", "", "");
            let who = element("span", "voice", record.speaker_name(turn));
            colour(record, &who, turn.speaker);
            let words = element("span", "words", &beginning(block, WORDS));
            set(&words, "lang", record.language.as_deref());
            append(&part, &[&number_of(block), &who, &words]);
            append(&item, &[&part]);
        }
        append(&items, &[&item]);
    }
    append(&list, &[&items]);
}

/// The table has its rows and columns in the order of [`Exchange::speakers`]; what others share at its end makes no pair.
fn furnish(record: &Record, place: &Element) {
    let mut speakers = Exchange::of(record).speakers;
    speakers.truncate(alone(speakers.len()));
    for (row, earlier) in within::<Element>(place, "tbody tr").iter().zip(&speakers) {
        for (cell, later) in within::<Element>(row, "td").iter().zip(&speakers) {
            let n = cell.text_content().unwrap_or_default();
            if n == "0" {
                continue;
            }
            let pair = format!("{},{}", id_of(record, *earlier), id_of(record, *later));
            let made = button("", "pair", &pair, &n);
            let name = format!("{n}: {} after {}", name_of(record, *later), name_of(record, *earlier));
            set(&made, "aria-label", Some(&name));
            cell.set_text_content(None);
            append(cell, &[&made]);
        }
    }
    let tools = element("div", "tools", "");
    append(&tools, &[&button("plain", "matrix-file", "", "Download the table as CSV"), &how(METHOD, "after")]);
    append(place, &[&tools, &element("section", "pairs", "")]);
}

fn resolved(record: &Record, (earlier, later): (&str, &str)) -> Option<(Speaker, Speaker)> {
    Some((speaker_of(record, earlier)?, speaker_of(record, later)?))
}

/// The table as a file.
pub(super) fn save_table(record: &Record) {
    let exchange = Exchange::of(record);
    let counted =
        format!("{} in {}", count(exchange.pairs.values().sum(), "exchange"), count(record.turns.len(), "turn"));
    let rows = exchange::matrix(&exchange, |speaker| name_of(record, speaker));
    download::save(record, "exchange", "", &counted, METHOD, rows);
}

/// The exchanges of the pair that is chosen, as a file.
pub(super) fn save_pair(record: &Record, link: &Link) {
    let Some((earlier, later)) = link.pair().and_then(|pair| resolved(record, pair)) else { return };
    let rows: Vec<Vec<String>> = exchanges(record, earlier, later).map(|pair| exchange::row(record, &pair)).collect();
    let (names, counted) =
        (format!("{} after {}", name_of(record, later), name_of(record, earlier)), count(rows.len(), "time"));
    let name = format!("exchange-{}-{}", id_of(record, earlier), id_of(record, later));
    let rows = [csv::columns(&COLUMNS)].into_iter().chain(rows).collect();
    download::save(record, &name, &names, &counted, METHOD, rows);
}
