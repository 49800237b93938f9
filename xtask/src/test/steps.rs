//! The table of steps: to add a check is to add a row.

use std::ffi::OsString;
use std::fs;
use std::process::Command;

use anyhow::{Context, Result};
use memcon_static_server::Folder;
use serde_json::json;

use super::Options;
use super::driver::Driver;
use super::tally::Tally;
use super::watch::{check, tests};
use crate::command::say;
use crate::need::browser::Browser;
use crate::need::{axe, browser, citeproc, wasm_target};
use crate::site::{self, Site};
use crate::{paths, stand_in};

/// One step of `cargo xtask test`.
pub(super) struct Step {
    pub(super) name: &'static str,
    pub(super) what: &'static str,
    pub(super) run: fn(&Options) -> Result<Tally>,
}

/// All of them, the quickest first.
pub(super) const STEPS: &[Step] = &[
    Step { name: "format", what: "is the code formatted?", run: format },
    Step { name: "lint", what: "clippy on everything native, warnings denied", run: lint },
    Step { name: "lint-wasm", what: "clippy on the app as Wasm, warnings denied", run: lint_wasm },
    Step { name: "lint-desk", what: "clippy on the second program, likewise", run: lint_desk },
    Step { name: "native", what: "the tests that need no browser, and those in the documentation", run: native },
    Step { name: "wasm", what: "the tests of the app's browser code, as Wasm in a browser", run: wasm },
    Step { name: "browser", what: "journeys through the built site, in a browser", run: journeys },
];

/// The names, for the command line.
pub(super) fn names() -> Vec<&'static str> {
    STEPS.iter().map(|step| step.name).collect()
}

/// The journeys, which need a site and a browser and so are no part of the native tests.
const JOURNEYS: &str = "memcon-browser-tests";
/// Where the site hangs while it is tested: whatever takes the root of the host for the root of the site breaks there.
const MOUNT: &str = "some/folder";
/// Journeys at once: a browser keeps a core busy.
const BROWSERS: &str = "--test-threads=2";

fn cargo(arguments: &[&str]) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.args(arguments).current_dir(paths::workspace());
    cargo
}

fn format(_: &Options) -> Result<Tally> {
    check(&mut cargo(&["fmt", "--all", "--check"]))
}

fn lint(_: &Options) -> Result<Tally> {
    check(&mut cargo(&["clippy", "--workspace", "--all-targets", "--features", "ssr", "--", "-D", "warnings"]))
}

fn lint_wasm(_: &Options) -> Result<Tally> {
    lint_program("csr")
}

fn lint_desk(_: &Options) -> Result<Tally> {
    lint_program("desk")
}

fn lint_program(feature: &str) -> Result<Tally> {
    wasm_target::ensure()?;
    let arguments = ["clippy", "-p", "memcon", "--features", feature, "--target", wasm_target::TARGET, "--all-targets"];
    check(cargo(&arguments).args(["--", "-D", "warnings"]))
}

fn native(_: &Options) -> Result<Tally> {
    let mut tally = Tally::default();
    let mut cargo = cargo(&["test", "--workspace", "--exclude", JOURNEYS, "--features", "ssr", "--no-fail-fast"]);
    match citeproc::ensure() {
        Ok(package) => {
            cargo.env("MEMCON_CITEPROC", package);
        }
        // The test that needs it is left out then, which must not look like a success.
        Err(fault) => {
            say(format!("{fault:#}"));
            tally += Tally::failure();
        }
    }
    tally += tests(&mut cargo)?;
    Ok(tally)
}

fn wasm(_: &Options) -> Result<Tally> {
    wasm_target::ensure()?;
    let browser = browser::ensure()?;
    let tools = stand_in::Folder::make()?;
    let capabilities = tools.file("wasm-test-browser.json");
    let options = json!({ "goog:chromeOptions": { "binary": browser.program, "args": Browser::arguments() } });
    fs::write(&capabilities, options.to_string())
        .with_context(|| format!("{} cannot be written", capabilities.display()))?;
    tests(
        cargo(&["test", "-p", "memcon", "--lib", "--features", "csr", "--target", wasm_target::TARGET])
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools.test_runner())
            .env("CHROMEDRIVER", &browser.driver)
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities)
            .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
            .env("WASM_BINDGEN_TEST_TIMEOUT", "120"),
    )
}

/// Building the site is a check of its own; without a site there are no journeys.
fn journeys(options: &Options) -> Result<Tally> {
    let browser = browser::ensure()?;
    let url = Some("https://memcon.example/some/folder/".to_owned());
    let site = Site {
        release: !options.dev,
        base: None,
        url,
        offline: true,
        dist: paths::workspace().join("target/test-site"),
    };
    site::build(&site)?;
    let mut tally = Tally::success();

    let server = Folder::new(&site.dist).and_then(|folder| folder.under(MOUNT).serve(0)).context("the built site")?;
    let driver = Driver::start(&browser.driver)?;
    let mut variables: Vec<(&str, OsString)> = vec![
        ("MEMCON_SITE", server.url().into()),
        ("MEMCON_DIST", site.dist.into()),
        ("MEMCON_WEBDRIVER", driver.url().into()),
        ("MEMCON_BROWSER", browser.program.into()),
        ("MEMCON_BROWSER_ARGUMENTS", Browser::arguments().join(" ").into()),
        ("MEMCON_SCREENSHOTS", paths::workspace().join("target/screenshots").into()),
    ];
    match axe::ensure() {
        Ok(script) => variables.push(("MEMCON_AXE", script.into())),
        // The journeys that need it will say so too, and fail.
        Err(fault) => {
            say(format!("{fault:#}"));
            tally += Tally::failure();
        }
    }
    tally += tests(cargo(&["test", "-p", JOURNEYS, "--no-fail-fast", "--", BROWSERS]).envs(variables))?;
    Ok(tally)
}
