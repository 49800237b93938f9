//! hayagriva against citeproc-js, with the same items, styles and locale.
//!
//! `MEMCON_CITEPROC` is the folder of the npm package `citeproc`; `cargo xtask test` sets it.

mod common;

use std::collections::BTreeMap;
use std::io::Write;
use std::process::{Command, Stdio};

use memcon_cite::csl::{Compared, Sheet, compared, locale_xml};
use memcon_cite::{Cited, Facts, Style};
use serde_json::{Value, json};

struct Job {
    record: &'static str,
    what: String,
    style: Style,
    cited: Cited,
    ours: Compared,
}

/// The second normalisation: citeproc-js leaves the marks within a title in quotation marks double.
fn inner_marks_alike(text: &str) -> String {
    text.replace('‘', "“").replace('’', "”")
}

/// The first normalisation: citeproc-js takes “p.” for a label of its own, which in three styles it drops or puts elsewhere.
/// There both are asked without the page.
fn without_page(style: Style) -> bool {
    matches!(style, Style::ChicagoNote | Style::ChicagoShortNote | Style::MlaInText)
}

fn jobs() -> Vec<Job> {
    let mut jobs = Vec::new();
    for (record, model) in common::all() {
        let facts = Facts::of(&model);
        let chosen = |(what, _): &(String, _)| what == "record" || what.ends_with("read");
        for (what, cited) in common::citations(&model).into_iter().filter(chosen) {
            for style in Style::ALL {
                let cited = if without_page(style) { Cited { pages: None, ..cited.clone() } } else { cited.clone() };
                let Some(ours) = compared(&facts, style, &cited) else { continue };
                jobs.push(Job { record, what: what.clone(), style, cited, ours });
            }
        }
    }
    jobs
}

/// Why the two differ, where they are known to.
fn gap(job: &Job) -> Option<&'static str> {
    let lists_names = matches!(job.style, Style::ChicagoBibliography | Style::Mla | Style::Apa);
    match job.cited.speakers.as_slice() {
        [first, last] if lists_names && first.is_parted() && !last.is_parted() => {
            return Some("citeproc-js sets no comma before “and” where a name that is not parted comes last");
        }
        _ => {}
    }
    (job.style == Style::Apa && job.record.starts_with("interval of months"))
        .then_some("citeproc-js: “(1949–1950, December 30–January 2)”; ours keeps each day with its year")
}

fn ask(package: &str, jobs: &[Job]) -> Vec<String> {
    let styles: BTreeMap<&str, String> = Style::ALL
        .into_iter()
        .filter_map(|style| Some((style.id(), Sheet::of(style)?.xml().expect("the style as XML"))))
        .collect();
    let asked: Vec<Value> = jobs
        .iter()
        .map(|job| {
            json!({
                "style": job.style.id(),
                "item": job.ours.item,
                "locator": job.cited.locator(),
                "list": !job.style.has_locator(),
            })
        })
        .collect();
    let input = json!({ "locale": locale_xml().expect("the locale as XML"), "styles": styles, "jobs": asked });
    let mut node = Command::new("node")
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/citeproc.js"))
        .arg(package)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node starts");
    node.stdin.take().expect("its input").write_all(input.to_string().as_bytes()).expect("it reads");
    let output = node.wait_with_output().expect("it ends");
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).expect("its answers")
}

#[test]
fn citeproc_js_gives_the_same() {
    let Some(package) = std::env::var_os("MEMCON_CITEPROC") else {
        println!("skipped: MEMCON_CITEPROC does not name the npm package citeproc (cargo xtask test sets it)");
        return;
    };
    let jobs = jobs();
    let theirs = ask(&package.to_string_lossy(), &jobs);
    assert_eq!(jobs.len(), theirs.len());
    // A row a record, a column a style.
    let mut table: BTreeMap<(&str, &str), (usize, usize)> = BTreeMap::new();
    let mut wrong = String::new();
    for (job, theirs) in jobs.iter().zip(&theirs) {
        let theirs = match theirs.find('“') {
            Some(at) if job.ours.from_title => &theirs[at..],
            _ => theirs.as_str(),
        };
        let same = inner_marks_alike(&job.ours.text) == inner_marks_alike(theirs);
        let cell = table.entry((job.record, job.style.id())).or_default();
        cell.0 += usize::from(same);
        cell.1 += 1;
        if same == gap(job).is_some() {
            let Job { record, what, style, ours, .. } = job;
            wrong += &format!("{record}, {what}, {}:\n  {}\n  {theirs}\n", style.id(), ours.text);
        }
    }
    for ((record, style), (same, all)) in &table {
        println!("| {record} | {style} | {same} of {all} the same |");
    }
    assert!(wrong.is_empty(), "not as known:\n{wrong}");
}
