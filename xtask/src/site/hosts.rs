//! What a host should send with every file, in the files that usual hosts read: `_headers` (Netlify, Cloudflare Pages),
//! `.htaccess` (Apache), `vercel.json` (Vercel). Others pass over them; the policy that matters is in the pages.

use std::path::Path;

use anyhow::Result;
use serde_json::json;

use crate::files;

/// Headers for every file.
const HEADERS: [(&str, &str); 4] = [
    // The one part of the policy that a page cannot give itself (CSP Level 3, 6.4.2): who may show it in a frame.
    ("Content-Security-Policy", "frame-ancestors 'self'"),
    ("X-Content-Type-Options", "nosniff"),
    // As in the pages.
    ("Referrer-Policy", "no-referrer"),
    // What the site never asks for; copying to the clipboard is not among it.
    (
        "Permissions-Policy",
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
    ),
];

/// What Apache needs beyond headers.
const APACHE: &str = include_str!("htaccess");

/// Writes them into `dist`.
pub(super) fn write(dist: &Path) -> Result<()> {
    let plain: String = HEADERS.iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
    let apache: String =
        HEADERS.iter().map(|(name, value)| format!("  Header always set {name} \"{value}\"\n")).collect();
    let vercel: Vec<_> = HEADERS.iter().map(|(name, value)| json!({ "key": name, "value": value })).collect();
    let vercel = json!({ "headers": [{ "source": "/(.*)", "headers": vercel }] });
    for (name, text) in [
        ("_headers", format!("/*\n{plain}")),
        (".htaccess", APACHE.replacen("# headers\n", &apache, 1)),
        ("vercel.json", format!("{vercel:#}\n")),
    ] {
        files::write(&dist.join(name), &text)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn every_host_is_told_every_header() {
        let dist = tempfile::tempdir().expect("a temporary folder");
        write(dist.path()).expect("written");
        for file in ["_headers", ".htaccess", "vercel.json"] {
            let text = fs::read_to_string(dist.path().join(file)).expect(file);
            for (name, value) in HEADERS {
                assert!(text.contains(name) && text.contains(value), "{file}: {name}");
            }
        }
        let vercel = fs::read_to_string(dist.path().join("vercel.json")).expect("the file");
        serde_json::from_str::<serde_json::Value>(&vercel).expect("JSON");
    }

    #[test]
    fn the_pages_and_the_headers_say_the_same_of_the_referrer() {
        let said = format!("<meta name=\"referrer\" content=\"{}\"", HEADERS[2].1);
        for page in [include_str!("404.html"), include_str!("../../../index.html")] {
            assert!(page.contains(&said), "{said}");
        }
    }
}
