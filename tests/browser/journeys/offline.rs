//! Without a network: what was read before is there, what was not says so, and a new version comes whole.

use std::fs;
use std::path::Path;

use anyhow::Context;
use memcon_browser_tests::{Page, Result, Site, Window, journey_on};
use serde_json::{Value, json};

use crate::reader::{RECORD, SHOWN, STATUS, arrive};

const ID: &str = "1964-11-25-kwp-delegation-enver-hoxha";
const TITLE: &str = "Notes from a Meeting between a Delegation of the KWP and Enver Hoxha and Mehmet Shehu";
/// A second record of the same words.
const OTHER: &str = "records/another-record/";
const HEADING: &str = "document.querySelector('h1').textContent";
const STYLE: &str = "document.querySelector('link[rel=stylesheet]').href.split('/').pop()";

/// Whether what is at an address within the site is kept; a promise.
fn kept(address: &str) -> String {
    let root = "new URL(document.documentElement.dataset.root, location.href)";
    format!("caches.match(new URL('{address}', {root})).then(Boolean)")
}

/// A copy of the site, served for one journey alone.
fn copy(change: impl FnOnce(&Path) -> Result) -> Site {
    Site::changed(|folder| {
        change(folder)?;
        memcon_offline::write(folder).map(drop)
    })
    .unwrap_or_else(|fault| panic!("{fault:#}"))
}

fn edit(path: &Path, change: impl FnOnce(String) -> String) -> Result {
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    Ok(fs::write(path, change(text))?)
}

fn add_another_record(folder: &Path) -> Result {
    let records = folder.join("records");
    fs::create_dir(records.join("another-record"))?;
    fs::copy(records.join(ID).join("index.html"), records.join("another-record/index.html"))?;
    fs::copy(records.join(format!("{ID}.json")), records.join("another-record.json"))?;
    edit(&records.join("another-record.json"), |json| json.replace(ID, "another-record"))?;
    edit(&records.join("index.json"), |json| {
        let mut index: Value = serde_json::from_str(&json).unwrap_or_default();
        let mut entry = index["records"][0].clone();
        entry["id"] = json!("another-record");
        entry["title"] = json!("Another <record>");
        index["records"].as_array_mut().into_iter().for_each(|records| records.push(entry.clone()));
        index.to_string()
    })
}

/// The style has another name, and the record another title.
fn publish(folder: &Path) -> Result {
    let style = fs::read_dir(folder)?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .find(|name| name.starts_with("style-") && name.ends_with(".css"))
        .context("a style")?;
    fs::rename(folder.join(&style), folder.join("style-new.css"))?;
    for page in ["index.html", &format!("{RECORD}index.html")] {
        edit(&folder.join(page), |html| html.replace(&style, "style-new.css").replace(TITLE, "A corrected title"))?;
    }
    edit(&folder.join(format!("records/{ID}.json")), |json| json.replace(TITLE, "A corrected title"))?;
    memcon_offline::write(folder).map(drop)
}

/// Opens the record and waits until it is kept.
async fn visit(page: &Page) -> Result {
    arrive(page, "").await?;
    for file in [RECORD, &format!("records/{ID}.json")] {
        page.until_eq(&format!("{file} is kept"), &kept(file), true).await?;
    }
    Ok(())
}

/// What the browser itself notes of a host that does not answer is no fault of the page.
async fn read_notes_of_the_network(page: &Page) -> Result {
    const NOTES: [&str; 3] = ["net::ERR_", "status of 503", "fetching the script"];
    let mut notes = page.console().await?;
    notes.retain(|note| !NOTES.iter().any(|part| note.message.contains(part)));
    assert!(notes.is_empty(), "{notes:?}");
    Ok(())
}

#[test]
fn a_record_that_was_read_is_there_offline() {
    journey_on(copy(|_| Ok(())), "a_record_that_was_read_is_there_offline", Window::desktop(), async |page| {
        visit(page).await?;
        page.site().stop().await?;

        arrive(page, "?q=fertilizer*#t15").await?;
        page.until("the link's question is asked", &format!("{SHOWN}.includes('t15')")).await?;
        let asked: String = page.eval(STATUS).await?;
        let top = "document.querySelector('#t15').getBoundingClientRect().top";
        page.until("the link leads to its turn", &format!("Math.abs({top}) < 400")).await?;
        page.fill("#q", "revisionism").await?;
        page.until("the filter answers", &format!("{STATUS}.includes('hits in') && {STATUS} != '{asked}'")).await?;

        for same in
            [format!("{RECORD}index.html?q=fertilizer*"), format!("{}?q=fertilizer*", RECORD.trim_end_matches('/'))]
        {
            page.open(&same).await?;
            page.until("the program runs", "'started' in document.documentElement.dataset").await?;
            page.until_eq(&same, STATUS, &asked).await?;
        }
        page.open("").await?;
        page.until("the list is there", "document.querySelector('.records a')").await?;
        read_notes_of_the_network(page).await
    });
}

#[test]
fn a_record_that_was_not_read_says_so() {
    journey_on(copy(add_another_record), "a_record_that_was_not_read_says_so", Window::phone(), async |page| {
        visit(page).await?;
        page.site().stop().await?;
        page.open(OTHER).await?;
        page.until_eq("it is said", HEADING, "This page is not kept on this device.").await?;
        page.until_eq("of which", "document.querySelector('.what').textContent", "Another <record>").await?;
        let others = "[...document.querySelectorAll('.kept a')].map((a) => a.textContent)";
        page.until_eq("what is kept", others, [TITLE]).await?;
        page.accessible("the page for what is not kept").await?;
        page.shot("said").await?;
        page.click(".kept a").await?;
        page.until("the kept record opens", "'started' in document.documentElement.dataset").await?;
        page.until_address(RECORD).await?;
        read_notes_of_the_network(page).await
    });
}

#[test]
fn all_records_can_be_kept() {
    journey_on(copy(add_another_record), "all_records_can_be_kept", Window::desktop(), async |page| {
        const SAID: &str = "document.querySelector('.keep [role=status]')?.textContent";
        page.open("").await?;
        page.until_eq("nothing yet", SAID, "0 of 2 records kept on this device.").await?;
        page.accessible("the offer to keep all").await?;
        page.shot("offer").await?;
        page.click(".keep button").await?;
        page.until_eq("all", SAID, "2 of 2 records kept on this device.").await?;
        page.until("nothing more to keep", "document.querySelector('.keep button').hidden").await?;
        page.site().stop().await?;
        for record in [RECORD, OTHER] {
            page.open(record).await?;
            page.until(record, "'started' in document.documentElement.dataset").await?;
            page.until_eq("its turns", "document.querySelectorAll('article.turn').length", 25).await?;
        }
        read_notes_of_the_network(page).await
    });
}

#[test]
fn a_record_that_is_missing_is_not_called_kept() {
    let site = copy(add_another_record);
    journey_on(site, "a_record_that_is_missing_is_not_called_kept", Window::desktop(), async |page| {
        page.open("").await?;
        page.find(".keep button").await?;
        page.site().change(|folder| Ok(fs::remove_file(folder.join("records/another-record.json"))?))?;
        page.click(".keep button").await?;
        let said = "Not all records could be kept: records/another-record.json: the host answers 404.";
        page.until(said, &format!("document.querySelector('.keep').textContent.includes('{said}')")).await?;
        page.until("another attempt is possible", "!document.querySelector('.keep button').disabled").await?;
        page.console().await?;
        Ok(())
    });
}

#[test]
fn a_newer_version_is_offered_and_comes_whole() {
    journey_on(copy(|_| Ok(())), "a_newer_version_is_offered_and_comes_whole", Window::desktop(), async |page| {
        visit(page).await?;
        let former: String = page.eval(STYLE).await?;
        page.site().change(publish)?;

        arrive(page, "?q=fertilizer*").await?;
        page.until_eq("all of the former version", HEADING, TITLE).await?;
        page.until_eq("all of the former version", STYLE, &former).await?;
        page.until("it is offered", "document.querySelector('.newer')").await?;
        page.accessible("the notice of a newer version").await?;
        page.shot("offered").await?;

        let count = "if (origin != 'null') sessionStorage.loads = 1 + Number(sessionStorage.loads ?? 0)";
        page.driver().cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", json!({ "source": count })).await?;
        page.click(".newer button").await?;
        page.until_eq("the newer version", STYLE, "style-new.css").await?;
        page.until_eq("the newer version", HEADING, "A corrected title").await?;
        page.until("the program runs", "'started' in document.documentElement.dataset").await?;
        page.until_eq("the link is what it was", "location.search", "?q=fertilizer*").await?;
        page.until_eq("one cache", "caches.keys().then((names) => names.length)", 1).await?;
        page.until_eq("the former shell is gone", &kept(&former), false).await?;
        page.until("no notice", "!document.querySelector('.newer')").await?;

        // What was kept is kept in the newer version too.
        page.until_eq("the record is kept", &kept(RECORD), true).await?;
        page.until_eq("loaded once", "sessionStorage.loads", "1").await?;
        page.site().stop().await?;
        arrive(page, "").await?;
        page.until_eq("the newer version, offline", HEADING, "A corrected title").await?;
        read_notes_of_the_network(page).await
    });
}

/// What a build for working on the site does: such a site must not be the one of the day before.
#[test]
fn a_site_that_is_no_longer_kept_takes_leave() {
    journey_on(copy(|_| Ok(())), "a_site_that_is_no_longer_kept_takes_leave", Window::desktop(), async |page| {
        visit(page).await?;
        page.site().change(|folder| {
            edit(&folder.join(RECORD).join("index.html"), |html| html.replacen("data-offline=", "data-former=", 1))?;
            memcon_offline::withdraw(folder)
        })?;
        page.open(RECORD).await?;
        page.until_eq("nothing is kept", "caches.keys().then((names) => names.length)", 0).await?;
        let workers = "navigator.serviceWorker.getRegistrations().then((all) => all.length)";
        page.until_eq("no worker is left", workers, 0).await
    });
}

#[test]
fn where_workers_are_refused_the_page_is_as_it_was() {
    let site = Site::with_headers(&[("Content-Security-Policy", "worker-src 'none'")]);
    let site = site.unwrap_or_else(|fault| panic!("{fault:#}"));
    journey_on(site, "where_workers_are_refused_the_page_is_as_it_was", Window::desktop(), async |page| {
        arrive(page, "").await?;
        page.until_eq("tried", "document.querySelectorAll('script[src*=\"offline-\"]').length", 1).await?;
        page.fill("#q", "fertilizer").await?;
        page.until_eq("the filter answers", STATUS, "3 hits in 3 of 25 turns").await?;
        page.until_eq("no failure is told", "document.querySelector('#failed').hidden", true).await?;
        page.until_eq("nothing is offered", "document.querySelector('#offline').childElementCount", 0).await?;
        // The browser's own line on its policy.
        page.console().await?;
        Ok(())
    });
}
