//! What the page says when the program cannot have the record, or when its file holds faults.

use leptos::prelude::*;
use memcon_record::ReadError;
use memcon_record::check::Problem;

use crate::library::{LoadError, Why};

/// What is wrong and what can be done, in a sentence for a page that has its text already.
pub fn explain(error: &LoadError) -> String {
    let (what, advice) = match &error.why {
        Why::Unreachable => (
            "The record did not arrive",
            "There is no connection to the site, or the browser refused the file. Nothing is lost: the address above holds what you asked.".into(),
        ),
        Why::Missing(404) => (
            "There is no such record here",
            "The link may be mistyped, or the record was removed from this site.".into(),
        ),
        Why::Missing(status) => (
            "The site could not give the record",
            format!("Its server answered with status {status}. It may help to try again later."),
        ),
        Why::Unreadable(ReadError::Format { found }) => (
            "The record is of a newer kind than this page",
            format!("Its file is of format “{found}”. Reload the page to fetch a newer reader; if this stays, the site's keeper must bring the reader up to date."),
        ),
        Why::Unreadable(ReadError::CutShort { at: (line, column) }) => (
            "The record is cut short",
            format!("Its file ends at line {line}, column {column}, in the middle of the record. It may help to try again; if this stays, the site's keeper must upload the file anew."),
        ),
        Why::Unreadable(error) => (
            "The record cannot be read",
            format!("In its file, {error}. The site's keeper can find the fault with “memcon check”."),
        ),
    };
    format!("{what}. {advice} File: {}", error.file)
}

/// Above a record whose file holds faults that could be passed over.
#[component]
pub fn Faults(
    /// The faults.
    problems: Vec<Problem>,
) -> impl IntoView {
    (!problems.is_empty()).then(|| {
        let n = problems.len();
        view! {
            <details class="faults">
                <summary>
                    {format!("The file of this record holds {}; the text is shown as far as it can be.", super::numbers::count(n, "fault"))}
                </summary>
                <ul>{problems.into_iter().map(|problem| view! { <li>{problem.to_string()}</li> }).collect_view()}</ul>
            </details>
        }
    })
}
