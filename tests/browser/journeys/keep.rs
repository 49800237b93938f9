//! The record as a file: what is in it, when only a part is, and what brings the program that makes it.

use memcon_browser_tests::{Key, Page, Result, Site, Window, journey, journey_on};

use crate::desk::{CATCH, away};
use crate::reader::{RECORD, arrive};

const NAME: &str = "1964-11-25-kwp-delegation-enver-hoxha";
/// What the page says that a file will hold.
const MUCH: &str = "document.querySelector('#take b').textContent";
/// What it says of the file that was asked for.
const SAID: &str = "document.querySelector('#take [role=status]').textContent";
/// Files of the desk that the page has asked for.
const ASKED: &str = "performance.getEntriesByType('resource').filter((entry) => entry.name.includes('/desk-')).length";

fn button(format: &str) -> String {
    format!("document.querySelector('[data-desk=export][data-value={format}]')")
}

/// Clicks the button of a format; the name of the file and what is in it.
async fn take(page: &Page, format: &str) -> Result<(String, String)> {
    page.eval::<()>("void (window.saved.length = 0)").await?;
    page.eval::<()>(&format!("{}.click()", button(format))).await?;
    page.until(&format!("a file of {format}"), "window.saved.length === 1").await?;
    Ok((page.eval("window.named").await?, page.eval("window.saved[0]").await?))
}

#[test]
fn a_button_brings_what_makes_the_file_and_then_gives_it() {
    journey("a_button_brings_what_makes_the_file_and_then_gives_it", Window::desktop(), async |page| {
        arrive(page, "").await?;
        page.until_eq("the whole", MUCH, "25 turns").await?;
        page.until_eq("nothing of the desk", ASKED, 0).await?;
        page.eval::<()>(CATCH).await?;
        // By the keyboard.
        page.eval::<()>(&format!("{}.focus()", button("csv"))).await?;
        page.press(Key::Enter).await?;
        page.until("a file", "window.saved.length === 1").await?;
        page.until_eq("a name", "window.named", format!("{NAME}.csv")).await?;
        page.until_eq("it is said", SAID, format!("Given to your browser as {NAME}.csv.")).await?;
        let file: String = page.eval("window.saved[0]").await?;
        let columns = "\u{feff}turn,number,speaker_id,speaker,delegation,label,mode,topic,words,text,link\r\n";
        assert!(file.starts_with(columns), "{file}");
        assert!(file.contains(&format!("/{RECORD}#t25\r\n")), "each turn has its link: {file}");
        page.until_eq("the text is still in view", "location.search", "").await?;
        for (format, ending, says) in [
            ("json", "json", "\"format\": \"memcon-record/1\""),
            ("txt", "txt", "[Turn 12] Comrade Enver Hoxha: "),
            ("md", "md", "**Comrade Enver Hoxha:** "),
            ("tei", "tei.xml", "http://www.tei-c.org/ns/1.0"),
            ("akn", "akn.xml", "<speech eId=\"t12\""),
            ("bibtex", "bib", "@"),
            ("ris", "ris", "TY  - "),
            ("csl", "csl.json", "\"title\""),
        ] {
            let (name, file) = take(page, format).await?;
            assert_eq!(name, format!("{NAME}.{ending}"));
            assert!(file.contains(says), "{format}: {file}");
        }
        page.accessible("files given").await?;
        page.shot("taken").await
    });
}

#[test]
fn a_file_holds_what_is_asked_and_says_so() {
    journey("a_file_holds_what_is_asked_and_says_so", Window::phone(), async |page| {
        arrive(page, "?q=fertilizer*&rest=dim#t12").await?;
        page.until_eq("a part", MUCH, "4 of 25 turns").await?;
        page.eval::<()>(CATCH).await?;
        for format in ["csv", "txt", "md", "tei", "akn", "bibtex", "ris", "csl"] {
            let (name, file) = take(page, format).await?;
            assert!(name.starts_with(&format!("{NAME}-4-of-25-turns.")), "{name}");
            assert!(file.contains("4 of 25 turns"), "{format}: {file}");
            // As it is, or with its asterisk escaped.
            assert!(file.contains(&format!("/{RECORD}?q=fertilizer")), "the link that shows them again: {file}");
            assert!(!file.contains("rest=dim") && !file.contains("And to your health."), "{format}: {file}");
        }
        take(page, "json").await?;
        page.until_eq("a good record", "JSON.parse(saved[0]).part.turns", [12, 13, 15, 16]).await?;
        page.until("its link", &format!("JSON.parse(saved[0]).part.link.endsWith('/{RECORD}?q=fertilizer*')")).await?;
        page.fill("#q", "zebra").await?;
        page.until_eq("none", MUCH, "0 of 25 turns").await?;
        page.eval::<()>(&format!("{}.click()", button("csv"))).await?;
        page.until("it is said", &format!("{SAID}.startsWith('Nothing answers')")).await?;
        page.fill("#q", "").await?;
        page.until_eq("the whole", MUCH, "25 turns").await?;
        page.until(
            "no button is wider than the window",
            "[...document.querySelectorAll('#take button')].every((button) => button.getBoundingClientRect().right <= innerWidth)",
        )
        .await?;
        page.accessible("a part").await
    });
}

#[test]
fn where_what_makes_the_file_does_not_come_it_is_said_below_the_buttons() {
    let site = Site::changed(|folder| away(folder, ".js", true)).unwrap_or_else(|fault| panic!("{fault:#}"));
    journey_on(site, "where_what_makes_the_file_does_not_come", Window::desktop(), async |page| {
        arrive(page, "").await?;
        page.eval::<()>(CATCH).await?;
        page.eval::<()>(&format!("{}.click()", button("txt"))).await?;
        page.until("it is said", &format!("{SAID}.includes('did not come')")).await?;
        page.accessible("without the desk").await?;
        let noted = page.console().await?;
        // The browser's own lines on files that did not come.
        assert!(noted.iter().all(|entry| entry.message.contains("/desk-")), "{noted:?}");
        page.site().change(|folder| away(folder, ".js", false))?;
        page.eval::<()>("document.querySelector('#take [role=status] button').click()").await?;
        page.until("the file that was asked for", "window.saved.length === 1").await?;
        page.until_eq("its name", "window.named", format!("{NAME}.txt")).await?;
        page.until_eq("it is said", SAID, format!("Given to your browser as {NAME}.txt.")).await
    });
}

#[test]
fn without_a_program_there_is_no_dead_button() {
    journey("without_a_program_there_is_no_dead_button", Window::desktop(), async |page| {
        let cdp = page.driver().cdp();
        let off = serde_json::json!({ "value": true });
        cdp.send_raw("Emulation.setScriptExecutionDisabled", off).await?;
        page.open(RECORD).await?;
        page.until("no buttons", "!document.querySelector('#take').checkVisibility()").await?;
        page.until("the record as JSON is a link", "document.querySelector('#about a[href$=\".json\"]')").await
    });
}
