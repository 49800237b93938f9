//! The explorer: everything that knows Leptos.
//!
//! Read the modules in this order: [`app`] decides which page this is,
//! [`address`] is the only place that reads and writes the address, [`library`]
//! fetches JSON, [`explorer`] holds what all views of a record share, and
//! [`view`] has a file for each thing on screen. [`browser`] has the few raw
//! calls to the web platform, and [`offline`] brings what keeps the site for reading
//! offline. Pages are made at build time from the same views
//! (crate `memcon-site`); [`start`] replaces them.
//!
//! State runs one way: address, answer, views. Views write back through
//! [`address::Address::push`] and [`address::Address::replace`] only.

// The whole page is one type, and deep.
#![recursion_limit = "256"]

pub mod address;
pub mod app;
pub mod browser;
pub mod explorer;
pub mod library;
pub mod offline;
pub mod view;

/// Fetches what the page shows and puts the app, in one step, in place of the page that was sent.
///
/// Not hydration: a link asks for another state than the one that was rendered, and translators and extensions
/// alter the page; what is put in place cannot disagree with what was there.
#[cfg(feature = "csr")]
pub fn start() {
    use app::{Content, Page, Site};
    use leptos::prelude::*;

    browser::show_panics();
    // Leptos has no executor before something is mounted.
    wasm_bindgen_futures::spawn_local(async {
        let site = Site { root: browser::root(), live: true };
        let content = Page::of_this_address().fetch(&site.root).await;
        let Some(host) = browser::host() else { return };
        if let (Content::Trouble(error), true) = (&content, host.has_attribute("data-page")) {
            // The text is there already: it stays, and the page says what does not work.
            return browser::say_failed(&view::trouble::in_short(error));
        }
        let kept = browser::Kept::of_the_page();
        host.set_inner_html("");
        let address = address::Address::of_the_browser();
        kept.ask(address);
        leptos::mount::mount_to(host, move || {
            app::provide(site, address);
            view! { <app::App content /> }
        })
        .forget();
        kept.focus();
        browser::tell_started();
        offline::bring_script();
    });
}

/// Without the feature `csr` there is no browser to start in.
#[cfg(not(feature = "csr"))]
pub fn start() {}
