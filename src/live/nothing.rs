//! What is said when nothing answers. Why it is so the desk knows, and what comes near.

use super::nodes::{append, button, element};
use crate::browser;
use crate::explorer::Answered;

/// Says so, or takes it away; not before all is known that is sought.
/// Whether it is so.
pub fn draw(answered: &Answered, is_new: bool, is_known: bool) -> bool {
    let is_nothing = is_known && answered.answer.is_nothing();
    if let Some(place) = browser::by_id("nothing").filter(|_| is_new) {
        place.set_text_content(None);
        if is_nothing {
            let ways = element("p", "", "");
            append(&ways, &[&button("plain", "everything", "", "Show everything")]);
            let said = element("div", "nothing", "");
            append(&said, &[&element("h2", "", "Nothing in this record answers"), &element("ul", "", ""), &ways]);
            append(&place, &[&said]);
        }
    }
    is_nothing
}
