//! The two other views.

use memcon_browser_tests::{Window, journey};

use crate::reader::{RECORD, arrive};

#[test]
fn the_concordance_has_a_line_for_each_hit() {
    journey("the_concordance_has_a_line_for_each_hit", Window::desktop(), async |page| {
        arrive(page, "?q=fertilizer*&view=lines").await?;
        page.until_eq(
            "lines",
            "[...document.querySelectorAll('[data-line]')].map((line) => line.dataset.line).sort().join(' ')",
            "t12 t12 t13 t15 t15 t15 t15 t16",
        )
        .await?;
        page.until(
            "the text is not in the way",
            "document.querySelector('.text').getBoundingClientRect().height === 0",
        )
        .await?;
        let aligned = "new Set([...document.querySelectorAll('.concordance section mark, .concordance mark')].map((mark) => Math.round(mark.getBoundingClientRect().left / 8))).size";
        page.until_eq("all begin at the same place", aligned, 1).await?;
        page.shot("lines").await?;
        page.eval::<()>("document.querySelector('[data-line=t16] a').click()").await?;
        page.until_address(&format!("{RECORD}?q=fertilizer*#t16")).await?;
        page.until_eq("in the text", "document.activeElement.id", "t16").await?;
        arrive(page, "?view=lines").await?;
        page.until("a word on how to get lines", "document.querySelector('.hint')?.textContent.includes('Find a word')")
            .await
    });
}

#[test]
fn a_hit_outside_the_turns_has_its_line_too() {
    journey("a_hit_outside_the_turns_has_its_line_too", Window::desktop(), async |page| {
        arrive(page, "?q=workers'&view=lines").await?;
        page.until_eq(
            "groups",
            "[...document.querySelectorAll('.concordance h3')].map((heading) => heading.textContent).at(-1)",
            "Outside the turns 3 hits",
        )
        .await?;
        page.until_eq("lines", "document.querySelectorAll('[data-line]').length", 6).await?;
        page.eval::<()>("[...document.querySelectorAll('[data-line] a')].at(-1).click()").await?;
        page.until(
            "a line leads to its block",
            "document.activeElement.matches('.block') && location.hash === `#${document.activeElement.id}`",
        )
        .await
    });
}

#[test]
fn the_exchange_counts_who_speaks_after_whom() {
    journey("the_exchange_counts_who_speaks_after_whom", Window::desktop(), async |page| {
        arrive(page, "?view=exchange").await?;
        let cells = "[...document.querySelectorAll('.exchange td')].map((cell) => Number(cell.textContent))";
        page.until_eq("neighbours", &format!("{cells}.reduce((a, b) => a + b)"), 24).await?;
        page.until(
            "labelled for what it is",
            "document.querySelector('.exchange').textContent.includes('Adjacency, not address')",
        )
        .await
    });
}
