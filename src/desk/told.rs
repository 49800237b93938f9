//! Notices of the desk's own, among those of the first program, which takes all away when it has another.

use leptos::prelude::document;
use web_sys::Element;

use crate::nodes::{append, element, first};

/// Shows `text` with buttons, in place of the notice that has this class.
pub(super) fn show(class: &str, text: &str, buttons: &[&Element]) {
    take_away(class);
    let Some(place) = first("main > .notices") else { return };
    let notice = element("div", &format!("notice {class}"), "");
    append(&notice, &[&element("p", "", text)]);
    append(&notice, buttons);
    append(&place, &[&notice]);
}

/// Takes the notice of this class away; whether there was one.
pub(super) fn take_away(class: &str) -> bool {
    let notice = document().query_selector(&format!(".notices .{class}")).ok().flatten();
    notice.inspect(|notice| notice.remove()).is_some()
}
