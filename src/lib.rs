//! The explorer: everything that knows Leptos.
//!
//! A page is printed first and made live second. [`app`] arranges a page from
//! what is in [`view`], a file for each thing on it, and an [`edition`]; that
//! happens at build time (crate `memcon-site`). In the browser [`live`] puts
//! the program behind the printed page: [`library`] has the record,
//! [`explorer`] holds the question and the answer, [`address`] is the only
//! place that reads and writes the address, [`browser`] has the few raw calls
//! to the web platform. [`desk`] is a second program, for what is asked for
//! rarely: it comes when it is first needed.
//!
//! State runs one way: address, answer, page. What is asked changes by
//! [`explorer::Explorer::push`], [`explorer::Explorer::ask`] and
//! [`explorer::Explorer::go`], which write the address; what no link carries
//! (what is on screen) is in the explorer.

// The whole page is one type, and deep.
#![recursion_limit = "256"]

pub mod address;
pub mod app;
pub mod browser;
#[cfg(feature = "desk")]
pub mod desk;
pub mod edition;
#[cfg(all(test, target_arch = "wasm32"))]
mod engine_in_wasm;
pub mod explorer;
pub mod library;
#[cfg(feature = "csr")]
pub mod live;
#[cfg(any(feature = "csr", feature = "desk"))]
pub mod nodes;
pub mod offline;
pub mod site;
pub mod view;

/// Puts the program behind the page, once it has the record; a page that shows no record needs none.
///
/// Not hydration: nothing is expected of the page that was sent. A link asks for another state than the one that was
/// printed, and translators and extensions alter pages; see [`live`].
#[cfg(feature = "csr")]
pub fn start() {
    browser::show_panics();
    wasm_bindgen_futures::spawn_local(async {
        let Some(record) = library::of_the_page().await else { return browser::tell_started() };
        match record {
            // In steps of their own: to read a record, to work out what answers need, and to put the program behind the
            // page are much at once for a phone.
            Ok(record) => {
                browser::breathe().await;
                let opened = explorer::Opened::new(record);
                browser::breathe().await;
                live::start(opened).await;
                browser::tell_started();
                offline::bring_script();
            }
            // The text is there already: it stays, and the page says what does not work.
            Err(error) => browser::say_failed(&view::trouble::explain(&error)),
        }
    });
}

/// Without the feature `csr` there is no browser to start in.
#[cfg(not(feature = "csr"))]
pub fn start() {}
