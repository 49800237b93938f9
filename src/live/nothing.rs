//! What is said when nothing answers: which part of the question found nothing.

use memcon_explore::answer::PartAnswer;
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
    let mut said: Vec<Element> = answer.parts.iter().filter_map(|part| alone(link, part)).collect();
    for speaker in &filter.speakers {
        let Speaker::Known(i) = *speaker else { continue };
        if let Some(silent) = record.participants.get(i).filter(|_| record.turns_of(i).next().is_none()) {
            said.push(element("li", "", &format!("{} is present and does not speak.", silent.name)));
        }
    }
    if said.is_empty() {
        let found = answer.parts.iter().map(|part| {
            let without = if part.without { "without " } else { "" };
            format!("{without}“{}” {}", plain(&part.typed), count(part.turns, "turn"))
        });
        let found: Vec<String> = found.collect();
        let parts = found.join(", ");
        let what = match found.len() {
            0 => "Nothing has all that was chosen at once.".to_owned(),
            1 => format!("By itself it is found ({parts}), but not together with what was chosen besides."),
            _ => format!("Each part is found by itself ({parts}), but no turn has all that was asked."),
        };
        said.push(element("li", "", &what));
    }
    said
}

/// What one part has to say for itself, where it found nothing.
fn alone(link: &Link, part: &PartAnswer) -> Option<Element> {
    if part.without || part.hits > 0 {
        return None;
    }
    let typed = plain(&part.typed);
    let Some((wider, hits)) = &part.wider else {
        return Some(element("li", "", &format!("“{typed}” stands in no turn.")));
    };
    let said = element("li", "", &format!("“{typed}” stands in no turn as a whole word. "));
    let question = part.wider_question(&link.question).unwrap_or_default();
    append(&said, &[&nodes::button("link", "ask", &question, &format!("{wider} finds {}", count(*hits, "hit")))]);
    Some(said)
}

/// A part without the quotes that it was typed with.
fn plain(typed: &str) -> &str {
    typed.trim_matches(['"', '“', '”', '„', '«', '»'])
}
