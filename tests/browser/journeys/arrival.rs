//! The site arrives: under a sub-folder, at the root and at a record's own address, twice, without a complaint.

use memcon_browser_tests::{Site, Window, journey, journey_on};

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

/// The program replaces the page that was sent: nothing may jump, for a plain link and for one that filters.
#[test]
fn the_program_takes_over_without_a_shift() {
    journey("the_program_takes_over_without_a_shift", Window::desktop(), async |page| {
        for link in ["", "?q=fertilizer*", "#t20"] {
            page.open(&format!("{RECORD}{link}")).await?;
            page.until("the program runs", "'started' in document.documentElement.dataset").await?;
            page.eval::<()>("void (new PerformanceObserver((list, me) => { window.shift = list.getEntries().reduce((sum, entry) => sum + entry.value, 0); me.disconnect(); }).observe({ type: 'layout-shift', buffered: true }), window.shift ??= 0)").await?;
            page.until("nothing has moved", "window.shift < 0.02").await?;
        }
        Ok(())
    });
}

/// Where no script may run, the page is a document.
#[test]
fn without_scripts_the_text_is_there() {
    let policy = [("Content-Security-Policy", "script-src 'none'")];
    let site = Site::with_headers(&policy).unwrap_or_else(|fault| panic!("{fault:#}"));
    journey_on(site, "without_scripts_the_text_is_there", Window::phone(), async |page| {
        page.open(&format!("{RECORD}#t20")).await?;
        page.until_eq("turns", "document.querySelectorAll('article').length", 25).await?;
        page.until_eq("people", "document.querySelectorAll('[data-participant]').length", 11).await?;
        page.until(
            "the link leads to its turn",
            "Math.abs(document.querySelector('#t20').getBoundingClientRect().top) < 300",
        )
        .await?;
        page.until("words", "document.querySelector('#t10').textContent.includes('pulls the donkey out of the mud5.')")
            .await?;
        page.shot("document").await?;
        // The browser notes each script that it did not run.
        page.console().await?;
        Ok(())
    });
}

/// On a slow line one reads before the program comes: it must not take the reader back to the passage of the link.
#[test]
fn who_has_read_on_stays_there() {
    journey("who_has_read_on_stays_there", Window::desktop(), async |page| {
        page.slow(1500).await?;
        page.open(&format!("{RECORD}#t5")).await?;
        page.eval::<()>("void document.querySelector('#t20').scrollIntoView()").await?;
        page.eval::<()>("document.querySelector('#t20 .number').focus({ preventScroll: true })").await?;
        let early: bool = page.eval("!('started' in document.documentElement.dataset)").await?;
        assert!(early, "the program came before the reader had read on");
        let top: f64 = page.eval("document.querySelector('#t20').getBoundingClientRect().top").await?;
        page.until("the program runs", "'started' in document.documentElement.dataset").await?;
        page.until(
            "the place is kept",
            &format!("Math.abs(document.querySelector('#t20').getBoundingClientRect().top - {top}) < 4"),
        )
        .await?;
        page.until("the focus is kept", "document.activeElement.matches('#t20 .number')").await?;
        page.until("for good", "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(document.querySelector('#t20').getBoundingClientRect().top > 0))))").await
    });
}

/// What was typed before the program came is asked, and one goes on typing.
#[test]
fn what_was_typed_early_is_asked() {
    journey("what_was_typed_early_is_asked", Window::desktop(), async |page| {
        page.slow(1500).await?;
        page.open(RECORD).await?;
        page.click("#q").await?;
        page.press("fertilizer").await?;
        let early: bool = page.eval("!('started' in document.documentElement.dataset)").await?;
        assert!(early, "the program came before the reader had typed");
        page.until("the program runs", "'started' in document.documentElement.dataset").await?;
        page.press("*").await?;
        page.until_eq("asked", "document.querySelector('[role=status].count').textContent", "8 hits in 4 of 25 turns")
            .await?;
        page.until_eq("typed on", "document.querySelector('#q').value + document.activeElement.id", "fertilizer*q")
            .await
    });
}
