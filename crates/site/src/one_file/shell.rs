//! The page around the text, from the same `index.html` that the site's pages are made from.

use anyhow::{Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use memcon_policy::{Reach, guarded};

use super::Program;
use crate::{icons, manifest};

const INDEX: &str = include_str!("../../../../index.html");

/// Where the head goes, the text, and what the program reads: as in `index.html`, but for the last.
pub(super) const HEAD: &str = "<!--head-->";
pub(super) const PAGE: &str = "<div id=\"app\"><!--page--></div>";
pub(super) const DATA: &str = "<!--data-->";

/// The shell with style, loader and icon in it, and the policy of what stands there: no text may be in it yet. `script`
/// runs before the program.
pub(super) fn shell(program: &Program, script: Option<&str>) -> Result<String> {
    let mut shell = bare()?;
    let icon = format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{}\">\n", STANDARD.encode(icons::DRAWING));
    let style = format!("<style>{}</style>\n", program.style);
    let script = script.map(|script| format!("<script>{script}</script>\n")).unwrap_or_default();
    let module = format!("<script type=\"module\">{}</script>\n", program.module);
    shell = shell.replacen(HEAD, &format!("{HEAD}{icon}{}{style}", manifest::colours()), 1);
    // Before the program, which says when it is needed.
    let desk = format!("<script>{}</script>\n", program.desk);
    shell = shell.replacen("</body>", &format!("{DATA}{script}{desk}{module}</body>"), 1);
    guarded(&shell, Reach::Nothing)
}

/// `index.html` without what is of a site: links to files, the way to its root, a title for want of a better.
fn bare() -> Result<String> {
    let mut shell = INDEX.replacen(" data-root=\"./\" data-offline=\"./\" data-desk=\"./\"", "", 1);
    for (start, end) in [
        ("<title>", "</title>"),
        ("<meta name=\"description\"", ">"),
        ("<a href=\"./records/index.json\">", "</a>"),
        ("<div id=\"offline\">", "</div>"),
    ] {
        cut(&mut shell, start, end);
    }
    while cut(&mut shell, "<link", ">") {}
    for place in [HEAD, PAGE, "</body>"] {
        if !shell.contains(place) {
            bail!("index.html must have {place} where what is made goes");
        }
    }
    let lines: Vec<&str> = shell.lines().filter(|line| !line.trim().is_empty()).collect();
    Ok(lines.join("\n") + "\n")
}

/// Takes the first stretch from `start` to `end` out of `page`; whether there was one.
pub(crate) fn cut(page: &mut String, start: &str, end: &str) -> bool {
    let found = page.find(start).and_then(|from| Some((from, page[from..].find(end)? + end.len())));
    if let Some((from, length)) = found {
        page.replace_range(from..from + length, "");
    }
    found.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_site_is_left_in_the_shell() {
        let shell = bare().expect("a shell");
        for part in ["./", "data-trunk", "data-root", "data-offline", "data-desk=", "<link", "<title"] {
            assert!(!shell.contains(part), "{part}: {shell}");
        }
        assert!(shell.contains("id=\"failed\""), "what the page says when the program cannot start");
    }
}
