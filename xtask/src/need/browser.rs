//! Chromium or Chrome with its driver: found, installed where that is ours to do, or asked for.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command::{ask, on_path, run, say};

/// A browser and the program that drives it.
#[derive(Debug, Clone)]
pub(crate) struct Browser {
    /// Chromium or Chrome.
    pub(crate) program: PathBuf,
    /// chromedriver.
    pub(crate) driver: PathBuf,
}

const PROGRAMS: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const USUAL_PROGRAMS: &[&str] = &[
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
];
const USUAL_DRIVERS: &[&str] = &["/usr/lib/chromium/chromedriver", "/usr/lib/chromium-browser/chromedriver"];

/// How a browser under test is started: no window, no question, no traffic of its own.
const ARGUMENTS: &[&str] = &[
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
];

impl Browser {
    /// The arguments to start the browser with. Chromium refuses to run as root in its sandbox.
    pub(crate) fn arguments() -> Vec<&'static str> {
        let mut arguments = ARGUMENTS.to_vec();
        if root() {
            arguments.push("--no-sandbox");
        }
        arguments
    }
}

/// Finds a browser and its driver; as root on Debian installs them.
pub(crate) fn ensure() -> Result<Browser> {
    if let Some(found) = find() {
        return Ok(found);
    }
    if !root_on_debian() {
        bail!(
            "no Chromium or Chrome with its chromedriver is on PATH or in the usual places; {}. \
             CHROME and CHROMEDRIVER may name them elsewhere",
            advice()
        );
    }
    say("installing Chromium and its driver from Debian");
    run(Command::new("apt-get").arg("update"))?;
    run(Command::new("apt-get")
        .args(["install", "-y", "chromium", "chromium-driver"])
        .env("DEBIAN_FRONTEND", "noninteractive"))?;
    find().context("Chromium was installed but cannot be found: is /usr/bin on PATH?")
}

fn find() -> Option<Browser> {
    let program = named("CHROME").or_else(|| any_on_path(PROGRAMS)).or_else(|| usual(USUAL_PROGRAMS))?;
    let driver = named("CHROMEDRIVER").or_else(|| any_on_path(&["chromedriver"])).or_else(|| usual(USUAL_DRIVERS))?;
    Some(Browser { program, driver })
}

fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file())
}

fn any_on_path(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| on_path(name, |_| true))
}

fn usual(places: &[&str]) -> Option<PathBuf> {
    places.iter().map(PathBuf::from).find(|path| path.is_file())
}

fn root_on_debian() -> bool {
    Path::new("/etc/debian_version").exists() && root()
}

fn root() -> bool {
    cfg!(unix) && ask(Command::new("id").arg("-u")).as_deref() == Some("0")
}

fn advice() -> &'static str {
    if Path::new("/etc/debian_version").exists() {
        "install them with: sudo apt-get install chromium chromium-driver"
    } else if cfg!(target_os = "macos") {
        "install them with: brew install --cask google-chrome chromedriver"
    } else if cfg!(windows) {
        "install Google Chrome, and the chromedriver of the same version into a folder on PATH"
    } else {
        "install your system's packages of Chromium and chromedriver"
    }
}
