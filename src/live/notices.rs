//! Short notices: what was copied, what in a link means nothing.

use leptos::prelude::*;
use web_sys::Element;

use super::nodes::{self, append, element};
use crate::browser;
use crate::explorer::Answered;

/// The notices that are shown, if any.
#[derive(Clone, Copy)]
pub struct Notices {
    /// What is said, and of which block, where it is of one that can be cited.
    said: RwSignal<Option<(String, Option<String>)>>,
    odd: RwSignal<Vec<String>>,
}

impl Notices {
    /// Keeps the page true to them.
    pub fn follow() -> Self {
        let notices = Notices { said: RwSignal::new(None), odd: RwSignal::new(Vec::new()) };
        Effect::new(move |_| draw(notices.said.get(), &notices.odd.read()));
        notices
    }

    /// Shows `text` until it is dismissed or replaced.
    pub fn say(&self, text: impl Into<String>) {
        self.said.set(Some((text.into(), None)));
    }

    /// The same of a block; the desk has more to do with it.
    pub fn say_of(&self, id: &str, text: String) {
        self.said.set(Some((text, Some(id.to_owned()))));
        browser::tell("memcon:desk");
    }

    /// Names what in the link was passed over.
    pub fn pass_over(&self, answered: &Answered, at: Option<&str>) {
        let mut odd: Vec<String> =
            answered.oddities.iter().map(|odd| format!("{}={}: {}.", odd.name, odd.value, odd.what)).collect();
        let nowhere = at.filter(|at| browser::by_id(at).is_none());
        odd.extend(nowhere.map(|at| format!("#{at}: this record has no such passage.")));
        if *self.odd.read_untracked() != odd {
            self.odd.set(odd);
        }
    }

    /// Takes the notices away; whether there was one.
    pub fn dismiss(&self) -> bool {
        let any = self.said.read_untracked().is_some() || !self.odd.read_untracked().is_empty();
        if any {
            self.said.set(None);
            self.odd.set(Vec::new());
        }
        any
    }
}

fn draw(said: Option<(String, Option<String>)>, odd: &[String]) {
    let Some(place) = nodes::first("main > .notices") else { return };
    place.set_text_content(None);
    if let Some((text, of)) = said {
        let told = element("p", "", &text);
        for (does, words) in of.iter().flat_map(|_| [("copy-alone", "Link to it alone"), ("cite", "Cite")]) {
            let button = element("button", "plain", words);
            nodes::set(&button, "data-desk", Some(does));
            nodes::set(&button, "data-value", of.as_deref());
            append(&told, &[&button]);
        }
        append(&place, &[&with_a_button("notice", told)]);
    }
    if !odd.is_empty() {
        let list = element("ul", "", "");
        odd.iter().for_each(|line| append(&list, &[&element("li", "", line)]));
        let told = element("div", "", "");
        append(&told, &[&element("p", "", "Part of this link means nothing here and was passed over:"), &list]);
        append(&place, &[&with_a_button("notice oddities", told)]);
    }
}

fn with_a_button(class: &str, told: Element) -> Element {
    let notice = element("div", class, "");
    append(&notice, &[&told, &nodes::button("plain", "dismiss", "", "Dismiss")]);
    notice
}
