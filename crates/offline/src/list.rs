//! Every file that can be kept, by its address within the site, with the SHA-256 of its content.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::WORKER;

/// What only machines fetch, what a host reads and may not send at all, and the worker itself, which the browser keeps.
const LEFT_OUT: &[&str] = &[
    WORKER,
    "404.html",
    "_headers",
    "vercel.json",
    "sitemap.xml",
    "robots.txt",
    "feed.atom",
    "memcon-record-1.schema.json",
];
/// Files that no reader asks for: compressed ones, which a host sends in the place of others, and previews, which are for
/// who links to a page.
const ENDINGS_LEFT_OUT: &[&str] = &[".br", ".gz", "preview.png"];
/// What lies in `records/` and belongs to no record.
const INDEX: &str = "records/index.json";

/// Addresses are relative to the root; a folder's page has the folder's own: `""`, `records/a/`.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    /// What every page needs, and the list of records: kept from the beginning.
    pub shell: BTreeMap<String, String>,
    /// The files of each record, by its id: kept when the record is read, all or none.
    pub records: BTreeMap<String, BTreeMap<String, String>>,
}

impl List {
    /// The files in `dist`.
    ///
    /// # Errors
    /// When one cannot be read.
    pub fn of(dist: &Path) -> Result<Self> {
        let mut list = List { shell: BTreeMap::new(), records: BTreeMap::new() };
        let mut names = Vec::new();
        walk(dist, "", &mut names)?;
        for name in names {
            let left_out = ENDINGS_LEFT_OUT.iter().any(|ending| name.ends_with(ending));
            if left_out || LEFT_OUT.contains(&name.as_str()) || is_one_file(&name) {
                continue;
            }
            let path = dist.join(&name);
            let content = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
            let files = match record(&name) {
                Some(id) => list.records.entry(id.to_owned()).or_default(),
                None => &mut list.shell,
            };
            files.insert(address(&name).to_owned(), hash(&content));
        }
        Ok(list)
    }
}

/// The SHA-256 of `content` in hexadecimal digits.
pub(crate) fn hash(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The id of the record that a file belongs to: it lies in `records/<id>/`, or is `records/<id>.…`.
fn record(name: &str) -> Option<&str> {
    let inner = name.strip_prefix("records/").filter(|_| name != INDEX)?;
    inner.split(['/', '.']).next()
}

/// Whether this is a record as one file, `records/<id>/<id>.html`: who wants it keeps it where it was saved, and the
/// program in it would be kept once more for each record.
fn is_one_file(name: &str) -> bool {
    record(name).is_some_and(|id| name == format!("records/{id}/{id}.html"))
}

/// Hosts serve `a/index.html` as `a/`, and some send a browser from the one to the other.
fn address(name: &str) -> &str {
    match name.strip_suffix("index.html") {
        Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
        _ => name,
    }
}

/// The names of all files below `folder`, with `/` between folders on every system.
fn walk(dist: &Path, folder: &str, names: &mut Vec<String>) -> Result<()> {
    let path = dist.join(folder);
    for entry in fs::read_dir(&path).with_context(|| format!("{} cannot be read", path.display()))? {
        let entry = entry.with_context(|| format!("{} cannot be read", path.display()))?;
        let Ok(name) = entry.file_name().into_string() else {
            // No address leads to it.
            continue;
        };
        if entry.path().is_dir() {
            walk(dist, &format!("{folder}{name}/"), names)?;
        } else if !name.starts_with('.') {
            names.push(format!("{folder}{name}"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{address, hash, is_one_file, record};

    #[test]
    fn the_hash_is_the_one_that_browsers_compute() {
        // FIPS 180-2, appendix B.1.
        assert_eq!(hash(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn files_belong_to_the_record_that_their_name_begins_with() {
        for (name, expected) in [
            ("records/a-b.json", Some("a-b")),
            ("records/a-b/index.html", Some("a-b")),
            ("records/a-b/more/x.png", Some("a-b")),
            ("records/index.json", None),
            ("style.css", None),
        ] {
            assert_eq!(record(name), expected, "{name}");
        }
    }

    #[test]
    fn a_record_as_one_file_is_not_kept_twice() {
        for (name, expected) in [
            ("records/a/a.html", true),
            ("records/a/index.html", false),
            ("records/a.html", false),
            ("a/a.html", false),
        ] {
            assert_eq!(is_one_file(name), expected, "{name}");
        }
    }

    #[test]
    fn a_page_has_the_address_of_its_folder() {
        for (name, expected) in
            [("index.html", ""), ("a/index.html", "a/"), ("a/myindex.html", "a/myindex.html"), ("a.json", "a.json")]
        {
            assert_eq!(address(name), expected, "{name}");
        }
    }
}
