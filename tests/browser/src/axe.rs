//! axe-core in the page: which rules of WCAG 2.2, levels A and AA, it breaks.

use std::fmt;
use std::fs;

use anyhow::{Context, anyhow};
use serde::Deserialize;
use thirtyfour::WebDriver;

use crate::Result;
use crate::setting::setting;

/// A rule that the page breaks, and where.
#[derive(Debug, Clone, Deserialize)]
pub struct Violation {
    /// The rule's name in axe-core, such as `color-contrast`.
    pub id: String,
    /// What the rule asks for.
    pub help: String,
    /// The elements that break it.
    pub nodes: Vec<Node>,
}

/// An element that breaks a rule.
#[derive(Debug, Clone, Deserialize)]
pub struct Node {
    /// Its HTML, shortened.
    pub html: String,
    /// What is wrong with it.
    #[serde(rename = "failureSummary", default)]
    pub summary: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.id, self.help)?;
        for node in &self.nodes {
            write!(out, "\n  {}\n    {}", node.html, node.summary.replace('\n', "\n    "))?;
        }
        Ok(())
    }
}

/// Runs the rules; the promise's value or its failure comes back as one of two fields.
const RUN: &str = "
const [source, done] = arguments;
if (!window.axe) { (0, eval)(source); }
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
    .then((found) => done({ violations: found.violations }), (fault) => done({ fault: String(fault) }));
";

#[derive(Deserialize)]
struct Outcome {
    #[serde(default)]
    violations: Vec<Violation>,
    fault: Option<String>,
}

pub(crate) async fn run(driver: &WebDriver) -> Result<Vec<Violation>> {
    let path = setting("MEMCON_AXE");
    let source = fs::read_to_string(&path).with_context(|| format!("{path} cannot be read"))?;
    let outcome: Outcome = driver.execute_async(RUN, vec![source.into()]).await?.convert()?;
    match outcome.fault {
        Some(fault) => Err(anyhow!("axe-core: {fault}")),
        None => Ok(outcome.violations),
    }
}
