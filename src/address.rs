//! The only place that reads and writes the address.
//!
//! Two verbs: [`Address::push`] for a deliberate step, which adds an entry to
//! the history; [`Address::replace`] for what changes as one types or reads.
//! Back and forward come in through `popstate`.
//!
//! What is replaced stands in the address bar a frame later: of a long page a browser looks through all links when its
//! address changes, and what one waits for is the answer.

use leptos::prelude::*;
use memcon_explore::Link;
use wasm_bindgen::JsValue;

use crate::browser;

/// The state of the page that a link carries.
#[derive(Clone, Copy)]
pub struct Address {
    link: RwSignal<Link>,
    /// Whether the address bar has yet to be told of the link.
    is_ahead: StoredValue<bool>,
}

impl Address {
    /// The address bar of the browser.
    pub fn of_the_browser() -> Self {
        let address = Address { link: RwSignal::new(read()), is_ahead: StoredValue::new(false) };
        let heard = gloo_events::EventListener::new(&window(), "popstate", move |_| {
            // The entry that one has come to has an address of its own.
            address.is_ahead.set_value(false);
            address.link.set(read());
        });
        // A page has one address for as long as it is open.
        heard.forget();
        address
    }

    /// The link as it stands; whoever reads it is told when it changes.
    pub fn link(&self) -> Signal<Link> {
        self.link.into()
    }

    /// The link as it stands, now.
    pub fn now(&self) -> Link {
        self.link.get_untracked()
    }

    /// Goes a step on: choosing a speaker, a topic, a view.
    pub fn push(&self, change: impl FnOnce(&mut Link)) {
        self.write(self.changed(change), true);
    }

    /// Changes the step that one is at: typing, reading on.
    pub fn replace(&self, change: impl FnOnce(&mut Link)) {
        self.write(self.changed(change), false);
    }

    /// The link as it would be.
    pub fn changed(&self, change: impl FnOnce(&mut Link)) -> Link {
        let mut link = self.now();
        change(&mut link);
        link
    }

    /// Goes to a link, as a step on or not. One piece of code for all changes: else each would carry its own.
    #[inline(never)]
    pub fn write(&self, link: Link, step: bool) {
        let Some(link) = other(link, &self.now()) else { return };
        if step {
            self.settle();
            put(&link, true);
        } else if !self.is_ahead.get_value() {
            let address = *self;
            address.is_ahead.set_value(true);
            browser::after_next_frame(move || address.settle());
        }
        self.link.set(link);
    }

    /// Has the address bar say what the link says, if it does not yet.
    pub fn settle(&self) {
        if self.is_ahead.get_value() {
            self.is_ahead.set_value(false);
            put(&self.now(), false);
        }
    }
}

/// A step that the desk makes, which has no [`Address`] of its own: the program hears of it as of a step back.
pub fn step(change: impl FnOnce(&mut Link)) {
    tell(change, true);
}

/// The same without a step: the desk says more exactly where one is.
pub fn settle(change: impl FnOnce(&mut Link)) {
    tell(change, false);
}

fn tell(change: impl FnOnce(&mut Link), step: bool) {
    let before = read();
    let mut link = before.clone();
    change(&mut link);
    if let Some(link) = other(link, &before) {
        put(&link, step);
        _ = web_sys::Event::new("popstate").and_then(|event| window().dispatch_event(&event));
    }
}

/// The link as it is written, unless it is the one `before`.
fn other(link: Link, before: &Link) -> Option<Link> {
    let mut link = Some(link.normal()).filter(|link| link != before)?;
    // What could not be taken is not in the new address.
    link.rejected.clear();
    Some(link)
}

/// Writes a link into the address bar.
fn put(link: &Link, step: bool) {
    // A browser may refuse too many changes in a short time: the page is right all the same.
    if let Ok(history) = window().history() {
        let url = address_of(link);
        _ = if step {
            history.push_state_with_url(&JsValue::NULL, "", Some(&url))
        } else {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
        };
    }
}

/// The path stays as it is: a link differs in query and fragment only.
fn address_of(link: &Link) -> String {
    window().location().pathname().unwrap_or_default() + &link.print()
}

/// The link in the address bar.
pub fn read() -> Link {
    let location = window().location();
    Link::parse(&location.search().unwrap_or_default(), &location.hash().unwrap_or_default())
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests {
    use leptos::prelude::*;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

    use super::{Address, read};

    wasm_bindgen_test_configure!(run_in_browser);

    #[wasm_bindgen_test]
    fn what_is_written_can_be_read_back() {
        let owner = Owner::new();
        owner.with(|| {
            let address = Address::of_the_browser();
            let entries = || window().history().and_then(|history| history.length()).unwrap_or(0);
            let before = entries();
            address.replace(|link| link.question = "a “b c” -d & e=%41+".into());
            address.settle();
            assert_eq!(read(), address.now());
            assert_eq!(entries(), before, "typing adds nothing to the history");
            address.push(|link| link.speakers.push("enver-hoxha".into()));
            assert_eq!(read(), address.now());
            assert_eq!(entries(), before + 1, "a deliberate step adds one");
            address.push(|link| link.speakers.push("enver-hoxha".into()));
            assert_eq!(entries(), before + 1, "the same state is no step");
            address.replace(|link| link.at = Some("t7".into()));
            address.settle();
            assert_eq!(window().location().hash().unwrap_or_default(), "#t7");
            address.replace(|link| *link = link.without_filter());
            address.settle();
            assert_eq!(window().location().search().unwrap_or_default(), "");
        });
    }
}
