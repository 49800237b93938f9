//! `cargo xtask build`: writes dist/.

use anyhow::Result;

use crate::command::say;
use crate::site::{self, Site};

/// What to build.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Build quickly, for a look: the Wasm is many times larger
    #[arg(long)]
    dev: bool,
    /// Build small (the default)
    #[arg(long, conflicts_with = "dev")]
    release: bool,
    /// Absolute path that the site will be served under, such as /memcon/; without it the site works under any path
    #[arg(long, value_name = "/PATH/")]
    base: Option<String>,
    /// Address of the site's root, such as https://host/memcon/: gives canonical addresses, a sitemap and a feed
    #[arg(long)]
    url: Option<String>,
}

/// Builds the site into dist/.
pub(crate) fn run(options: &Options) -> Result<()> {
    let site = Site {
        release: options.release || !options.dev,
        base: options.base.clone(),
        url: options.url.clone(),
        offline: true,
        dist: site::dist(),
    };
    site::build(&site)?;
    match &site.base {
        Some(base) => say(format!("dist/ is ready for a static host, under {base}")),
        None => say("dist/ is ready for any static host, under any path"),
    }
    Ok(())
}
