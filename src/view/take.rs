//! The record as a file for other programs: buttons that the desk serves (`src/desk/export.rs`).

use std::sync::Arc;

use leptos::prelude::*;
use memcon_export::Format;

use super::numbers::count;
use crate::edition::Edition;

/// A button for each format; before them, how much a file will hold, which a script of the page keeps true.
#[component]
pub fn Take() -> impl IntoView {
    let edition = expect_context::<Arc<Edition>>();
    let whole = format!("the whole record, {}", count(edition.record.turns.len(), "turn"));
    let (data, citing) = Format::ALL.split_at(Format::ALL.len() - CITING);
    let buttons = |formats: &[Format]| {
        let button = |format: &Format| {
            view! { <button class="plain" type="button" data-desk="export" data-value=format.name()>{format.title()}</button> }
        };
        formats.iter().map(button).collect_view()
    };
    view! {
        <section class="take app-only" id="take" aria-labelledby="take-heading">
            <h2 id="take-heading">"Take it with you"</h2>
            <p>"Files of "<strong data-whole=whole.clone()>{whole.clone()}</strong>":"</p>
            <div class="formats" role="group" aria-label="The record as a file">{buttons(data)}</div>
            <p>"To cite it:"</p>
            <div class="formats" role="group" aria-label="A citation as a file">{buttons(citing)}</div>
            <p class="quiet">
                "Ask something, and the files hold the turns that answer, with the link that shows them again. "
                "In CSV a cell that a spreadsheet would run as a formula begins with an apostrophe."
            </p>
            <p class="quiet" role="status"></p>
        </section>
    }
}

/// So many formats at the end of the list cite a record and do not hold it.
const CITING: usize = 3;
