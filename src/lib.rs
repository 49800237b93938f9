//! The explorer: everything that knows Leptos.
//!
//! Read the modules in this order: [`app`] decides which page this is,
//! [`address`] is the only place that reads and writes the address, [`library`]
//! fetches JSON, [`explorer`] holds what all views of a record share, and
//! [`view`] has a file for each thing on screen. [`browser`] has the few raw
//! calls to the web platform.
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
pub mod view;

/// Mounts the app into the page, in place of what waited there.
#[cfg(feature = "csr")]
pub fn start() {
    use leptos::prelude::*;

    browser::show_panics();
    let Some(host) = browser::host() else { return };
    host.set_inner_html("");
    leptos::mount::mount_to(host, || {
        app::provide(browser::root(), address::Address::of_the_browser());
        view! { <app::App page=app::Page::of_this_address() /> }
    })
    .forget();
    browser::tell_started();
}

/// Without the feature `csr` there is no browser to start in.
#[cfg(not(feature = "csr"))]
pub fn start() {}
