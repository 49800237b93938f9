//! From keystroke to painted answer, on the pages of a site that is built for it.

use anyhow::{Context, Result};
use memcon_static_server::Folder;
use serde::Deserialize;
use serde_json::json;

use super::{Bench, Plan};
use crate::command::say;
use crate::site::{self, Site};
use crate::{paths, weight};

/// Numbers of turns of the records beside the site's own.
const SIZES: [usize; 2] = [1_000, 10_000];

/// One record's page; times in milliseconds.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Page {
    /// None: a page that only writes what is typed.
    pub(crate) turns: usize,
    /// From the start of the navigation until the program ran.
    pub(crate) ready: f64,
    pub(crate) strokes: Vec<Stroke>,
    /// The engine by itself: for a beginning of a question, on average.
    pub(crate) engine: f64,
}

/// One letter that was typed.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Stroke {
    /// Until the first frame that shows a change after it.
    pub(crate) first: f64,
    /// Until the last.
    pub(crate) last: f64,
    /// Of that, in scripts and Wasm.
    pub(crate) script: f64,
    pub(crate) style: f64,
    pub(crate) layout: f64,
    /// All work of the page's thread.
    pub(crate) task: f64,
}

/// Builds a site with long records, and types into each.
pub(crate) fn measure(bench: &Bench, plan: &Plan) -> Result<Vec<Page>> {
    let records = bench.scratch.path().join("records");
    bench.script("record.mjs", &json!({ "turns": plan.turns, "sizes": SIZES, "into": records }))?;
    // Nothing is kept for reading offline: it would be fetched while one types.
    let dist = paths::workspace().join("target").join("bench-site");
    let site = Site { release: true, base: None, url: None, offline: false, dist };
    site::build_with(&site, Some(&records))?;
    let server = Folder::new(&site.dist)
        .and_then(|served| served.serve(0))
        .with_context(|| format!("{} cannot be served", site.dist.display()))?;
    let ids: Vec<String> =
        std::iter::once(weight::RECORD.to_owned()).chain(SIZES.map(|size| format!("bench-{size}"))).collect();
    say("typing questions into records, with a processor four times slower");
    bench.measure("strokes.mjs", json!({ "records": ids, "dist": site.dist, "site": server.url(), "runs": plan.runs }))
}
