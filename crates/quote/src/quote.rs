//! The value of `quote` in an address: `<prefix->,start,<end,><-suffix>`.
//!
//! It is written like a text fragment (WICG, “URL Fragment Text Directives”,
//! section 3.3): terms with commas between them; a first that ends in a dash
//! is the prefix, a last that begins with one the suffix. Within a term `%`,
//! `,`, `-` and `&` are percent-encoded. What a query needs beyond that is
//! the business of whoever writes the query, so that in an address the comma
//! of a term stands as `%252C`, and that between terms as `,` or `%2C`. What
//! is written by hand may leave that out: punctuation is nothing to the words
//! that are looked for, and where a comma could mean both, [`Quote::readings`]
//! gives both.

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use crate::stream::sought;

/// What would be taken for something else within a term.
const TERM: &AsciiSet = &CONTROLS.add(b'%').add(b',').add(b'-').add(b'&');

/// A passage by its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quote {
    /// Words that stand right before it.
    pub prefix: Option<String>,
    /// Its first words; all of them where there is no [`end`](Quote::end).
    pub start: String,
    /// Its last words.
    pub end: Option<String>,
    /// Words that stand right after it.
    pub suffix: Option<String>,
}

impl Quote {
    /// Reads the value of `quote`; nothing where it says no word to begin with.
    pub fn parse(value: &str) -> Option<Self> {
        Quote::readings(value).into_iter().next()
    }

    /// What the value of `quote` can mean, the likeliest first.
    ///
    /// A value that was percent-encoded once only, or not at all, has the commas of the text among those between terms.
    pub fn readings(value: &str) -> Vec<Self> {
        let mut terms: Vec<&str> = value.split(',').collect();
        let mut prefix = None;
        let mut suffix = None;
        if terms.len() > 1
            && let Some(term) = terms[0].strip_suffix('-')
        {
            prefix = Some(read(term));
            terms.remove(0);
        }
        if terms.len() > 1
            && let Some(term) = terms[terms.len() - 1].strip_prefix('-')
        {
            suffix = Some(read(term));
            terms.pop();
        }
        let of = |start: &str, end: Option<&str>| {
            let quote =
                Quote { prefix: prefix.clone(), start: read(start), end: end.map(read), suffix: suffix.clone() };
            Some(quote.normal()).filter(|quote| !quote.start.is_empty())
        };
        let whole = terms.join(",");
        let readings = match terms[..] {
            // A comma with a space after it is the text's, more likely.
            [start, end] if end.starts_with(char::is_whitespace) => [of(&whole, None), of(start, Some(end))],
            [start, end] => [of(start, Some(end)), of(&whole, None)],
            _ => [of(&whole, None), None],
        };
        let mut readings: Vec<Quote> = readings.into_iter().flatten().collect();
        readings.dedup();
        readings
    }

    /// The value of `quote`.
    pub fn print(&self) -> String {
        let term = |text: &str| utf8_percent_encode(text, TERM).to_string();
        let mut out = String::new();
        if let Some(prefix) = &self.prefix {
            out += &format!("{}-,", term(prefix));
        }
        out += &term(&self.start);
        if let Some(end) = &self.end {
            out += &format!(",{}", term(end));
        }
        if let Some(suffix) = &self.suffix {
            out += &format!(",-{}", term(suffix));
        }
        out
    }

    /// The one of all quotes of the same meaning that [`Quote::parse`] gives back when it is printed: white space is one
    /// space, and a term without a word is none.
    pub fn normal(mut self) -> Self {
        for term in [&mut self.prefix, &mut self.end, &mut self.suffix] {
            *term = term.take().map(|term| one_line(&term)).filter(|term| has_a_word(term));
        }
        self.start = one_line(&self.start);
        if !has_a_word(&self.start) {
            self.start.clear();
        }
        self
    }

    /// What the link remembers of the passage, to be shown: “first words … last words”.
    pub fn remembered(&self) -> String {
        match &self.end {
            Some(end) => format!("{} … {end}", self.start),
            None => self.start.clone(),
        }
    }
}

fn read(term: &str) -> String {
    percent_decode_str(term).decode_utf8_lossy().into_owned()
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn has_a_word(text: &str) -> bool {
    !sought(text).is_empty()
}
