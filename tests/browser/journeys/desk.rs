//! The second program: it comes when it is needed, says so where it does not, and gives its tables as files.

use std::fs;
use std::path::Path;

use memcon_browser_tests::{Page, Result, Site, Window, journey, journey_on};
use serde_json::json;

use crate::reader::{RECORD, arrive};

/// Files of the desk that the page has asked for.
const ASKED: &str = "performance.getEntriesByType('resource').filter((entry) => entry.name.includes('/desk-')).length";
const LINES: &str = "[...document.querySelectorAll('[data-line]')].map((line) => line.dataset.line).join(' ')";
const PLACE: &str = "document.querySelector('#desk').textContent";

/// Waits until the desk has drawn.
pub async fn until_drawn(page: &Page) -> Result {
    page.until("the desk has drawn", "document.querySelector('#lines .list > *, .pairs > *, .quantities > *')").await
}

#[test]
fn it_comes_when_it_is_needed_and_once() {
    journey("it_comes_when_it_is_needed_and_once", Window::desktop(), async |page| {
        arrive(page, "?q=fertilizer*").await?;
        page.until_eq("nothing of it", ASKED, 0).await?;
        page.eval::<()>("document.querySelector('[data-do=view][data-value=lines]').click()").await?;
        page.until_eq("lines", "document.querySelectorAll('[data-line]').length", 8).await?;
        page.until_eq("script, style and Wasm", ASKED, 3).await?;
        page.until_eq("nothing is said in its place", PLACE, "").await?;
        // What is asked next it answers as well.
        page.fill("#q", "mud").await?;
        page.until_eq("another line", LINES, "t10").await?;
        page.eval::<()>("document.querySelector('[data-do=view][data-value=exchange]').click()").await?;
        page.until("buttons", "document.querySelector('.exchange td button')").await?;
        page.eval::<()>("document.querySelector('[data-do=view][data-value=read]').click()").await?;
        page.until("the text", "document.querySelector('.text').checkVisibility()").await?;
        page.until_eq("and once", ASKED, 3).await
    });
}

/// Takes the files of the desk with this ending away from a site, or puts them back.
pub fn away(folder: &Path, ending: &str, away: bool) -> Result {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        let (from, to) = if away { ("desk-", "away-") } else { ("away-", "desk-") };
        // With those that are compressed.
        if name.starts_with(from) && name.contains(ending) {
            fs::rename(&path, path.with_file_name(name.replacen(from, to, 1)))?;
        }
    }
    Ok(())
}

#[test]
fn where_it_does_not_come_its_place_says_so_and_it_can_be_tried_again() {
    for (what, ending) in [("script", ".js"), ("wasm", ".wasm")] {
        let site = Site::changed(|folder| away(folder, ending, true)).unwrap_or_else(|fault| panic!("{fault:#}"));
        journey_on(site, &format!("the_desk_s_{what}_does_not_come"), Window::desktop(), async |page| {
            arrive(page, "?q=fertilizer*&view=lines").await?;
            page.until("it is said", &format!("{PLACE}.includes('did not come')")).await?;
            page.accessible("without the desk").await?;
            page.shot("said").await?;
            page.click("#desk button").await?;
            page.until("still not", &format!("{PLACE}.includes('did not come')")).await?;
            let noted = page.console().await?;
            // The browser's own lines on files that did not come.
            assert!(noted.iter().all(|entry| entry.message.contains("/desk-")), "{noted:?}");
            page.site().change(|folder| away(folder, ending, false))?;
            page.click("#desk button").await?;
            page.until_eq("lines", "document.querySelectorAll('[data-line]').length", 8).await?;
            page.until_eq("nothing is said any more", PLACE, "").await
        });
    }
}

#[test]
fn lines_are_sorted_and_grouped_by_hand_as_by_link() {
    journey("lines_are_sorted_and_grouped_by_hand_as_by_link", Window::desktop(), async |page| {
        arrive(page, "?q=fertilizer*&view=lines").await?;
        page.until_eq("said", "document.querySelector('#lines h2')?.textContent", "8 hits in 4 of 25 turns").await?;
        page.click("[data-desk=group][data-value=order]").await?;
        page.until_eq("one list", LINES, "t12 t12 t13 t15 t15 t15 t15 t16").await?;
        page.until_address(&format!("{RECORD}?q=fertilizer*&view=lines&group=order")).await?;
        page.until("with their voices", "document.querySelectorAll('.voice').length === 8").await?;
        page.click("[data-desk=sort][data-value=right]").await?;
        page.until_address(&format!("{RECORD}?q=fertilizer*&view=lines&sort=right&group=order")).await?;
        let after = "[...document.querySelectorAll('.concordance .after')].map((after) => after.textContent.toLowerCase().match(/[\\p{L}\\p{N}]+/u)?.[0] ?? '')";
        page.until("by the word after", &format!("{after}.join() === {after}.sort().join()")).await?;
        page.until_eq("one is pressed", "[...document.querySelectorAll('#lines [data-desk=sort][aria-pressed=true]')].map((button) => button.dataset.value)", ["right"]).await?;
        page.until_eq("the focus stays", "document.activeElement.dataset.value", "right").await?;
        let by_hand: String = page.eval(LINES).await?;
        page.reload().await?;
        page.until_eq("the same by link", LINES, by_hand).await?;
        page.accessible("sorted, in one list").await?;
        page.shot("sorted").await?;
        page.back().await?;
        page.until_eq("back", LINES, "t12 t12 t13 t15 t15 t15 t15 t16").await?;
        // The whole line leads to its turn.
        page.click("[data-line=t16] mark").await?;
        page.until("in the text", "document.activeElement.id === 't16' && location.hash === '#t16'").await
    });
}

#[test]
fn lines_fit_a_phone() {
    journey("lines_fit_a_phone", Window::phone(), async |page| {
        for link in ["?q=fertilizer*&view=lines", "?q=fertilizer*&view=lines&group=order"] {
            arrive(page, link).await?;
            page.until_eq("lines", "document.querySelectorAll('[data-line]').length", 8).await?;
            page.until("none is wider than the window", "[...document.querySelectorAll('[data-line]')].every((line) => line.getBoundingClientRect().right <= innerWidth && line.scrollWidth <= line.clientWidth)").await?;
            page.until("some words on both sides", "[...document.querySelectorAll('.concordance .before, .concordance .from')].every((side) => side.clientWidth > 60)").await?;
            page.accessible(link).await?;
        }
        page.shot("lines").await
    });
}

/// Keeps what a download would save.
pub const CATCH: &str = "void (() => { window.saved = []; const of = URL.createObjectURL; URL.createObjectURL = (blob) => { blob.arrayBuffer().then((bytes) => saved.push(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))); return of.call(URL, blob); }; addEventListener('click', (event) => { if (event.target.download) { window.named = event.target.download; event.preventDefault(); } }, true); })()";

#[test]
fn tables_are_given_as_files() {
    journey("tables_are_given_as_files", Window::desktop(), async |page| {
        arrive(page, "?q=fertilizer*&view=lines").await?;
        until_drawn(page).await?;
        page.eval::<()>(CATCH).await?;
        page.click("[data-desk=lines-file]").await?;
        page.until_eq("a name", "window.named", "1964-11-25-kwp-delegation-enver-hoxha-lines.csv").await?;
        page.until("a file", "saved.length === 1").await?;
        let lines: Vec<String> = page.eval("saved[0].split('\\r\\n')").await?;
        assert_eq!(&lines[..2], ["\u{feff}question,fertilizer*", "count,8 hits in 4 of 25 turns"]);
        assert!(lines[3].starts_with("link,http") && lines[4].starts_with("method,"), "{lines:?}");
        assert_eq!((lines[5].as_str(), lines[6].as_str()), ("", "turn,number,speaker,delegation,before,hit,after"));
        assert_eq!(lines.len(), 7 + 8 + 1, "{lines:?}");
        page.open(&format!("{RECORD}?view=exchange&pair=enver-hoxha,ri-jong-ok")).await?;
        page.until("a pair", "document.querySelector('.pairs li')").await?;
        page.eval::<()>(CATCH).await?;
        page.click("[data-desk=pair-file]").await?;
        page.until("a file", "saved.length === 1").await?;
        page.click("[data-desk=matrix-file]").await?;
        page.until("another", "saved.length === 2").await?;
        page.until("the table", "saved[1].includes('\\r\\nafter,')").await
    });
}

#[test]
fn the_exchanges_of_a_pair_are_listed() {
    journey("the_exchanges_of_a_pair_are_listed", Window::desktop(), async |page| {
        arrive(page, "?view=exchange").await?;
        page.until("buttons", "document.querySelector('.exchange td button')").await?;
        page.until_eq("none where there is nothing", "document.querySelectorAll('.exchange td.none button').length", 0)
            .await?;
        page.until_eq("none is pressed", "document.querySelectorAll('.exchange td [aria-pressed=true]').length", 0)
            .await?;
        // By the keyboard.
        page.eval::<()>("document.querySelector('.exchange td button').focus()").await?;
        page.press(" ").await?;
        page.until("in the address", "location.search.startsWith('?view=exchange&pair=')").await?;
        page.until_eq("pressed", "document.activeElement.getAttribute('aria-pressed')", "true").await?;
        page.until(
            "as many as the number says",
            "document.querySelectorAll('.pairs li').length === Number(document.activeElement.textContent)",
        )
        .await?;
        page.until("one turn right after the other", "[...document.querySelectorAll('.pairs li')].every((item) => { const [one, other] = [...item.querySelectorAll('a')].map((link) => Number(link.textContent)); return other === one + 1; })").await?;
        page.accessible("a pair").await?;
        page.shot("pair").await?;
        page.eval::<()>("document.activeElement.click()").await?;
        page.until_eq("taken back", "location.search", "?view=exchange").await?;
        page.until_eq("no list", "document.querySelectorAll('.pairs li').length", 0).await?;
        page.back().await?;
        page.until("back", "document.querySelector('.pairs li')").await?;
        let first: String = page.eval("document.querySelector('.pairs a').hash").await?;
        page.click(".pairs a").await?;
        page.until(
            "a turn leads to the text",
            &format!("location.hash === '{first}' && document.querySelector('#read').checkVisibility()"),
        )
        .await?;
        arrive(page, "?view=exchange&pair=somebody,nobody-else").await?;
        page.until("said", "document.querySelector('.pairs')?.textContent.includes('not in this record')").await
    });
}

#[test]
fn it_works_without_a_network_once_the_site_is_kept() {
    journey("it_works_without_a_network_once_the_site_is_kept", Window::desktop(), async |page| {
        arrive(page, "").await?;
        page.until("kept", "navigator.serviceWorker.controller").await?;
        let cdp = page.driver().cdp();
        cdp.send_raw("Network.enable", json!({})).await?;
        let offline = json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 });
        cdp.send_raw("Network.emulateNetworkConditions", offline).await?;
        page.fill("#q", "fertilizer*").await?;
        page.eval::<()>("document.querySelector('[data-do=view][data-value=lines]').click()").await?;
        page.until_eq("lines", "document.querySelectorAll('[data-line]').length", 8).await
    });
}
