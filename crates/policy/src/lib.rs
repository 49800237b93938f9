//! A page's content security policy (W3C, CSP Level 3), in the page itself, so that it holds on any host: nothing from
//! elsewhere is loaded, sent to or run, and of what stands in the page only the scripts and styles of the shell.
//!
//! Their sums are taken from the shell *before* a record's text is filled in: a script that found its way into a text
//! would not be among them. What only a header can say is in `xtask/src/site/hosts.rs`.

pub mod digest;

use anyhow::{Result, bail};

use digest::sha256;

/// After it the policy stands: it holds for what follows it, and the encoding must be known before.
const CHARSET: &str = "<meta charset=\"utf-8\"";

/// Kinds of script that a browser runs or obeys; any other is data, which no policy is asked about (HTML, “prepare the
/// script element”).
const OBEYED: [&str; 3] = ["module", "importmap", "text/javascript"];

/// What a page may ask for besides what stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Files of its own site.
    Site,
    /// Nothing at all: all it needs stands in it.
    Nothing,
}

/// `page` with its policy.
///
/// # Errors
/// When the page does not say its encoding, behind which the policy would stand.
pub fn guarded(page: &str, reach: Reach) -> Result<String> {
    let Some((before, after)) =
        page.split_once(CHARSET).and_then(|(before, rest)| Some((before, rest.split_once('>')?.1)))
    else {
        bail!("a page of the site has no {CHARSET}>, behind which its content security policy would stand");
    };
    let policy = policy(page, reach);
    let end = if page[before.len()..].starts_with(&format!("{CHARSET} />")) { " />" } else { ">" };
    Ok(format!("{before}{CHARSET}{end}\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">{after}"))
}

/// The policy for `page`. `'wasm-unsafe-eval'` lets Wasm be compiled and nothing else; a browser too old to know it (Safari
/// before 16) does not run the program and shows the page as the document that it is.
fn policy(page: &str, reach: Reach) -> String {
    let scripts = inline(page, "script").filter(|(tag, _)| is_obeyed(tag)).map(|(_, text)| text);
    let styles = inline(page, "style").map(|(_, text)| text);
    let sums =
        |texts: &mut dyn Iterator<Item = &str>| texts.map(|text| format!(" '{}'", sha256(text))).collect::<String>();
    let (scripts, styles) = (sums(&mut { scripts }), sums(&mut { styles }));
    // An empty list of sources is `'none'`, but not every reader of a policy knows.
    let (own, own_or_none) = match reach {
        Reach::Site => (" 'self'", "'self'"),
        Reach::Nothing => ("", "'none'"),
    };
    [
        "default-src 'none'".to_owned(),
        format!("script-src{own} 'wasm-unsafe-eval'{scripts}"),
        // No style attributes: what the program sets it sets through the CSSOM, which is allowed.
        format!("style-src{own}{styles}"),
        format!("img-src{own} data:"),
        format!("font-src {own_or_none}"),
        format!("connect-src {own_or_none}"),
        format!("manifest-src {own_or_none}"),
        format!("worker-src {own_or_none}"),
        "object-src 'none'".to_owned(),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
    ]
    .join("; ")
}

fn is_obeyed(tag: &str) -> bool {
    let kind = tag.split_once("type=\"").and_then(|(_, rest)| rest.split('"').next());
    !tag.contains(" src=") && kind.is_none_or(|kind| OBEYED.contains(&kind))
}

/// The elements of this name: what stands in each tag, and the text.
fn inline<'a>(page: &'a str, name: &str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let parts: Vec<&str> = page.split(&*open).skip(1).collect();
    parts.into_iter().filter_map(move |part| {
        let (tag, rest) = part.split_once('>')?;
        // Not `<styled>`.
        let is_it = tag.is_empty() || tag.starts_with(char::is_whitespace);
        is_it.then_some((tag, rest.split_once(&*close)?.0))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<html><head><meta charset="utf-8" /><script>one()</script><script type="module">two()</script>
<script type="application/ld+json">{}</script><script src="./three.js"></script><style>p {}</style></head></html>"#;

    #[test]
    fn what_stands_in_the_page_is_allowed_and_nothing_else() {
        let page = guarded(PAGE, Reach::Site).expect("guarded");
        let policy = page.split("content=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a policy");
        let scripts = policy.split("; ").find(|part| part.starts_with("script-src")).expect("scripts");
        assert_eq!(
            scripts,
            format!("script-src 'self' 'wasm-unsafe-eval' '{}' '{}'", sha256("one()"), sha256("two()"))
        );
        assert!(policy.contains(&format!("style-src 'self' '{}';", sha256("p {}"))), "{policy}");
        assert!(policy.starts_with("default-src 'none'"), "{policy}");
        assert!(!policy.contains("unsafe-inline"), "{policy}");
    }

    #[test]
    fn a_page_that_holds_all_it_needs_may_ask_for_nothing() {
        let page = guarded(PAGE, Reach::Nothing).expect("guarded");
        assert!(page.contains(&format!("script-src 'wasm-unsafe-eval' '{}'", sha256("one()"))), "{page}");
        assert!(page.contains(&format!("style-src '{}';", sha256("p {}"))), "{page}");
        assert!(page.contains("connect-src 'none'") && page.contains("img-src data:;"), "{page}");
        assert!(!page.contains("'self'"), "{page}");
    }

    #[test]
    fn the_policy_comes_before_all_that_it_is_for_and_the_rest_of_the_page_is_as_it_was() {
        let page = guarded(PAGE, Reach::Site).expect("guarded");
        assert!(
            page.starts_with("<html><head><meta charset=\"utf-8\" />\n<meta http-equiv=\"Content-Security-Policy\""),
            "{page}"
        );
        let without = page
            .split_once("\n<meta http-equiv")
            .and_then(|(before, rest)| Some(before.to_owned() + rest.split_once('>')?.1));
        assert_eq!(without.as_deref(), Some(PAGE));
        assert!(guarded("<html><head></head></html>", Reach::Site).is_err());
    }
}
