//! What the page says when a file cannot be shown, or holds faults.

use leptos::prelude::*;
use memcon_record::ReadError;
use memcon_record::check::Problem;

use crate::library::{Asked, LoadError, Why};
use crate::site::Site;

/// In place of a page whose file cannot be shown.
#[component]
pub fn Trouble(
    /// What went wrong.
    error: LoadError,
) -> impl IntoView {
    let root = expect_context::<Site>().root;
    let (what, advice) = explain(&error);
    let file = error.file;
    view! {
        <main class="trouble" id="record">
            <h1>{what}</h1>
            <p>{advice}</p>
            <p class="quiet">"File: " <a href=file.clone()>{file.clone()}</a></p>
            <p>
                <a href="">"Try again"</a>
                " · "
                <a href=root>"All records"</a>
            </p>
        </main>
    }
}

/// What is wrong, and what can still be done.
pub fn explain(error: &LoadError) -> (String, String) {
    let what = match error.of {
        Asked::List => "list of records",
        Asked::Record => "record",
    };
    let (heading, advice) = match &error.why {
        Why::Unreachable => (
            format!("The {what} did not arrive"),
            "There is no connection to the site, or the browser refused the file. Nothing is lost: the address above holds what you asked.".into(),
        ),
        Why::Missing(404) => (
            format!("There is no such {what} here"),
            match error.of {
                Asked::List => "The file is missing from this site. The site's keeper can make it anew with “memcon index”.",
                Asked::Record => "The link may be mistyped, or the record was removed from this site.",
            }
            .into(),
        ),
        Why::Missing(status) => (
            format!("The site could not give the {what}"),
            format!("Its server answered with status {status}. It may help to try again later."),
        ),
        Why::Newer(found) => (
            format!("The {what} is of a newer kind than this page"),
            format!("Its file is of format “{found}”. Reload the page to fetch a newer reader; if this stays, the site's keeper must bring the reader up to date."),
        ),
        Why::Unreadable(ReadError::CutShort { at: (line, column) }) => (
            format!("The {what} is cut short"),
            format!("Its file ends at line {line}, column {column}, in the middle of the {what}. It may help to try again; if this stays, the site's keeper must upload the file anew."),
        ),
        Why::Unreadable(error) => (
            format!("The {what} cannot be read"),
            format!("In its file, {error}. The site's keeper can find the fault with “memcon check”."),
        ),
        Why::NoIndex(error) => (
            format!("The {what} cannot be read"),
            format!("In its file, {error}. The site's keeper can make it anew with “memcon index”."),
        ),
    };
    (heading, advice)
}

/// What is wrong, in a sentence for a page that has its text already.
pub fn in_short(error: &LoadError) -> String {
    let (what, advice) = explain(error);
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
