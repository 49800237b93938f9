//! Lighthouse, and what the pages that it measures the site beside are made with.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::{esbuild, npm};
use crate::command::on_path;

/// The last that runs on Node 18 and 20: from 13 on it asks for 22.19, and fails in part on an older one.
const LIGHTHOUSE: &str = "12.8.2";
const REACT_DOM: &str = "19.3.1";

/// Where each is, by its folder `node_modules`.
#[derive(Debug)]
pub(crate) struct Tools {
    /// Node.js itself.
    pub(crate) node: PathBuf,
    /// Lighthouse, with the puppeteer-core that it drives the browser with.
    pub(crate) lighthouse: PathBuf,
    /// React and ReactDOM.
    pub(crate) react: PathBuf,
    /// esbuild.
    pub(crate) esbuild: PathBuf,
}

/// Finds them, or installs them.
pub(crate) fn ensure() -> Result<Tools> {
    Ok(Tools {
        node: on_path("node", |_| true)
            .context("Lighthouse runs on Node.js, which is not on PATH: install Node.js 18.20 or newer (with npm)")?,
        lighthouse: npm::ensure("lighthouse", LIGHTHOUSE)?,
        react: npm::ensure("react-dom", REACT_DOM)?,
        esbuild: esbuild::ensure()?,
    })
}
