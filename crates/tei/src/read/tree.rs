//! The elements of a file: parsed without anything from outside, and asked for by name.

use roxmltree::{Document, Node, ParsingOptions};

use super::Error;

/// Deepest nesting of elements that is read. TEI of a conversation has some dozen.
const DEEPEST: u16 = 200;

/// Parses a TEI file. Document types are refused, so no entity is expanded and no other file asked for.
///
/// # Errors
/// When the text is not well-formed, is nested too deeply, or its root is no `<TEI>`.
pub fn document(xml: &str) -> Result<Document<'_>, Error> {
    let tei = Document::parse_with_options(xml, ParsingOptions { allow_dtd: false, ..ParsingOptions::default() })
        .map_err(|error| Error::malformed(&error, xml))?;
    let mut depths: Vec<u16> = Vec::new();
    for node in tei.descendants() {
        let depth = node.parent().and_then(|above| depths.get(above.id().get_usize())).map_or(0, |depth| depth + 1);
        if depth > DEEPEST {
            return Err(Error::at(
                node,
                format!("elements are nested more than {DEEPEST} deep; this is no TEI of a conversation"),
            ));
        }
        depths.push(depth);
    }
    let root = tei.root_element();
    if !is(root, "TEI") {
        let what =
            format!("the root element is <{}>; Memcon reads TEI P5, whose root is <TEI>", root.tag_name().name());
        return Err(Error::at(root, what));
    }
    Ok(tei)
}

/// Whether a node is an element of this name, of TEI or of no namespace.
pub fn is(node: Node, name: &str) -> bool {
    let tag = node.tag_name();
    node.is_element() && tag.name() == name && tag.namespace().is_none_or(|space| space == crate::NAMESPACE)
}

/// The children of this name.
pub fn children<'a, 'i: 'a>(node: Node<'a, 'i>, name: &'a str) -> impl Iterator<Item = Node<'a, 'i>> {
    node.children().filter(move |child| is(*child, name))
}

/// The first element at the end of a path of names, each a child of the one before.
pub fn child<'a, 'i: 'a>(node: Node<'a, 'i>, path: &[&str]) -> Option<Node<'a, 'i>> {
    path.iter().try_fold(node, |node, name| node.children().find(|child| is(*child, name)))
}

/// The words in an element, to the letter; a `<g n="U+0001"/>` is its character.
pub fn words(node: Node) -> String {
    let mut words = String::new();
    for node in node.descendants() {
        if node.is_text() {
            words.push_str(node.text().unwrap_or(""));
        } else if let Some(c) = character(node) {
            words.push(c);
        }
    }
    words
}

/// The character that XML cannot hold, where the element stands for one.
pub fn character(node: Node) -> Option<char> {
    let number = node.attribute("n").filter(|_| is(node, "g"))?.strip_prefix("U+")?;
    u32::from_str_radix(number, 16).ok().and_then(char::from_u32)
}

/// [`words`] of the first child of this name and type.
pub fn typed(node: Node, name: &str, kind: &str) -> Option<String> {
    children(node, name).find(|child| child.attribute("type").unwrap_or("") == kind).map(words)
}
