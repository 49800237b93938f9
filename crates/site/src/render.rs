//! Views turned into HTML, without a browser.

use leptos::prelude::*;
use memcon::address::Address;
use memcon::app::{self, App, Content};
use memcon::site::Site;
use memcon_explore::Link;

/// The body of a page that shows `content`, seen from `root` (`./`, `../../`).
pub fn body(root: &str, content: Content) -> String {
    let html = Owner::new().with(|| {
        app::provide(Site { root: root.to_owned(), live: false }, Address::fixed(Link::default()));
        view! { <App content /> }.to_html()
    });
    // Marks that hydration would need, and this page never hydrates.
    html.replace("<!---->", "").replace("<!>", "")
}
