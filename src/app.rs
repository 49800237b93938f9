//! Which page this is, and what surrounds it.

use std::sync::Arc;

use leptos::prelude::*;
use memcon_record::index::Index;

use crate::address::Address;
use crate::explorer::Opened;
use crate::library::{self, LoadError};
use crate::site::Site;
use crate::view::notice::{Notice, Notices};
use crate::view::record::Reader;
use crate::view::shelf::Shelf;
use crate::view::trouble::Trouble;

/// The kinds of page of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// The list of records.
    Library,
    /// One record, by its id.
    Record(String),
}

impl Page {
    /// The page that the browser's address names.
    pub fn of_this_address() -> Self {
        Page::at(&window().location().pathname().unwrap_or_default())
    }

    /// The page at `path`: a record where the path ends in `records/<id>/`, else the library.
    pub fn at(path: &str) -> Self {
        let path = path.strip_suffix("index.html").unwrap_or(path);
        let mut folders = path.trim_end_matches('/').rsplit('/');
        match (folders.next(), folders.next()) {
            (Some(id), Some("records")) if !id.is_empty() => Page::Record(id.to_owned()),
            _ => Page::Library,
        }
    }
}

/// What a page shows, once it is at hand.
#[derive(Clone, Debug)]
pub enum Content {
    /// The list of records.
    Library(Index),
    /// One record.
    Record(Arc<Opened>),
    /// A file that cannot be shown.
    Trouble(LoadError),
}

impl Page {
    /// Fetches what the page shows.
    pub async fn fetch(self, root: &str) -> Content {
        let content = match self {
            Page::Library => library::index(root).await.map(Content::Library),
            Page::Record(id) => library::record(root, &id)
                .await
                .map(|(record, problems)| Content::Record(Arc::new(Opened::new(record, problems)))),
        };
        content.unwrap_or_else(Content::Trouble)
    }
}

/// Gives the views what they expect: where the site is, its notices, its address.
pub fn provide(site: Site, address: Address) {
    provide_context(site);
    provide_context(Notice::default());
    provide_context(address);
}

/// A whole page; [`provide`] goes before it.
#[component]
pub fn App(
    /// What it shows.
    content: Content,
) -> impl IntoView {
    view! {
        <Masthead library=matches!(content, Content::Library(_)) record=matches!(content, Content::Record(_)) />
        {match content {
            Content::Library(index) => view! { <Shelf index /> }.into_any(),
            Content::Record(opened) => view! { <Reader opened /> }.into_any(),
            Content::Trouble(error) => view! { <Trouble error /> }.into_any(),
        }}
        <Notices />
    }
}

/// Name of the site and the way to the list of records.
#[component]
pub fn Masthead(
    /// Whether this is the list itself.
    library: bool,
    /// Whether this is a record.
    record: bool,
) -> impl IntoView {
    let root = expect_context::<Site>().root;
    view! {
        <header class="masthead">
            <a class="skip" href="#record">"Skip to the text"</a>
            <nav aria-label="Site">
                <a class="name" href=root.clone() aria-current=library.then_some("page")>"Memcon"</a>
                <a href=root aria-current=library.then_some("page")>"All records"</a>
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
    use super::Page;

    #[test]
    fn the_path_says_which_page_it_is() {
        let record = Page::Record("a-b".into());
        for (path, page) in [
            ("/", Page::Library),
            ("/some/folder/", Page::Library),
            ("/some/folder/index.html", Page::Library),
            ("/records/a-b/", record.clone()),
            ("/some/folder/records/a-b/index.html", record.clone()),
            ("/records/a-b", record),
            ("/records/", Page::Library),
        ] {
            assert_eq!(Page::at(path), page, "{path}");
        }
    }
}
