//! Tells pages the name of the script that speaks to the worker. The program brings it, once nothing waits for it any
//! more; a page that has no program brings it itself.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// The attribute of a page's `html` element, whose value is where the script lies: `./`, `../../`, or already its name.
const ATTRIBUTE: &str = "data-offline=\"";

/// How a page begins its program.
const PROGRAM: &str = "<script type=\"module\"";

/// How a page without one brings the script.
const BRING: &str = "<script defer src=\"";

/// Writes the name of `script` into every page of the app.
pub(crate) fn name_script(dist: &Path, script: &str) -> Result<()> {
    let root = dist.join("index.html");
    if !rename(&root, script)? {
        bail!("{}: the html element must have {ATTRIBUTE}./\": the page finds its script by it", root.display());
    }
    let about = dist.join("about/index.html");
    if about.is_file() {
        rename(&about, script)?;
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
    let page = format!("{before}{ATTRIBUTE}{folder}{script}\"{after}");
    if page.contains(PROGRAM) {
        return Some(page);
    }
    let (before, after) = match page.split_once(BRING) {
        Some((before, rest)) => (before, rest.split_once("</script>").map_or("", |(_, after)| after)),
        None => page.split_at(page.find("</body>").unwrap_or(page.len())),
    };
    Some(format!("{before}{BRING}{folder}{script}\"></script>{after}"))
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn a_name_is_written_once_and_replaced_later() {
        for (before, after) in [
            (
                r#"<html data-offline="../../old.js"><script type="module">"#,
                Some(r#"<html data-offline="../../new.js"><script type="module">"#),
            ),
            (
                r#"<html data-offline="./" lang="en"><body></body></html>"#,
                Some(
                    r#"<html data-offline="./new.js" lang="en"><body><script defer src="./new.js"></script></body></html>"#,
                ),
            ),
            (
                r#"<html data-offline="/memcon/old.js"><body><script defer src="/memcon/old.js"></script></body>"#,
                Some(
                    r#"<html data-offline="/memcon/new.js"><body><script defer src="/memcon/new.js"></script></body>"#,
                ),
            ),
            ("<html>", None),
        ] {
            assert_eq!(named(before, "new.js").as_deref(), after, "{before}");
        }
    }
}
