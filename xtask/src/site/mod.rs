//! The site as files: Trunk builds the app and its page, `desk` the second program, `style` makes one file of the styles, `pages` gives every record a
//! page of its own, with the policy that holds in it (memcon-policy), `hosts` says what a host should send,
//! memcon-site fills the pages, memcon-offline makes them readable offline, and `packed` compresses what is there.

mod desk;
mod hosts;
mod loader;
mod minify;
mod packed;
mod pages;
mod style;

pub(crate) use packed::{beside, write as compress};
pub(crate) use pages::records;

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command::{run, say};
use crate::need::{trunk, wasm_opt, wasm_target};
use crate::{paths, stand_in, weight};

/// Which site to build, and where to.
pub(crate) struct Site {
    /// Small and slow to build, or large and quick.
    pub(crate) release: bool,
    /// The absolute path the site will be served under (`/path/`); without it, it works under any.
    pub(crate) base: Option<String>,
    /// The address of the site's root, where it is known.
    pub(crate) url: Option<String>,
    /// Whether browsers keep the site for reading offline; not while one works on it, for they then show what they keep.
    pub(crate) offline: bool,
    /// The folder to write; its former content is lost.
    pub(crate) dist: PathBuf,
}

/// Where `cargo xtask build` and `serve` write.
pub(crate) fn dist() -> PathBuf {
    paths::workspace().join("dist")
}

/// Whether `dist` holds what `cargo xtask build` makes; else what is the matter with it. What `serve` makes is larger and slower.
pub(crate) fn finished(dist: &Path) -> Result<()> {
    let page = dist.join("index.html");
    if !page.is_file() {
        bail!("{} holds no site: run `cargo xtask build` first", dist.display());
    }
    if !beside(&page, "br").is_file() {
        bail!("{} is a quick build, with nothing compressed: run `cargo xtask build`", dist.display());
    }
    Ok(())
}

/// Builds the site; what is missing for it on this machine is installed first.
pub(crate) fn build(site: &Site) -> Result<()> {
    build_with(site, None)
}

/// Builds the site, with the records in another folder beside its own.
pub(crate) fn build_with(site: &Site, more: Option<&Path>) -> Result<()> {
    let base = site.base.as_deref().unwrap_or("./");
    if base != "./" && !(base.starts_with('/') && base.ends_with('/')) {
        bail!("--base {base}: the path begins and ends with a slash, such as /memcon/");
    }
    wasm_target::ensure()?;
    let trunk = trunk::ensure()?;
    let tools = stand_in::Folder::make()?;
    // Trunk works offline, so that it never fetches a tool of another version in mid-build; the crates come first.
    run(Command::new("cargo").args(["fetch", "--locked"]).current_dir(paths::workspace()))?;

    let mut build = Command::new(trunk);
    build
        .args(["build", "--offline", "--locked", "--skip-version-check", "--public-url", base, "--dist"])
        .arg(&site.dist)
        .current_dir(paths::workspace())
        .env("PATH", tools.on_path()?)
        // Trunk reads only “true” and “false” there, and stops at the usual “1”.
        .env_remove("NO_COLOR")
        .env_remove(wasm_opt::REAL)
        .env_remove(stand_in::SMALL);
    if site.release {
        build.arg("--release").env(stand_in::SMALL, "yes");
        if let Some(real) = wasm_opt::look_for() {
            build.env(wasm_opt::REAL, real);
        }
    }
    let size = if site.release { "small" } else { "quick to build" };
    say(format!("building the site, {size} (the first time: some minutes)"));
    run(&mut build).context("the site is not built")?;
    desk::build(&site.dist, site.release, &tools)?;
    if let Some(more) = more {
        pages::add(more, &site.dist)?;
    }
    if site.release {
        minify::all(&site.dist)?;
    }
    desk::name(&site.dist)?;
    style::join(&site.dist)?;
    pages::finish(&site.dist, site.base.as_deref())?;
    hosts::write(&site.dist)?;
    say("filling the pages with their text");
    let mut fill = Command::new("cargo");
    fill.args(["run", "--package", "memcon-site", "--"]).arg(&site.dist).current_dir(paths::workspace());
    if let Some(url) = &site.url {
        fill.args(["--url", url]);
    }
    run(&mut fill).context("the pages have no text")?;
    // Last of what is in the site: it lists what every file holds.
    if site.offline {
        memcon_offline::write(&site.dist).context("the site is not readable offline")?;
    } else {
        memcon_offline::withdraw(&site.dist)?;
    }
    // Long records take minutes to compress, and are only typed into.
    if site.release && more.is_none() {
        let packed::Sums { files, plain, gzip, brotli } = packed::write(&site.dist)?;
        let kib = |bytes: usize| bytes.div_ceil(1024);
        say(format!(
            "{files} files compressed ahead of time: {} KiB, as gzip {}, as brotli {}",
            kib(plain),
            kib(gzip),
            kib(brotli)
        ));
        weight::check(&site.dist)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::finished;

    #[test]
    fn a_quick_build_is_not_taken_for_a_finished_one() {
        let dist = tempfile::tempdir().expect("a temporary folder");
        let fault = || finished(dist.path()).map_err(|fault| fault.to_string()).expect_err("a fault");
        assert!(fault().contains("holds no site"), "{}", fault());
        std::fs::write(dist.path().join("index.html"), "").expect("a page");
        assert!(fault().contains("quick build"), "{}", fault());
        std::fs::write(dist.path().join("index.html.br"), "").expect("a page");
        finished(dist.path()).expect("finished");
    }
}
