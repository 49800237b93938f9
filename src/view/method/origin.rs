//! What the explorer is, and whose words stand on a page.

use leptos::prelude::*;

use super::term;

pub(super) fn what() -> AnyView {
    view! {
        <p>
            "Memcon is a reader for records of conversation: minutes, stenograms, memoranda of conversation. It shows who said what, turn by turn, in the words of the source: to find, to link to, to quote."
        </p>
        <p>
            "The page of a record holds its whole text. It can be read, printed and linked without any script; a program in the page adds searching and choosing. Behind it is no more than a host that sends files."
        </p>
        <p class="quiet">{concat!("This is version ", env!("CARGO_PKG_VERSION"), ".")}</p>
    }
    .into_any()
}

pub(super) fn whose() -> AnyView {
    view! {
        <dl>
            {term(
                "source",
                "The source's",
                "The text, as printed, misprints included; title, offices, reference, summary and rights. Brackets of its editors and translators, note marks and stage notes are part of it, and look different from speech.",
            )}
            {term(
                "editor",
                "The editor's",
                "Who speaks under which label, and the name that is shown; delegations, topics, what is underlined as spoken of, and notes on persons and things. The name over a turn says, when one points at it, how it is printed.",
            )}
            {term(
                "explorer",
                "The explorer's",
                "Numbers of turns, counts, shares, colours, the timeline, the marking of hits, and the words that a speaker uses more than the others. The names and numbers beside the text are not copied with it.",
            )}
        </dl>
    }
    .into_any()
}
