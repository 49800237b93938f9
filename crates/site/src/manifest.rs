//! What lets a system keep the site among its programs: `manifest.webmanifest` (W3C, Web Application Manifest), icons, and
//! the colours of the window around it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;

use crate::{icons, tokens};

/// The name of the manifest in the site's root.
pub const FILE: &str = "manifest.webmanifest";

/// Writes the manifest and the icons that it names.
///
/// # Errors
/// When one of them cannot be written.
pub fn write(dist: &Path) -> Result<()> {
    icons::write(dist)?;
    let path = dist.join(FILE);
    fs::write(&path, format!("{:#}\n", manifest())).with_context(|| format!("{} cannot be written", path.display()))
}

/// The tags of a page that is seen from `root` (`./`, `../../`).
pub fn tags(root: &str) -> String {
    let apple = icons::FOR_APPLE.file;
    format!(
        "<link rel=\"manifest\" href=\"{root}{FILE}\">\n\
         <link rel=\"apple-touch-icon\" href=\"{root}{apple}\">\n{}",
        colours()
    )
}

/// The tags that colour the window around a page.
pub fn colours() -> String {
    let (light, dark) = (tokens::light("paper"), tokens::dark("paper"));
    format!(
        "<meta name=\"theme-color\" media=\"(prefers-color-scheme: light)\" content=\"{light}\">\n\
         <meta name=\"theme-color\" media=\"(prefers-color-scheme: dark)\" content=\"{dark}\">\n"
    )
}

fn manifest() -> serde_json::Value {
    let icons: Vec<_> = icons::FOR_MANIFEST
        .iter()
        .map(|icon| {
            json!({
                "src": format!("./{}", icon.file),
                "sizes": format!("{0}x{0}", icon.size),
                "type": "image/png",
                "purpose": if icon.full { "maskable" } else { "any" },
            })
        })
        .collect();
    // Addresses are relative to the manifest, so that the site may lie in any folder. There is one colour for light and
    // dark here: a page's own `theme-color` goes before it.
    json!({
        "name": "Memcon: records of conversation",
        "short_name": "Memcon",
        "description": "A reader for records of conversation: filter turns, see who spoke when, link to the words.",
        "lang": "en",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "theme_color": tokens::light("paper"),
        "background_color": tokens::light("paper"),
        "icons": icons,
    })
}
