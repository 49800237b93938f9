//! The program behind a page that has its text already.
//!
//! Nothing that is printed is drawn anew. [`controls`] makes controls of what
//! only the program can serve; [`draw`] writes the state onto the page, a file
//! for each part of it; [`clicks`] and [`keys`] are the listeners that change
//! the state. Leptos' signals and effects carry it from the one to the other.
//!
//! A page may have been altered on its way (translators, extensions): what is
//! not found there is passed over.

mod block;
mod choices;
mod clicks;
mod controls;
mod keys;
mod marks;
mod nothing;
mod notices;
mod part;
mod search;
mod share;
mod text;
mod timeline;
mod walk;

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use memcon_explore::link::{Link, View};
use memcon_record::Record;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use self::choices::Choices;
use self::notices::Notices;
use self::text::Page;
use crate::address::Address;
use crate::browser;
use crate::explorer::{Answered, Explorer, Opened};
use crate::nodes;

/// Puts the program behind the page of a record; in one step, after what cannot be seen: what the address asks is on the page
/// when it is next drawn.
pub async fn start(opened: Opened) {
    _ = any_spawner::Executor::init_wasm_bindgen();
    controls::make();
    browser::breathe().await;
    let owner = Owner::new();
    owner.with(|| {
        let address = Address::of_the_browser();
        // What was typed before the program came is asked.
        let typed = search::typed();
        if !typed.is_empty() {
            address.replace(|link| link.question = typed);
        }
        let explorer = Explorer::new(opened, address);
        let notices = Notices::follow();
        follow(explorer, notices);
        walk::follow(explorer);
        timeline::follow(explorer);
        search::listen(explorer);
        let heard = move |_: &web_sys::Event| explorer.forms.set(search::forms());
        gloo_events::EventListener::new(&document(), "memcon:forms", heard).forget();
        clicks::listen(explorer, notices);
        keys::listen(explorer, notices);
        // A long page is not worth it: to lay it out anew is seen more than what moves.
        if !browser::is_long() && (explorer.now().answer.active || address.now().view != View::Read) {
            put_anew();
        }
        controls::make_mentions(explorer, 0);
    });
    // A page has one program for as long as it is open.
    std::mem::forget(owner);
}

/// What is on the page.
struct Drawn {
    link: Link,
    answered: Arc<Answered>,
}

/// Keeps the page true to the state.
fn follow(explorer: Explorer, notices: Notices) {
    let choices = Choices::of(&explorer.opened().record);
    let page = Page::new(explorer);
    Effect::new(move |before: Option<Drawn>| draw(explorer, notices, &choices, &page, before));
}

fn draw(explorer: Explorer, notices: Notices, choices: &Rc<Choices>, page: &Rc<Page>, before: Option<Drawn>) -> Drawn {
    let (link, answered, opened) = (explorer.address.link().get(), explorer.answered.get(), explorer.opened());
    let record = &opened.record;
    let was = before.as_ref().map(|before| before.link.clone());
    // A step through the text changes the place alone.
    let asked = |link: &Link| Link { at: None, hit: None, ..link.clone() };
    let same = was.as_ref().is_some_and(|was| asked(was) == asked(&link));
    let is_new = before.as_ref().is_none_or(|before| !Arc::ptr_eq(&before.answered, &answered));
    let stems = || answered.filter.question.parts.iter().flat_map(|part| &part.stems);
    let hit = explorer.at_hit(&link).map(|hit| answered.answer.hits[hit].block);
    let at = hit.or_else(|| explorer.block(link.at.as_deref()?));
    page.draw(answered.clone(), is_new, explorer.places(&link), at);
    let is_nothing = nothing::draw(&answered, is_new, stems().all(|stem| answered.forms.of_word(stem).is_some()));
    if !same || is_new {
        choices.draw(&link, &answered);
        search::draw(explorer, was.as_ref(), &link, &answered);
    }
    if was.as_ref().is_none_or(|was| was.view != link.view) {
        for view in View::ALL {
            _ = browser::by_id(view.name()).map(|element| element.set_hidden(link.view != view));
        }
    }
    search::tally(record, &answered, explorer.at_hit(&link));
    notices.pass_over(&answered, link.at.as_deref());
    text::follow_the_address(explorer, was.as_ref(), &link);
    // Where nothing answers the desk knows why, and it knows the forms of words.
    let waits = link.view != View::Read || is_nothing || stems().next().is_some();
    // How that goes is said in its place.
    _ = browser::by_id("desk").map(|place| place.set_hidden(!waits));
    let is_asked = waits || link.quote.is_some() || link.only.is_some();
    let drawn = Drawn { link: link.clone(), answered: answered.clone() };
    let rest = move || {
        explorer.address.settle();
        if !same || is_new {
            name_the_window(&explorer.opened().record, &link, &answered);
        }
        if is_asked {
            browser::tell("memcon:desk");
        }
        browser::tell("memcon:drawn");
    };
    // What one waits for is seen first; in other views than the text it is the desk's. A window that is opened has its name at
    // once, though nobody sees it yet.
    let is_text = drawn.link.view == View::Read || browser::is_long();
    if is_text && before.is_some() {
        browser::after_next_frame(rest)
    } else {
        rest()
    }
    drawn
}

/// The window is named after what it shows, so that history and bookmarks can be read.
fn name_the_window(record: &Record, link: &Link, answered: &Answered) {
    let filter = &answered.filter;
    let mut parts: Vec<&str> = Vec::new();
    parts.extend(Some(link.question.trim()).filter(|question| !question.is_empty()));
    let speakers = record.participants.iter().filter(|person| link.speakers.contains(&person.id));
    parts.extend(speakers.map(|person| person.name.as_str()));
    parts.extend(filter.delegations.iter().filter_map(|i| record.delegations.get(*i)).map(|d| d.name.as_str()));
    parts.extend(filter.topics.iter().filter_map(|i| record.topics.get(*i)).map(|t| t.name.as_str()));
    parts.extend(filter.mentions.iter().filter_map(|i| record.entities.get(*i)).map(|e| e.name.as_str()));
    parts.push(&record.title);
    document().set_title(&parts.join(" · "));
}

/// Takes the page out and puts it back, in one step: what a link hides is then not seen to move away.
fn put_anew() {
    let focused = document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(host) = browser::by_id("app") {
        let page = document().create_document_fragment();
        while let Some(child) = host.first_child() {
            _ = page.append_child(&child);
        }
        _ = host.append_child(&page);
    }
    _ = focused.map(|element| browser::focus(&element));
}
