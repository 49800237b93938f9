//! Views turned into HTML, without a browser.

use leptos::prelude::*;
use memcon::app::{App, Content};
use memcon::site::Site;

/// The body of a page that shows `content`, seen from `root` (`./`, `../../`).
pub fn body(root: &str, content: Content) -> String {
    let site = Site { root: root.to_owned() };
    let html = Owner::new().with(|| view! { <App site content /> }.to_html());
    // Marks that hydration would need, and this page never hydrates.
    html.replace("<!---->", "").replace("<!>", "")
}
