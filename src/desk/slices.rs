//! Long lists come onto the page a part at a time, so that it answers meanwhile.

use web_sys::Element;

use crate::browser;

/// Has each of `items` drawn by `one`, so many `at_once`, for as long as `place` is on the page; then does what comes at the `end`.
pub(super) fn draw<T>(
    place: Element,
    at_once: usize,
    mut items: impl Iterator<Item = T> + 'static,
    mut one: impl FnMut(T) + 'static,
    end: impl FnOnce() + 'static,
) {
    for _ in 0..at_once {
        match items.next() {
            Some(item) => one(item),
            None => return end(),
        }
    }
    let later = move || {
        if place.is_connected() {
            draw(place, at_once, items, one, end);
        }
    };
    browser::later(later);
}
