//! Notices of the desk's own, among those of the first program, which takes all away when it has another.

use web_sys::Element;

use super::parts::button;
use crate::nodes::{append, element, first};

/// The class of the notice that says what was done.
const SAID: &str = "said";

/// Says what was done, or why not, until it is dismissed.
pub(super) fn say(text: &str) {
    // Below an open dialog nobody sees it.
    if let Some(place) = first("dialog[open] [role=status]") {
        return place.set_text_content(Some(text));
    }
    _ = show(SAID, text, &[&button("plain", "quiet", SAID, "Dismiss")]);
}

/// Shows `text` with buttons, in place of the notice that has this class.
pub(super) fn show(class: &str, text: &str, buttons: &[&Element]) -> Option<Element> {
    take_away(class);
    let place = first("main > .notices")?;
    let notice = element("div", &format!("notice {class}"), "");
    append(&notice, &[&element("p", "", text)]);
    append(&notice, buttons);
    append(&place, &[&notice]);
    Some(notice)
}

/// Takes the notice of this class away.
pub(super) fn take_away(class: &str) {
    _ = first(&format!(".notices .{class}")).map(|notice| notice.remove());
}
