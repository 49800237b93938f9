//! Several records in one file: their list, and all their texts one after the other, for reading without scripts. A
//! script (`choose.js`) leaves on the page what the address asks for: the list, or one record.
//!
//! Ids of blocks are those of a record alone. In the file they have the record's id before them, `some-record.t5`, and
//! so have all references to them; the script takes it away again from the record that it leaves. The page's own ids and
//! those of records have no dot, so that no two can be the same.

use std::collections::BTreeSet;
use std::sync::Arc;

use anyhow::{Result, bail};
use memcon::app::Content;
use memcon::site::Site;
use memcon_record::Record;
use memcon_record::index::Index;

use super::Source;
use crate::escape::escape;
use crate::render;

/// The script that chooses.
pub(super) const CHOOSE: &str = include_str!("choose.js");

/// Attributes that name ids of the same page; `choose.js` has the same list.
const NAMING: [&str; 6] = ["id", "for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget"];

/// The list and the texts.
pub(super) fn text(sources: &[Source], url: Option<&str>) -> Result<String> {
    let mut ids = BTreeSet::new();
    if let Some(twice) = sources.iter().find(|source| !ids.insert(&source.record.id)) {
        bail!("two of the records have the same id, “{}”: which of them would a link mean?", twice.record.id);
    }
    let records: Vec<Record> = sources.iter().map(|source| source.record.clone()).collect();
    let list = Site { root: url.map(str::to_owned), one_file: true };
    let mut text = format!("<div data-list>{}</div>", render::body(list, Content::Library(Index::of(&records))));
    for source in sources {
        // From a record one comes back to the list of this file, not to a site: the script makes the link.
        let site = Site { root: None, one_file: true };
        let body = render::body(site, Content::Record(Arc::new(source.edition(None))));
        let (id, title) = (escape(&source.record.id), escape(&source.record.title));
        let body = within(&body, &id);
        text += &format!("<section id=\"{id}.\" data-choice=\"{id}\" aria-label=\"{title}\">{body}</section>");
    }
    Ok(text)
}

/// The body of a record's page as a part of another page: without its own head, no second `main`, each id after `id`.
fn within(body: &str, id: &str) -> String {
    let mut out = String::with_capacity(body.len() * 2);
    let mut parts = body.split('<');
    out += parts.next().unwrap_or_default();
    for part in parts {
        // Views escape `<` and `>` in texts and in attributes: this is a tag, and what follows it.
        let (tag, after) = part.split_once('>').unwrap_or((part, ""));
        let tag = match tag {
            "main" => "div data-main".to_owned(),
            "/main" => "/div".to_owned(),
            "header class=\"masthead\"" => "header class=\"masthead\" hidden".to_owned(),
            tag => tag.to_owned(),
        };
        out += &format!("<{}>{after}", named(tag, id));
    }
    out
}

/// A tag whose ids, and references to them, begin with `id`.
fn named(tag: String, id: &str) -> String {
    let tag = tag.replace(" href=\"#", &format!(" href=\"#{id}."));
    NAMING.iter().fold(tag, |tag, attribute| {
        let opening = format!(" {attribute}=\"");
        let Some((before, rest)) = tag.split_once(&opening) else { return tag };
        let (value, after) = rest.split_once('"').unwrap_or((rest, ""));
        let names: Vec<String> = value.split_whitespace().map(|name| format!("{id}.{name}")).collect();
        format!("{before}{opening}{}\"{after}", names.join(" "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_what_refers_to_them_are_the_record_s_own() {
        let body = "<header class=\"masthead\"><a class=\"skip\" href=\"#record\">Skip</a></header><main><p id=\"t1\" aria-labelledby=\"a b\" title=\"id=&quot;\">say id=\"x\" &lt;p id=\"y\"</p><a href=\"https://x/#y\">x</a></main>";
        let expected = "<header class=\"masthead\" hidden><a class=\"skip\" href=\"#r.record\">Skip</a></header><div data-main><p id=\"r.t1\" aria-labelledby=\"r.a r.b\" title=\"id=&quot;\">say id=\"x\" &lt;p id=\"y\"</p><a href=\"https://x/#y\">x</a></div>";
        assert_eq!(within(body, "r"), expected);
    }

    #[test]
    fn the_script_takes_away_what_is_put_before() {
        for attribute in NAMING {
            assert!(CHOOSE.contains(&format!("\"{attribute}\"")), "{attribute}");
        }
    }
}
