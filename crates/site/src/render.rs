//! Views turned into HTML, without a browser.

use leptos::prelude::*;
use memcon::app::{App, Content};
use memcon::site::Site;

/// The body of a page of `site` that shows `content`.
pub fn body(site: Site, content: Content) -> String {
    let html = Owner::new().with(|| view! { <App site content /> }.to_html());
    // Marks that hydration would need, and this page never hydrates.
    html.replace("<!---->", "").replace("<!>", "")
}
