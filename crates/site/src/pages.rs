//! Fills the pages of a built site: the list, the page about the explorer, a
//! page for each record, and what tells machines of them.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use memcon::app::Content;
use memcon::site::Site;
use memcon_record::Record;
use memcon_record::index::Index;

use crate::escape::escape;
use crate::one_file::{self, Program, Source, cut};
use crate::{citations, find, head, manifest, preview, render};

/// Where the text goes in the shell, and where the head.
const PAGE: &str = "<!--page-->";
const HEAD: &str = "<!--head-->";

/// Writes the text into `dist/index.html`, `dist/about/index.html` and `dist/records/<id>/index.html`; how many pages.
/// Beside the page of a record is the same as one file, `<id>.html`. The JSON of the records loses its white space, which
/// would be sent with it.
///
/// With `url`, the address of the site's root, also `sitemap.xml`, `robots.txt` and `feed.atom`: none of the three can do
/// with less than whole addresses.
///
/// # Errors
/// When a file cannot be read or written, a record cannot be read, or the shell has no place for the text.
pub fn write(dist: &Path, url: Option<&str>) -> Result<usize> {
    url.map_or(Ok(()), check_url)?;
    let program = Program::of(dist)?;
    let sources = sources(&dist.join("records"))?;
    let records: Vec<Record> = sources.iter().map(|source| source.record.clone()).collect();
    let list = dist.join("index.html");
    fill(dist, &list, &head::of_library(url), |site| render::body(site, Content::Library(Index::of(&records))))?;
    without_program(&list)?;
    let about = dist.join(head::METHOD).join("index.html");
    fill(dist, &about, &head::of_method(url), |site| render::body(site, Content::Method))?;
    without_program(&about)?;
    manifest::write(dist)?;
    preview::of_library(dist, &records)?;
    for source in &sources {
        let record = &source.record;
        let folder = dist.join("records").join(&record.id);
        let edition = Arc::new(source.edition(url));
        save(&folder.join(citations::FILE), &source.citations.1)?;
        preview::of_record(&folder, &edition)?;
        save(&dist.join("records").join(format!("{}.json", record.id)), &source.json)?;
        let page = folder.join("index.html");
        fill(dist, &page, &head::of_record(record, url), |site| render::body(site, Content::Record(edition)))?;
        save(
            &folder.join(format!("{}.html", record.id)),
            &one_file::page(std::slice::from_ref(source), &program, url)?,
        )?;
    }
    if let Some(url) = url {
        save(&dist.join("sitemap.xml"), &sitemap(url, &records))?;
        save(&dist.join("robots.txt"), &format!("User-agent: *\nAllow: /\nSitemap: {url}sitemap.xml\n"))?;
        save(&dist.join("feed.atom"), &feed(url, &records))?;
    }
    Ok(records.len() + 2)
}

/// Whether `url` can be the address of a site's root.
///
/// # Errors
/// When it cannot.
pub fn check_url(url: &str) -> Result<()> {
    if !url.starts_with("http") || !url.ends_with('/') {
        bail!("--url {url}: write the whole address of the site's root, with a slash at its end");
    }
    Ok(())
}

fn sources(folder: &Path) -> Result<Vec<Source>> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .with_context(|| format!("{} cannot be read", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.extension().is_some_and(|end| end == "json") && path.file_stem().is_some_and(|stem| stem != "index")
        })
        .collect();
    files.sort();
    files
        .iter()
        .map(|path| {
            let json = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
            Source::read(json).with_context(|| path.display().to_string())
        })
        .collect()
}

/// Puts the text of a page into its shell.
fn fill(dist: &Path, path: &Path, head: &str, body: impl FnOnce(Site) -> String) -> Result<()> {
    let shell = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    for place in [&format!("<div id=\"app\">{PAGE}"), HEAD] {
        if !shell.contains(place) {
            bail!("{}: index.html must have {place} where the text goes", path.display());
        }
    }
    let root =
        shell.split_once("data-root=\"").and_then(|(_, rest)| rest.split_once('"')).map_or("./", |(root, _)| root);
    let body = body(Site::seen_from(root));
    let find = if find::is_needed(&body) { find::bring(dist, root)? } else { String::new() };
    let page = without_title(&shell).replacen(HEAD, &format!("{head}{}{find}", manifest::tags(root)), 1).replacen(
        &format!("<div id=\"app\">{PAGE}"),
        &format!("<div id=\"app\" data-page>{body}"),
        1,
    );
    save(path, &page)
}

/// Takes the program out of a page that is complete without one: nobody should download it for a list.
fn without_program(path: &Path) -> Result<()> {
    let mut page = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    for (start, end) in [
        ("<script type=\"module\">", "</script>"),
        ("<link rel=\"modulepreload\"", ">"),
        ("<link rel=\"preload\"", ">"),
    ] {
        cut(&mut page, start, end);
    }
    save(path, &page)
}

/// The shell without the title and description that it has for want of a better.
fn without_title(shell: &str) -> String {
    let mut page = shell.to_owned();
    cut(&mut page, "<title>", "</title>");
    cut(&mut page, "<meta name=\"description\"", ">");
    page
}

fn save(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("{} cannot be written", path.display()))
}

/// Sitemaps 0.9 (sitemaps.org).
fn sitemap(url: &str, records: &[Record]) -> String {
    let pages = [url.to_owned(), format!("{url}{}", head::METHOD)]
        .into_iter()
        .chain(records.iter().map(|record| format!("{url}records/{}/", record.id)));
    let entries: String = pages.map(|page| format!("  <url><loc>{}</loc></url>\n", escape(&page))).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{entries}</urlset>\n"
    )
}

/// Atom (RFC 4287). A record is dated by its conversation: the site knows no other date.
fn feed(url: &str, records: &[Record]) -> String {
    let entries: String = records
        .iter()
        .map(|record| {
            let page = escape(&format!("{url}records/{}/", record.id));
            let summary = record.summary.as_deref().map(|text| format!("<summary>{}</summary>", escape(text))).unwrap_or_default();
            format!("  <entry><id>{page}</id><title>{}</title><link href=\"{page}\"/><updated>{}</updated>{summary}</entry>\n", escape(&record.title), instant(record))
        })
        .collect();
    let newest = records.iter().map(instant).max().unwrap_or_else(|| "1970-01-01T00:00:00Z".into());
    let url = escape(url);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n  <id>{url}</id><title>Records of conversation</title><link href=\"{url}\"/><link rel=\"self\" href=\"{url}feed.atom\"/><author><name>Memcon</name></author><updated>{newest}</updated>\n{entries}</feed>\n"
    )
}

/// The beginning of the record's date, as Atom wants it.
fn instant(record: &Record) -> String {
    let date = record.date.as_deref().and_then(|date| date.split('/').next()).unwrap_or("1970");
    let day = match date.len() {
        4 => format!("{date}-01-01"),
        7 => format!("{date}-01"),
        _ => date.to_owned(),
    };
    format!("{day}T00:00:00Z")
}
