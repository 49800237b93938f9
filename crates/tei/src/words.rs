//! The words that say in TEI what a record says with its own: types, categories, renditions.

use memcon_record::wire::{EntityKind, Mark, Mode, Presence};

/// What stands before the name of each category, as in `#memcon.reported`.
pub const CATEGORY: &str = "memcon.";

/// The word for a mode, and what it means.
pub fn mode(mode: Mode) -> (&'static str, &'static str) {
    let means = match mode {
        Mode::Verbatim => "The words are given",
        Mode::Reported => "The words are told of, in indirect speech",
    };
    (mode.name(), means)
}

/// The word for a presence, and what it means.
pub fn presence(presence: Presence) -> (&'static str, &'static str) {
    let means = match presence {
        Presence::Listed => "In a list of those present",
        Presence::Narrated => "Present by the narrative only",
        Presence::SpeaksOnly => "In no list: present by speaking",
    };
    (presence.name(), means)
}

/// The element for a mark, its attribute and the value of that.
pub fn mark(mark: Mark) -> (&'static str, &'static str, &'static str) {
    match mark {
        Mark::Editorial => ("note", "type", "editorial"),
        Mark::Quotation => ("q", "", ""),
        Mark::NoteMark => ("ref", "type", "note-mark"),
        Mark::Stage => ("stage", "", ""),
        Mark::Unclear => ("unclear", "", ""),
        Mark::PageBreak => ("seg", "type", "page-break"),
        Mark::Strong => ("hi", "rend", "bold"),
        Mark::Emphasis => ("hi", "rend", "italic"),
    }
}

/// How an entity of a kind is written: the list it stands in, its own element, the element of its
/// name, and the element that names it in the text with the attribute that leads to it.
pub struct Shape {
    /// The element of the list.
    pub list: &'static str,
    /// The type of the list, where its element does not say what it lists.
    pub kind: &'static str,
    /// The element of the entity.
    pub item: &'static str,
    /// The element of its name.
    pub name: &'static str,
    /// The element of a mention.
    pub mention: &'static str,
    /// The attribute of a mention that leads to the entity.
    pub link: &'static str,
}

/// How an entity of this kind is written.
pub fn shape(kind: EntityKind) -> Shape {
    let (list, kind, item, name, mention, link) = match kind {
        EntityKind::Person => ("listPerson", "", "person", "persName", "persName", "ref"),
        EntityKind::Place => ("listPlace", "", "place", "placeName", "placeName", "ref"),
        EntityKind::Organisation => ("listOrg", "", "org", "orgName", "orgName", "ref"),
        EntityKind::Work => ("listBibl", "", "bibl", "title", "title", "ref"),
        EntityKind::Event => ("listEvent", "", "event", "label", "rs", "ref"),
        EntityKind::Term => ("list", "terms", "item", "term", "term", "ref"),
        EntityKind::Quantity => ("list", "quantities", "item", "measure", "measure", "corresp"),
        EntityKind::Date => ("list", "dates", "item", "date", "date", "corresp"),
    };
    Shape { list, kind, item, name, mention, link }
}
