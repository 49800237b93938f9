//! Takes out of the Wasm what a library exports to JavaScript and nothing here calls: wasm-opt keeps whatever is exported.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// Streams of request bodies (crate wasm-streams, which Leptos brings for server functions): some kilobytes.
const UNUSED: [&str; 2] = ["intounderlying", "__wbg_intounderlying"];

/// Removes them from what `wasm-bindgen` has written when called with `arguments`.
pub(crate) fn take_out(arguments: &[String]) -> Result<()> {
    let Some(path) = written(arguments) else { return Ok(()) };
    let mut module = walrus::Module::from_file(&path).with_context(|| format!("{} is no Wasm", path.display()))?;
    let unused: Vec<_> = module
        .exports
        .iter()
        .filter(|export| UNUSED.iter().any(|start| export.name.starts_with(start)))
        .map(walrus::Export::id)
        .collect();
    unused.into_iter().for_each(|export| module.exports.delete(export));
    module.emit_wasm_file(&path).with_context(|| format!("{} cannot be written", path.display()))
}

/// The file that `wasm-bindgen` writes: `<out-dir>/<out-name>_bg.wasm`.
fn written(arguments: &[String]) -> Option<PathBuf> {
    let value = |name: &str| {
        let with = format!("{name}=");
        let next = arguments.iter().position(|argument| argument == name).and_then(|at| arguments.get(at + 1));
        arguments.iter().find_map(|argument| argument.strip_prefix(&with)).or(next.map(String::as_str))
    };
    let path = Path::new(value("--out-dir")?).join(format!("{}_bg.wasm", value("--out-name")?));
    path.is_file().then_some(path)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn what_is_exported_for_nobody_goes_and_the_rest_stays() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let mut module = walrus::Module::default();
        for name in ["main", "intounderlyingsource_pull", "__wbg_intounderlyingsink_free"] {
            let function = walrus::FunctionBuilder::new(&mut module.types, &[], &[]);
            let function = function.finish(Vec::new(), &mut module.funcs);
            module.exports.add(name, function);
        }
        let path = folder.path().join("app_bg.wasm");
        fs::write(&path, module.emit_wasm()).expect("a file");
        let folder = folder.path().to_string_lossy().into_owned();
        for arguments in [vec![format!("--out-dir={folder}"), "--out-name".into(), "app".into()], vec!["--help".into()]]
        {
            take_out(&arguments).expect("done");
        }
        let module = walrus::Module::from_file(&path).expect("Wasm");
        let names: Vec<_> = module.exports.iter().map(|export| export.name.as_str()).collect();
        assert_eq!(names, ["main"]);
    }
}
