//! hayagriva against citeproc-js, with the same items, styles and locale.
//!
//! `MEMCON_CITEPROC` is the folder of the npm package `citeproc`; `cargo xtask test` sets it.

mod common;

use std::collections::BTreeMap;
use std::io::Write;
use std::process::{Command, Stdio};

use memcon_cite::csl::{Sheet, locale_xml, raw};
use memcon_cite::{Facts, Style};
use serde_json::{Value, json};

struct Job {
    record: &'static str,
    what: String,
    style: Style,
    ours: String,
    asked: Value,
}

fn jobs() -> Vec<Job> {
    let mut jobs = Vec::new();
    for (record, model) in common::all() {
        let facts = Facts::of(&model);
        for (what, cited) in common::citations(&model) {
            for style in Style::ALL {
                let Some((item, ours)) = raw(&facts, style, &cited) else { continue };
                let (locator, list) = (cited.locator(), !style.has_locator());
                let asked = json!({ "style": style.id(), "item": item, "locator": locator, "list": list });
                jobs.push(Job { record, what: what.clone(), style, ours, asked });
            }
        }
    }
    jobs
}

fn ask(package: &str, jobs: &[Job]) -> Vec<String> {
    let styles: BTreeMap<&str, String> = Style::ALL
        .into_iter()
        .filter_map(|style| Some((style.id(), Sheet::of(style)?.xml().expect("the style as XML"))))
        .collect();
    let asked: Vec<&Value> = jobs.iter().map(|job| &job.asked).collect();
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
    for (job, theirs) in jobs.iter().zip(&theirs) {
        let same = &job.ours == theirs;
        println!(
            "{}\t{}\t{}\t{}\n  {}\n  {theirs}",
            if same { "same" } else { "DIFF" },
            job.record,
            job.what,
            job.style.id(),
            job.ours
        );
    }
}
