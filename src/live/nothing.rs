//! What is said when nothing answers: which part of the question found nothing.

use memcon_explore::link::Link;
use memcon_record::{Record, Speaker};
use web_sys::Element;

use super::nodes::{self, append, element};
use crate::browser;
use crate::explorer::Answered;
use crate::view::numbers::count;

/// Says so, or takes it away.
pub fn draw(record: &Record, link: &Link, answered: &Answered) {
    let Some(place) = browser::by_id("nothing") else { return };
    place.set_text_content(None);
    if !answered.answer.active || answered.answer.shown.contains(&true) {
        return;
    }
    let list = element("ul", "", "");
    reasons(record, link, answered).iter().for_each(|reason| append(&list, &[reason]));
    let ways = element("p", "", "");
    append(&ways, &[&nodes::button("plain", "everything", "", "Show everything")]);
    let said = element("div", "nothing", "");
    append(&said, &[&element("h2", "", "Nothing in this record answers"), &list, &ways]);
    append(&place, &[&said]);
}

fn reasons(record: &Record, link: &Link, Answered { filter, answer, .. }: &Answered) -> Vec<Element> {
    let said = |text: &str| element("li", "", text);
    let mut reasons = Vec::new();
    for (i, part) in answer.parts.iter().enumerate() {
        let typed = plain(&part.typed);
        if part.turns > 0 {
            let without = if part.without { "Without " } else { "" };
            reasons.push(said(&format!("{without}“{typed}”: by itself in {}.", count(part.turns, "turn"))));
        } else if !part.without {
            let reason = said(&format!("“{typed}” stands in no turn. "));
            for (other, hits) in &part.others {
                let question = filter.question.reworded(&link.question, i, other);
                append(
                    &reason,
                    &[&nodes::button("link", "ask", &question, &format!("{other} finds {}", count(*hits, "hit")))],
                );
                _ = reason.append_with_str_1(" ");
            }
            reasons.push(reason);
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
