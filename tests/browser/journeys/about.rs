//! The page about the explorer, which needs no program.

use memcon_browser_tests::{Page, Result, Window, journey};

use crate::reader::arrive;

const HEADING: &str = "document.querySelector('h1').textContent";
const ASKED: &str = "performance.getEntriesByType('resource').map((entry) => entry.name)";

/// Follows a link of the masthead by its words.
async fn follow(page: &Page, words: &str) -> Result {
    let link = format!("[...document.querySelectorAll('.masthead a')].find((link) => link.textContent === '{words}')");
    page.until(&format!("“{words}” is to be seen"), &format!("{link}?.checkVisibility()")).await?;
    page.eval::<()>(&format!("{link}.click()")).await
}

fn looks(name: &str, window: Window) {
    journey(name, window, async |page| {
        page.open("about/").await?;
        page.until_eq("it is there", HEADING, "About the explorer").await?;
        page.until("it fits", "document.documentElement.scrollWidth <= innerWidth").await?;
        page.accessible("the page about the explorer").await?;
        page.shot("as-it-comes").await
    });
}

#[test]
fn about_on_a_desk() {
    looks("about_on_a_desk", Window::desktop());
}

#[test]
fn about_on_a_desk_in_the_dark() {
    looks("about_on_a_desk_in_the_dark", Window::desktop().dark());
}

#[test]
fn about_on_a_phone() {
    looks("about_on_a_phone", Window::phone());
}

#[test]
fn about_on_a_phone_in_the_dark() {
    looks("about_on_a_phone_in_the_dark", Window::phone().dark());
}

#[test]
fn about_on_the_narrowest_phone() {
    looks("about_on_the_narrowest_phone", Window::sized(320, 568));
}

#[test]
fn every_page_leads_there_and_it_leads_back() {
    journey("every_page_leads_there_and_it_leads_back", Window::phone(), async |page| {
        arrive(page, "").await?;
        follow(page, "About").await?;
        page.until_address("about/").await?;
        page.until_eq("from a record", HEADING, "About the explorer").await?;
        follow(page, "All records").await?;
        page.until_address("").await?;
        follow(page, "About").await?;
        page.until_address("about/").await?;
        page.until_eq("from the list", HEADING, "About the explorer").await
    });
}

/// A link to a part shows it, and neither a program nor a record is fetched.
#[test]
fn a_part_can_be_linked_to_and_needs_no_program() {
    journey("a_part_can_be_linked_to_and_needs_no_program", Window::desktop(), async |page| {
        page.open("about/#distinctive").await?;
        page.until(
            "the part is in view",
            "(() => { const box = document.querySelector('#distinctive').getBoundingClientRect(); return box.top >= 0 && box.top < 120 })()",
        )
        .await?;
        // The worker keeps the program for records, and asks for it by itself: the page does not.
        page.until("all has come", "document.readyState === 'complete'").await?;
        let asked: Vec<String> = page.eval(ASKED).await?;
        assert!(asked.iter().any(|url| url.ends_with(".css")), "{asked:?}");
        for ending in [".wasm", ".json"] {
            assert!(!asked.iter().any(|url| url.ends_with(ending)), "{asked:?}");
        }
        page.eval::<()>("document.querySelector('.contents a[href=\"#privacy\"]').click()").await?;
        page.until_address("about/#privacy").await
    });
}
