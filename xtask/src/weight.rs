//! What a reader of one record downloads, and the most that it may be.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::command::say;
use crate::compress::{brotli, gzip};
use crate::site;

/// The record that is held to the budgets: another may be longer.
pub(crate) const RECORD: &str = "1964-11-25-kwp-delegation-enver-hoxha";

/// Bytes, compressed by brotli, that may be fetched to read: on a slow phone (400 kbit/s) half a second.
const TO_READ: usize = 25 * 1024;
/// Bytes, likewise, that may be fetched to search and filter: three seconds.
const TO_SEARCH: usize = 150 * 1024;

/// How the names of the second program's files begin.
const DESK: &str = "desk-";

/// Bytes of one file, or of several.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Weight {
    pub(crate) raw: usize,
    pub(crate) gzip: usize,
    pub(crate) brotli: usize,
}

/// When a file is fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stage {
    /// Without it nothing is seen.
    Read,
    /// With it the page answers.
    Search,
    /// When nothing waits for it any more, or when it is asked for, as few do.
    Later,
}

/// One file that is fetched.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) stage: Stage,
    pub(crate) weight: Weight,
}

/// The files that the page of `record` names, itself, and the record, in the order in which they are fetched.
pub(crate) fn of(dist: &Path, record: &str) -> Result<Vec<File>> {
    let page_name = format!("records/{record}/index.html");
    let path = dist.join(&page_name);
    let page = fs::read_to_string(&path)
        .with_context(|| format!("{} cannot be read: run `cargo xtask build` first", path.display()))?;
    let root = page.split("data-root=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or("../../");
    let json = format!("records/{record}.json");
    let mut names: Vec<String> = page
        .split(['"', '\''])
        .filter_map(|quoted| quoted.strip_prefix(root))
        .filter(|name| dist.join(name).is_file())
        // Pictures and the manifest are asked for by whoever keeps the site among the programs, records and lists as
        // files by whoever saves them: not by whoever reads.
        .filter(|name| ![".png", ".webmanifest", ".html", ".json"].iter().any(|ending| name.ends_with(ending)))
        .map(str::to_owned)
        .chain([page_name.clone(), json.clone()])
        .chain(desk(dist)?)
        .collect();
    names.sort();
    names.dedup();
    let mut files = Vec::new();
    for name in names {
        let stage = match &name {
            name if name.starts_with("offline") || name.starts_with(DESK) => Stage::Later,
            name if *name == page_name || name.ends_with(".css") => Stage::Read,
            _ => Stage::Search,
        };
        files.push(File { weight: weigh(&dist.join(&name))?, name, stage });
    }
    files.sort_by(|a, b| (a.stage, &a.name).cmp(&(b.stage, &b.name)));
    Ok(files)
}

/// The files of the second program: a page names one of them, and that names the others.
fn desk(dist: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(dist).with_context(|| format!("{} cannot be read", dist.display()))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let whole = |name: &String| ![".br", ".gz"].iter().any(|ending| name.ends_with(ending));
    Ok(names.filter(|name| name.starts_with(DESK)).filter(whole).collect())
}

/// What is fetched up to and with `stage`.
pub(crate) fn until(files: &[File], stage: Stage) -> Weight {
    files.iter().filter(|file| file.stage <= stage).fold(Weight::default(), |sum, file| Weight {
        raw: sum.raw + file.weight.raw,
        gzip: sum.gzip + file.weight.gzip,
        brotli: sum.brotli + file.weight.brotli,
    })
}

/// Whether the site is light enough by [`RECORD`], where it holds it. Other records are as long as they are: what is too
/// heavy in them is only said.
///
/// # Errors
/// When it is too heavy, with what is heaviest in it.
pub(crate) fn check(dist: &Path) -> Result<()> {
    for record in site::records(dist)? {
        match excess(&record, &of(dist, &record)?) {
            Some(excess) if record == RECORD => {
                bail!("{excess}. Where npm is missing, install it: wasm-opt and esbuild come from there")
            }
            Some(excess) => say(excess),
            None => {}
        }
    }
    Ok(())
}

/// What is fetched of `files` beyond a budget, in words.
fn excess(record: &str, files: &[File]) -> Option<String> {
    [("read", Stage::Read, TO_READ), ("search", Stage::Search, TO_SEARCH)].into_iter().find_map(|(what, stage, most)| {
        let weight = until(files, stage).brotli;
        let fetched = files.iter().filter(|file| file.stage <= stage);
        let heaviest = fetched.max_by_key(|file| file.weight.brotli)?;
        (weight > most).then(|| {
            format!(
                "to {what} the page of {record}, {weight} bytes are fetched (brotli), {} more than the {most} that it may \
                 be; the heaviest file is {}, {} bytes",
                weight - most,
                heaviest.name,
                heaviest.weight.brotli,
            )
        })
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<html data-root="../../" data-offline="../../offline-1.js"><link href="../../style-1.css"><link href="../../touch.png"><script>import init from '../../app.js'</script><a href="../../">All</a><a href="../../records/RECORD/RECORD.html"><a href="../../records/index.json">"#;

    fn dist(program: &str) -> tempfile::TempDir {
        dist_of(RECORD, program)
    }

    fn dist_of(record: &str, program: &str) -> tempfile::TempDir {
        let dist = tempfile::tempdir().expect("a temporary folder");
        let folder = dist.path().join("records").join(record);
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join("index.html"), PAGE.replace("RECORD", record)).expect("a page");
        fs::write(folder.join(format!("{record}.html")), "").expect("a file");
        for name in ["index.json", &format!("{record}.json")] {
            fs::write(dist.path().join("records").join(name), "{}").expect("a file");
        }
        for (name, text) in [
            ("style-1.css", "a{}"),
            ("app.js", program),
            ("other.js", ""),
            ("touch.png", ""),
            ("offline-1.js", ""),
            ("desk-1.css", ""),
            ("desk-1.wasm", ""),
            ("desk-1.wasm.br", ""),
        ] {
            fs::write(dist.path().join(name), text).expect("a file");
        }
        dist
    }

    #[test]
    fn what_the_page_names_is_weighed_and_nothing_else() {
        let dist = dist("");
        let files = of(dist.path(), RECORD).expect("weighed");
        let names: Vec<_> = files.iter().map(|file| (file.name.as_str(), file.stage)).collect();
        let (page, json) = (format!("records/{RECORD}/index.html"), format!("records/{RECORD}.json"));
        let expected = [
            (page.as_str(), Stage::Read),
            ("style-1.css", Stage::Read),
            ("app.js", Stage::Search),
            (&json, Stage::Search),
            ("desk-1.css", Stage::Later),
            ("desk-1.wasm", Stage::Later),
            ("offline-1.js", Stage::Later),
        ];
        assert_eq!(names, expected);
        assert_eq!(until(&files, Stage::Read).raw, files[0].weight.raw + 3);
    }

    #[test]
    fn a_site_that_is_too_heavy_is_refused_with_what_is_heaviest() {
        assert!(check(dist("").path()).is_ok());
        let heavy = dist("");
        // What was compressed with the build counts as it is.
        fs::write(heavy.path().join("app.js.br"), vec![0; TO_SEARCH]).expect("a file");
        let fault = check(heavy.path()).expect_err("refused").to_string();
        assert!(fault.contains("to search") && fault.contains("app.js"), "{fault}");
    }

    #[test]
    fn a_longer_record_is_said_to_be_heavy_and_refused_no_more_than_that() {
        let heavy = dist_of("a-long-record", "");
        fs::write(heavy.path().join("records/a-long-record/index.html.br"), vec![0; TO_READ]).expect("a file");
        let files = of(heavy.path(), "a-long-record").expect("weighed");
        let said = excess("a-long-record", &files).expect("too heavy");
        let beyond = until(&files, Stage::Read).brotli - TO_READ;
        assert!(said.contains(&format!("{beyond} more than the {TO_READ}")), "{said}");
        assert!(said.contains(&format!("records/a-long-record/index.html, {TO_READ} bytes")), "{said}");
        assert!(check(heavy.path()).is_ok());
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
