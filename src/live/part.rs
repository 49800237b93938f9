//! A part of a long text, of which nothing, some or all is seen.

use std::cell::Cell;

use web_sys::HtmlElement;

use super::nodes;

/// An element that holds a part of the text, and how it stands on the page.
pub struct Part {
    /// None of a record that is not long.
    pub element: Option<HtmlElement>,
    look: Cell<Look>,
    is_on_screen: Cell<bool>,
}

/// How much of a part of the text is seen.
#[derive(Clone, Copy, Default, PartialEq)]
pub enum Look {
    #[default]
    All,
    /// Some of its blocks, as it is written.
    Some,
    /// It has yet to be written; room is kept for so many rem.
    Later(usize),
    /// It is hidden.
    Nothing,
}

impl Part {
    /// As printed.
    pub fn new(element: Option<HtmlElement>) -> Self {
        Part { element, look: Cell::default(), is_on_screen: Cell::default() }
    }

    /// How it stands on the page.
    pub fn now(&self) -> Look {
        self.look.get()
    }

    /// Whether it is known to be on screen, or near. A browser that has to find that out lays out the page without it, then with
    /// it, and once more with what is in it: all before anything is painted.
    pub fn tell_on_screen(&self, is_on_screen: bool) {
        if self.is_on_screen.replace(is_on_screen) != is_on_screen {
            _ = self.element.as_ref().map(|element| nodes::set(element, "data-near", is_on_screen.then_some("")));
        }
    }

    /// Has it stand on the page so.
    pub fn look(&self, look: Look) {
        let before = self.look.replace(look);
        let Some(element) = self.element.as_ref().filter(|_| before != look) else { return };
        element.set_hidden(look == Look::Nothing);
        let part = match look {
            // Of what is hidden the rest does not matter, and costs.
            Look::Nothing => return,
            Look::All => None,
            Look::Some => Some(""),
            Look::Later(height) => {
                _ = element.style().set_property("--part", &format!("{height}rem"));
                Some("later")
            }
        };
        nodes::set(element, "data-part", part);
    }
}
