//! The values of the format's kinds, and the names that its JSON has for them: for formats that have the same.

use crate::model::Body;
use crate::wire::{BlockKind, EntityKind, Mark, Mode, Presence, Why};

/// Gives a kind all of its values, each with its name.
macro_rules! named {
    ($kind:ident: $($value:ident = $name:literal),*) => {
        impl $kind {
            /// All of them.
            pub const ALL: [$kind; [$($name),*].len()] = [$($kind::$value),*];

            /// As the JSON of a record has it.
            pub fn name(self) -> &'static str {
                match self {
                    $($kind::$value => $name,)*
                }
            }
        }
    };
}

named!(BlockKind: Attendance = "attendance", Narrative = "narrative", Turn = "turn", Signature = "signature", Note = "note");
named!(Mode: Verbatim = "verbatim", Reported = "reported");
named!(Presence: Listed = "listed", Narrated = "narrated", SpeaksOnly = "speaks-only");
named!(Why: Joined = "joined", Split = "split", Removed = "removed");
named!(EntityKind: Person = "person", Place = "place", Organisation = "organisation", Work = "work", Event = "event",
    Term = "term", Quantity = "quantity", Date = "date");
named!(Mark: Editorial = "editorial", Quotation = "quotation", NoteMark = "note-mark", Stage = "stage",
    Unclear = "unclear", PageBreak = "page-break", Strong = "strong", Emphasis = "emphasis");

impl Body {
    /// Its kind in the format.
    pub fn kind(&self) -> BlockKind {
        match self {
            Body::Attendance => BlockKind::Attendance,
            Body::Narrative => BlockKind::Narrative,
            Body::Turn(_) => BlockKind::Turn,
            Body::Signature => BlockKind::Signature,
            Body::Note => BlockKind::Note,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_json() {
        fn same<T: serde::Serialize + Copy>(all: &[T], name: fn(T) -> &'static str) {
            for value in all {
                let written = serde_json::to_string(value).expect("JSON");
                assert_eq!(written, format!("\"{}\"", name(*value)));
            }
        }
        same(&BlockKind::ALL, BlockKind::name);
        same(&Mode::ALL, Mode::name);
        same(&Presence::ALL, Presence::name);
        same(&Why::ALL, Why::name);
        same(&EntityKind::ALL, EntityKind::name);
        same(&Mark::ALL, Mark::name);
    }
}
