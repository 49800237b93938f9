//! The desk, the second program (`src/desk`): compiled, bound to JavaScript and made small as Trunk does it with the first,
//! which knows only of one. It is three files that are named after what is in them: the script, which a page asks for
//! when it needs the desk, the Wasm and the style, which the script asks for.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};
use memcon_policy::digest::sha384;

use super::loader::short;
use crate::command::run;
use crate::files::{read, write};
use crate::need::wasm_opt;
use crate::need::wasm_target::TARGET;
use crate::{paths, stand_in};

/// Starts the Wasm, behind what wasm-bindgen writes.
const START: &str = include_str!("desk.js");
/// Its style, in the workspace.
const STYLE: &str = "style/desk.css";
/// The attribute of a page's `html` element, whose value is where the script lies.
const ATTRIBUTE: &str = "data-desk=\"./\"";

/// Compiles the desk and puts `desk.js`, `desk.wasm` and `desk.css` into `dist`.
pub(super) fn build(dist: &Path, release: bool, tools: &stand_in::Folder) -> Result<()> {
    let mut compile = Command::new("cargo");
    compile
        .args(["build", "--offline", "--locked", "--package", "memcon", "--bin", "memcon-desk"])
        .args(["--features", "desk", "--target", TARGET])
        .args(release.then_some("--release"))
        .current_dir(paths::workspace());
    run(&mut compile).context("the desk is not compiled")?;

    let compiled =
        paths::target()?.join(TARGET).join(if release { "release" } else { "debug" }).join("memcon-desk.wasm");
    let mut bind = Command::new(tools.tool("wasm-bindgen"));
    bind.args(["--target", "no-modules", "--no-typescript", "--out-name", "desk", "--out-dir"]).arg(dist).arg(compiled);
    bind.env_remove(stand_in::SMALL);
    if release {
        bind.env(stand_in::SMALL, "yes");
    }
    run(&mut bind).context("the desk is not bound to JavaScript")?;

    let (bound, wasm) = (dist.join("desk_bg.wasm"), dist.join("desk.wasm"));
    match wasm_opt::look_for().filter(|_| release) {
        Some(real) => {
            let mut output = std::ffi::OsString::from("--output=");
            output.push(&wasm);
            run(Command::new(real).arg("-Oz").arg(output).arg(&bound)).context("the desk is not made small")?;
            fs::remove_file(&bound)
        }
        None => fs::rename(&bound, &wasm),
    }
    .with_context(|| format!("{} cannot be put in its place", bound.display()))?;

    let script = dist.join("desk.js");
    let loader = read(&script)?;
    // In a scope of its own: the script may be asked for again, after a failure.
    write(&script, &format!("(() => {{\n{loader}\n{START}\n}})();\n"))?;
    write(&dist.join("desk.css"), &read(&paths::workspace().join(STYLE))?)
}

/// Names the three files after their content, and the script in the page that all others are made from.
pub(super) fn name(dist: &Path) -> Result<()> {
    let (wasm, _) = renamed(dist, "wasm")?;
    let (style, sum) = renamed(dist, "css")?;
    let script = dist.join("desk.js");
    let mut text = read(&script)?;
    for (place, value) in [("{{wasm}}", &wasm), ("{{style}}", &style), ("{{sum}}", &sum)] {
        if text.matches(place).count() != 1 {
            bail!("{} must hold {place} once", script.display());
        }
        text = text.replacen(place, value, 1);
    }
    write(&script, &text)?;
    let (script, sum) = renamed(dist, "js")?;
    let shell = dist.join("index.html");
    let page = read(&shell)?;
    if !page.contains(ATTRIBUTE) {
        bail!("index.html: the html element must have {ATTRIBUTE}: the page finds the desk by it");
    }
    write(&shell, &page.replacen(ATTRIBUTE, &format!("data-desk=\"./{script}\" data-desk-sum=\"{sum}\""), 1))
}

/// Gives `desk.<ending>` its name; that, and its sum.
fn renamed(dist: &Path, ending: &str) -> Result<(String, String)> {
    let path = dist.join(format!("desk.{ending}"));
    let sum = sha384(fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?);
    let name = format!("desk-{}.{ending}", short(&sum));
    fs::rename(&path, dist.join(&name)).with_context(|| format!("{} cannot be renamed {name}", path.display()))?;
    Ok((name, sum))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dist() -> tempfile::TempDir {
        let dist = tempfile::tempdir().expect("a temporary folder");
        for (name, text) in [
            ("index.html", format!("<html data-root=\"./\" {ATTRIBUTE}>")),
            ("desk.wasm", "Wasm".into()),
            ("desk.css", "p{}".into()),
            ("desk.js", START.into()),
        ] {
            write(&dist.path().join(name), &text).expect("a file");
        }
        dist
    }

    #[test]
    fn the_page_names_the_script_and_the_script_the_others_each_by_its_content() {
        let dist = dist();
        name(dist.path()).expect("named");
        let page = read(&dist.path().join("index.html")).expect("the page");
        let script = page.split("data-desk=\"./").nth(1).and_then(|rest| rest.split('"').next()).expect("a script");
        let text = read(&dist.path().join(script)).expect("the script");
        assert!(page.contains(&format!("data-desk-sum=\"{}\"", sha384(&text))), "{page}");
        let (wasm, style) =
            (format!("desk-{}.wasm", short(&sha384("Wasm"))), format!("desk-{}.css", short(&sha384("p{}"))));
        for part in [&wasm, &style, &sha384("p{}")] {
            assert!(text.contains(&format!("\"{part}\"")), "{part}");
        }
        assert!(dist.path().join(wasm).is_file() && dist.path().join(style).is_file());
    }

    #[test]
    fn a_page_without_the_place_is_named() {
        let dist = dist();
        write(&dist.path().join("index.html"), "<html>").expect("a file");
        let fault = name(dist.path()).expect_err("refused").to_string();
        assert!(fault.contains("data-desk"), "{fault}");
    }
}
