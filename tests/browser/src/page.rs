//! What a reader does and sees: open, click, type, go back, look.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, anyhow};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::cdp::domains::network::NetworkConditions;
use thirtyfour::prelude::*;

use crate::setting::setting;
use crate::wait::until;
use crate::{Entry, Result, Site, Violation, axe, console};

/// A browser's page on a site.
pub struct Page {
    driver: WebDriver,
    site: Site,
    name: String,
}

impl Page {
    pub(crate) fn new(driver: WebDriver, site: Site, name: &str) -> Self {
        Self { driver, site, name: name.to_owned() }
    }

    pub(crate) async fn end(self) -> Result {
        Ok(self.driver.quit().await?)
    }

    /// The WebDriver session, for what is not here: drags, hovering, frames.
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// The site that the journey goes through.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Opens an address of the site, such as `records/x/?q=a#t7`, as a pasted link would: it is always loaded anew.
    pub async fn open(&self, address: &str) -> Result {
        // From one fragment of a page to another a browser would only scroll.
        self.driver.goto("about:blank").await?;
        Ok(self.driver.goto(format!("{}{address}", self.site.url())).await?)
    }

    /// The address within the site, as [`Page::open`] takes it.
    pub async fn address(&self) -> Result<String> {
        let url = self.driver.current_url().await?.to_string();
        url.strip_prefix(self.site.url()).map(str::to_owned).with_context(|| format!("{url} is not in the site"))
    }

    /// The value of a JavaScript expression.
    pub async fn eval<T: DeserializeOwned>(&self, expression: &str) -> Result<T> {
        let value = self.driver.execute(format!("return ({expression});"), Vec::new()).await;
        Ok(value.with_context(|| format!("in {expression}"))?.convert()?)
    }

    /// Waits until a JavaScript expression is true.
    pub async fn until(&self, what: &str, expression: &str) -> Result {
        let truth = format!("Boolean({expression})");
        until(what, async || {
            let held: bool = self.eval(&truth).await?;
            Ok(held.then_some(()).ok_or_else(|| format!("{expression} is not so")))
        })
        .await
    }

    /// Waits until a JavaScript expression has a value; a failure tells the value it had.
    pub async fn until_eq(&self, what: &str, expression: &str, expected: impl Serialize) -> Result {
        let expected = serde_json::to_value(expected)?;
        until(what, async || {
            let seen: Value = self.eval(expression).await?;
            Ok(if seen == expected { Ok(()) } else { Err(format!("{expression} = {seen}, not {expected}")) })
        })
        .await
    }

    /// Waits until the address within the site is this.
    pub async fn until_address(&self, expected: &str) -> Result {
        until("the address", async || {
            let seen = self.address().await?;
            Ok(if seen == expected { Ok(()) } else { Err(format!("{seen}, not {expected}")) })
        })
        .await
    }

    /// Types where the focus is, one key after the other: text, or a [`Key`].
    pub async fn press(&self, keys: impl Into<thirtyfour::TypingData>) -> Result {
        Ok(self.driver.action_chain().send_keys(keys).perform().await?)
    }

    /// Clicks the first element of a CSS selector, once it is there.
    pub async fn click(&self, selector: &str) -> Result {
        Ok(self.find(selector).await?.click().await?)
    }

    /// Replaces what stands in a field, as a reader does: select all, then type.
    pub async fn fill(&self, selector: &str, text: &str) -> Result {
        let field = self.find(selector).await?;
        field.click().await?;
        // WebDriver's own “clear” leaves the field, which no reader does in between.
        self.driver.execute("arguments[0].select()", vec![field.to_json()?]).await?;
        if text.is_empty() { self.press(Key::Delete).await } else { self.press(text).await }
    }

    /// Presses a key while another one is held, such as `chord(Key::Shift, Key::Right)`.
    pub async fn chord(&self, held: Key, keys: impl Into<thirtyfour::TypingData>) -> Result {
        Ok(self.driver.action_chain().key_down(held.clone()).send_keys(keys).key_up(held).perform().await?)
    }

    /// The first element of a CSS selector, once it is there.
    pub async fn find(&self, selector: &str) -> Result<WebElement> {
        until(&format!("an element {selector}"), async || {
            Ok(self.driver.find_all(By::Css(selector)).await?.into_iter().next().ok_or_else(|| "none".to_owned()))
        })
        .await
    }

    /// How many elements a CSS selector finds now.
    pub async fn count(&self, selector: &str) -> Result<usize> {
        Ok(self.driver.find_all(By::Css(selector)).await?.len())
    }

    /// The visible text of the first element of a CSS selector, once it is there.
    pub async fn text(&self, selector: &str) -> Result<String> {
        Ok(self.find(selector).await?.text().await?)
    }

    /// The browser's button “back”.
    pub async fn back(&self) -> Result {
        Ok(self.driver.back().await?)
    }

    /// The browser's button “forward”.
    pub async fn forward(&self) -> Result {
        Ok(self.driver.forward().await?)
    }

    /// The browser's button “reload”.
    pub async fn reload(&self) -> Result {
        Ok(self.driver.refresh().await?)
    }

    /// Makes every answer of the server this many milliseconds late.
    pub async fn slow(&self, milliseconds: u32) -> Result {
        let cdp = self.driver.cdp();
        cdp.network().enable().await?;
        let conditions = NetworkConditions { latency: milliseconds, ..NetworkConditions::default() };
        Ok(cdp.network().emulate_network_conditions(conditions).await?)
    }

    /// Reads the console and empties it: what was read here does not fail the journey at its end.
    pub async fn console(&self) -> Result<Vec<Entry>> {
        console::read(&self.driver).await
    }

    /// The rules of WCAG 2.2 A and AA that the page breaks as it is now, by axe-core.
    pub async fn axe(&self) -> Result<Vec<Violation>> {
        axe::run(&self.driver).await
    }

    /// Fails with a readable list when axe-core finds anything.
    pub async fn accessible(&self, state: &str) -> Result {
        let found = self.axe().await?;
        if found.is_empty() {
            return Ok(());
        }
        let list: Vec<_> = found.iter().map(ToString::to_string).collect();
        Err(anyhow!("axe-core, {state}:\n{}", list.join("\n")))
    }

    /// A picture of the window: `target/screenshots/<journey>-<label>.png`.
    pub async fn shot(&self, label: &str) -> Result {
        let folder = PathBuf::from(setting("MEMCON_SCREENSHOTS"));
        fs::create_dir_all(&folder)?;
        Ok(self.driver.screenshot(&folder.join(format!("{}-{label}.png", self.name))).await?)
    }
}
