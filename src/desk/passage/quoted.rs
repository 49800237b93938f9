//! The passage that a link quotes: found, marked, named in a notice.

use leptos::prelude::{document, request_animation_frame};
use memcon_explore::link::{Link, View};
use memcon_quote::say::sentence;
use memcon_quote::{Found, Passage};
use memcon_record::Record;
use web_sys::{Element, Node, ScrollLogicalPosition};

use crate::browser::{all, by_id, scroll_to};
use crate::desk::Desk;
use crate::desk::parts::button;
use crate::desk::told;
use crate::nodes::{element, set, stretches, within};
use crate::view::blocks::name_of;

/// The elements that mark it.
const MARKS: &str = "mark[data-quote]";
/// The class of the notice.
const NOTICE: &str = "quoted";

/// Marks what `link` quotes and says how it was found; `was` is the link that was drawn before.
pub(in crate::desk) fn draw(desk: &Desk, link: &Link, was: Option<&Link>) {
    let same = was.is_some_and(|was| (&was.quote, &was.seal) == (&link.quote, &link.seal));
    let asked = link.quote.as_deref().filter(|_| link.view == View::Read);
    let hint = link.at.as_deref().or(link.only.as_deref());
    let found = asked.and_then(|quote| memcon_quote::look(desk.stream(), quote, link.seal.as_deref(), hint));
    unmark();
    let Some((quote, found)) = found else {
        told::take_away(NOTICE);
        if let Some(quote) = asked {
            told::show(NOTICE, &format!("quote={quote}: there is no word in it to look for."), &[]);
        }
        return;
    };
    if let Some(passage) = found.passage() {
        mark(desk.record, &passage, found.name());
    }
    if same {
        return;
    }
    let place = found.passage().and_then(|passage| desk.record.blocks.get(passage.start.block));
    let name = place.map(|block| format!("{}: ", capital(&name_of(desk.record, &block.id)))).unwrap_or_default();
    let dismiss = button("plain", "unquote", "", "Dismiss");
    told::show(
        NOTICE,
        &format!("{name}“{}”. {}", shortened(&quote.remembered()), sentence(&found, &quote)),
        &[&dismiss],
    );
    if let Some(notice) = document().query_selector(&format!(".{NOTICE}")).ok().flatten() {
        set(&notice, "data-found", Some(found.name()));
    }
    // A link written by hand, or to words that stand elsewhere now, does not say where.
    let here = match &found {
        Found::Gone => None,
        _ => place.map(|block| block.id.clone()),
    };
    if here.is_some() && link.at != here {
        // Later: the program hears of it and has this drawn again.
        request_animation_frame(move || {
            crate::address::settle(|link| link.at = here);
            request_animation_frame(show);
        });
    } else {
        request_animation_frame(show);
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
    request_animation_frame(|| {
        if let Some(mark) = all::<Element>(MARKS).first() {
            scroll_to(mark, ScrollLogicalPosition::Center, false);
        }
    });
}

/// Takes the marks away; what the first program has put aside meanwhile has its own, until it is put back.
pub(in crate::desk) fn unmark() {
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

/// Takes the quotation out of the address, with its marks and its notice.
pub(in crate::desk) fn dismiss() {
    unmark();
    told::take_away(NOTICE);
    crate::address::settle(|link| (link.quote, link.seal) = (None, None));
}
