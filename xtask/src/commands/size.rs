//! `cargo xtask size`: what a reader of one record downloads, raw and as hosts compress it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::compress::{brotli, gzip};
use crate::site;

/// Which record to weigh, and how to show it.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Id of the record; without it the first one in the site
    #[arg(long)]
    record: Option<String>,
    /// Print the table in Markdown
    #[arg(long)]
    markdown: bool,
}

/// Bytes of one file, or of all.
#[derive(Default, Clone, Copy)]
struct Weight {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Prints the table for what stands in dist/.
pub(crate) fn run(options: &Options) -> Result<()> {
    let dist = site::dist();
    let record = match &options.record {
        Some(record) => record.clone(),
        None => site::records(&dist)?.into_iter().next().context("dist/records holds no record")?,
    };
    let mut rows = Vec::new();
    let mut total = Weight::default();
    for name in fetched(&dist, &record)? {
        let weight = weigh(&dist.join(&name))?;
        total.raw += weight.raw;
        total.gzip += weight.gzip;
        total.brotli += weight.brotli;
        rows.push((name, weight));
    }
    rows.push(("in all".to_owned(), total));
    print!("{}", if options.markdown { markdown(&rows) } else { plain(&rows) });
    Ok(())
}

/// The files that the page of a record names, itself, and the record; by name, from the root of the site.
fn fetched(dist: &Path, record: &str) -> Result<BTreeSet<String>> {
    let page_name = format!("records/{record}/index.html");
    let path = dist.join(&page_name);
    let page = fs::read_to_string(&path)
        .with_context(|| format!("{} cannot be read: run `cargo xtask build` first", path.display()))?;
    let root = page.split("data-root=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or("../../");
    let mut names: BTreeSet<String> = page
        .split(['"', '\''])
        .filter_map(|quoted| quoted.strip_prefix(root))
        .filter(|name| dist.join(name).is_file())
        // Asked for by whoever keeps the site among the programs, not by whoever reads.
        .filter(|name| !name.ends_with(".png") && !name.ends_with(".webmanifest"))
        // Nor is the record as one file.
        .filter(|name| !name.ends_with(".html"))
        .map(str::to_owned)
        .collect();
    names.insert(page_name);
    names.insert(format!("records/{record}.json"));
    Ok(names)
}

/// The sizes of a file; of those that were compressed with the build, what stands beside it.
fn weigh(path: &Path) -> Result<Weight> {
    let bytes = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let size = |ending: &str, compress: fn(&[u8]) -> Result<Vec<u8>>| match fs::metadata(site::beside(path, ending)) {
        Ok(about) => Ok(about.len() as usize),
        Err(_) => compress(&bytes).map(|bytes| bytes.len()),
    };
    Ok(Weight { raw: bytes.len(), gzip: size("gz", gzip)?, brotli: size("br", brotli)? })
}

fn plain(rows: &[(String, Weight)]) -> String {
    let wide = rows.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
    let mut table = format!("{:wide$}  {:>9}  {:>9}  {:>9}\n", "bytes", "raw", "gzip -9", "brotli 11");
    for (name, weight) in rows {
        table.push_str(&format!("{name:wide$}  {:>9}  {:>9}  {:>9}\n", weight.raw, weight.gzip, weight.brotli));
    }
    table
}

fn markdown(rows: &[(String, Weight)]) -> String {
    let mut table = "| file | bytes | gzip -9 | brotli 11 |\n|---|--:|--:|--:|\n".to_owned();
    for (name, weight) in rows {
        table.push_str(&format!("| {name} | {} | {} | {} |\n", weight.raw, weight.gzip, weight.brotli));
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_page_names_is_weighed_and_nothing_else() {
        let dist = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir_all(dist.path().join("records/a")).expect("a folder");
        let page = r#"<html data-root="../../"><link href="../../style-1.css"><link href="../../touch.png"><script>import init from '../../app.js'</script><a href="../../">All</a><a href="../../records/a/a.html">"#;
        for (name, text) in [
            ("records/a/index.html", page),
            ("records/a/a.html", ""),
            ("records/a.json", "{}"),
            ("style-1.css", ""),
            ("app.js", ""),
            ("other.js", ""),
            ("touch.png", ""),
        ] {
            fs::write(dist.path().join(name), text).expect("a file");
        }
        let names: Vec<_> = fetched(dist.path(), "a").expect("names").into_iter().collect();
        assert_eq!(names, ["app.js", "records/a.json", "records/a/index.html", "style-1.css"]);
    }

    #[test]
    fn a_file_is_weighed_as_it_was_compressed_or_else_as_it_would_be() {
        let dist = tempfile::tempdir().expect("a temporary folder");
        let file = dist.path().join("a.js");
        fs::write(&file, "fertilizer ".repeat(1000)).expect("a file");
        let weight = weigh(&file).expect("weighed");
        assert_eq!(weight.raw, 11_000);
        assert!(weight.brotli < weight.gzip && weight.gzip < 200, "{} {}", weight.brotli, weight.gzip);
        fs::write(dist.path().join("a.js.br"), "1234567").expect("a file");
        assert_eq!(weigh(&file).expect("weighed").brotli, 7);
    }
}
