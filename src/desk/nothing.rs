//! Why nothing answers: what each part of the question finds by itself, and what in the record comes near to it.

use std::time::Duration;

use memcon_explore::link::Link;
use memcon_explore::{Answer, Filter};
use memcon_record::{Record, Speaker};
use web_sys::Element;

use super::Desk;
use crate::browser;
use crate::nodes::{append, button, element, first};
use crate::view::numbers::count;

/// How long one types nothing before it is worked out for a long record.
const PAUSE: Duration = Duration::from_millis(200);

/// Says it where the first program says that nothing answers, unless it is said there already. Of a long record, once one has stopped
/// typing: it takes longer there than from letter to letter.
pub fn draw(desk: &'static Desk, link: &Link) {
    let Some(list) = first("#nothing ul").filter(|list| list.first_child().is_none()) else { return };
    if !browser::is_long() {
        return say(desk, link, &list);
    }
    let link = link.clone();
    let say = move || {
        // Each answer has a list of its own.
        if list.is_connected() && list.first_child().is_none() {
            say(desk, &link, &list);
        }
    };
    leptos::prelude::set_timeout(say, PAUSE);
}

fn say(desk: &Desk, link: &Link, list: &Element) {
    let filter = desk.filter(link);
    let answer = Answer::of(desk.record, &desk.corpus, &filter);
    for reason in reasons(desk.record, link, &filter, &answer) {
        append(list, &[&reason]);
    }
}

fn reasons(record: &Record, link: &Link, filter: &Filter, answer: &Answer) -> Vec<Element> {
    let said = |text: &str| element("li", "", text);
    let mut reasons = Vec::new();
    for (i, part) in answer.parts.iter().enumerate() {
        let typed = plain(&part.typed);
        if part.turns > 0 {
            let without = if part.without { "Without " } else { "" };
            reasons.push(said(&format!("{without}“{typed}”: by itself in {}.", count(part.turns, "turn"))));
        } else if !part.without {
            let offer = |place: &Element, (other, hits): &(String, usize)| {
                let question = filter.question.reworded(&link.question, i, other);
                append(place, &[&button("link", "ask", &question, &format!("{other} finds {}", count(*hits, "hit")))]);
                _ = place.append_with_str_1(" ");
            };
            // The same word, open, is no other; what comes near is.
            let wider = filter.question.parts.get(i).and_then(|part| part.widened()).map(|(typed, _)| typed);
            let (open, near): (Vec<_>, Vec<_>) =
                part.others.iter().partition(|(other, _)| Some(other) == wider.as_ref());
            let reason = said(&format!("“{typed}” stands in no turn. "));
            open.into_iter().for_each(|other| offer(&reason, other));
            reasons.push(reason);
            if !near.is_empty() {
                let reason = element("li", "near", &format!("Near to “{typed}” in this record: "));
                near.into_iter().for_each(|other| offer(&reason, other));
                reasons.push(reason);
            }
        }
    }
    for speaker in &filter.speakers {
        let Speaker::Known(i) = *speaker else { continue };
        if let Some(silent) = record.participants.get(i).filter(|_| record.turns_of(i).next().is_none()) {
            reasons.push(said(&format!("{} is present and does not speak.", silent.name)));
        }
    }
    if answer.parts.iter().all(|part| part.turns > 0) {
        reasons.push(said("No turn has all that was asked and chosen at once."));
    }
    reasons
}

/// A part without the quotes that it was typed with.
fn plain(typed: &str) -> &str {
    typed.trim_matches(['"', '“', '”', '„', '«', '»'])
}
