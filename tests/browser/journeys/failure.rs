//! What the page says when something is missing or broken: never nothing.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use memcon_browser_tests::{Result, Site, Window, journey, journey_on};
use serde_json::json;

use crate::reader::{RECORD, SHOWN, STATUS, arrive};

const FILE: &str = "records/1964-11-25-kwp-delegation-enver-hoxha.json";

/// The page of a site so changed says this above its text, which is complete.
fn says(name: &str, change: impl FnOnce(&Path) -> Result, what: &str) {
    let site = Site::changed(change).unwrap_or_else(|fault| panic!("{fault:#}"));
    journey_on(site, name, Window::desktop(), async |page| {
        page.open(&format!("{RECORD}#t20")).await?;
        page.until("it is said", "document.querySelector('#failed').checkVisibility()").await?;
        page.until(what, &format!("document.querySelector('#failed').textContent.includes('{what}')")).await?;
        page.until_eq("the text is there", "document.querySelectorAll('article').length", 25).await?;
        let controls = "[...document.querySelectorAll('.app-only, article button')].filter((control) => control.checkVisibility({ visibilityProperty: true }))";
        page.until_eq("no dead control", &format!("{controls}.length"), 0).await?;
        page.accessible(what).await?;
        page.shot("said").await?;
        // The browser's own lines on files that did not come; the reader has been told in words.
        page.console().await?;
        Ok(())
    });
}

fn record(folder: &Path, change: impl FnOnce(String) -> String) -> Result {
    let file = folder.join(FILE);
    let json = fs::read_to_string(&file).context("the record")?;
    Ok(fs::write(&file, change(json))?)
}

/// The first file of the site with this in its name, such as `_bg.wasm`.
fn find(folder: &Path, part: &str) -> Result<PathBuf> {
    let files = fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path()));
    let fits = |path: &PathBuf| {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        // The compressed ones are not what the server of the journeys reads.
        name.contains(part) && !name.ends_with(".br") && !name.ends_with(".gz")
    };
    files.filter(fits).min().with_context(|| format!("no file {part}"))
}

#[test]
fn a_record_that_is_missing() {
    says("a_record_that_is_missing", |folder| Ok(fs::remove_file(folder.join(FILE))?), "There is no such record here");
}

#[test]
fn a_record_that_is_cut_short() {
    says(
        "a_record_that_is_cut_short",
        |folder| record(folder, |json| json.chars().take(json.chars().count() / 2).collect()),
        "The record is cut short",
    );
}

#[test]
fn a_record_of_a_newer_format() {
    says(
        "a_record_of_a_newer_format",
        |folder| record(folder, |json| json.replace("memcon-record/1", "memcon-record/2")),
        "memcon-record/2",
    );
}

#[test]
fn a_record_that_is_no_record() {
    says("a_record_that_is_no_record", |folder| record(folder, |_| "<html>".into()), "The record cannot be read");
}

#[test]
fn a_stray_error_before_the_start_is_taken_back() {
    let stray = |folder: &Path| {
        let file = folder.join(RECORD).join("index.html");
        let page = fs::read_to_string(&file).context("the page")?;
        Ok(fs::write(&file, page.replacen("<div id=\"app\"", "<img src=\"nowhere.png\" alt=\"\"><div id=\"app\"", 1))?)
    };
    let site = Site::changed(stray).unwrap_or_else(|fault| panic!("{fault:#}"));
    journey_on(site, "a_stray_error_before_the_start_is_taken_back", Window::desktop(), async |page| {
        page.open(RECORD).await?;
        page.until("the program runs", "'started' in document.documentElement.dataset").await?;
        page.until("no failure is told", "!document.querySelector('#failed').checkVisibility()").await?;
        page.until(
            "the controls are there",
            "document.querySelector('#q').checkVisibility({ visibilityProperty: true })",
        )
        .await?;
        // The browser's own line on the picture.
        page.console().await?;
        Ok(())
    });
}

/// What a panic does to the page, which no input is known to bring about: see `browser::say_failed`.
#[test]
fn a_program_that_stops_leaves_the_whole_text() {
    journey("a_program_that_stops_leaves_the_whole_text", Window::desktop(), async |page| {
        for link in ["?speaker=mehmet-shehu", "?view=exchange"] {
            arrive(page, link).await?;
            page.eval::<()>("(document.documentElement.dataset.failed = '', document.querySelector('#failed').hidden = false, undefined)").await?;
            page.until_eq(
                "all turns",
                "[...document.querySelectorAll('article')].filter((turn) => turn.checkVisibility()).length",
                25,
            )
            .await?;
            let said = "document.querySelector('#failed').innerText";
            page.until("it has stopped", &format!("{said}.includes('has stopped') && !{said}.includes('not started')"))
                .await?;
        }
        Ok(())
    });
}

/// The page was made of a better file than the program gets: nothing is lost, and what the file says counts.
#[test]
fn a_reference_that_leads_nowhere() {
    let broken = |json: String| json.replacen("\"speaker\":\"ri-jong-ok\"", "\"speaker\":\"somebody\"", 1);
    let site = Site::changed(|folder| record(folder, broken)).unwrap_or_else(|fault| panic!("{fault:#}"));
    journey_on(site, "a_reference_that_leads_nowhere", Window::desktop(), async |page| {
        page.open(&format!("{RECORD}?speaker=unknown")).await?;
        page.until("the program runs", "'started' in document.documentElement.dataset").await?;
        page.until_eq("the text is there", "document.querySelectorAll('article').length", 25).await?;
        page.until_eq("the voice is unknown", SHOWN, "t1").await
    });
}

/// A page as translators and extensions leave it: words changed, elements wrapped, added and gone.
#[test]
fn a_page_that_was_altered_on_its_way() {
    let altered = |folder: &Path| {
        let file = folder.join(RECORD).join("index.html");
        let page = fs::read_to_string(&file).context("the page")?;
        let page = page
            .replacen("the donkey out of the mud", "<font>l'âne de la boue</font>", 1)
            .replacen("<article id=\"t3\"", "<div class=\"added\">x</div><article id=\"t3\"", 1)
            .replacen("id=\"t4\"", "id=\"gone\"", 1)
            .replacen("<svg class=\"overlay\"", "<svg class=\"nothing-here\"", 1)
            .replacen("data-island=\"nothing\"", "data-gone=\"\"", 1);
        Ok(fs::write(&file, page)?)
    };
    let site = Site::changed(altered).unwrap_or_else(|fault| panic!("{fault:#}"));
    journey_on(site, "a_page_that_was_altered_on_its_way", Window::desktop(), async |page| {
        page.open(&format!("{RECORD}?q=fertilizer*")).await?;
        page.until("the program runs", "'started' in document.documentElement.dataset").await?;
        page.until_eq("found", STATUS, "8 hits in 4 of 25 turns").await?;
        page.until_eq("marked", "document.querySelectorAll('.text mark').length", 8).await?;
        page.fill("#q", "mud").await?;
        page.until_eq("found in the record", STATUS, "1 hit in 1 of 25 turns").await?;
        page.until(
            "the turn is shown in its own words",
            "!document.querySelector('#t10').hidden && document.querySelector('#t10').textContent.includes('boue')",
        )
        .await?;
        page.fill("#q", "zebra").await?;
        page.until_eq("nothing", STATUS, "0 hits in 0 of 25 turns").await?;
        page.until("no failure is told", "!document.querySelector('#failed').checkVisibility()").await
    });
}

#[test]
fn the_program_is_missing() {
    says("the_program_is_missing", |folder| Ok(fs::remove_file(find(folder, "_bg.wasm")?)?), "What went wrong");
}

#[test]
fn the_loader_is_missing() {
    says("the_loader_is_missing", |folder| Ok(fs::remove_file(find(folder, "loader-")?)?), "What went wrong");
}

#[test]
fn the_program_is_broken() {
    says("the_program_is_broken", |folder| Ok(fs::write(find(folder, "_bg.wasm")?, "not Wasm")?), "WebAssembly");
}

/// A browser without instructions on sixteen bytes at once compiles nothing of the program; one that has them is not called old.
#[test]
fn a_browser_that_is_too_old_is_told_so() {
    let broken = |folder: &Path| -> Result { Ok(fs::write(find(folder, "_bg.wasm")?, "not Wasm")?) };
    let site = Site::changed(broken).unwrap_or_else(|fault| panic!("{fault:#}"));
    journey_on(site, "a_browser_that_is_too_old", Window::desktop(), async |page| {
        let old = "document.querySelector('#why').textContent.includes('This browser is too old')";
        page.open(RECORD).await?;
        page.until("said", "document.querySelector('#failed').checkVisibility()").await?;
        page.until_eq("not too old", old, false).await?;
        let without = json!({ "source": "WebAssembly.validate = () => false;" });
        page.driver().cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", without).await?;
        page.open(RECORD).await?;
        page.until_eq("too old", old, true).await?;
        page.console().await?;
        Ok(())
    });
}

/// What stops the program without a panic, as an abort does, is told too; what another script throws is none of its business.
#[test]
fn what_stops_the_program_is_told() {
    journey("what_stops_the_program_is_told", Window::desktop(), async |page| {
        arrive(page, "").await?;
        let told = "document.querySelector('#failed').checkVisibility()";
        let throw = |error: &str| format!("void dispatchEvent(new ErrorEvent('error', {{ error: new {error} }}))");
        page.eval::<()>(&throw("TypeError('of an extension')")).await?;
        page.until_eq("not told", told, false).await?;
        page.eval::<()>(&throw("WebAssembly.RuntimeError('unreachable')")).await?;
        page.until_eq("told", told, true).await?;
        page.until("as stopped", "document.querySelector('#failed .stopped').checkVisibility()").await?;
        page.console().await?;
        Ok(())
    });
}

#[test]
fn webassembly_is_refused() {
    // No 'wasm-unsafe-eval': as some browsers' strict modes do.
    let policy = [(
        "Content-Security-Policy",
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'",
    )];
    let site = Site::with_headers(&policy).unwrap_or_else(|fault| panic!("{fault:#}"));
    journey_on(site, "webassembly_is_refused", Window::desktop(), async |page| {
        page.open(RECORD).await?;
        page.until("said", "document.querySelector('#failed').checkVisibility()").await?;
        page.console().await?;
        Ok(())
    });
}
