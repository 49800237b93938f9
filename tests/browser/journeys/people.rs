//! Participant cards.

use memcon_browser_tests::{Window, journey};

use crate::reader::arrive;

#[test]
fn everyone_present_has_a_card_the_silent_at_zero() {
    journey("everyone_present_has_a_card_the_silent_at_zero", Window::desktop(), async |page| {
        arrive(page, "").await?;
        page.until_eq("cards", "document.querySelectorAll('[data-participant]').length", 11).await?;
        page.until_eq("silent", "[...document.querySelectorAll('.card.silent .turns')].filter((turns) => turns.textContent === '0 turns').length", 8).await?;
        let sides = "[...document.querySelectorAll('.participants .cards')].map((cards) => cards.children.length)";
        page.until_eq("by delegation", sides, [8, 3]).await
    });
}

#[test]
fn a_card_says_who_and_how_much() {
    journey("a_card_says_who_and_how_much", Window::desktop(), async |page| {
        arrive(page, "").await?;
        let hoxha = "document.querySelector('[data-participant=enver-hoxha]').textContent";
        for words in [
            "General Secretary of the Albanian Party of Labor (ALP)",
            "10 turns",
            "1,405 words",
            "61% of 2,304",
            "First and last turn2 and 24",
            "Others speak of this person in turns5",
        ] {
            page.until(words, &format!("{hoxha}.includes('{words}')")).await?;
        }
        page.until(
            "characteristic words",
            "document.querySelector('[data-participant=mehmet-shehu] .more').textContent.includes('fertilizers')",
        )
        .await
    });
}

#[test]
fn on_a_phone_people_and_topics_are_a_sheet() {
    journey("on_a_phone_people_and_topics_are_a_sheet", Window::phone(), async |page| {
        arrive(page, "").await?;
        page.until("closed", "getComputedStyle(document.querySelector('#choices')).display === 'none'").await?;
        page.click(".sheet-button").await?;
        page.until("open", "document.querySelector('#choices').matches(':popover-open')").await?;
        page.accessible("the sheet").await?;
        page.shot("sheet").await?;
        page.click("[data-participant=mehmet-shehu] .name").await?;
        page.click("#choices .ways .choice:last-child button:nth-child(2)").await?;
        page.until_eq("in line", "location.search", "?speaker=mehmet-shehu&view=lines").await?;
        let pressed =
            "[...document.querySelectorAll('#choices .ways [aria-pressed=true]')].map((b) => b.textContent).join()";
        page.until_eq("pressed", pressed, "Hide the rest,In line").await?;
        page.click("#choices .ways .choice:last-child button:nth-child(1)").await?;
        page.click("#choices .close").await?;
        page.until("closed again", "getComputedStyle(document.querySelector('#choices')).display === 'none'").await?;
        page.until_eq("the focus is back", "document.activeElement.className", "plain sheet-button").await?;
        page.until_eq("chosen", "location.search", "?speaker=mehmet-shehu").await
    });
}
