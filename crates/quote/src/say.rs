//! What the page tells its reader of a passage that a link quotes.

use crate::find::{Changed, Found};
use crate::quote::Quote;

/// One or two plain sentences: how the passage was found, and where not exactly, what the link remembered of it.
pub fn sentence(found: &Found, quote: &Quote) -> String {
    let remembered = format!("The link remembered: “{}”.", quote.remembered());
    match found {
        Found::Exact { whole: true, .. } => "Found exactly: these words stand here as quoted.".into(),
        Found::Exact { whole: false, .. } => {
            "Found exactly: the first and the last words stand here as quoted; the link does not say which stood between."
                .into()
        }
        Found::Ambiguous { places, .. } => format!(
            "These words stand in {places} places of this record, and the link does not say which is meant; this is the \
             nearest. {remembered}"
        ),
        Found::BySurroundings { changed, .. } => {
            let what = match changed {
                Changed::Around => "Found by its words: they stand here as quoted, but what stands around them has changed \
                                    since this link was made.",
                Changed::Between => "Found by its surroundings: the first and the last words stand here as quoted, but what \
                                     stands between has changed since this link was made.",
                Changed::Words => "Found by its surroundings: the text has changed since this link was made; the passage \
                                   was found by what stands around it.",
            };
            format!("{what} {remembered}")
        }
        Found::Approximate { .. } => format!(
            "Found approximately: the text has changed since this link was made; these words are the likest. {remembered}"
        ),
        Found::Gone => format!("Not found: these words are no longer in the record. {remembered}"),
    }
}
