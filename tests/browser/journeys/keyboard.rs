//! The keyboard alone.

use memcon_browser_tests::{Key, Window, journey};

use crate::reader::{RECORD, SHOWN, STATUS, arrive};

/// Whether the hit that one has gone to can be seen.
const IN_VIEW: &str = "(() => { const box = document.querySelector('mark.current').getBoundingClientRect(); return box.top > document.querySelector('#rail').getBoundingClientRect().bottom - 1 && box.bottom < innerHeight })()";

#[test]
fn a_whole_reading_by_keyboard() {
    journey("a_whole_reading_by_keyboard", Window::desktop().still(), async |page| {
        arrive(page, "").await?;
        page.press("/").await?;
        page.until_eq("in the search", "document.activeElement.id", "q").await?;
        page.press("fertilizer*").await?;
        page.until_eq("found", STATUS, "8 hits in 4 of 25 turns").await?;
        // From hit to hit without leaving the field.
        const AT: &str = "document.querySelector('.walk .at').textContent";
        page.press(Key::Enter).await?;
        page.until_eq("the first hit", AT, "1 / 8").await?;
        page.press(Key::Enter).await?;
        page.until_eq("the second", AT, "2 / 8").await?;
        page.chord(Key::Shift, Key::Enter).await?;
        page.until_eq("the first again", AT, "1 / 8").await?;
        page.until("marked and in view", IN_VIEW).await?;
        page.until_eq("still in the search", "document.activeElement.id", "q").await?;
        page.press(Key::Tab).await?;
        page.press("N").await?;
        page.until_eq("the last", AT, "8 / 8").await?;
        page.press("n").await?;
        page.until_eq("the first", AT, "1 / 8").await?;
        page.press("nnN").await?;
        page.until_eq("the second", AT, "2 / 8").await?;
        page.until("it is marked and in view", IN_VIEW).await?;
        page.press("j").await?;
        page.until_eq("a turn", "document.activeElement.tagName", "ARTICLE").await?;
        page.press("jj").await?;
        page.press("k").await?;
        page.until("in the address", "/^#t1[356]$/.test(location.hash)").await?;
        page.press(Key::Escape).await?;
        page.until_eq("everything", STATUS, "25 turns").await?;
        page.press("/").await?;
        page.press("reed").await?;
        page.until("asked", "location.search === '?q=reed'").await?;
        page.press(Key::Escape).await?;
        page.until_eq("emptied", "location.search + document.activeElement.id", "q").await?;
        page.press(Key::Escape).await?;
        page.until("left", "document.activeElement.id !== 'q'").await
    });
}

#[test]
fn next_and_previous_turn() {
    journey("next_and_previous_turn", Window::desktop(), async |page| {
        arrive(page, "?speaker=mehmet-shehu").await?;
        for (key, turn) in
            [("j", "t7"), ("j", "t13"), ("j", "t15"), ("k", "t13"), ("j", "t15"), ("j", "t18"), ("j", "t18")]
        {
            page.press(key).await?;
            page.until_eq(key, "document.activeElement.id", turn).await?;
        }
        page.until_address(&format!("{RECORD}?speaker=mehmet-shehu#t18")).await?;
        page.press("cl").await?;
        page.until("the link", "document.querySelector('.notice').textContent.includes('turn 18')").await
    });
}

#[test]
fn views_keys_and_focus() {
    journey("views_keys_and_focus", Window::desktop(), async |page| {
        arrive(page, "").await?;
        page.press(Key::Tab).await?;
        page.until_eq("the first stop skips to the text", "document.activeElement.className", "skip").await?;
        page.until("and can be seen", "document.activeElement.getBoundingClientRect().left >= 0").await?;
        // Wherever the focus is, it shows.
        for _ in 0..14 {
            page.press(Key::Tab).await?;
            page.until("the focus shows", "(() => { const style = getComputedStyle(document.activeElement); return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1 })()").await?;
        }
        page.press("?").await?;
        page.until("the list of keys", "document.querySelector('#keys').matches(':popover-open')").await?;
        page.until_eq("the keyboard is in it", "document.activeElement.id", "keys-close").await?;
        page.accessible("the list of keys").await?;
        page.press(Key::Escape).await?;
        page.until("closed", "!document.querySelector('#keys').matches(':popover-open')").await?;
        page.press("v").await?;
        page.until_eq("in line", "location.search", "?view=lines").await?;
        page.press("v").await?;
        page.until_eq("exchange", "location.search", "?view=exchange").await?;
        page.press("v").await?;
        page.until_eq("words", "location.search", "?view=words").await?;
        page.press("v").await?;
        page.until_eq("read", "location.search", "").await?;
        page.until_eq("all turns", SHOWN.trim_end(), (1..=25).map(|n| format!("t{n}")).collect::<Vec<_>>().join(" "))
            .await
    });
}
