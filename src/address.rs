//! The only place that reads and writes the address.
//!
//! Two verbs: [`Address::push`] for a deliberate step, which adds an entry to
//! the history; [`Address::replace`] for what changes as one types or reads.
//! Back and forward come in through `popstate`.

use leptos::prelude::*;
use memcon_explore::Link;
use wasm_bindgen::JsValue;

/// The state of the page that a link carries.
#[derive(Clone, Copy)]
pub struct Address {
    link: RwSignal<Link>,
}

impl Address {
    /// The address bar of the browser.
    pub fn of_the_browser() -> Self {
        let address = Address { link: RwSignal::new(read()) };
        let heard = gloo_events::EventListener::new(&window(), "popstate", move |_| address.link.set(read()));
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
        if let Some(link) = put(link, &self.now(), step) {
            self.link.set(link);
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
    if put(link, &before, step).is_some() {
        _ = web_sys::Event::new("popstate").and_then(|event| window().dispatch_event(&event));
    }
}

/// Writes a link into the address bar, unless it is the one `before`; as it was written.
fn put(link: Link, before: &Link, step: bool) -> Option<Link> {
    let mut link = Some(link.normal()).filter(|link| link != before)?;
    // What could not be taken is not in the new address.
    link.rejected.clear();
    // A browser may refuse too many changes in a short time: the page is right all the same.
    if let Ok(history) = window().history() {
        let url = address_of(&link);
        _ = if step {
            history.push_state_with_url(&JsValue::NULL, "", Some(&url))
        } else {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
        };
    }
    Some(link)
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
            assert_eq!(read(), address.now());
            assert_eq!(entries(), before, "typing adds nothing to the history");
            address.push(|link| link.speakers.push("enver-hoxha".into()));
            assert_eq!(read(), address.now());
            assert_eq!(entries(), before + 1, "a deliberate step adds one");
            address.push(|link| link.speakers.push("enver-hoxha".into()));
            assert_eq!(entries(), before + 1, "the same state is no step");
            address.replace(|link| link.at = Some("t7".into()));
            assert_eq!(window().location().hash().unwrap_or_default(), "#t7");
            address.replace(|link| *link = link.without_filter());
            assert_eq!(window().location().search().unwrap_or_default(), "");
        });
    }
}
