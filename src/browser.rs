//! The few raw calls to the web platform, each harmless where it is refused.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

/// The root of the site, as the page that was served names it: relative, `./` or `../../`.
pub fn root() -> String {
    document().document_element().and_then(|html| html.get_attribute("data-root")).unwrap_or_else(|| "./".to_owned())
}

/// Tells the page that the program runs, so that it does not take a later error for a failed start, nor an earlier one
/// that was none of the program's.
pub fn tell_started() {
    if let Some(html) = document().document_element() {
        _ = html.set_attribute("data-started", "");
        _ = html.remove_attribute("data-failed");
    }
    if let Some(failed) = by_id("failed") {
        failed.set_hidden(true);
    }
}

/// A panic shows the page's own message of failure, and goes to the console.
pub fn show_panics() {
    std::panic::set_hook(Box::new(|info| {
        leptos::logging::error!("{info}");
        say_failed("There is a fault in the reader.");
    }));
}

/// Shows the page's own message of failure. By `data-failed` the style takes controls that need the program away, and
/// shows what the program had hidden.
pub fn say_failed(why: &str) {
    if let Some(html) = document().document_element() {
        _ = html.set_attribute("data-failed", "");
    }
    if let Some(place) = document().get_element_by_id("why") {
        place.set_text_content(Some(why));
    }
    if let Some(failed) = by_id("failed") {
        failed.set_hidden(false);
    }
}

/// Tells the document that something has happened, for what listens on the page: its own script, and the other program.
pub fn tell(what: &str) {
    _ = web_sys::Event::new(what).and_then(|event| document().dispatch_event(&event));
}

/// The element with this id.
pub fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// All elements of a CSS selector, in the order of the page.
pub fn all<T: JsCast>(selector: &str) -> Vec<T> {
    found(document().query_selector_all(selector).ok())
}

/// The same within an element.
pub fn within<T: JsCast>(element: &Element, selector: &str) -> Vec<T> {
    found(element.query_selector_all(selector).ok())
}

fn found<T: JsCast>(list: Option<web_sys::NodeList>) -> Vec<T> {
    let list = list.iter().flat_map(|list| (0..list.length()).filter_map(|i| list.get(i)));
    list.filter_map(|node| node.dyn_into().ok()).collect()
}

/// Whether the reader has asked for less motion.
fn is_still() -> bool {
    window().match_media("(prefers-reduced-motion: reduce)").ok().flatten().is_some_and(|query| query.matches())
}

/// Scrolls until `element` begins below what is fixed at the top.
pub fn scroll_to(element: &Element, block: ScrollLogicalPosition, smooth: bool) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(block);
    options.set_behavior(if smooth && !is_still() { ScrollBehavior::Smooth } else { ScrollBehavior::Instant });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Scrolls to the block with this id and puts the focus there, so that the keyboard goes on from it.
pub fn go_to(id: &str) {
    if let Some(element) = by_id(id) {
        focus(&element);
        bring(element.into(), ScrollLogicalPosition::Start);
    }
}

/// Scrolls to `element`, and again in some frames after: what stands around it and was never drawn had an estimated height.
pub fn bring(element: Element, block: ScrollLogicalPosition) {
    settle(element, block, if is_long() { 8 } else { 1 });
}

fn settle(element: Element, block: ScrollLogicalPosition, frames: u8) {
    scroll_to(&element, block, false);
    if frames > 0 {
        with_next_frame(move || settle(element, block, frames - 1));
    }
}

/// Whether the text stands in stretches, of which those that are not on screen are not laid out.
pub fn is_long() -> bool {
    document().query_selector(".text .stretch").is_ok_and(|stretch| stretch.is_some())
}

/// Whether the reader has moved on the page before the program was there, as the page's own script has noted.
pub fn has_moved() -> bool {
    document().document_element().is_some_and(|html| html.has_attribute("data-moved"))
}

/// Puts the focus on `element` without scrolling.
pub fn focus(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    _ = element.focus_with_options(&options);
}

/// Whether words on the page are selected.
pub fn is_selecting() -> bool {
    window().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed())
}

/// Absent where the page is not served safely (http on another machine).
pub fn clipboard() -> Option<web_sys::Clipboard> {
    js_sys::Reflect::get(&window().navigator(), &"clipboard".into()).ok()?.dyn_into().ok()
}

/// Does `step` in the browser's next turn. Boxed, here and in [`with_next_frame`]: the program would have the ways of a
/// callback once for each kind of step.
pub fn later(step: impl FnOnce() + 'static) {
    let step: Box<dyn FnOnce()> = Box::new(step);
    set_timeout(step, Duration::ZERO);
}

/// Does `step` right before the next frame is drawn.
pub fn with_next_frame(step: impl FnOnce() + 'static) {
    let step: Box<dyn FnOnce()> = Box::new(step);
    request_animation_frame(step);
}

/// Does `step` once the next frame is drawn: what one waits for is seen before more is done.
pub fn after_next_frame(step: impl FnOnce() + 'static) {
    with_next_frame(move || later(step));
}

/// Lets the browser have its turn before more is done.
pub async fn breathe() {
    let turn = js_sys::Promise::new(&mut |done, _| _ = window().set_timeout_with_callback(&done));
    _ = wasm_bindgen_futures::JsFuture::from(turn).await;
}

/// Copies `text`; `done` is told whether it worked.
pub fn copy(text: String, done: impl FnOnce(bool) + 'static) {
    let Some(clipboard) = clipboard() else { return done(false) };
    wasm_bindgen_futures::spawn_local(async move {
        let copied = wasm_bindgen_futures::JsFuture::from(clipboard.write_text(&text)).await;
        done(copied.is_ok());
    });
}

/// The address of this page without query and fragment.
pub fn page_address() -> String {
    // Not the origin: of a file on a disk some browsers say that it has none.
    let whole = window().location().href().unwrap_or_default();
    whole.split(['?', '#']).next().unwrap_or_default().to_owned()
}

/// Whether the focus is on the element with this id, or in it.
pub fn has_focus(id: &str) -> bool {
    let active = document().active_element();
    by_id(id).zip(active).is_some_and(|(element, active)| element.contains(Some(&active)))
}

/// Where the fixed part at the top of the window ends, in CSS pixels from the top.
pub fn top_of_text() -> f64 {
    by_id("rail").map_or(0.0, |rail| rail.get_bounding_client_rect().bottom().max(0.0))
}

/// The turns on the page that are not hidden, in order.
pub fn turns_on_page() -> Vec<Element> {
    all(TURNS)
}

const TURNS: &str = "article.turn:not([hidden])";

/// The turns between `top` and `bottom` in the window, in order. Of thousands, only those are looked at that stand in a
/// stretch on screen: to ask where another is would have the browser lay it out.
pub fn turns_between(top: f64, bottom: f64) -> Vec<Element> {
    let Some(text) = by_id("record").and_then(|record| record.query_selector(".text").ok().flatten()) else {
        return Vec::new();
    };
    let here = |parts| between(parts, top, bottom);
    if !is_long() {
        return here(within(&text, TURNS));
    }
    let stretches = here(parts(&text)).iter().flat_map(|reach| here(parts(reach))).collect::<Vec<_>>();
    stretches.iter().flat_map(|stretch| here(within(stretch, TURNS))).collect()
}

/// The parts of a long text that stand in `element` and are not hidden. A selector would be held against all that is in them.
fn parts(element: &Element) -> Vec<Element> {
    let parts = std::iter::successors(element.first_element_child(), Element::next_element_sibling);
    let is_seen =
        |part: &Element| !part.has_attribute("hidden") && part.get_attribute("data-part").as_deref() != Some("later");
    parts.filter(is_seen).collect()
}

/// Those of `elements` that are seen there; they stand one below the other.
fn between(elements: Vec<Element>, top: f64, bottom: f64) -> Vec<Element> {
    let first = elements.partition_point(|element| element.get_bounding_client_rect().bottom() <= top);
    let is_seen = |element: &Element| {
        let rect = element.get_bounding_client_rect();
        rect.height() > 0.0 && rect.top() < bottom
    };
    elements.into_iter().skip(first).take_while(is_seen).collect()
}

/// Remembers where a turn stands; called after the page has changed, the answer puts it there again.
pub fn hold(turn: Element) -> impl FnOnce() {
    let top = turn.get_bounding_client_rect().top();
    move || {
        // Of a long text, what it stands in may be; or has yet to be written, where the turn will be hidden.
        if turn.closest("[hidden], [data-part=later]").is_ok_and(|hidden| hidden.is_none()) {
            window().scroll_by_with_x_and_y(0.0, turn.get_bounding_client_rect().top() - top);
        }
    }
}

/// If what is on screen went away under the reader, goes back to the beginning of the text.
pub fn keep_text_in_view() {
    let top = top_of_text();
    let scrolled = by_id("record").filter(|text| text.get_bounding_client_rect().top() < top);
    if let Some(text) = scrolled.filter(|_| turns_between(top, window_height()).is_empty()) {
        scroll_to(&text, ScrollLogicalPosition::Start, false);
    }
}

/// Height of the window in CSS pixels.
pub fn window_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0)
}

/// How much of the window's height is below the beginning of the text, in CSS pixels; all of it, once that is above the window.
/// To be asked before anything is changed, or the browser lays the page out for it.
pub fn room_for_text() -> f64 {
    let above = by_id("record").map_or(0.0, |text| text.get_bounding_client_rect().top());
    // Not `clamp`, whose panic writes out numbers: 8 KB of download.
    window_height() - above.max(0.0).min(window_height())
}

/// A click without a key that asks for a new tab or window.
pub fn is_plain_click(event: &web_sys::MouseEvent) -> bool {
    event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
}

/// CSS pixels between the rail and what one goes to.
const ROOM_BELOW_RAIL: i32 = 12;

/// Tells the style how high the rail is, so that what one goes to is not under it.
pub fn tell_height_of_rail() {
    let Some(rail) = by_id("rail") else { return };
    if let Some(html) = document().document_element().and_then(|html| html.dyn_into::<HtmlElement>().ok()) {
        // Not by a variable: all the page would inherit it, and be styled anew.
        let height = format!("{}px", rail.get_bounding_client_rect().height().ceil() as i32 + ROOM_BELOW_RAIL);
        _ = html.style().set_property("scroll-padding-top", &height);
    }
}

/// The turn that one is reading.
pub fn current_turn() -> Option<Element> {
    read_of(turns_between(top_of_text() + READ, window_height()))
}

/// Of a turn so much is below the rail at least, in CSS pixels, if one reads it.
pub const READ: f64 = 24.0;

/// The one with the focus, if it is among those on screen; else the first.
pub fn read_of(seen: Vec<Element>) -> Option<Element> {
    let active = document().active_element();
    let focused = seen.iter().position(|turn| active.as_ref().is_some_and(|active| turn.contains(Some(active))));
    seen.into_iter().nth(focused.unwrap_or(0))
}
