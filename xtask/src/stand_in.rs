//! The tools that Trunk and cargo look for on PATH, played by xtask under their names.
//!
//! wasm-bindgen's program must have exactly the version of its library, or refuses to work. Built from the same
//! Cargo.lock it always has, and the long `cargo install wasm-bindgen-cli` falls away.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result};

use crate::need::wasm_opt;
use crate::unused;

type Tool = fn() -> Result<()>;

/// Name on PATH, and what xtask does under that name.
const TOOLS: &[(&str, Tool)] = &[
    ("wasm-bindgen", wasm_bindgen),
    (TEST_RUNNER, || wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(env::args_os())),
    ("wasm-opt", wasm_opt::stand_in),
];

const TEST_RUNNER: &str = "wasm-bindgen-test-runner";

/// Set for a small build: wasm-bindgen leaves out the functions' names, a fifth of the compressed Wasm. wasm-opt would do
/// so too, but not every machine has it, and Trunk has no word for it.
pub(crate) const SMALL: &str = "MEMCON_SMALL";

fn wasm_bindgen() -> Result<()> {
    let small = env::var_os(SMALL).is_some();
    let without_names = small.then(|| OsString::from("--remove-name-section"));
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(env::args_os().chain(without_names))?;
    if small {
        let arguments: Vec<String> = env::args_os().map(|argument| argument.to_string_lossy().into_owned()).collect();
        unused::take_out(&arguments)?;
    }
    Ok(())
}

/// The tool whose name this process was started by, if any.
pub(crate) fn asked_for() -> Option<Tool> {
    let name = PathBuf::from(env::args_os().next()?);
    let name = name.file_stem()?;
    TOOLS.iter().find(|(tool, _)| name == *tool).map(|(_, run)| *run)
}

/// A folder that holds xtask under each of the names.
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// Makes the folder beside xtask's own executable, anew each time.
    pub(crate) fn make() -> Result<Self> {
        let executable = env::current_exe().context("xtask cannot find its own executable")?;
        let folder = executable.with_file_name("xtask-bin");
        fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        for (tool, _) in TOOLS {
            let link = folder.join(format!("{tool}{}", env::consts::EXE_SUFFIX));
            link_to(&executable, &link).with_context(|| format!("{} cannot be made", link.display()))?;
        }
        Ok(Self(folder))
    }

    /// PATH with the folder in front of all others.
    pub(crate) fn on_path(&self) -> Result<OsString> {
        let others = env::var_os("PATH").unwrap_or_default();
        env::join_paths(std::iter::once(self.0.clone()).chain(env::split_paths(&others)))
            .with_context(|| format!("{} cannot stand in PATH", self.0.display()))
    }

    /// The executable of this name.
    pub(crate) fn tool(&self, name: &str) -> PathBuf {
        self.file(&format!("{name}{}", env::consts::EXE_SUFFIX))
    }

    /// A place in the folder for a file that one of the tools reads.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// The runner of Wasm tests, for cargo.
    pub(crate) fn test_runner(&self) -> PathBuf {
        self.tool(TEST_RUNNER)
    }
}

/// A link where the platform lets every user make one, else a copy. Replaced in one step: another xtask may be using it.
fn link_to(executable: &Path, link: &Path) -> std::io::Result<()> {
    let fresh = link.with_extension(format!("new-{}", std::process::id()));
    #[cfg(unix)]
    std::os::unix::fs::symlink(executable, &fresh)?;
    #[cfg(not(unix))]
    fs::copy(executable, &fresh)?;
    fs::rename(fresh, link)
}

#[cfg(test)]
mod tests {
    use std::fs;

    /// wasm-bindgen's program and library refuse each other at different versions.
    #[test]
    fn the_bundled_wasm_bindgen_is_the_one_in_the_lock_file() {
        let path = crate::paths::workspace().join("Cargo.lock");
        let lock = fs::read_to_string(&path).expect("Cargo.lock is committed");
        let version = |package: &str| {
            let entry = format!("name = \"{package}\"\nversion = \"");
            let versions: Vec<_> =
                lock.split(&entry).skip(1).map(|rest| rest.split('"').next().unwrap_or_default()).collect();
            assert_eq!(versions.len(), 1, "{package} stands once in Cargo.lock: {versions:?}");
            versions[0].to_owned()
        };
        assert_eq!(
            version("wasm-bindgen"),
            version("wasm-bindgen-cli"),
            "change the version of wasm-bindgen-cli in xtask/Cargo.toml to that of wasm-bindgen in Cargo.lock"
        );
    }
}
