//! The site arrives: under a sub-folder, at the root and at a record's own address, twice, without a complaint.

use memcon_browser_tests::{Window, journey};

/// The address of a record that the site lists.
const RECORD: &str = "records/1964-11-25-kwp-delegation-enver-hoxha/";

#[test]
fn the_library_arrives() {
    journey("the_library_arrives", Window::desktop(), async |page| {
        page.open("").await?;
        page.until("the app has drawn something", "document.querySelector('main, h1')").await?;
        let title: String = page.eval("document.title").await?;
        assert!(!title.trim().is_empty(), "the page has a title");
        page.until_address("").await?;
        page.shot("drawn").await
    });
}

/// The second time the loader comes from the browser's memory, where a wrong integrity sum has blocked it before.
#[test]
fn a_record_arrives_twice() {
    journey("a_record_arrives_twice", Window::phone().dark(), async |page| {
        for _ in 0..2 {
            page.open(RECORD).await?;
            page.until("the app has drawn something", "document.querySelector('main, h1')").await?;
        }
        page.reload().await?;
        page.until("the app has drawn something", "document.querySelector('main, h1')").await?;
        page.until_eq("a phone's width", "innerWidth", 390).await?;
        page.until("a dark page is asked for", "matchMedia('(prefers-color-scheme: dark)').matches").await
    });
}

#[test]
fn nothing_is_asked_of_another_origin() {
    journey("nothing_is_asked_of_another_origin", Window::desktop(), async |page| {
        page.open(RECORD).await?;
        page.until("the app has drawn something", "document.querySelector('main, h1')").await?;
        let asked: Vec<String> =
            page.eval("performance.getEntriesByType('resource').map((entry) => entry.name)").await?;
        assert!(!asked.is_empty(), "the page is made of several files");
        let origin: String = page.eval("location.origin").await?;
        let elsewhere: Vec<_> = asked.iter().filter(|url| !url.starts_with(&origin)).collect();
        assert!(elsewhere.is_empty(), "{elsewhere:?}");
        Ok(())
    });
}

#[test]
fn the_page_for_missing_pages_stands_alone() {
    journey("the_page_for_missing_pages_stands_alone", Window::desktop(), async |page| {
        page.open("records/no-such-record/at/any/depth").await?;
        page.until_eq("it says so", "document.querySelector('h1').textContent", "There is no page at this address.")
            .await?;
        page.accessible("the page for missing pages").await?;
        // The browser itself notes the answer 404, and asks the host for an icon.
        let noted = page.console().await?;
        assert!(noted.iter().all(|entry| entry.message.contains("404")), "{noted:?}");
        let asked: Vec<String> =
            page.eval("performance.getEntriesByType('resource').map((entry) => entry.name)").await?;
        assert!(asked.is_empty(), "{asked:?}");
        Ok(())
    });
}
