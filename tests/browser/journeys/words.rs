//! Words more than the others, and quantities and dates: what is listed, where it leads, what is asked of it.

use memcon_browser_tests::{Result, Window, journey};

use crate::desk::{CATCH, until_drawn};
use crate::reader::arrive;

const ROWS: &str = "document.querySelectorAll('.quantities tbody tr').length";

async fn arrived(page: &memcon_browser_tests::Page, link: &str) -> Result {
    arrive(page, link).await?;
    until_drawn(page).await
}

#[test]
fn a_word_leads_to_where_its_speaker_says_it() {
    journey("a_word_leads_to_where_its_speaker_says_it", Window::desktop(), async |page| {
        arrive(page, "").await?;
        page.click("[data-do=view][data-value=words]").await?;
        until_drawn(page).await?;
        page.until_eq("three speak", "document.querySelectorAll('.telling h3').length", 3).await?;
        page.until(
            "its uses and its score",
            "[...document.querySelectorAll('.telling tr')].some((row) => [...row.children].map((cell) => cell.textContent).join('|').startsWith('fertilizers|4|1|34.2|0.5|'))",
        )
        .await?;
        page.until(
            "what is left out is shown",
            "document.querySelector('.telling').textContent.includes('about, after, against')",
        )
        .await?;
        page.click(".telling a[href='?q=fertilizers&speaker=mehmet-shehu']").await?;
        page.until_eq("in the address", "location.search", "?q=fertilizers&speaker=mehmet-shehu").await?;
        page.until_eq("the turns", "[...document.querySelectorAll('article.turn')].filter((turn) => turn.checkVisibility()).map((turn) => turn.id).join(' ')", "t13 t15").await?;
        page.back().await?;
        page.until("back", "document.querySelector('.telling').checkVisibility()").await
    });
}

#[test]
fn a_quantity_leads_to_its_turn_and_follows_the_question() {
    journey("a_quantity_leads_to_its_turn_and_follows_the_question", Window::desktop(), async |page| {
        arrived(page, "?view=words").await?;
        page.until_eq("all", ROWS, 12).await?;
        page.until_eq(
            "the first",
            "[...document.querySelector('.quantities tbody tr').children].map((cell) => cell.textContent).join('|')",
            "13|Mehmet Shehu|6-700,000|tons of nitrogen fertilizers per year|600,000–700,000",
        )
        .await?;
        page.fill("#q", "fertilizer*").await?;
        page.until_eq("those of the turns that answer", ROWS, 4).await?;
        page.until_eq(
            "it says so",
            "document.querySelector('.tally').textContent",
            "4 of 12: those in the 4 turns that answer.",
        )
        .await?;
        // The row leads where its number does.
        page.click(".quantities tbody td.words").await?;
        page.until("the turn", "location.hash === '#t13' && document.querySelector('#t13').checkVisibility()").await
    });
}

#[test]
fn both_are_given_as_files() {
    journey("both_are_given_as_files", Window::desktop(), async |page| {
        arrived(page, "?view=words&speaker=ri-jong-ok").await?;
        page.eval::<()>(CATCH).await?;
        page.click("[data-desk=words-file]").await?;
        page.until(
            "words",
            "saved.length === 1 && saved[0].includes('mehmet-shehu,Mehmet Shehu,fertilizers,4,1,34.19,0.46,')",
        )
        .await?;
        page.until("a name", "window.named.endsWith('-words.csv')").await?;
        page.click("[data-desk=quantities-file]").await?;
        page.until(
            "quantities",
            "saved.length === 2 && saved[1].includes('number,around 600,kg per hectare,600,600,t23,23,Ri Jong-ok')",
        )
        .await?;
        page.until("of the turns that answer", "!saved[1].includes(',Mehmet Shehu\\r')").await
    });
}
