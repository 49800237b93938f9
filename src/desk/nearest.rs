//! What in the record comes near to a part of the question that finds nothing.

use memcon_explore::link::Link;
use memcon_explore::{Answer, Question};

use crate::nodes::{append, button, element, first, within};
use crate::view::numbers::count;

/// Offers it below what the first program says of the parts; that has offered what is the same word, open, already.
pub fn draw(link: &Link, answer: &Answer) {
    let Some(list) = first("#nothing ul") else { return };
    within::<web_sys::Element>(&list, ".near").iter().for_each(|offer| offer.remove());
    let question = Question::parse(&link.question);
    for (i, part) in answer.parts.iter().enumerate() {
        let offered = |wording: &str| {
            within::<web_sys::Element>(&list, "button")
                .iter()
                .any(|it| it.get_attribute("data-value").as_deref() == Some(wording))
        };
        let others = part.others.iter().map(|(other, hits)| (question.reworded(&link.question, i, other), other, hits));
        let others: Vec<_> = others.filter(|(wording, ..)| !offered(wording)).collect();
        if others.is_empty() {
            continue;
        }
        let offer = element("li", "near", &format!("Near to “{}” in this record: ", part.typed));
        for (wording, other, hits) in others {
            append(&offer, &[&button("link", "ask", &wording, &format!("{other} finds {}", count(*hits, "hit")))]);
            _ = offer.append_with_str_1(" ");
        }
        append(&list, &[&offer]);
    }
}
