//! One file of all styles, so that a page asks for one: they are written a file for a view.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use anyhow::{Context, Result};

use crate::files::{read, write};

/// How a page that Trunk wrote names a style.
const LINK: &str = "<link rel=\"stylesheet\" href=\"./";

/// Joins the styles that `dist/index.html` names, in their order, and names the one file instead.
pub(super) fn join(dist: &Path) -> Result<()> {
    let path = dist.join("index.html");
    let page = read(&path)?;
    let (page, names) = without_links(&page);
    let mut styles = String::new();
    for name in &names {
        let file = dist.join(name);
        styles += &read(&file)?;
        fs::remove_file(&file).with_context(|| format!("{} cannot be removed", file.display()))?;
    }
    let mut hash = DefaultHasher::new();
    styles.hash(&mut hash);
    let name = format!("style-{:016x}.css", hash.finish());
    write(&dist.join(&name), &styles)?;
    let page = page.replacen("</title>", &format!("</title>\n    {LINK}{name}\"/>"), 1);
    write(&path, &page)
}

/// The page without its links to styles, and the files that they named.
fn without_links(page: &str) -> (String, Vec<String>) {
    let mut parts = page.split(LINK);
    let mut rest = parts.next().unwrap_or_default().trim_end().to_owned();
    let mut names = Vec::new();
    for part in parts {
        let (name, after) = part.split_once('"').unwrap_or((part, ""));
        names.push(name.to_owned());
        rest.push_str(after.split_once('>').map_or("", |(_, after)| after).trim_end_matches([' ']));
    }
    (rest, names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_file_holds_all_in_order() {
        let dist = tempfile::tempdir().expect("a temporary folder");
        let page = format!("<title>x</title>\n{LINK}a-1.css\"/>\n{LINK}b-2.css\"/>\n<p>");
        for (name, text) in [("index.html", page.as_str()), ("a-1.css", "a{}\n"), ("b-2.css", "b{}\n")] {
            fs::write(dist.path().join(name), text).expect("a file");
        }
        join(dist.path()).expect("joined");
        let page = fs::read_to_string(dist.path().join("index.html")).expect("the page");
        let name = page.split_once(LINK).and_then(|(_, rest)| rest.split_once('"')).expect("a style").0.to_owned();
        assert_eq!(page.matches(LINK).count(), 1);
        assert_eq!(fs::read_to_string(dist.path().join(name)).expect("the style"), "a{}\nb{}\n");
        assert!(!dist.path().join("a-1.css").exists());
    }
}
