//! Widths, colours, and what axe-core finds: nothing.

use memcon_browser_tests::{Window, journey};

use crate::desk::until_drawn;
use crate::reader::arrive;

const STATES: [(&str, &str); 9] = [
    ("as it comes", ""),
    ("with hits", "?q=fertilizer*"),
    ("dimmed", "?speaker=mehmet-shehu&rest=dim"),
    ("in line", "?q=fertilizer*&view=lines"),
    ("in one list", "?q=fertilizer*&view=lines&sort=left&group=order"),
    ("without an answer", "?q=fert+zebra"),
    ("exchange", "?view=exchange"),
    ("a pair", "?view=exchange&pair=enver-hoxha,ri-jong-ok"),
    ("words", "?view=words"),
];

fn nothing_is_found(name: &str, window: Window) {
    journey(name, window, async |page| {
        for (state, link) in STATES {
            arrive(page, link).await?;
            if link.contains("view=") {
                until_drawn(page).await?;
            }
            page.accessible(state).await?;
            page.shot(&state.replace(' ', "-")).await?;
        }
        arrive(page, "").await?;
        page.eval::<()>("document.querySelectorAll('details').forEach((fold) => fold.open = true)").await?;
        page.accessible("all unfolded").await?;
        page.open("").await?;
        page.until("the list", "document.querySelector('.records a')").await?;
        page.accessible("the library").await
    });
}

#[test]
fn axe_finds_nothing_on_a_desk() {
    nothing_is_found("axe_finds_nothing_on_a_desk", Window::desktop());
}

#[test]
fn axe_finds_nothing_on_a_desk_in_the_dark() {
    nothing_is_found("axe_finds_nothing_on_a_desk_in_the_dark", Window::desktop().dark());
}

#[test]
fn axe_finds_nothing_on_a_phone() {
    nothing_is_found("axe_finds_nothing_on_a_phone", Window::phone());
}

#[test]
fn axe_finds_nothing_on_a_phone_in_the_dark() {
    nothing_is_found("axe_finds_nothing_on_a_phone_in_the_dark", Window::phone().dark());
}

#[test]
fn nothing_scrolls_sideways() {
    for (name, width) in [("sideways_320", 320), ("sideways_768", 768), ("sideways_1360", 1360)] {
        journey(name, Window::sized(width, 800), async |page| {
            for (state, link) in STATES {
                arrive(page, link).await?;
                if link.contains("view=") {
                    until_drawn(page).await?;
                }
                page.until(state, "document.documentElement.scrollWidth <= innerWidth").await?;
            }
            Ok(())
        });
    }
}

#[test]
fn a_dark_page_is_dark() {
    journey("a_dark_page_is_dark", Window::desktop().dark(), async |page| {
        arrive(page, "").await?;
        page.until_eq("paper", "getComputedStyle(document.documentElement).backgroundColor", "rgb(23, 22, 20)").await
    });
}

#[test]
fn forced_colours_leave_the_timeline_visible() {
    journey(
        "forced_colours_leave_the_timeline_visible",
        Window::desktop().preferring("forced-colors", "active"),
        async |page| {
            arrive(page, "").await?;
            page.until("segments", "getComputedStyle(document.querySelector('.segment')).fill !== getComputedStyle(document.body).backgroundColor").await
        },
    );
}
