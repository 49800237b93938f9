//! A real page for each record, and one about the explorer, so that no address needs a rule on the server: the shell, with
//! its addresses seen from there, each with its content security policy.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use memcon_policy::{Reach, guarded};

use super::loader;
use crate::files::{read, write};

/// Shown by static hosts for any address without a page. It may be shown at any depth, so it asks for no other file.
const NOT_FOUND: &str = include_str!("404.html");

/// From `records/<id>/` to the root of the site.
const UP: &str = "../../";

/// Finishes what Trunk wrote to `dist`; `base` is the absolute path of the site, if it has one.
pub(crate) fn finish(dist: &Path, base: Option<&str>) -> Result<()> {
    let root_page = dist.join("index.html");
    let shell = read(&root_page)?;
    check(&shell)?;
    let shell = loader::checked(&bare(&shell), dist)?;
    let page = |root: &str| guarded(&seen_from(&shell, root), Reach::Site);
    write(&root_page, &page(base.unwrap_or("./"))?)?;
    let about = dist.join("about");
    fs::create_dir_all(&about).with_context(|| format!("{} cannot be made", about.display()))?;
    write(&about.join("index.html"), &page(base.unwrap_or("../"))?)?;
    let record_page = page(base.unwrap_or(UP))?;
    for id in records(dist)? {
        let folder = dist.join("records").join(&id);
        fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        write(&folder.join("index.html"), &record_page)?;
    }
    write(&dist.join("404.html"), &guarded(NOT_FOUND, Reach::Site)?)
}

/// The shell without what is for those who work on it: lines that are comments, and white space at the beginning of lines. (Nothing
/// in it keeps lines as they are: no `<pre>`, no text of several lines in a script.)
fn bare(shell: &str) -> String {
    let is_comment = |line: &&str| line.starts_with("//") || (line.starts_with("<!-- ") && line.ends_with("-->"));
    shell.lines().map(str::trim_start).filter(|line| !is_comment(line)).collect::<Vec<_>>().join("\n")
}

/// Copies the records in `more` into `dist`, and lists them with those that are there.
pub(crate) fn add(more: &Path, dist: &Path) -> Result<()> {
    let folder = dist.join("records");
    for entry in fs::read_dir(more).with_context(|| format!("{} cannot be read", more.display()))? {
        let path = entry.with_context(|| format!("{} cannot be read", more.display()))?.path();
        if let (Some(name), Some("json")) = (path.file_name(), path.extension().and_then(|end| end.to_str())) {
            fs::copy(&path, folder.join(name)).with_context(|| format!("{} cannot be copied", path.display()))?;
        }
    }
    memcon_ingest::site::list(&folder)?;
    Ok(())
}

/// The ids of the records in the built site, in order.
pub(crate) fn records(dist: &Path) -> Result<Vec<String>> {
    let folder = dist.join("records");
    let mut ids = Vec::new();
    let entries = fs::read_dir(&folder).with_context(|| {
        format!(
            "{} cannot be read: `cargo xtask build` makes it, where index.html copies public/records",
            folder.display()
        )
    })?;
    for entry in entries {
        let path = entry.with_context(|| format!("{} cannot be read", folder.display()))?.path();
        if let (Some(id), Some("json")) =
            (path.file_stem().and_then(|stem| stem.to_str()), path.extension().and_then(|end| end.to_str()))
            && id != "index"
        {
            ids.push(id.to_owned());
        }
    }
    ids.sort();
    Ok(ids)
}

/// The page with every `./` address, and the site's root in `data-root`, replaced by `root`.
fn seen_from(page: &str, root: &str) -> String {
    ["\"", "'", "("]
        .iter()
        .fold(page.to_owned(), |page, opening| page.replace(&format!("{opening}./"), &format!("{opening}{root}")))
}

/// The shell must say where the root is, and every address in it must be one that `seen_from` finds.
fn check(shell: &str) -> Result<()> {
    if !shell.contains(r#"data-root="./""#) {
        bail!("index.html: the html element must have data-root=\"./\": the app finds its records by it");
    }
    for attribute in ["href=\"", "src=\""] {
        for address in shell.split(attribute).skip(1).filter_map(|rest| rest.split('"').next()) {
            // Nothing means this very page.
            let elsewhere = address.is_empty()
                || ["./", "/", "#", "data:", "https:", "mailto:"].iter().any(|start| address.starts_with(start));
            if !elsewhere {
                bail!("index.html: “{address}” would be wrong in a record's page: write “./{address}”");
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHELL: &str = r##"<html lang="en" data-root="./"><meta charset="utf-8"><link rel="icon" href="./icon.svg"><a href="#main">Skip</a>
<script type="module">import init from './app-1a.js'; init({ module_or_path: './app-1a_bg.wasm' });</script>
<link rel="modulepreload" href="./app-1a.js"></html>"##;

    #[test]
    fn comments_are_not_sent() {
        let shell = "<p>\n  <!-- For us. -->\n  <!--page-->\n  <script>\n    // For us.\n    go(\"//here\"); // stays\n  </script>";
        assert_eq!(bare(shell), "<p>\n<!--page-->\n<script>\ngo(\"//here\"); // stays\n</script>");
    }

    fn dist() -> tempfile::TempDir {
        let dist = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir_all(dist.path().join("records")).expect("a folder");
        fs::write(dist.path().join("index.html"), SHELL).expect("a file");
        fs::write(dist.path().join("app-1a.js"), "").expect("a file");
        for name in ["index.json", "a-record.json", "b-record.json"] {
            fs::write(dist.path().join("records").join(name), "{}").expect("a file");
        }
        dist
    }

    /// Scripts name the root, so that their sums differ from page to page.
    fn without_policy(page: &str) -> String {
        let (before, rest) = page.split_once("<meta http-equiv").expect("a policy");
        before.to_owned() + rest.split_once('>').expect("its end").1
    }

    #[test]
    fn every_page_has_the_policy_of_its_own_scripts() {
        let dist = dist();
        finish(dist.path(), None).expect("finished");
        let page = |name: &str| read(&dist.path().join(name)).expect(name);
        let policies: Vec<_> = ["index.html", "records/a-record/index.html", "records/b-record/index.html", "404.html"]
            .map(|name| {
                page(name)
                    .split("content=\"default-src 'none'")
                    .nth(1)
                    .expect(name)
                    .split('"')
                    .next()
                    .map(str::to_owned)
            })
            .into_iter()
            .collect();
        assert_ne!(policies[0], policies[1]);
        assert_eq!(policies[1], policies[2]);
        assert_ne!(policies[2], policies[3]);
    }

    #[test]
    fn every_record_gets_a_page_that_finds_the_root() {
        let dist = dist();
        finish(dist.path(), None).expect("finished");
        let shell = read(&dist.path().join("index.html")).expect("the root page");
        assert_eq!(shell.matches("./").count(), SHELL.matches("./").count() + 1, "and the map of sums: {shell}");
        for id in ["a-record", "b-record"] {
            let page = read(&dist.path().join("records").join(id).join("index.html")).expect("the record's page");
            assert_eq!(without_policy(&page), without_policy(&shell).replace("./", "../../"));
        }
        let about = read(&dist.path().join("about/index.html")).expect("the page about the explorer");
        assert_eq!(without_policy(&about), without_policy(&shell).replace("./", "../"));
        assert!(!dist.path().join("records/index/index.html").exists());
        assert!(dist.path().join("404.html").is_file());
    }

    #[test]
    fn with_a_base_every_page_names_it() {
        let dist = dist();
        finish(dist.path(), Some("/memcon/")).expect("finished");
        for page in ["index.html", "about/index.html", "records/a-record/index.html"] {
            let page = read(&dist.path().join(page)).expect(page);
            assert!(page.contains("href=\"/memcon/icon.svg\"") && !page.contains("./"), "{page}");
        }
    }

    #[test]
    fn an_address_that_would_break_in_a_record_page_is_named() {
        let fault = check(&SHELL.replace("./icon.svg", "icon.svg")).expect_err("refused").to_string();
        assert!(fault.contains("write “./icon.svg”"), "{fault}");
        let fault = check(&SHELL.replace(r#"data-root="./""#, "")).expect_err("refused").to_string();
        assert!(fault.contains("data-root"), "{fault}");
    }

    #[test]
    fn the_page_for_missing_pages_asks_for_nothing() {
        // Without an icon of its own a browser asks the host for one.
        let page = NOT_FOUND.replace(r#"<link rel="icon" href="data:,">"#, "");
        assert_ne!(page, NOT_FOUND);
        for asking in ["src=", "href=", "url(", "<script", "@import"] {
            assert!(!page.contains(asking), "{asking}");
        }
    }
}
