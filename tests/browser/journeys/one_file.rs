//! A record in one file: opened from a disk, without a network, it is what its page on the site is.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::ensure;
use memcon_browser_tests::{Page, Result, Site, Window, journey};
use serde_json::json;

use crate::desk::CATCH;
use crate::reader::{MARKS, RECORD, SHOWN, STATUS};

const ID: &str = "1964-11-25-kwp-delegation-enver-hoxha";
const STARTED: &str = "'started' in document.documentElement.dataset";
const TURNS: &str = "[...document.querySelectorAll('article.turn')].filter((turn) => turn.checkVisibility()).length";

/// Cuts the network, also to this machine's own server.
async fn cut_network(page: &Page) -> Result {
    let cdp = page.driver().cdp();
    cdp.send_raw("Network.enable", json!({})).await?;
    let offline = json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 });
    cdp.send_raw("Network.emulateNetworkConditions", offline).await?;
    Ok(())
}

/// The file as a reader has saved it, somewhere else; a name that an address has to escape.
fn saved(site: &Site) -> Result<(tempfile::TempDir, String)> {
    let folder = tempfile::tempdir()?;
    fs::copy(site.folder().join(RECORD).join(format!("{ID}.html")), folder.path().join("a talk.html"))?;
    let address = format!("file://{}/a%20talk.html", folder.path().display());
    Ok((folder, address))
}

/// Opens an address as a link would.
async fn open(page: &Page, address: &str) -> Result {
    page.driver().goto("about:blank").await?;
    Ok(page.driver().goto(address).await?)
}

async fn asked_for_nothing(page: &Page) -> Result {
    let asked = "performance.getEntriesByType('resource').map((entry) => entry.name)";
    page.until_eq("no request", asked, Vec::<String>::new()).await
}

#[test]
fn a_file_on_a_disk_is_the_whole_reader() {
    journey("a_file_on_a_disk_is_the_whole_reader", Window::desktop().still(), async |page| {
        let (_folder, file) = saved(page.site())?;
        cut_network(page).await?;
        open(page, &file).await?;
        page.until("the program runs", STARTED).await?;
        page.until_eq("all turns", TURNS, 25).await?;
        asked_for_nothing(page).await?;
        page.shot("opened").await?;
        page.accessible("a record in one file").await?;

        page.fill("#q", "fertilizer").await?;
        page.until_eq("the filter answers", STATUS, "3 hits in 3 of 25 turns").await?;
        page.until_eq("the address follows", "location.href", format!("{file}?q=fertilizer")).await?;
        page.click(".card").await?;
        page.until("a choice", "document.querySelector('.card.chosen')").await?;
        page.until("it is in the address", "location.search.includes('speaker=')").await?;
        page.back().await?;
        page.until_eq("back", "location.href", format!("{file}?q=fertilizer")).await?;
        page.until("no choice", "!document.querySelector('.card.chosen')").await?;
        page.reload().await?;
        page.until("the program runs again", STARTED).await?;
        page.until_eq("the question is kept", STATUS, "3 hits in 3 of 25 turns").await?;

        open(page, &format!("{file}?q=fertilizer*#t15")).await?;
        page.until("the program runs", STARTED).await?;
        page.until_eq("the link's question", STATUS, "8 hits in 4 of 25 turns").await?;
        page.until_eq("marked", &format!("{MARKS}.length"), 8).await?;
        page.until("the link's turn", &format!("{SHOWN}.includes('t15')")).await?;
        let top = "document.querySelector('#t15').getBoundingClientRect().top";
        page.until("the link leads to its turn", &format!("Math.abs({top}) < 400")).await?;

        // What the second program draws stands in the file as well.
        open(page, &format!("{file}?q=fertilizer*&view=lines")).await?;
        page.until_eq("lines", "document.querySelectorAll('[data-line]').length", 8).await?;
        page.until(
            "with their style",
            "getComputedStyle(document.querySelector('.concordance li')).display === 'grid'",
        )
        .await?;
        page.eval::<()>("document.querySelector('[data-line=t16] a').click()").await?;
        page.until("the turn", &format!("{SHOWN}.includes('t16') && document.activeElement.id === 't16'")).await?;
        // Files of the record are made there as well, and do not tell where the file lies.
        page.eval::<()>(CATCH).await?;
        page.eval::<()>("document.querySelector('[data-desk=export][data-value=csv]').click()").await?;
        page.until("a part as a file", "window.saved.length === 1 && saved[0].includes('4 of 25 turns')").await?;
        page.until("no path in it", "!saved[0].includes('file:')").await?;
        asked_for_nothing(page).await?;

        page.eval::<()>("document.activeElement.blur()").await?;
        page.press("cl").await?;
        page.until(
            "copied, or shown to be copied",
            "/^The (link to turn|browser does not)/.test(document.querySelector('.notice')?.textContent)",
        )
        .await?;
        page.until_eq("the page holds", STATUS, "8 hits in 4 of 25 turns").await?;
        asked_for_nothing(page).await
    });
}

#[test]
fn a_browser_that_cannot_unpack_the_program_says_so() {
    journey("a_browser_that_cannot_unpack_the_program_says_so", Window::desktop(), async |page| {
        let (_folder, file) = saved(page.site())?;
        let older = json!({ "source": "delete window.DecompressionStream" });
        page.driver().cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", older).await?;
        open(page, &file).await?;
        page.until("it is said", "document.querySelector('#failed').checkVisibility()").await?;
        page.until_eq(
            "why",
            "document.querySelector('#why').textContent",
            "This browser cannot unpack the program; a newer one can.",
        )
        .await?;
        page.until_eq("all turns", TURNS, 25).await?;
        page.accessible("a file without its program").await?;
        // The browser's own line on the error.
        page.console().await?;
        Ok(())
    });
}

#[test]
fn without_scripts_a_file_is_read() {
    journey("without_scripts_a_file_is_read", Window::desktop(), async |page| {
        let (_folder, file) = saved(page.site())?;
        cut_network(page).await?;
        page.driver().cdp().send_raw("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
        open(page, &format!("{file}#t15")).await?;
        page.until_eq("all turns", TURNS, 25).await?;
        page.until_eq("no program", STARTED, false).await?;
        page.until("it is said", "document.body.innerText.includes('Scripts are off')").await?;
        let face = "getComputedStyle(document.querySelector('article.turn .words, article.turn p')).fontFamily";
        page.until("it has its style", &format!("{face}.includes('serif')")).await?;
        let top = "document.querySelector('#t15').getBoundingClientRect().top";
        page.until("a link to a turn leads there", &format!("Math.abs({top}) < 400")).await?;
        page.shot("read").await
    });
}

#[test]
fn the_site_gives_the_file_that_the_command_writes() {
    journey("the_site_gives_the_file_that_the_command_writes", Window::desktop(), async |page| {
        page.open(RECORD).await?;
        let link = "document.querySelector('#about a[download]')";
        page.until("the link", link).await?;
        page.until_eq("its words", &format!("{link}.textContent"), "One file").await?;
        let name: String = page.eval(&format!("{link}.href")).await?;
        let name = name.strip_prefix(page.site().url()).unwrap_or(&name).to_owned();
        let given = fs::read(page.site().folder().join(&name))?;
        let same =
            format!("fetch({link}.href).then((response) => response.arrayBuffer()).then((file) => file.byteLength)");
        page.until_eq("the host gives it", &same, given.len()).await?;

        let root: Option<String> = page.eval("document.querySelector('link[rel=canonical]')?.href").await?;
        let root = root.as_deref().and_then(|page| page.strip_suffix(RECORD));
        let folder = tempfile::tempdir()?;
        let written = folder.path().join("conversation.html");
        let site = page.site().folder();
        bundle(&site, &[site.join(format!("records/{ID}.json"))], root, &written);
        ensure!(fs::read(&written)? == given, "{name} is not the file that the command writes");
        Ok(())
    });
}

/// `memcon bundle`.
fn bundle(site: &Path, records: &[PathBuf], url: Option<&str>, output: &Path) {
    let mut arguments: Vec<OsString> = vec!["memcon".into(), "bundle".into(), "-o".into(), output.into()];
    arguments.extend(records.iter().map(Into::into));
    arguments.extend(["--site".into(), site.into()]);
    arguments.extend(url.into_iter().flat_map(|url| ["--url".into(), url.into()]));
    memcon_cli::run(arguments);
}

/// Two records of the same words in one file.
fn two(site: &Site) -> Result<(tempfile::TempDir, String)> {
    let folder = tempfile::tempdir()?;
    let one = site.folder().join(format!("records/{ID}.json"));
    let other = folder.path().join("another-record.json");
    let json =
        fs::read_to_string(&one)?.replace(ID, "another-record").replace("Notes from a Meeting", "Another meeting");
    fs::write(&other, json)?;
    let file = folder.path().join("talks.html");
    bundle(&site.folder(), &[one, other], None, &file);
    let address = format!("file://{}", file.display());
    Ok((folder, address))
}

#[test]
fn of_several_records_one_is_chosen() {
    journey("of_several_records_one_is_chosen", Window::desktop().still(), async |page| {
        const HEADING: &str = "document.querySelector('h1').textContent";
        let (_folder, file) = two(page.site())?;
        cut_network(page).await?;
        open(page, &file).await?;
        page.until_eq("the list", "document.querySelectorAll('.records a').length", 2).await?;
        page.until_eq("no text", "document.querySelectorAll('article').length", 0).await?;
        page.accessible("the list in a file").await?;
        page.shot("list").await?;

        page.click(".records a[href*='another-record']").await?;
        page.until("the program runs", STARTED).await?;
        page.until_eq("the address", "location.href", format!("{file}?record=another-record")).await?;
        page.until("the record", &format!("{HEADING}.startsWith('Another meeting')")).await?;
        page.until_eq("its turns", TURNS, 25).await?;
        page.accessible("one of several records").await?;
        page.fill("#q", "fertilizer").await?;
        page.until_eq("the filter answers", STATUS, "3 hits in 3 of 25 turns").await?;
        page.until_eq("both in the address", "location.search", "?q=fertilizer&record=another-record").await?;
        page.click(".card").await?;
        page.until("a choice", "location.search.includes('speaker=')").await?;
        page.back().await?;
        page.until_eq("back", "location.search", "?q=fertilizer&record=another-record").await?;
        page.reload().await?;
        page.until("the program runs again", STARTED).await?;
        page.until_eq("all is kept", STATUS, "3 hits in 3 of 25 turns").await?;
        page.shot("record").await?;

        page.click(".masthead nav a[href*='talks.html']").await?;
        page.until_eq("the list again", "document.querySelectorAll('.records a').length", 2).await?;
        page.until_eq("with a plain address", "location.href", &file).await?;

        // A link as it is without scripts, and one that was copied.
        for (link, address) in [
            ("#another-record.t15", "?record=another-record#t15"),
            ("?q=fertilizer*&record=another-record#t15", "?q=fertilizer*&record=another-record#t15"),
        ] {
            open(page, &format!("{file}{link}")).await?;
            page.until("the program runs", STARTED).await?;
            page.until_eq("the address", "location.href", format!("{file}{address}")).await?;
            page.until("the record", &format!("{HEADING}.startsWith('Another meeting')")).await?;
            let top = "document.querySelector('#t15').getBoundingClientRect().top";
            page.until("the turn", &format!("Math.abs({top}) < 400")).await?;
            asked_for_nothing(page).await?;
        }

        open(page, &format!("{file}?record=nowhere")).await?;
        page.until("it is said", "document.querySelector('main').innerText.includes('holds no record “nowhere”')").await
    });
}

#[test]
fn without_scripts_several_records_are_read_one_after_the_other() {
    let name = "without_scripts_several_records_are_read_one_after_the_other";
    journey(name, Window::desktop(), async |page| {
        let (_folder, file) = two(page.site())?;
        page.driver().cdp().send_raw("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
        open(page, &file).await?;
        page.until_eq("all turns of both", TURNS, 50).await?;
        page.click(".records a[href='#another-record.']").await?;
        let top = "document.querySelector('[data-choice=another-record]').getBoundingClientRect().top";
        page.until("the list leads to each", &format!("Math.abs({top}) < 200")).await?;
        page.shot("read").await
    });
}
