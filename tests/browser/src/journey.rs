//! One journey: a session of its own from start to end, whatever happens in between.

use std::panic::{AssertUnwindSafe, resume_unwind};
use std::time::Duration;

use anyhow::{Context, bail};
use futures_util::FutureExt;
use thirtyfour::prelude::*;
use thirtyfour::{ChromiumLikeCapabilities, LoggingPrefsLogLevel};

use crate::setting::setting;
use crate::{Page, Result, Site, Window, console};

/// How long a page may load, and a script such as axe-core run, on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// Goes through the built site.
///
/// # Panics
/// When a step fails, or the console holds what the journey did not read; `target/screenshots/<name>-failed.png`
/// shows the page at that moment.
pub fn journey(name: &str, window: Window, steps: impl AsyncFnOnce(&Page) -> Result) {
    journey_on(Site::built(), name, window, steps);
}

/// Goes through a site of the journey's own making, such as [`Site::changed`].
///
/// # Panics
/// As [`journey`].
pub fn journey_on(site: Site, name: &str, window: Window, steps: impl AsyncFnOnce(&Page) -> Result) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("an async runtime");
    runtime.block_on(async {
        let page = start(site, name, &window).await.unwrap_or_else(|fault| panic!("no browser session: {fault:#}"));
        let outcome = AssertUnwindSafe(travel(&page, steps)).catch_unwind().await;
        if !matches!(outcome, Ok(Ok(()))) {
            tell(&page).await;
        }
        // Also after a failure: a browser left behind would outlive the test.
        let ended = page.end().await;
        match outcome {
            Ok(Ok(())) => ended.unwrap_or_else(|fault| panic!("{name}: the session did not end: {fault:#}")),
            Ok(Err(fault)) => panic!("{name}: {fault:#}"),
            Err(panic) => resume_unwind(panic),
        }
    });
}

async fn start(site: Site, name: &str, window: &Window) -> Result<Page> {
    let mut capabilities = DesiredCapabilities::chrome();
    capabilities.set_binary(&setting("MEMCON_BROWSER"))?;
    for argument in setting("MEMCON_BROWSER_ARGUMENTS").split_whitespace() {
        capabilities.add_arg(argument)?;
    }
    capabilities.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    // chromedriver gives every session a new, empty profile and removes it afterwards.
    let driver = WebDriver::new(setting("MEMCON_WEBDRIVER"), capabilities).await?;
    // A page that hangs is told apart from a slow one within the test's time, not the driver's five minutes.
    driver.set_page_load_timeout(PATIENCE).await?;
    driver.set_script_timeout(PATIENCE).await?;
    let devtools = driver.cdp();
    devtools.send_raw("Emulation.setDeviceMetricsOverride", window.metrics()).await?;
    devtools.send_raw("Emulation.setEmulatedMedia", window.media()).await?;
    Ok(Page::new(driver, site, name))
}

async fn travel(page: &Page, steps: impl AsyncFnOnce(&Page) -> Result) -> Result {
    steps(page).await?;
    let unread = page.console().await?;
    if !unread.is_empty() {
        let lines: Vec<_> = unread.iter().map(ToString::to_string).collect();
        bail!("the console is not empty:\n{}", lines.join("\n"));
    }
    Ok(())
}

/// What helps to understand a failure, as far as the browser still answers.
async fn tell(page: &Page) {
    let driver = page.driver();
    if let Ok(url) = driver.current_url().await {
        eprintln!("at {url}");
    }
    for entry in console::read(driver).await.context("the console").unwrap_or_default() {
        eprintln!("console: {entry}");
    }
    if let Err(fault) = page.shot("failed").await {
        eprintln!("no picture: {fault:#}");
    }
}
