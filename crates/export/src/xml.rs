//! Writing XML: elements that close as they open, and text that is never taken for markup.

/// A document as it is written.
pub(crate) struct Xml {
    text: String,
    depth: usize,
}

/// Names and values.
pub(crate) type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    pub(crate) fn new() -> Self {
        Xml { text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(), depth: 0 }
    }

    /// An element that holds elements.
    pub(crate) fn within(&mut self, name: &str, attributes: Attributes, fill: impl FnOnce(&mut Self)) {
        self.indent();
        self.text += &format!("<{name}{}>\n", written(attributes));
        self.depth += 1;
        fill(self);
        self.depth -= 1;
        self.indent();
        self.text += &format!("</{name}>\n");
    }

    /// An element that holds text.
    pub(crate) fn said(&mut self, name: &str, attributes: Attributes, text: &str) {
        self.mixed(name, attributes, &escaped(text));
    }

    /// An element that holds text and elements in it, written already.
    pub(crate) fn mixed(&mut self, name: &str, attributes: Attributes, inner: &str) {
        self.indent();
        self.text += &format!("{}\n", element(name, attributes, inner));
    }

    /// An element that holds nothing.
    pub(crate) fn empty(&mut self, name: &str, attributes: Attributes) {
        self.indent();
        self.text += &format!("<{name}{}/>\n", written(attributes));
    }

    pub(crate) fn finish(self) -> String {
        self.text
    }

    fn indent(&mut self) {
        self.text.extend(std::iter::repeat_n(' ', self.depth * 2));
    }
}

/// An element in a text.
pub(crate) fn element(name: &str, attributes: Attributes, inner: &str) -> String {
    format!("<{name}{}>{inner}</{name}>", written(attributes))
}

fn written(attributes: Attributes) -> String {
    attributes.iter().map(|(name, value)| format!(" {name}=\"{}\"", attribute(value))).collect()
}

/// Text between tags.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            // Else it would be read as a line feed.
            '\r' => out.push_str("&#13;"),
            c => out.push(allowed(c)),
        }
    }
    out
}

fn attribute(value: &str) -> String {
    // Else they would be read as spaces.
    escaped(value).replace('"', "&quot;").replace('\n', "&#10;").replace('\t', "&#9;")
}

/// XML 1.0 has no place for most control characters, written in whatever way.
fn allowed(c: char) -> char {
    match c {
        '\t' | '\n' | '\r' => c,
        '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}
