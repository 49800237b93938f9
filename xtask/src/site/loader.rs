//! The loader of the program (JavaScript): named after what is in it, and with a sum that the browser checks.
//!
//! Trunk names it after the Wasm, so that a browser could hold an earlier one under the same name, and would refuse it
//! for its sum. Modules have their sums in an import map (HTML, “integrity metadata map”: Chromium 127, Safari 18,
//! Firefox 138), the link that fetches it ahead has an attribute; older browsers pass over both. The Wasm has none: its
//! loader fetches it, and Chromium complains of a sum at its preload link. All of this guards against a file cut
//! short or altered on its way to the host; whoever can change the page can change the sums.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use memcon_policy::digest::sha384;

/// The link that Trunk writes for it.
const LINK: &str = "<link rel=\"modulepreload\" href=\"./";

/// Names the loader in `dist` after its content; the shell with the new name, and its sum.
pub(super) fn checked(shell: &str, dist: &Path) -> Result<String> {
    let name = shell.split_once(LINK).and_then(|(_, rest)| rest.split('"').next()).with_context(|| {
        format!(
            "index.html as Trunk wrote it has no {LINK}…\">: this version of Trunk loads the program in another way"
        )
    })?;
    let path = dist.join(name);
    let loader = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let sum = sha384(&loader);
    let new = format!("loader-{}.js", short(&sum));
    fs::rename(&path, dist.join(&new)).with_context(|| format!("{} cannot be renamed {new}", path.display()))?;

    let shell = shell.replace(&format!("./{name}"), &format!("./{new}")).replacen(
        &format!("{LINK}{new}\""),
        &format!("{LINK}{new}\" integrity=\"{sum}\""),
        1,
    );
    // Before the first module: a map that comes later is not asked.
    let map = format!("<script type=\"importmap\">{{\"integrity\":{{\"./{new}\":\"{sum}\"}}}}</script>\n");
    let at =
        shell.find("<script type=\"module\"").with_context(|| "index.html as Trunk wrote it has no module script")?;
    Ok(format!("{}{map}{}", &shell[..at], &shell[at..]))
}

/// So much of a sum as tells a file from others in its name.
pub(super) fn short(sum: &str) -> String {
    sum.chars().filter(char::is_ascii_alphanumeric).skip("sha384".len()).take(16).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_is_named_after_its_content_and_has_its_sum_wherever_it_is_asked_for() {
        let dist = tempfile::tempdir().expect("a temporary folder");
        let shell = format!(
            "<head><script type=\"module\">import init from './app-1.js'</script>{LINK}app-1.js\" crossorigin=\"anonymous\"></head>"
        );
        let page = |content: &str| {
            fs::write(dist.path().join("app-1.js"), content).expect("a file");
            checked(&shell, dist.path()).expect("checked")
        };
        let (one, two) = (page("one"), page("two"));
        assert_ne!(one, two);
        for (page, content) in [(one, "one"), (two, "two")] {
            let name =
                page.split_once("import init from './").and_then(|(_, rest)| rest.split('\'').next()).expect("a name");
            assert_eq!(fs::read_to_string(dist.path().join(name)).expect("the loader"), content);
            let sum = sha384(content);
            assert!(page.contains(&format!("{LINK}{name}\" integrity=\"{sum}\" crossorigin")), "{page}");
            let map = format!("<script type=\"importmap\">{{\"integrity\":{{\"./{name}\":\"{sum}\"}}}}</script>");
            assert!(
                page.find(&map).expect("a map") < page.find("<script type=\"module\"").expect("the module"),
                "{page}"
            );
        }
        assert!(!dist.path().join("app-1.js").exists());
    }

    #[test]
    fn another_shape_of_shell_is_told() {
        let fault = checked("<head></head>", Path::new(".")).expect_err("refused").to_string();
        assert!(fault.contains("modulepreload"), "{fault}");
    }
}
