//! Reading offline is the affair of a service worker and of a script beside it (crate `memcon-offline`), which weigh less
//! than what they do would weigh as Wasm. The program only brings the script, once nothing waits for it any more.

use leptos::prelude::*;

/// Adds the script that the page names, if its build has one.
pub fn bring_script() {
    let Some(html) = document().document_element() else { return };
    let Some(file) = html.get_attribute("data-offline").filter(|file| file.ends_with(".js")) else { return };
    if let Ok(script) = document().create_element("script") {
        _ = script.set_attribute("src", &file);
        _ = html.append_child(&script);
    }
}
