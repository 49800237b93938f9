//! `cargo xtask size`: what a reader of one record downloads, raw and as hosts compress it.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};

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
        let path = dist.join(&name);
        let weight = weigh(&fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?)?;
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
        .map(str::to_owned)
        .collect();
    names.insert(page_name);
    names.insert(format!("records/{record}.json"));
    Ok(names)
}

fn weigh(bytes: &[u8]) -> Result<Weight> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(bytes)?;
    let mut brotli = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut brotli, &parameters)?;
    Ok(Weight { raw: bytes.len(), gzip: gzip.finish()?.len(), brotli: brotli.len() })
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
        let page = r#"<html data-root="../../"><link href="../../style-1.css"><script>import init from '../../app.js'</script><a href="../../">All</a>"#;
        for (name, text) in [
            ("records/a/index.html", page),
            ("records/a.json", "{}"),
            ("style-1.css", ""),
            ("app.js", ""),
            ("other.js", ""),
        ] {
            fs::write(dist.path().join(name), text).expect("a file");
        }
        let names: Vec<_> = fetched(dist.path(), "a").expect("names").into_iter().collect();
        assert_eq!(names, ["app.js", "records/a.json", "records/a/index.html", "style-1.css"]);
    }

    #[test]
    fn compression_is_measured_not_guessed() {
        let weight = weigh("fertilizer ".repeat(1000).as_bytes()).expect("weighed");
        assert_eq!(weight.raw, 11_000);
        assert!(weight.brotli < weight.gzip && weight.gzip < 200, "{} {}", weight.brotli, weight.gzip);
    }
}
