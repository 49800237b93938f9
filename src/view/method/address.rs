//! What an address holds, as `memcon_explore::link` reads and writes it.

use leptos::prelude::*;

use super::rows;

/// The parameters, and what each says.
const ADDRESS: [(&str, &str); 21] = [
    ("q", "the question, as typed"),
    ("speaker", "turns of this participant"),
    ("delegation", "turns of this delegation"),
    ("topic", "turns on this topic"),
    ("mentions", "passages in which this person, place or thing is spoken of"),
    ("mode", "turns given word by word (verbatim) or told of (reported)"),
    ("from", "the first turn of a stretch of the timeline"),
    ("to", "its last turn"),
    ("rest", "what becomes of turns that do not match: hide or dim"),
    ("around", "how many turns before and after each that answers are shown with it"),
    ("open", "a turn in a gap that is open"),
    ("hit", "the number of the hit that one has walked to"),
    (
        "view",
        "read: the text; lines: every hit in its line; exchange: who speaks after whom; words: what each says more than the others, and the numbers and dates",
    ),
    ("sort", "the order of the lines: place, as in the text; left or right: by the words before or after the hit"),
    ("group", "speaker: the lines stand under their speakers; order: they are one list"),
    ("pair", "whose exchanges are listed: the ids of the one who speaks before and of the one after, with a comma"),
    (
        "quote",
        "a passage by its words, which is marked: a few words, or the first and the last with a comma between; before them the words before with a dash after, and after them a dash and the words after",
    ),
    ("seal", "sums of that passage and of what stands around it, by which the page knows whether it has changed since"),
    ("only", "a turn that is shown alone"),
    ("record", "which record, in a file that holds several"),
    ("#t7", "the turn, or other passage, to go to"),
];

pub(super) fn address() -> AnyView {
    view! {
        <p>
            "All that is asked, and where one is, stands in the address: to share it is to share what you see. Back and forward lead through the steps: a choice is one, and a link that is followed; typing and reading on are none."
        </p>
        {rows(&ADDRESS)}
        <p>
            "Values are ids, as in the record's JSON. From speaker to mode a name may stand several times, with a value each. What goes without saying is left out, so that what is shown alike has the same address. A name that means nothing here is kept; a value that means nothing is named in a notice, and the rest of the link still works."
        </p>
    }
    .into_any()
}
