//! XML put together: elements that are closed, and text in which nothing is mistaken for one.

/// A document as far as it is written.
pub struct Out {
    text: String,
    depth: usize,
}

/// Attributes: name and value.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Out {
    /// A document without an element.
    pub fn new() -> Self {
        Out { text: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(), depth: 0 }
    }

    /// Begins an element on a line of its own, for elements.
    pub fn open(&mut self, name: &str, attributes: Attributes) {
        self.line();
        self.start(name, attributes);
        self.text.push_str(">\n");
        self.depth += 1;
    }

    /// Ends an element that [`Out::open`] began.
    pub fn close(&mut self, name: &str) {
        self.depth = self.depth.saturating_sub(1);
        self.line();
        self.end(name);
        self.text.push('\n');
    }

    /// An element with nothing in it, on a line of its own.
    pub fn empty(&mut self, name: &str, attributes: Attributes) {
        self.line();
        self.start(name, attributes);
        self.text.push_str("/>\n");
    }

    /// An element with words, on a line of its own.
    pub fn leaf(&mut self, name: &str, attributes: Attributes, words: &str) {
        self.line();
        self.begin(name, attributes);
        self.words(words);
        self.end(name);
        self.text.push('\n');
    }

    /// [`Out::leaf`] where there are words.
    pub fn some(&mut self, name: &str, attributes: Attributes, words: Option<&str>) {
        if let Some(words) = words {
            self.leaf(name, attributes, words);
        }
    }

    /// Begins a line for an element with [`Out::begin`].
    pub fn line(&mut self) {
        for _ in 0..self.depth {
            self.text.push_str("  ");
        }
    }

    /// Ends such a line.
    pub fn end_line(&mut self) {
        self.text.push('\n');
    }

    /// Begins an element among words.
    pub fn begin(&mut self, name: &str, attributes: Attributes) {
        self.start(name, attributes);
        self.text.push('>');
    }

    /// Ends an element that [`Out::begin`] began.
    pub fn end(&mut self, name: &str) {
        self.text.push_str("</");
        self.text.push_str(name);
        self.text.push('>');
    }

    /// An element with nothing in it, among words.
    pub fn mark(&mut self, name: &str, attributes: Attributes) {
        self.start(name, attributes);
        self.text.push_str("/>");
    }

    /// Words as they are. A character that XML cannot hold is a `<g>` with its number.
    pub fn words(&mut self, words: &str) {
        for c in words.chars() {
            match c {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                // A reader would make a line feed of it.
                '\r' => self.text.push_str("&#13;"),
                '\t' | '\n' => self.text.push(c),
                '\0'..' ' | '\u{fffe}' | '\u{ffff}' => {
                    let number = u32::from(c);
                    let mut code = "U+".to_owned();
                    for place in [12, 8, 4, 0] {
                        code.push(char::from(b"0123456789ABCDEF"[(number >> place & 15) as usize]));
                    }
                    self.mark("g", &[("n", &code)]);
                }
                c => self.text.push(c),
            }
        }
    }

    /// The document.
    pub fn finish(self) -> String {
        self.text
    }

    fn start(&mut self, name: &str, attributes: Attributes) {
        self.text.push('<');
        self.text.push_str(name);
        for (name, value) in attributes {
            if name.is_empty() {
                continue;
            }
            self.text.push(' ');
            self.text.push_str(name);
            self.text.push_str("=\"");
            for c in value.chars() {
                match c {
                    '&' => self.text.push_str("&amp;"),
                    '<' => self.text.push_str("&lt;"),
                    '"' => self.text.push_str("&quot;"),
                    c => self.text.push(c),
                }
            }
            self.text.push('"');
        }
    }
}
