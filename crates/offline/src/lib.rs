//! Makes a built site readable offline.
//!
//! [`write`] comes when every other file is final, and before files are compressed. It adds to the site the service worker
//! (`src/worker/service-worker.js`), the page's side of it (`offline.js`), the page that is shown for what is not kept
//! (`offline.html`), and a list of every file with the hash of its content ([`list`]): the worker keeps a file only
//! when it is exactly the one that the list names, so that what it keeps is of one version, whatever a host or a cache
//! on the way sends.

pub mod list;
mod page;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use list::{List, hash};

/// The worker; it must lie in the root, for it rules only what lies below it.
pub const WORKER: &str = "service-worker.js";
/// Shown for a page that is not kept.
pub const APOLOGY: &str = "offline.html";

const WORKER_SOURCE: &str = include_str!("worker/service-worker.js");
const FAREWELL_SOURCE: &str = include_str!("worker/farewell.js");
const PAGE_SOURCE: &str = include_str!("worker/offline.js");
const APOLOGY_SOURCE: &str = include_str!("worker/offline.html");
/// What stands for the list's name in the worker's source.
const PLACE: &str = "{{list}}";

/// Adds to the site in `dist` what makes it readable offline, or makes it anew after a change; gives the version.
///
/// # Errors
/// When a file cannot be read or written, or a page has no place for the name of `offline.js`.
pub fn write(dist: &Path) -> Result<String> {
    remove_former(dist)?;
    let script = format!("offline-{}.js", &hash(PAGE_SOURCE.as_bytes())[..16]);
    save(dist, &script, PAGE_SOURCE)?;
    page::name_script(dist, &script)?;
    save(dist, APOLOGY, APOLOGY_SOURCE)?;

    let list = serde_json::to_string(&List::of(dist)?).context("the list of the site's files")?;
    let version = hash(list.as_bytes())[..16].to_owned();
    let name = format!("offline-{version}.json");
    save(dist, &name, &list)?;
    // The worker differs when anything does, which is how browsers know that there is a new version.
    save(dist, WORKER, &WORKER_SOURCE.replace(PLACE, &name))?;
    Ok(version)
}

/// Leaves in the site in `dist` a worker that ends the one a browser may have of an earlier build, with what it keeps:
/// for a site that changes under its reader's hands, as while one works on it.
///
/// # Errors
/// When the file cannot be written.
pub fn withdraw(dist: &Path) -> Result<()> {
    save(dist, WORKER, FAREWELL_SOURCE)
}

/// An earlier list or script would be kept by every reader.
fn remove_former(dist: &Path) -> Result<()> {
    for entry in fs::read_dir(dist).with_context(|| format!("{} cannot be read", dist.display()))? {
        let path = entry.with_context(|| format!("{} cannot be read", dist.display()))?.path();
        if path.file_name().and_then(|name| name.to_str()).is_some_and(is_named_by_hash) {
            fs::remove_file(&path).with_context(|| format!("{} cannot be removed", path.display()))?;
        }
    }
    Ok(())
}

/// Whether [`write`] has made this file: `offline-<hash>.json` or `.js`, or one of these compressed.
fn is_named_by_hash(name: &str) -> bool {
    let name = name.strip_suffix(".br").or(name.strip_suffix(".gz")).unwrap_or(name);
    let inner = name.strip_prefix("offline-").and_then(|rest| rest.strip_suffix(".json").or(rest.strip_suffix(".js")));
    inner.is_some_and(|hash| hash.len() == 16 && hash.bytes().all(|digit| digit.is_ascii_hexdigit()))
}

fn save(dist: &Path, name: &str, text: &str) -> Result<()> {
    let path = dist.join(name);
    fs::write(&path, text).with_context(|| format!("{} cannot be written", path.display()))
}
