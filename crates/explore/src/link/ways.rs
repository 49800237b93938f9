//! The ways in which what is asked can be shown.

/// An enumeration whose values a link writes by name; the first is what goes without saying.
macro_rules! ways {
    ($(#[$what:meta])* $way:ident { $(#[$first_what:meta])* $first:ident = $first_name:literal,
        $($(#[$value_what:meta])* $value:ident = $name:literal,)* }) => {
        $(#[$what])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $way {
            $(#[$first_what])*
            #[default]
            $first,
            $($(#[$value_what])* $value,)*
        }

        impl $way {
            /// All of them.
            pub const ALL: [$way; [$first_name, $($name),*].len()] = [$way::$first, $($way::$value),*];

            /// As a link writes it.
            pub fn name(self) -> &'static str {
                match self {
                    $way::$first => $first_name,
                    $($way::$value => $name,)*
                }
            }

            /// The one of this name.
            pub fn named(name: &str) -> Option<Self> {
                $way::ALL.into_iter().find(|way| way.name() == name)
            }
        }
    };
}

ways! {
    /// What becomes of turns that do not match.
    Rest {
        /// They are hidden; a line says how many.
        Hide = "hide",
        /// They stay, dimmed.
        Dim = "dim",
    }
}

ways! {
    /// How the record is shown.
    View {
        /// The text.
        Read = "read",
        /// The concordance: every hit in its line.
        Lines = "lines",
        /// Who speaks after whom.
        Exchange = "exchange",
        /// What each speaker says more than the others, and the numbers and dates that are said.
        Words = "words",
    }
}

ways! {
    /// In which order the concordance has its lines.
    Sort {
        /// As they follow each other in the text.
        Place = "place",
        /// By the word before the hit, then the one before that.
        Left = "left",
        /// By the word after the hit, then the next.
        Right = "right",
    }
}

ways! {
    /// What the lines of the concordance stand under.
    Grouping {
        /// Their speakers.
        Speaker = "speaker",
        /// Nothing: they are one list.
        Order = "order",
    }
}
