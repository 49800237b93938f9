//! What each speaker says more than the others: a table for each, or why there is none.

use leptos::prelude::document;
use memcon_explore::distinctive::{
    self, Distinctive, ENOUGH_WORDS, STOP_WORDS, Voice, Why, Words, per_thousand, words_table,
};
use memcon_explore::exchange::id_of;
use memcon_explore::link::Link;
use memcon_record::{Record, Speaker};
use web_sys::Element;

use super::parts::{button, colour, head, how, lead_to, scrolling};
use super::{Desk, download, slices};
use crate::browser;
use crate::nodes::{append, element, first, rectangle, set};
use crate::view::numbers::{count, number};
use crate::view::speaker::name_of;

/// So many speakers are drawn unless more are asked for.
const VOICES: usize = 12;
/// So many words of a speaker are drawn; the file has all.
const DRAWN: usize = 20;

/// Draws once: this is of the whole record, whatever is asked.
pub(super) fn draw(desk: &'static Desk) {
    let Some(place) = browser::by_id("words") else { return };
    if place.first_child().is_some() {
        return;
    }
    let words = desk.words();
    let section = element("section", "telling", "");
    append(&section, &[&element("h2", "", "Words more than the others")]);
    if let Some(why) = words.nothing() {
        append(&section, &[&element("p", "quiet", &why.to_string()), &how(&distinctive::method(), "distinctive")]);
    } else {
        let tools = element("div", "tools", "");
        append(
            &tools,
            &[&button("plain", "words-file", "", "Download as CSV"), &how(&distinctive::method(), "distinctive")],
        );
        if words.stopped {
            append(&tools, &[&left_out()]);
        }
        append(&section, &[&tools]);
        let (voices, place) = (told(words), element("div", "told", ""));
        append(&section, &[&place]);
        let (left, below) = (voices.len().saturating_sub(VOICES), section.clone());
        draw_voices(desk, place, voices.into_iter().take(VOICES), move || {
            if left > 0 {
                append(&below, &[&button("plain", "voices", "", &format!("Show {}", more(left)))]);
            }
            if words.voices.len() > VOICES {
                append(&below, &[&element("p", "quiet", &untold(words))]);
            }
        });
    }
    append(&place, &[&section, &element("section", "quantities", "")]);
}

/// Those whose words are drawn: of a few speakers all, of many those of whom there is something to tell.
fn told(words: &'static Words) -> Vec<&'static Voice> {
    let is_few = words.voices.len() <= VOICES;
    words.voices.iter().filter(|voice| is_few || voice.words.is_ok()).collect()
}

/// Why there is nothing to tell of the others.
fn untold(words: &Words) -> String {
    let of = |is: fn(&Why) -> bool| words.voices.iter().filter(|voice| voice.words.as_ref().is_err_and(is)).count();
    let (short, alike) = (of(|why| matches!(why, Why::Short(_))), of(|why| matches!(why, Why::NothingApart)));
    let all = of(|_| true);
    let reasons = [
        (short, format!("who say fewer than {ENOUGH_WORDS} words")),
        (alike, "of whose words none stands apart".to_owned()),
        (all - short - alike, "of whom no more is known".to_owned()),
    ];
    let told =
        reasons.into_iter().filter(|(count, _)| *count > 0).map(|(voices, why)| format!("{} {why}", number(voices)));
    format!("Not here: {}.", told.collect::<Vec<_>>().join(", "))
}

/// “28 more speakers”.
fn more(voices: usize) -> String {
    format!("{} more {}", number(voices), if voices == 1 { "speaker" } else { "speakers" })
}

/// Draws those that are not drawn yet, and leads to the first of them.
pub(super) fn draw_more(desk: &'static Desk) {
    let (button, place) = (first(".telling [data-desk=voices]"), first(".telling .told"));
    if let (Some(button), Some(place)) = (button, place) {
        draw_voices(desk, place.clone().into(), told(desk.words()).into_iter().skip(VOICES), || {});
        lead_to(place.children().item(VOICES as u32));
        button.remove();
    }
}

fn draw_voices(
    desk: &'static Desk,
    place: Element,
    voices: impl Iterator<Item = &'static Voice> + 'static,
    end: impl FnOnce() + 'static,
) {
    let (record, highest, into) = (desk.record, highest(desk.words()), place.clone());
    slices::draw(place, 2, voices, move |voice| append(&into, &[&drawn(record, voice, highest)]), end);
}

/// The highest score in the record.
fn highest(words: &Words) -> f64 {
    let scores = words.voices.iter().flat_map(|voice| voice.words.iter().flatten()).map(|word| word.score);
    scores.fold(1.0, f64::max)
}

/// The words that are not looked at.
fn left_out() -> Element {
    let fold = element("details", "how", "");
    let summary = format!("Left out: {} words of the grammar", STOP_WORDS.len());
    append(&fold, &[&element("summary", "", &summary), &element("p", "quiet", &STOP_WORDS.join(", "))]);
    fold
}

fn drawn(record: &Record, voice: &Voice, highest: f64) -> Element {
    let section = element("section", "", "");
    colour(record, &section, voice.speaker);
    let name = name_of(record, voice.speaker);
    append(&section, &[&element("h3", "", name)]);
    match &voice.words {
        Err(why) => append(&section, &[&element("p", "quiet", &why.to_string())]),
        Ok(words) => {
            let table = element("table", "", "");
            let body = element("tbody", "", "");
            words.iter().take(DRAWN).for_each(|word| append(&body, &[&row(record, voice, word, highest)]));
            append(&table, &[&head(COLUMNS), &body]);
            append(&section, &[&scrolling(&format!("Words of {name}"), &table)]);
            if words.len() > DRAWN {
                let more = format!("The first {DRAWN} of {}; the file has all.", count(words.len(), "word"));
                append(&section, &[&element("p", "quiet", &more)]);
            }
        }
    }
    section
}

const COLUMNS: [(&str, &str); 6] = [
    ("Word", ""),
    ("Here", "number"),
    ("Others", "number"),
    ("Per 1,000 here", "number"),
    ("Per 1,000 others", "number"),
    ("Stands apart by", ""),
];

fn row(record: &Record, voice: &Voice, word: &Distinctive, highest: f64) -> Element {
    let (row, first) = (element("tr", "", ""), element("th", "", ""));
    set(&first, "scope", Some("row"));
    let speakers = vec![id_of(record, voice.speaker).to_owned()];
    let found = Link { question: word.word.clone(), speakers, ..Link::default() };
    let link = element("a", "", &word.word);
    set(&link, "href", Some(&found.query()));
    set(&link, "data-desk", Some("word"));
    set(&link, "data-value", Some(&found.query()));
    set(&link, "lang", record.language.as_deref());
    append(&first, &[&link]);
    append(&row, &[&first]);
    for text in [
        number(word.here),
        number(word.others()),
        format!("{:.1}", per_thousand(word.here, voice.said)),
        format!("{:.1}", per_thousand(word.others(), voice.others)),
    ] {
        append(&row, &[&element("td", "number", &text)]);
    }
    let last = element("td", "score", &format!("{:.1}", word.score));
    // As long as the score, of the highest in the record.
    let bar = document().create_element_ns(Some("http://www.w3.org/2000/svg"), "svg").ok();
    if let (Some(bar), Some(length)) = (bar, rectangle("", "0", &format!("{:.1}%", word.score * 100.0 / highest))) {
        set(&bar, "aria-hidden", Some("true"));
        append(&bar, &[&length]);
        append(&last, &[&bar]);
    }
    append(&row, &[&last]);
    row
}

/// All words of all speakers as a file.
pub(super) fn save(desk: &Desk) {
    let record = &desk.record;
    let words = desk.words();
    let told = words.voices.iter().flat_map(|voice| voice.words.iter().flatten()).count();
    let counted = format!("{} of {}", count(told, "word"), count(words.voices.len(), "speaker"));
    let name = |speaker: Speaker| name_of(record, speaker).to_owned();
    download::save(record, "words", "", &counted, &distinctive::method(), words_table(record, words, name));
}
