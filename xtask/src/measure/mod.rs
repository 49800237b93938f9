//! Measuring the built site in a browser, beside two yardsticks made from the same record.
//!
//! The measuring itself is in `xtask/measure/*.mjs`: Lighthouse is a library for Node. Here is what to measure, from
//! which server, and what the numbers mean.

pub(crate) mod figures;
pub(crate) mod table;
pub(crate) mod verdict;

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use memcon_static_server::{Folder, Server};
use serde_json::{Value, json};

use crate::command::{run, say};
use crate::need::browser::{self, Browser};
use crate::need::lighthouse::{self, Tools};
use crate::{files, paths};
use figures::Measured;

/// Name of the list of records in the table.
pub(crate) const LIBRARY: &str = "list of records";
/// Name of a record's page in the table.
pub(crate) const RECORD: &str = "record";
/// Name of the text without script and style in the table.
pub(crate) const BARE: &str = "its text, bare HTML";
const REACT: &str = "its turns, React";

/// Measures the site in `dist`, its page of `record`, and the yardsticks, `runs` times each.
pub(crate) fn all(dist: &Path, record: &str, runs: u8) -> Result<Measured> {
    let tools = lighthouse::ensure()?;
    let browser = browser::ensure()?;
    let scratch = tempfile::tempdir().context("no folder for the pages to measure the site beside")?;

    say("making a bare page and a list in React of the same record");
    let setting = json!({
        "record": dist.join("records").join(format!("{record}.json")),
        "into": scratch.path(),
        "esbuild": tools.esbuild,
        "react": tools.react,
    });
    script(&tools, "yardsticks.mjs", &setting)?;
    crate::site::compress(scratch.path())?;

    // All from the same server, so that only the pages differ.
    let site = serve(dist)?;
    let yardsticks = serve(scratch.path())?;
    let output = scratch.path().join("measured.json");
    let pages = [
        page(LIBRARY, site.url().to_owned(), None),
        page(
            RECORD,
            format!("{}records/{record}/", site.url()),
            Some(("#q", "document.querySelector('[role=status].count').textContent")),
        ),
        page(BARE, format!("{}bare/", yardsticks.url()), None),
        page(
            REACT,
            format!("{}react/", yardsticks.url()),
            Some(("input[type=search]", "document.querySelectorAll('li').length")),
        ),
    ];
    let setting = json!({
        "pages": pages,
        "runs": runs,
        "browser": browser.program,
        "arguments": Browser::arguments(),
        "lighthouse": tools.lighthouse,
        "output": output,
    });
    say(format!("measuring {} pages, {runs} times each", pages.len()));
    script(&tools, "main.mjs", &setting)?;
    let found = files::read(&output)?;
    serde_json::from_str(&found).context("the measuring script's output cannot be read")
}

/// A page to measure; `filter` is the search box, and the expression that says what it has changed.
fn page(name: &str, url: String, filter: Option<(&str, &str)>) -> Value {
    json!({ "name": name, "url": url, "filter": filter.map(|(at, state)| json!({ "box": at, "state": state })) })
}

fn serve(folder: &Path) -> Result<Server> {
    Folder::new(folder)
        .and_then(|served| served.compressed().serve(0))
        .with_context(|| format!("{} cannot be served", folder.display()))
}

fn script(tools: &Tools, name: &str, setting: &Value) -> Result<()> {
    let path = paths::workspace().join("xtask").join("measure").join(name);
    run(Command::new(&tools.node).arg(path).arg(setting.to_string())).context("nothing is measured")
}
