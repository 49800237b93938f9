//! Which page this is, and what surrounds it.

use leptos::prelude::*;

use crate::address::Address;
use crate::view::notice::{Notice, Notices};
use crate::view::record::RecordPage;
use crate::view::shelf::Shelf;

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

/// Everything that a view needs to know of the site.
#[derive(Clone, Debug)]
pub struct Site {
    /// The root of the site as seen from this page: `./` or `../../`.
    pub root: String,
}

/// Gives the views what they expect: where the site is, its notices, its address.
pub fn provide(root: String, address: Address) {
    provide_context(Site { root });
    provide_context(Notice::default());
    provide_context(address);
}

/// The app on a page; [`provide`] goes before it.
#[component]
pub fn App(
    /// Which page.
    page: Page,
) -> impl IntoView {
    view! {
        <Masthead library=matches!(page, Page::Library) />
        {match page {
            Page::Library => view! { <Shelf /> }.into_any(),
            Page::Record(id) => view! { <RecordPage id /> }.into_any(),
        }}
        <Notices />
    }
}

/// Name of the site and the way to the list of records.
#[component]
pub fn Masthead(
    /// Whether this is the list itself.
    library: bool,
) -> impl IntoView {
    let root = expect_context::<Site>().root;
    view! {
        <header class="masthead">
            <a class="skip" href="#record">"Skip to the text"</a>
            <nav aria-label="Site">
                <a class="name" href=root.clone() aria-current=library.then_some("page")>"Memcon"</a>
                <a href=root aria-current=library.then_some("page")>"All records"</a>
                {(!library).then(|| view! { <a href="#about">"About this record"</a> })}
            </nav>
            {(!library).then(|| view! {
                <button class="plain keys-button" id="keys-button" popovertarget="keys" aria-keyshortcuts="?">
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
