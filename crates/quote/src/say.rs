//! What the page tells its reader of a passage that a link quotes.

use crate::find::{Changed, Found};
use crate::quote::Quote;

/// One or two plain sentences: how the passage was found, and where not exactly, what the link remembered of it.
pub fn sentence(found: &Found, quote: &Quote) -> String {
    let remembered = format!("The link remembered: “{}”.", quote.remembered());
    match found {
        Found::Exact { whole: true, .. } => "Found exactly: these words stand here, whatever their capitals, accents and punctuation.".into(),
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
                Changed::Around => "Found by its words: they stand here as quoted, but what stands around them is not \
                                    what the link remembers.",
                Changed::Between => "Found by its surroundings: the first and the last words stand here as quoted, but what \
                                     stands between is not what the link remembers.",
                Changed::Words => "Found by its surroundings: what stands here is not what the link says; the text has \
                                   changed, or the link.",
            };
            format!("{what} {remembered}")
        }
        Found::Approximate { .. } => format!(
            "Found approximately: what stands here is not what the link says, but the likest; the text has changed, or the link. {remembered}"
        ),
        Found::Gone => format!("Not found: these words are not in the record, or no longer. {remembered}"),
    }
}
