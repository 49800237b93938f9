//! Short notices: what was copied, what in a link means nothing.

use leptos::prelude::*;
use web_sys::Element;

use super::nodes::{self, append, element};
use crate::browser;
use crate::explorer::{Answered, Explorer};

/// The notices that are shown, if any.
#[derive(Clone, Copy)]
pub struct Notices {
    said: RwSignal<Option<String>>,
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
        self.said.set(Some(text.into()));
    }

    /// Names what in the link was passed over.
    pub fn pass_over(&self, explorer: Explorer, answered: &Answered, at: Option<&str>) {
        let mut odd: Vec<String> =
            answered.oddities.iter().map(|odd| format!("{}={}: {}.", odd.name, odd.value, odd.what)).collect();
        // Headings of the page, and old ids of what is in other blocks now, are no blocks.
        let nowhere = at.filter(|at| explorer.block(at).is_none() && browser::by_id(at).is_none());
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

fn draw(said: Option<String>, odd: &[String]) {
    let Some(place) = nodes::first("main > .notices") else { return };
    place.set_text_content(None);
    if let Some(text) = said {
        append(&place, &[&with_a_button("notice", element("p", "", &text))]);
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
