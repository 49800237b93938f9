//! A citation as text with italics and links.

use memcon_record::check::is_web_address;

/// A piece of text that is all alike.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// In italics.
    pub italic: bool,
    /// What it links to.
    pub link: Option<String>,
}

/// A citation: runs of text, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rich(pub Vec<Run>);

impl Rich {
    /// Adds `text`; what is like the last run joins it.
    pub(crate) fn push(&mut self, text: &str, italic: bool) {
        if text.is_empty() {
            return;
        }
        match self.0.last_mut() {
            Some(last) if last.italic == italic && last.link.is_none() => last.text += text,
            _ => self.0.push(Run { text: text.to_owned(), italic, link: None }),
        }
    }

    /// Adds an address as a link to itself; what is no address of the web is plain text.
    pub(crate) fn push_link(&mut self, address: &str) {
        if is_web_address(address) {
            self.0.push(Run { text: address.to_owned(), italic: false, link: Some(address.to_owned()) });
        } else {
            self.push(address, false);
        }
    }

    /// The character that the text ends with.
    pub(crate) fn last(&self) -> Option<char> {
        self.0.last()?.text.chars().next_back()
    }

    /// Nothing but the words.
    pub fn plain(&self) -> String {
        self.0.iter().map(|run| run.text.as_str()).collect()
    }

    /// As HTML: `<i>` and `<a>`, every word escaped.
    pub fn html(&self) -> String {
        let mut html = String::new();
        for run in &self.0 {
            let text = escaped(&run.text);
            let text = if run.italic { format!("<i>{text}</i>") } else { text };
            match &run.link {
                Some(link) => html += &format!("<a href=\"{}\">{text}</a>", escaped(link)),
                None => html += &text,
            }
        }
        html
    }

    /// The words of the record in quotation marks, then the citation: what one pastes into a text.
    /// Quotation marks within become single ones.
    pub fn after_quotation(&self, words: &str) -> Rich {
        let words = words.trim().replace('“', "‘").replace('”', "’");
        let mut whole = Rich::default();
        whole.push(&format!("“{words}” "), false);
        whole.0.extend(self.0.iter().cloned());
        whole
    }
}

fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe += "&amp;",
            '<' => safe += "&lt;",
            '>' => safe += "&gt;",
            '"' => safe += "&quot;",
            '\'' => safe += "&#39;",
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::Rich;

    #[test]
    fn words_are_words_in_html() {
        let mut rich = Rich::default();
        rich.push("A <b> & ", false);
        rich.push("\"c\"", true);
        rich.push_link("https://x.example/?a=1&b=\"2\"");
        rich.push_link("javascript:alert(1)");
        assert_eq!(
            rich.html(),
            "A &lt;b&gt; &amp; <i>&quot;c&quot;</i><a href=\"https://x.example/?a=1&amp;b=&quot;2&quot;\">\
             https://x.example/?a=1&amp;b=&quot;2&quot;</a>javascript:alert(1)"
        );
        assert_eq!(rich.plain(), "A <b> & \"c\"https://x.example/?a=1&b=\"2\"javascript:alert(1)");
    }

    #[test]
    fn a_quotation_comes_before_its_note() {
        let mut rich = Rich::default();
        rich.push("Note.", false);
        assert_eq!(rich.after_quotation(" He said “no”. ").plain(), "“He said ‘no’.” Note.");
    }
}
