//! Parts of a page that the program draws anew: each is printed as well, so that the page does not move when it comes.

use leptos::prelude::*;

/// Where such a part stands. Without a program what is in it is hidden, and keeps its room.
#[component]
pub fn Island(
    /// By which the program finds it.
    name: &'static str,
    /// What it shows until then.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! { <div data-island=name>{children.map(|children| children())}</div> }
}
