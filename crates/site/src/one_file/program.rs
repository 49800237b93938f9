//! What of a built site a file needs to run: the style, the loader (JavaScript), the Wasm; and of the second program, the
//! desk, the same.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// Starts the program once the loader is there; see [`Program::of`].
const START: &str = include_str!("start.js");
/// What stands in it for the loader's own name of what starts the Wasm.
const INIT: &str = "{{init}}";

/// The program of a site, as it stands in a page.
#[derive(Clone, Debug)]
pub struct Program {
    /// The style sheets.
    pub(super) style: String,
    /// The loader, and behind it what starts it.
    pub(super) module: String,
    /// The Wasm: gzip, as base64.
    pub(super) wasm: String,
    /// The script of the desk: its loader and what starts it, once it is needed.
    pub(super) desk: String,
    /// Its Wasm, likewise.
    pub(super) desk_wasm: String,
}

impl Program {
    /// The program of the site in `dist`.
    ///
    /// # Errors
    /// When there is no built site, or its files are not as they have to be to stand in a page.
    pub fn of(dist: &Path) -> Result<Self> {
        let find = |what: &str, begin: &str, end: &str| find(dist, what, begin, end);
        let (style, loader, wasm) =
            (find("style", "style-", ".css")?, find("loader", "loader-", ".js")?, find("program", "", ".wasm")?);
        let desk = |end| find("second program", DESK, end);
        let style = inner(&style, "style", &STYLE_ENDS)? + &inner(&desk(".css")?, "style", &STYLE_ENDS)?;
        let loader_text = inner(&loader, "script", &SCRIPT_ENDS)?;
        let module = module(&loader_text).with_context(|| loader.display().to_string())?;
        let (desk, desk_wasm) = (inner(&desk(".js")?, "script", &SCRIPT_ENDS)?, packed(&desk(".wasm")?)?);
        Ok(Self { style, module, wasm: packed(&wasm)?, desk, desk_wasm })
    }
}

/// How the names of the second program's files begin.
const DESK: &str = "desk-";
/// What ends an element wherever it stands in it.
const STYLE_ENDS: [&str; 1] = ["</style"];
const SCRIPT_ENDS: [&str; 3] = ["</script", "<script", "<!--"];

/// The Wasm in a file, as it stands in a page.
fn packed(wasm: &Path) -> Result<String> {
    let bytes = fs::read(wasm).with_context(|| format!("{} cannot be read", wasm.display()))?;
    Ok(STANDARD.encode(gzip(&bytes)?))
}

/// The one file in `dist` whose name begins and ends so.
fn find(dist: &Path, what: &str, begin: &str, end: &str) -> Result<PathBuf> {
    let advice = "run `cargo xtask build` first, or name the folder of a built site";
    let entries = fs::read_dir(dist).with_context(|| format!("{} cannot be read: {advice}", dist.display()))?;
    let mut found: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            name.starts_with(begin) && name.ends_with(end) && name.starts_with(DESK) == (begin == DESK)
        })
        .collect();
    match (found.pop(), found.len()) {
        (Some(path), 0) => Ok(path),
        (None, _) => bail!("{} holds no {what} ({begin}…{end}): {advice}", dist.display()),
        _ => bail!("{} holds more than one {what} ({begin}…{end}): build the site anew", dist.display()),
    }
}

/// The text of a file, where nothing in it would end the element that it is to stand in.
fn inner(path: &Path, element: &str, ends: &[&str]) -> Result<String> {
    let text = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let lower = text.to_ascii_lowercase();
    match ends.iter().find(|end| lower.contains(*end)) {
        Some(end) => bail!("{} holds “{end}”, which would end the {element} element that it stands in", path.display()),
        None => Ok(text),
    }
}

/// The loader with what starts it, as one module. In it the loader has no address: it is told the Wasm, and may import
/// nothing.
fn module(loader: &str) -> Result<String> {
    let imports =
        |line: &str| line.starts_with("import ") || line.starts_with("import{") || line.starts_with("import\"");
    if let Some(line) = loader.lines().find(|line| imports(line)) {
        bail!("it imports another file, which cannot stand in the page with it: {line}");
    }
    // wasm-bindgen exports what starts the Wasm as the default.
    let init = loader
        .split_once(" as default")
        .map(|(before, _)| before.rsplit(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$')).next())
        .and_then(|name| name.filter(|name| !name.is_empty()))
        .context("it exports no “… as default”, which wasm-bindgen’s loaders do")?;
    Ok(format!("{loader}\n{}", START.replacen(INIT, init, 1)))
}

/// Smaller by more than half, and browsers unpack it themselves.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(bytes).and_then(|()| gzip.finish()).context("the Wasm cannot be compressed")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> tempfile::TempDir {
        let dist = tempfile::tempdir().expect("a temporary folder");
        for (name, text) in files.iter().chain(&OF_THE_DESK) {
            fs::write(dist.path().join(name), text).expect("a file");
        }
        dist
    }

    const OF_THE_DESK: [(&str, &str); 3] = [("desk-1.css", "q{}"), ("desk-1.js", "begin()"), ("desk-1.wasm", "Desk")];
    const LOADER: &str = "async function __init() {}\nexport { initSync, __init as default };\n";

    fn fault(files: &[(&str, &str)]) -> String {
        let dist = site(files);
        format!("{:#}", Program::of(dist.path()).expect_err("refused"))
    }

    #[test]
    fn the_loader_is_started_by_its_own_name_with_the_wasm() {
        let dist =
            site(&[("style-1.css", "p{}"), ("loader-1.js", LOADER), ("app_bg.wasm", "Wasm"), ("app_bg.wasm.gz", "")]);
        let program = Program::of(dist.path()).expect("a program");
        assert!(program.module.starts_with(LOADER));
        assert!(program.module.contains("await __init({ module_or_path: "), "{}", program.module);
        let unpacked = |packed: &str| {
            let packed = STANDARD.decode(packed).expect("base64");
            std::io::read_to_string(flate2::read::GzDecoder::new(&packed[..])).expect("gzip")
        };
        assert_eq!((&*unpacked(&program.wasm), &*program.style), ("Wasm", "p{}q{}"));
        assert_eq!((&*unpacked(&program.desk_wasm), &*program.desk), ("Desk", "begin()"));
    }

    #[test]
    fn a_minified_loader_is_read_as_well() {
        let module = module("async function a(){}export{b as initSync,a as default};").expect("a module");
        assert!(module.contains("await a({"), "{module}");
    }

    #[test]
    fn what_is_missing_or_would_break_the_page_is_told() {
        let (style, loader, wasm) = (("style-1.css", ""), ("loader-1.js", LOADER), ("a.wasm", ""));
        assert!(fault(&[]).contains("run `cargo xtask build` first"));
        assert!(fault(&[style, loader]).contains("holds no program"));
        assert!(fault(&[style, loader, wasm, ("b.wasm", "")]).contains("more than one program"));
        assert!(fault(&[("style-1.css", "/*</STYLE>*/"), loader, wasm]).contains("“</style”"));
        assert!(fault(&[style, ("loader-1.js", "'</script>'"), wasm]).contains("“</script”"));
        assert!(fault(&[style, ("loader-1.js", "import './snippet.js';"), wasm]).contains("./snippet.js"));
        assert!(fault(&[style, ("loader-1.js", "1"), wasm]).contains("as default"));
        let desk = site(&[style, loader, wasm]);
        fs::remove_file(desk.path().join("desk-1.js")).expect("a file");
        let fault = format!("{:#}", Program::of(desk.path()).expect_err("refused"));
        assert!(fault.contains("holds no second program (desk-….js)"), "{fault}");
        let nowhere = Program::of(Path::new("no/such/folder")).expect_err("refused");
        assert!(format!("{nowhere:#}").contains("no/such/folder cannot be read: run `cargo xtask build` first"));
    }
}
