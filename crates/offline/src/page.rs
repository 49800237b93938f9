//! Tells pages the name of the script that speaks to the worker.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// The attribute of a page's `html` element, whose value is where the script lies: `./`, `../../`, or already its name.
const ATTRIBUTE: &str = "data-offline=\"";

/// Writes the name of `script` into every page of the app.
pub(crate) fn name_script(dist: &Path, script: &str) -> Result<()> {
    let root = dist.join("index.html");
    if !rename(&root, script)? {
        bail!("{}: the html element must have {ATTRIBUTE}./\": the page finds its script by it", root.display());
    }
    let records = dist.join("records");
    for entry in fs::read_dir(&records).with_context(|| format!("{} cannot be read", records.display()))? {
        let page = entry.with_context(|| format!("{} cannot be read", records.display()))?.path().join("index.html");
        if page.is_file() {
            rename(&page, script)?;
        }
    }
    Ok(())
}

/// Whether the page has the attribute.
fn rename(path: &Path, script: &str) -> Result<bool> {
    let page = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let Some(named) = named(&page, script) else { return Ok(false) };
    fs::write(path, named).with_context(|| format!("{} cannot be written", path.display()))?;
    Ok(true)
}

fn named(page: &str, script: &str) -> Option<String> {
    let (before, rest) = page.split_once(ATTRIBUTE)?;
    let (value, after) = rest.split_once('"')?;
    let folder = value.rfind('/').map_or("", |slash| &value[..=slash]);
    Some(format!("{before}{ATTRIBUTE}{folder}{script}\"{after}"))
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn a_name_is_written_once_and_replaced_later() {
        for (before, after) in [
            (r#"<html data-offline="./" lang="en">"#, Some(r#"<html data-offline="./new.js" lang="en">"#)),
            (r#"<html data-offline="../../old.js">"#, Some(r#"<html data-offline="../../new.js">"#)),
            (r#"<html data-offline="/memcon/">"#, Some(r#"<html data-offline="/memcon/new.js">"#)),
            ("<html>", None),
        ] {
            assert_eq!(named(before, "new.js").as_deref(), after, "{before}");
        }
    }
}
