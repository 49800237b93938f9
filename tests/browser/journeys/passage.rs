//! Going to a passage: by a link, from another view, from hit to hit, and what becomes of it when the question changes.

use memcon_browser_tests::{Window, journey};

use crate::reader::{RECORD, SHOWN, arrive, by_link_as_by_hand};

#[test]
fn a_passage_that_does_not_answer_is_left_behind() {
    journey("a_passage_that_does_not_answer_is_left_behind", Window::desktop(), async |page| {
        arrive(page, "#t5").await?;
        page.eval::<()>("document.querySelector('[data-participant=mehmet-shehu] .name').click()").await?;
        page.until_eq("those that answer", SHOWN, "t7 t13 t15 t18").await?;
        page.until_address(&format!("{RECORD}?speaker=mehmet-shehu")).await?;
        by_link_as_by_hand(page).await?;
        // One that answers stays in the address, and so does one that a link has named with its question.
        for (link, shown) in [("#t13", "t7 t13 t15 t18"), ("#t3", "t3 t7 t13 t15 t18")] {
            arrive(page, &format!("?speaker=mehmet-shehu{link}")).await?;
            page.press("v").await?;
            page.until_eq("another view", "location.search", "?speaker=mehmet-shehu&view=lines").await?;
            page.press("vvv").await?;
            page.until_address(&format!("{RECORD}?speaker=mehmet-shehu{link}")).await?;
            page.until_eq("as the link says", SHOWN, shown).await?;
            by_link_as_by_hand(page).await?;
        }
        Ok(())
    });
}

#[test]
fn a_link_to_where_one_was_leads_there_again() {
    journey("a_link_to_where_one_was_leads_there_again", Window::desktop().still(), async |page| {
        arrive(page, "#t5").await?;
        page.eval::<()>("document.querySelector('.twin summary').click()").await?;
        page.eval::<()>("void scrollTo(0, document.body.scrollHeight)").await?;
        page.until("far away", "document.querySelector('#t5').getBoundingClientRect().bottom < 0").await?;
        page.eval::<()>("document.querySelector('.twin a[href=\"#t5\"]').click()").await?;
        page.until("there again", "Math.abs(document.querySelector('#t5').getBoundingClientRect().top - document.querySelector('#rail').getBoundingClientRect().bottom) < 40").await
    });
}

#[test]
fn from_another_view_a_passage_is_shown_in_the_text() {
    journey("from_another_view_a_passage_is_shown_in_the_text", Window::desktop().still(), async |page| {
        for view in ["exchange", "lines"] {
            arrive(page, &format!("?q=reed&view={view}")).await?;
            page.eval::<()>("document.querySelector('[data-participant=mehmet-shehu] .more a[href=\"#t7\"]').click()")
                .await?;
            page.until_address(&format!("{RECORD}?q=reed#t7")).await?;
            page.until("in view", "(() => { const box = document.querySelector('#t7').getBoundingClientRect(); return box.height > 0 && box.top < innerHeight })()").await?;
            page.until_eq("with the focus", "document.activeElement.id", "t7").await?;
            page.back().await?;
            page.until_eq("the step is in the history", "location.search", format!("?q=reed&view={view}")).await?;
            page.press("j").await?;
            page.until(
                "j goes on in the text",
                "document.activeElement.matches('article') && !location.search.includes('view')",
            )
            .await?;
        }
        Ok(())
    });
}

#[test]
fn from_hit_to_hit() {
    journey("from_hit_to_hit", Window::desktop().still(), async |page| {
        let at = "document.querySelector('.walk .at').textContent";
        arrive(page, "?q=fertilizer*#t15").await?;
        page.until_eq("there", "document.activeElement.id", "t15").await?;
        page.press("n").await?;
        page.until_eq("the first one below the top", at, "4 / 8").await?;
        page.until_eq("it is told", "document.querySelector('.walk [role=status]').textContent", "Hit 4 of 8, turn 15")
            .await?;
        page.press("nnnn").await?;
        page.until_eq("the last", at, "8 / 8").await?;
        page.press("n").await?;
        page.until_eq("around the end", at, "1 / 8").await?;
        page.until_eq("the keyboard is there", "document.activeElement.id", "t12").await?;
        page.press("cl").await?;
        page.until("what is copied is its turn", "document.querySelector('.notice').textContent.includes('turn 12')")
            .await?;
        // Another question, another walk.
        page.press("/").await?;
        page.fill("#q", "reed*").await?;
        page.until_eq("from nowhere", at, "– / 7").await?;
        Ok(())
    });
}

#[test]
fn a_walk_goes_on_from_the_lines() {
    journey("a_walk_goes_on_from_the_lines", Window::desktop().still(), async |page| {
        let at = "document.querySelector('.walk .at').textContent";
        arrive(page, "?q=fertilizer*").await?;
        page.press("nn").await?;
        page.until_eq("two", at, "2 / 8").await?;
        page.press("v").await?;
        page.until_eq("in line", "location.search", "?q=fertilizer*&hit=2&view=lines").await?;
        page.press("n").await?;
        page.until_eq("the third, in the text", at, "3 / 8").await?;
        page.until_eq("read", "location.search", "?q=fertilizer*&hit=3").await
    });
}
