//! What must be on the machine: each file finds one thing, installs it where it may, or says what to install.

pub(crate) mod axe;
pub(crate) mod browser;
pub(crate) mod citeproc;
pub(crate) mod esbuild;
pub(crate) mod lighthouse;
pub(crate) mod npm;
pub(crate) mod trunk;
pub(crate) mod wasm_opt;
pub(crate) mod wasm_target;
