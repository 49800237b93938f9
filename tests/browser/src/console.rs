//! The browser's console: what the page complained of.

use std::fmt;

use thirtyfour::WebDriver;

use crate::Result;

/// One line of the console.
#[derive(Debug, Clone)]
pub struct Entry {
    /// `SEVERE`, `WARNING`, `INFO` or `DEBUG`.
    pub level: String,
    /// Source, line and text.
    pub message: String,
}

impl fmt::Display for Entry {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.level, self.message)
    }
}

/// Reads what has gathered in the console, and empties it.
pub(crate) async fn read(driver: &WebDriver) -> Result<Vec<Entry>> {
    let entries = driver.browser_log().await?;
    Ok(entries.into_iter().map(|entry| Entry { level: entry.level, message: entry.message }).collect())
}
