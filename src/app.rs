//! The kinds of page, and what surrounds each.

use std::sync::Arc;

use leptos::prelude::*;
use memcon_record::index::Index;

use crate::edition::Edition;
use crate::site::Site;
use crate::view::method::Method;
use crate::view::record::Reader;
use crate::view::shelf::Shelf;

/// What a page shows.
#[derive(Clone, Debug)]
pub enum Content {
    /// The list of records.
    Library(Index),
    /// One record.
    Record(Arc<Edition>),
    /// What the explorer is and how it counts.
    Method,
}

/// The id of the record whose page is at `path`, `…/records/<id>/`; `None` for other pages.
pub fn record_at(path: &str) -> Option<&str> {
    let path = path.strip_suffix("index.html").unwrap_or(path);
    let mut folders = path.trim_end_matches('/').rsplit('/');
    let id = folders.next().filter(|id| !id.is_empty())?;
    (folders.next() == Some("records")).then_some(id)
}

/// A whole page, as it is printed.
#[component]
pub fn App(
    /// Where the site is.
    site: Site,
    /// What the page shows.
    content: Content,
) -> impl IntoView {
    provide_context(site);
    view! {
        <Masthead
            library=matches!(content, Content::Library(_))
            record=matches!(content, Content::Record(_))
            method=matches!(content, Content::Method)
        />
        {match content {
            Content::Library(index) => view! { <Shelf index /> }.into_any(),
            Content::Record(edition) => view! { <Reader edition /> }.into_any(),
            Content::Method => view! { <Method /> }.into_any(),
        }}
    }
}

/// Name of the site and the way to the list of records.
#[component]
pub fn Masthead(
    /// Whether this is the list itself.
    library: bool,
    /// Whether this is a record.
    record: bool,
    /// Whether this is the page about the explorer.
    method: bool,
) -> impl IntoView {
    let site = expect_context::<Site>();
    let (root, about) = (site.root.clone(), site.file("about/"));
    // A file that knows of no site has no way to it.
    let all = root.clone().or_else(|| library.then(|| "#record".to_owned()));
    view! {
        <header class="masthead">
            <a class="skip" href="#record">"Skip to the text"</a>
            <nav aria-label="Site">
                <a class="name" href=root aria-current=library.then_some("page")>"Memcon"</a>
                {all.map(|all| view! { <a href=all aria-current=library.then_some("page")>"All records"</a> })}
                {about.map(|about| view! { <a href=about aria-current=method.then_some("page")>"About"</a> })}
                {record.then(|| view! { <a href="#about">"About this record"</a> })}
            </nav>
            {record.then(|| view! {
                <button class="plain keys-button app-only" id="keys-button" popovertarget="keys" aria-keyshortcuts="?">
                    "Keys"
                </button>
            })}
        </header>
    }
}

#[cfg(test)]
mod tests {
    use super::record_at;

    #[test]
    fn the_path_says_which_page_it_is() {
        for (path, record) in [
            ("/", None),
            ("/some/folder/", None),
            ("/some/folder/index.html", None),
            ("/records/a-b/", Some("a-b")),
            ("/some/folder/records/a-b/index.html", Some("a-b")),
            ("/records/a-b", Some("a-b")),
            ("/records/", None),
        ] {
            assert_eq!(record_at(path), record, "{path}");
        }
    }
}
