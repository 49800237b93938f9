//! The record as a file for other programs: buttons that the desk serves (`src/desk/export.rs`), and brings when it is not
//! there yet (`index.html`). Few bytes: every reader has them, and few use them.

use std::sync::Arc;

use leptos::prelude::*;
use memcon_export::Format;

use super::numbers::count;
use crate::edition::Edition;

/// A button for each format; before them how much a file will hold, which a script of the page keeps true.
#[component]
pub fn Take() -> impl IntoView {
    let edition = expect_context::<Arc<Edition>>();
    let button = |format: Format| {
        view! { <button class="plain" data-desk="export" data-value=format.name()>{format.title()}</button> }
    };
    view! {
        <section class="about-record app-only" id="take" aria-labelledby="take-heading">
            <h2 id="take-heading">"Take it with you"</h2>
            <p>"As a file: "<b>{count(edition.record.turns.len(), "turn")}</b></p>
            <p>{Format::ALL.map(button).collect_view()}</p>
            <p role="status"></p>
        </section>
    }
}
