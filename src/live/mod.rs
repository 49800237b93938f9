//! The program behind a page that has its text already.
//!
//! Nothing that is printed is drawn anew. [`controls`] makes controls of what
//! only the program can serve, [`island`] draws the parts that are made of the
//! state alone, and the rest writes the state onto the page: [`text`] which
//! blocks are seen and what is marked in them, [`choices`] counts and what is
//! chosen, [`timeline`] the drawing. [`clicks`] is the one listener for links
//! and choices, [`keys`] the one for keys.
//!
//! A page may have been altered on its way (translators, extensions): what is
//! not found there is passed over.

mod choices;
mod clicks;
mod controls;
mod keys;
mod marks;
mod nodes;
mod oddities;
mod text;
mod timeline;

use std::sync::Arc;

use leptos::prelude::*;
use memcon_explore::link::View;
use memcon_record::Record;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::address::Address;
use crate::browser;
use crate::explorer::{Explorer, Opened};
use crate::view::chosen::Chosen;
use crate::view::concordance::Concordance;
use crate::view::nothing::Nothing;
use crate::view::notice::{Notice, Notices};
use crate::view::search::{Search, Ways};

/// Puts the program behind the page of `record`, in one step: what the address asks is on the page when it is next drawn.
pub fn start(record: Record) {
    // Leptos has no executor before something is mounted.
    _ = any_spawner::Executor::init_wasm_bindgen();
    let kept = browser::Kept::of_the_page();
    let owner = Owner::new();
    owner.with(|| {
        let address = Address::of_the_browser();
        kept.ask(address);
        let explorer = Explorer::new(Arc::new(Opened::new(record)), address);
        let notice = Notice::default();
        provide_context(explorer);
        provide_context(notice);
        controls::make();
        island("search", || view! { <Search /> });
        island("chosen", || view! { <Chosen /> });
        island("ways", || view! { <Ways /> });
        island("nothing", || view! { <Nothing /> });
        island("lines", || view! { <Concordance /> });
        island("notices", || view! { <Notices /> });
        text::follow(explorer);
        choices::follow(explorer);
        timeline::follow(explorer);
        clicks::listen(explorer, notice);
        keys::listen(explorer, notice);
        oddities::tell(explorer, notice);
        show_the_view(explorer);
        name_the_window(explorer);
        if explorer.answer.with_untracked(|answer| answer.active) || address.now().view != View::Read {
            put_anew();
        }
    });
    // A page has one program for as long as it is open.
    std::mem::forget(owner);
    kept.focus();
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

/// Draws a part of the page in place of what was printed there.
fn island<N: IntoView + 'static>(name: &str, draw: fn() -> N) {
    for place in nodes::all::<HtmlElement>(&format!("[data-island={name}]")) {
        place.replace_children_with_node_0();
        mount_to(place, draw).forget();
    }
}

/// The text, or who speaks after whom; the concordance draws itself.
fn show_the_view(explorer: Explorer) {
    Effect::new(move |_| {
        let view = explorer.address.link().read().view;
        for (id, of) in [("read", View::Read), ("exchange", View::Exchange)] {
            _ = browser::by_id(id).map(|element| element.set_hidden(view != of));
        }
    });
}

/// The window is named after what it shows, so that history and bookmarks can be read.
fn name_the_window(explorer: Explorer) {
    Effect::new(move |_| {
        let opened = explorer.opened();
        let (record, filter, link) = (&opened.record, explorer.filter.read(), explorer.address.link().read());
        let mut parts: Vec<&str> = Vec::new();
        parts.extend(Some(link.question.trim()).filter(|question| !question.is_empty()));
        let speakers = record.participants.iter().filter(|person| link.speakers.contains(&person.id));
        parts.extend(speakers.map(|person| person.name.as_str()));
        let filter = &filter.0;
        parts.extend(filter.delegations.iter().filter_map(|i| record.delegations.get(*i)).map(|d| d.name.as_str()));
        parts.extend(filter.topics.iter().filter_map(|i| record.topics.get(*i)).map(|t| t.name.as_str()));
        parts.extend(filter.mentions.iter().filter_map(|i| record.entities.get(*i)).map(|e| e.name.as_str()));
        parts.push(&record.title);
        document().set_title(&parts.join(" · "));
    });
}
