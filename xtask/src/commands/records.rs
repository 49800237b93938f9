//! `cargo xtask records`: makes the JSON that the site serves from what an editor keeps.

use anyhow::{Result, bail};

use crate::command::say;
use crate::paths;

/// Makes public/records/ from records/.
pub(crate) fn run() -> Result<()> {
    let root = paths::workspace();
    let written = memcon_ingest::site::records(&root.join("records"), &root.join("public/records"))?;
    if written.is_empty() {
        bail!("records/ holds no folder with a source.txt: put one there, such as records/<id>/source.txt");
    }
    for path in written {
        say(format!("wrote {}", path.strip_prefix(root).unwrap_or(&path).display()));
    }
    Ok(())
}
