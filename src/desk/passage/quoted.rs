//! The passage that a link quotes: found, marked, named in a notice.

use leptos::prelude::document;
use memcon_explore::link::{Link, View};
use memcon_quote::say::sentence;
use memcon_quote::{Found, Passage, Quote};
use memcon_record::Record;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, ScrollLogicalPosition};

use crate::browser::{all, bring, by_id, focus, with_next_frame};
use crate::desk::Desk;
use crate::desk::parts::button;
use crate::desk::told;
use crate::nodes::{element, first, set, stretches, within};
use crate::view::blocks::name_of;

/// The elements that mark it.
const MARKS: &str = "mark[data-quote]";
/// The class of the notice.
const NOTICE: &str = "quoted";

/// A link's quotation, and how it was found.
pub(in crate::desk) struct Sought {
    /// The values of `quote` and `seal`.
    asked: (String, Option<String>),
    /// Nothing where they say no word.
    found: Option<(Quote, Found)>,
}

/// Marks what `link` quotes, and says of a quotation that is new how it was found. It is looked for once: as one reads on, the
/// link says another place, and another passage like it would be the nearest. `same` says that nothing else is asked than before.
pub(in crate::desk) fn draw(desk: &Desk, link: &Link, same: bool) {
    // Nothing was ever marked: of a long page the browser would look through all for it.
    if link.quote.is_none() && !desk.has_quoted.get() {
        return;
    }
    desk.has_quoted.set(true);
    // The first program may have put back paragraphs that have no marks yet.
    if same && first(MARKS).is_some() {
        return;
    }
    unmark();
    if link.quote.is_none() {
        desk.quoted.take();
    }
    let asked = link.quote.clone().filter(|_| link.view == View::Read).map(|quote| (quote, link.seal.clone()));
    let Some(asked) = asked else { return told::take_away(NOTICE) };
    let mut sought = desk.quoted.borrow_mut();
    let is_new = sought.as_ref().is_none_or(|sought| sought.asked != asked);
    if is_new {
        let hint = link.at.as_deref().or(link.only.as_deref());
        let found = memcon_quote::look(desk.stream(), &asked.0, asked.1.as_deref(), hint);
        sought.replace(Sought { asked, found });
    }
    let Some(Sought { asked: (value, _), found }) = sought.as_ref() else { return };
    let Some((quote, found)) = found else {
        _ = told::show(NOTICE, &format!("quote={value}: there is no word in it to look for."), &[]);
        return;
    };
    if let Some(passage) = found.passage() {
        mark(desk.record, &passage, found.name());
    }
    if is_new {
        tell(desk, link, quote, found);
    }
}

/// Says how a quotation was found, and goes there.
fn tell(desk: &Desk, link: &Link, quote: &Quote, found: &Found) {
    let place = found.passage().and_then(|passage| desk.record.blocks.get(passage.start.block));
    let name = place.map(|block| format!("{}: ", capital(&name_of(desk.record, &block.id)))).unwrap_or_default();
    let dismiss = button("plain", "unquote", "", "Dismiss");
    let said = format!("{name}“{}”. {}", shortened(&quote.remembered()), sentence(found, quote));
    if let Some(notice) = told::show(NOTICE, &said, &[&dismiss]) {
        set(&notice, "data-found", Some(found.name()));
    }
    // A link written by hand, or to words that stand elsewhere now, does not say where.
    let here = place.map(|block| block.id.clone());
    if here.is_some() && link.at != here {
        // Later: the program hears of it and has this drawn again.
        with_next_frame(move || {
            crate::address::settle(|link| link.at = here);
            with_next_frame(show);
        });
    } else {
        with_next_frame(show);
    }
}

/// “Turn 7”.
fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Not more than a few lines of it.
fn shortened(words: &str) -> String {
    const MOST: usize = 160;
    match words.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", words[..at].trim_end()),
        None => words.to_owned(),
    }
}

/// Scrolls to the first mark, when the place of the text is settled.
fn show() {
    with_next_frame(|| {
        if let Some(mark) = all::<Element>(MARKS).first() {
            bring(mark.clone(), ScrollLogicalPosition::Center);
        }
    });
}

/// Takes the marks away; what the first program has put aside meanwhile has its own, until it is put back.
fn unmark() {
    for mark in all::<Element>(MARKS) {
        let Some(parent) = mark.parent_node() else { continue };
        while let Some(child) = mark.first_child() {
            _ = parent.insert_before(&child, Some(&mark));
        }
        _ = parent.remove_child(&mark);
        // Text that was one node is one again.
        parent.normalize();
    }
}

fn mark(record: &Record, passage: &Passage, found: &str) {
    for part in passage.parts(record) {
        let Some(block) = record.blocks.get(part.block) else { continue };
        let Some(paragraph) = block.paragraphs.get(part.paragraph) else { continue };
        let printed =
            by_id(&block.id).and_then(|element| within::<Element>(&element, "p").into_iter().nth(part.paragraph));
        let Some(printed) = printed.filter(|printed| printed.text_content().as_ref() == Some(&paragraph.text)) else {
            continue;
        };
        let units = |bytes: usize| paragraph.text.get(..bytes).map_or(0, |text| text.encode_utf16().count() as u32);
        let (from, to) = (units(part.range.start), units(part.range.end));
        for (node, at) in stretches(&printed) {
            _ = wrap(&node, from.saturating_sub(at), to.saturating_sub(at), found);
        }
    }
}

/// Puts a mark around a part of a piece of text, in its UTF-16 units: never around an element, which the first program may know.
fn wrap(node: &Node, from: u32, to: u32, found: &str) -> Option<()> {
    let length = node.node_value()?.encode_utf16().count() as u32;
    let (from, to) = (from.min(length), to.min(length));
    if from >= to {
        return None;
    }
    let range = document().create_range().ok()?;
    range.set_start(node, from).ok()?;
    range.set_end(node, to).ok()?;
    let mark = element("mark", "", "");
    set(&mark, "data-quote", Some(found));
    range.surround_contents(&mark).ok()
}

/// Takes the quotation out of the address; with it go its marks and its notice.
pub(in crate::desk) fn dismiss() {
    let at = crate::address::read().at;
    crate::address::settle(|link| (link.quote, link.seal) = (None, None));
    // What had the focus may be gone.
    _ = at.and_then(|id| by_id(&id)).map(|block| focus(&block));
}

/// Escape does the same, where it has nothing else to do.
pub(in crate::desk) fn listen() {
    let heard = gloo_events::EventListener::new(&leptos::prelude::document(), "keydown", |event| {
        let escapes = event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|event| event.key() == "Escape");
        // Only then: of a long page the browser looks through all for a dialog that there is not.
        let is_free = || !event.default_prevented() && first("dialog[open]").is_none();
        if escapes && is_free() && first(&format!(".notices .{NOTICE}")).is_some() {
            dismiss();
        }
    });
    heard.forget();
}
