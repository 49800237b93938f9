//! The page about the explorer, which needs no program.

use memcon_browser_tests::{Window, journey};

use crate::reader::arrive;

#[test]
fn the_way_to_the_page_about_the_explorer() {
    for (name, window) in
        [("about_on_a_desk", Window::desktop()), ("about_on_a_phone_in_the_dark", Window::phone().dark())]
    {
        journey(name, window, async |page| {
            arrive(page, "").await?;
            page.eval::<()>(
                "[...document.querySelectorAll('.masthead a')].find((a) => a.textContent === 'How it counts').click()",
            )
            .await?;
            page.until_address("about/").await?;
            page.until("it is there", "document.querySelector('h1')?.textContent === 'About the explorer'").await?;
            page.until("the whole page fits", "document.documentElement.scrollWidth <= innerWidth").await?;
            let asked = "performance.getEntriesByType('resource').some((entry) => entry.name.includes('.wasm'))";
            page.until_eq("no program is asked for", asked, false).await?;
            page.accessible("the page about the explorer").await?;
            page.shot("about").await?;
            page.eval::<()>(
                "[...document.querySelectorAll('.masthead a')].find((a) => a.textContent === 'All records').click()",
            )
            .await?;
            page.until_address("").await
        });
    }
}
