//! The content security policy that each page has: a reader never meets it, and what is not the page's own does.

use std::fs;
use std::path::Path;

use memcon_browser_tests::{Page, Result, Site, Window, journey, journey_on};
use serde_json::json;

use crate::reader::{RECORD, STATUS, arrive};

/// Writes down each violation from the moment a page begins.
const LISTEN: &str = "window.violations = []; addEventListener('securitypolicyviolation', (event) => violations.push(`${event.effectiveDirective} ${event.blockedURI}`));";

async fn listen(page: &Page) -> Result {
    let script = json!({ "source": LISTEN });
    page.driver().cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", script).await?;
    Ok(())
}

/// Nothing was refused, and nothing was asked of another host.
async fn content(page: &Page) -> Result {
    page.until_eq("no violation", "violations", Vec::<String>::new()).await?;
    let elsewhere = "performance.getEntriesByType('resource').map((entry) => entry.name).filter((url) => !url.startsWith(location.origin))";
    page.until_eq("nothing from elsewhere", elsewhere, Vec::<String>::new()).await
}

#[test]
fn a_reader_never_meets_the_policy() {
    journey("a_reader_never_meets_the_policy", Window::desktop(), async |page| {
        listen(page).await?;
        arrive(page, "").await?;
        page.fill("input[type=search][name=q]", "fertilizer*").await?;
        page.until_eq("hits", STATUS, "8 hits in 4 of 25 turns").await?;
        page.click(".card").await?;
        page.until("a choice", "document.querySelector('.card.chosen')").await?;
        // What is said of the turn pointed at stands where a style property puts it.
        let tracks = page.find(".tracks").await?;
        page.driver().action_chain().move_to_element_center(&tracks).perform().await?;
        page.until("it stands", "document.querySelector('.saying').style.getPropertyValue('--x') != ''").await?;
        content(page).await?;
        page.open("").await?;
        page.until("the list", "document.querySelector('ol.records a')").await?;
        content(page).await?;
        page.click("ol.records a").await?;
        page.until_address(RECORD).await?;
        page.until("the program runs", "'started' in document.documentElement.dataset").await?;
        content(page).await
    });
}

#[test]
fn what_is_not_the_page_s_own_is_refused() {
    journey("what_is_not_the_page_s_own_is_refused", Window::desktop(), async |page| {
        listen(page).await?;
        arrive(page, "").await?;
        for (what, attempt, refused) in [
            (
                "a script",
                "{ const it = document.createElement('script'); it.textContent = 'window.ran = true'; document.body.append(it) }",
                "script-src-elem inline",
            ),
            ("a handler", "document.body.setAttribute('onclick', 'window.ran = true')", "script-src-attr inline"),
            ("a style", "document.body.setAttribute('style', 'display: none')", "style-src-attr inline"),
            (
                "a request",
                "fetch('https://elsewhere.example/').catch(() => {})",
                "connect-src https://elsewhere.example/",
            ),
            (
                "a picture",
                "new Image().src = 'https://elsewhere.example/x.png'",
                "img-src https://elsewhere.example/x.png",
            ),
            (
                "a form",
                "{ const it = document.createElement('form'); it.action = 'https://elsewhere.example/'; document.body.append(it); it.submit() }",
                "form-action https://elsewhere.example/?",
            ),
        ] {
            page.eval::<()>(&format!("void (() => {{ {attempt} }})()")).await?;
            page.until_eq(what, &format!("violations.includes('{refused}')"), true).await?;
        }
        page.until_eq("nothing has run", "'ran' in window", false).await?;
        // The browser notes each refusal.
        let noted = page.console().await?;
        assert!(noted.iter().all(|entry| entry.message.contains("Content Security Policy")), "{noted:?}");
        Ok(())
    });
}

/// A file that was altered on its way is not run: the sum in the page is of the one that was built.
#[test]
fn an_altered_loader_is_refused() {
    let altered = |folder: &Path| {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|end| end == "js") {
                let loader = fs::read_to_string(&path)? + "\nwindow.altered = true;\n";
                fs::write(&path, loader)?;
            }
        }
        Ok(())
    };
    let site = Site::changed(altered).unwrap_or_else(|fault| panic!("{fault:#}"));
    journey_on(site, "an_altered_loader_is_refused", Window::desktop(), async |page| {
        page.open(RECORD).await?;
        page.until("said", "document.querySelector('#failed').checkVisibility()").await?;
        page.until_eq("it has not run", "'altered' in window", false).await?;
        let noted = page.console().await?;
        assert!(noted.iter().any(|entry| entry.message.contains("integrity")), "{noted:?}");
        Ok(())
    });
}
