//! What each element of TEI does to the words in it.

use memcon_record::wire::{EntityKind, Mark};
use memcon_tei::read::is;
use roxmltree::Node;

use super::words::Says;

/// What an element does to the words in it.
pub enum Does {
    /// They are a paragraph, or several.
    Parts,
    /// They are a turn.
    Speaks,
    /// They are the label of a turn.
    Labels,
    /// They list those present.
    Lists,
    /// They are a note whose sign stands here.
    Notes,
    /// They are something else than the text.
    Leaves(&'static str),
    /// Something is true of them.
    Says(Option<Says>),
    /// A paragraph of which that is true.
    PartSays(Mark),
}

/// Elements that part words from others. All others stand among words.
const PARTS: &str = " body front back group floatingText div div1 div2 div3 div4 p ab l lg head list item table row cell \
    castGroup castItem set opener closer dateline signed salute trailer byline docTitle titlePart titlePage docAuthor \
    docImprint docDate docEdition epigraph argument postscript spGrp quote figure figDesc ";

/// What an element does; within a turn, or outside any.
pub fn does(node: Node, speaking: bool) -> Does {
    let name = node.tag_name().name();
    let kind = node.attribute("type").unwrap_or("");
    let rend = node.attribute("rend").or_else(|| node.attribute("rendition")).unwrap_or("");
    let within = |names: &[&str]| node.parent_element().is_some_and(|above| names.iter().any(|name| is(above, name)));
    let in_words = || within(&["p", "l", "seg", "ab", "hi", "emph", "q", "quote", "speaker", "head", "item", "cell"]);
    match name {
        "sp" | "u" => Does::Speaks,
        "speaker" => Does::Labels,
        "note" if kind == "speaker" => Does::Labels,
        "castList" => Does::Lists,
        "seg" if !in_words() => Does::Parts,
        "stage" | "kinesic" | "vocal" | "incident" | "move" | "view" | "sound" | "shift" if !in_words() => {
            Does::PartSays(Mark::Stage)
        }
        "stage" | "kinesic" | "vocal" | "incident" | "move" | "sound" => Does::Says(Some(Says::Mark(Mark::Stage))),
        // A remark of those who took the record stands where it was made; a footnote has a number or a place.
        "note" if node.has_attribute("n") || node.has_attribute("place") => Does::Notes,
        "note" if !in_words() && speaking => Does::PartSays(Mark::Stage),
        "note" if !in_words() => Does::Parts,
        "note" if kind == "editorial" => Does::Says(Some(Says::Mark(Mark::Editorial))),
        "note" => Does::Says(Some(Says::Mark(Mark::Stage))),
        "q" | "quote" | "said" | "soCalled" if in_words() => Does::Says(Some(Says::Mark(Mark::Quotation))),
        "supplied" => Does::Says(Some(Says::Mark(Mark::Editorial))),
        "unclear" => Does::Says(Some(Says::Mark(Mark::Unclear))),
        "emph" => Does::Says(Some(Says::Mark(Mark::Emphasis))),
        "hi" if rend.contains("bold") || rend.contains("strong") => Does::Says(Some(Says::Mark(Mark::Strong))),
        "hi" if rend.contains("ital") => Does::Says(Some(Says::Mark(Mark::Emphasis))),
        "gap" => Does::Leaves("what was left out"),
        // Printed wins.
        "corr" if within(&["choice"]) => Does::Leaves("an editor’s correction"),
        "reg" | "expan" if within(&["choice"]) => Does::Leaves("another spelling"),
        _ if PARTS.split(' ').any(|part| part == name) => Does::Parts,
        _ => Does::Says(mention(node, name)),
    }
}

fn mention(node: Node, name: &str) -> Option<Says> {
    let kind = match name {
        "persName" => EntityKind::Person,
        "placeName" | "geogName" => EntityKind::Place,
        "orgName" => EntityKind::Organisation,
        "term" | "gloss" => EntityKind::Term,
        _ => return None,
    };
    let key = ["ref", "corresp", "key", "target"].into_iter().find_map(|name| node.attribute(name))?;
    let key = key.trim();
    (!key.is_empty() && !key.contains(char::is_whitespace)).then(|| Says::Names { kind, key: key.to_owned() })
}
