//! The timeline: drawn, pointed at, dragged, walked with the keyboard, and told as a table.

use memcon_browser_tests::{Key, Page, Result, Window, journey};

use crate::reader::{RECORD, SHOWN, arrive, by_link_as_by_hand};

#[test]
fn a_segment_for_each_turn_as_wide_as_its_words() {
    journey("a_segment_for_each_turn_as_wide_as_its_words", Window::desktop(), async |page| {
        arrive(page, "").await?;
        page.until_eq("segments", "[...document.querySelectorAll('[data-turn]')].length", 25).await?;
        let boxes = "[...Array(25).keys()].map((i) => document.querySelector(`.segment[data-turn=t${i + 1}]`).getBoundingClientRect())";
        page.until("in order", &format!("{boxes}.every((box, i, all) => i === 0 || box.left > all[i - 1].left)"))
            .await?;
        page.until("t6 is the widest but one", &format!("{boxes}[5].width > {boxes}[6].width * 5")).await?;
        page.until_eq("lanes", "document.querySelectorAll('.lane').length", 3).await?;
        page.until_eq("topics", "document.querySelectorAll('.topic').length", 9).await
    });
}

#[test]
fn it_follows_the_question_and_the_window() {
    journey("it_follows_the_question_and_the_window", Window::desktop(), async |page| {
        arrive(page, "?q=fertilizer*").await?;
        page.until_eq("faded", "document.querySelectorAll('.segment.faded').length", 21).await?;
        page.until_eq("hits", "document.querySelectorAll('.tick').length", 8).await?;
        arrive(page, "#t20").await?;
        let holds = "(() => { if (!document.querySelector('.frame')) return false; const frame = document.querySelector('.frame').getBoundingClientRect(), turn = document.querySelector('.segment[data-turn=t20]').getBoundingClientRect(); return frame.left <= turn.left + 1 && frame.right >= turn.right - 1 })()";
        page.until("the frame holds the turn in view", holds).await
    });
}

/// Moves a mouse over the drawing, in shares of its width.
async fn mouse(page: &Page, steps: &[(&str, f64)]) -> Result {
    let steps = serde_json::to_string(steps)?;
    page.eval::<()>(&format!(
        "(() => {{ const tracks = document.querySelector('.tracks'), box = tracks.getBoundingClientRect();
            for (const [type, x] of {steps}) tracks.dispatchEvent(new PointerEvent(type, {{ bubbles: true, pointerId: 1, clientX: box.left + box.width * x, clientY: box.top + 5 }})); }})()"
    ))
    .await
}

#[test]
fn a_drag_takes_a_stretch() {
    journey("a_drag_takes_a_stretch", Window::desktop(), async |page| {
        arrive(page, "").await?;
        let tracks = page.find(".tracks").await?;
        let (width, _) = {
            let rect = tracks.rect().await?;
            (rect.width as i64, rect.height)
        };
        page.driver()
            .action_chain()
            .move_to_element_with_offset(&tracks, -width / 5, 0)
            .click_and_hold()
            .move_to_element_with_offset(&tracks, width / 10, 4)
            .release()
            .perform()
            .await?;
        page.until_eq("a stretch", SHOWN, "t6 t7 t8 t9 t10 t11").await?;
        page.until("its frame", "document.querySelector('.stretch')").await?;
        page.eval::<()>("void document.querySelector('article:not([hidden])').scrollIntoView()").await?;
        page.until("what is on screen is framed still", "document.querySelector('.overlay .frame')").await?;
        by_link_as_by_hand(page).await
    });
}

#[test]
fn pointing_tells_and_a_click_goes_there() {
    journey("pointing_tells_and_a_click_goes_there", Window::desktop(), async |page| {
        arrive(page, "").await?;
        mouse(page, &[("pointermove", 0.75)]).await?;
        page.until("what it is", "document.querySelector('.saying').textContent.startsWith('Turn 12, Enver Hoxha, 3')")
            .await?;
        let tracks = page.find(".tracks").await?;
        let width = tracks.rect().await?.width as i64;
        page.driver().action_chain().move_to_element_with_offset(&tracks, width / 4, 0).click().perform().await?;
        page.until_address(&format!("{RECORD}#t12")).await?;
        page.until_eq("the focus is there", "document.activeElement.id", "t12").await
    });
}

#[test]
fn arrows_walk_and_stretch() {
    journey("arrows_walk_and_stretch", Window::desktop().still(), async |page| {
        arrive(page, "").await?;
        page.press("t").await?;
        page.press(Key::Right).await?;
        page.press(Key::Right).await?;
        page.until_eq(
            "the third turn",
            "document.querySelector('.tracks').getAttribute('aria-activedescendant')",
            "s-t3",
        )
        .await?;
        page.until(
            "it is told",
            "document.getElementById('s-t3').getAttribute('aria-label').startsWith('Turn 3, Ri Jong-ok, 37 words')",
        )
        .await?;
        page.chord(Key::Shift, Key::Right).await?;
        page.chord(Key::Shift, Key::Right).await?;
        page.until_eq("stretched", SHOWN, "t3 t4 t5").await?;
        page.press(Key::Enter).await?;
        page.until_address(&format!("{RECORD}?from=t3&to=t5#t5")).await?;
        page.until_eq("there", "document.activeElement.id", "t5").await?;
        page.press("t").await?;
        page.press(Key::Escape).await?;
        page.until_eq("the stretch is given up", "location.search", "").await?;
        page.until("the keyboard stays", "document.activeElement.matches('.tracks')").await
    });
}

#[test]
fn the_table_tells_the_same() {
    journey("the_table_tells_the_same", Window::desktop(), async |page| {
        arrive(page, "?q=fertilizer*").await?;
        page.click(".twin summary").await?;
        page.until_eq("rows", "document.querySelectorAll('.twin tbody tr').length", 25).await?;
        let row = "[...document.querySelectorAll('.twin tbody tr')[14].children].map((cell) => cell.textContent)";
        let said: Vec<String> = page.eval(row).await?;
        assert_eq!(said[..5], ["15", "Mehmet Shehu", "58", "Fertilizers", "4"]);
        Ok(())
    });
}
