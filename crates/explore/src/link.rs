//! The state of the page as its address says it.
//!
//! [`Link::parse`] never fails and [`Link::print`] is canonical: defaults are
//! left out, the order is fixed, values of one facet are sorted. For every link
//! `x` in normal form (see [`Link::normal`]), `parse(print(x)) == x`.
//!
//! The query is `application/x-www-form-urlencoded` (WHATWG URL, section 5).

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

use crate::filter::Oddity;

/// What is shown, and of what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// The question as typed (`q`).
    pub question: String,
    /// Ids of participants (`speaker`).
    pub speakers: Vec<String>,
    /// Ids of delegations (`delegation`).
    pub delegations: Vec<String>,
    /// Ids of topics (`topic`).
    pub topics: Vec<String>,
    /// Ids of entities (`mentions`).
    pub mentions: Vec<String>,
    /// `verbatim` or `reported` (`mode`).
    pub modes: Vec<String>,
    /// Id of the first turn of a stretch (`from`).
    pub from: Option<String>,
    /// Id of its last turn (`to`).
    pub to: Option<String>,
    /// What becomes of turns that do not match (`rest`).
    pub rest: Rest,
    /// How the record is shown (`view`).
    pub view: View,
    /// Parameters that mean nothing here, kept as they came.
    pub others: Vec<(String, String)>,
    /// Id of the block in view (the fragment).
    pub at: Option<String>,
}

/// What becomes of turns that do not match.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rest {
    /// They are hidden; a line says how many.
    #[default]
    Hide,
    /// They stay, dimmed.
    Dim,
}

/// How the record is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The text.
    #[default]
    Read,
    /// The concordance: every hit in its line.
    Lines,
    /// Who speaks after whom.
    Exchange,
}

/// Characters that a fragment must not hold (WHATWG URL, fragment percent-encode set), and the percent sign.
const FRAGMENT: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`').add(b'%');

impl Link {
    /// Understands a query and a fragment, each with or without its `?` or `#`.
    pub fn parse(query: &str, fragment: &str) -> Self {
        let mut link = Link::default();
        for (name, value) in form_urlencoded::parse(query.strip_prefix('?').unwrap_or(query).as_bytes()) {
            if !link.take(&name, &value) {
                link.others.push((name.into_owned(), value.into_owned()));
            }
        }
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        link.at = Some(percent_decode_str(fragment).decode_utf8_lossy().into_owned());
        link.normal()
    }

    /// Whether the parameter had a place and a meaning.
    fn take(&mut self, name: &str, value: &str) -> bool {
        fn once(place: &mut Option<String>, value: &str) -> bool {
            let free = place.is_none();
            if free {
                *place = Some(value.to_owned());
            }
            free
        }
        let list = match name {
            // Known, and says nothing.
            "q" | "speaker" | "delegation" | "topic" | "mentions" | "mode" | "from" | "to" | "rest" | "view"
                if value.trim().is_empty() =>
            {
                return true;
            }
            "q" if self.question.is_empty() => {
                self.question = value.to_owned();
                return true;
            }
            "speaker" => &mut self.speakers,
            "delegation" => &mut self.delegations,
            "topic" => &mut self.topics,
            "mentions" => &mut self.mentions,
            "mode" => &mut self.modes,
            "from" => return once(&mut self.from, value),
            "to" => return once(&mut self.to, value),
            "rest" => match value {
                "dim" => {
                    self.rest = Rest::Dim;
                    return true;
                }
                value => return value == "hide",
            },
            "view" => {
                self.view = match value {
                    "read" => View::Read,
                    "lines" => View::Lines,
                    "exchange" => View::Exchange,
                    _ => return false,
                };
                return true;
            }
            _ => return false,
        };
        list.push(value.to_owned());
        true
    }

    /// The one form of all links that mean the same: no blank values, none twice, values of a facet sorted.
    pub fn normal(mut self) -> Self {
        if self.question.trim().is_empty() {
            self.question.clear();
        }
        for list in [&mut self.speakers, &mut self.delegations, &mut self.topics, &mut self.mentions, &mut self.modes] {
            list.retain(|value| !value.trim().is_empty());
            list.sort_unstable();
            list.dedup();
        }
        for place in [&mut self.from, &mut self.to, &mut self.at] {
            place.take_if(|value| value.trim().is_empty());
        }
        self
    }

    /// The query, with its `?`, or nothing.
    pub fn query(&self) -> String {
        let link = self.clone().normal();
        let mut out = form_urlencoded::Serializer::new(String::new());
        if !link.question.is_empty() {
            out.append_pair("q", &link.question);
        }
        let facets = [
            ("speaker", &link.speakers),
            ("delegation", &link.delegations),
            ("topic", &link.topics),
            ("mentions", &link.mentions),
            ("mode", &link.modes),
        ];
        for (name, values) in facets {
            values.iter().for_each(|value| _ = out.append_pair(name, value));
        }
        for (name, value) in [("from", &link.from), ("to", &link.to)] {
            value.iter().for_each(|value| _ = out.append_pair(name, value));
        }
        if link.rest == Rest::Dim {
            out.append_pair("rest", "dim");
        }
        match link.view {
            View::Read => {}
            View::Lines => _ = out.append_pair("view", "lines"),
            View::Exchange => _ = out.append_pair("view", "exchange"),
        }
        link.others.iter().for_each(|(name, value)| _ = out.append_pair(name, value));
        let query = out.finish();
        if query.is_empty() { query } else { format!("?{query}") }
    }

    /// The fragment, with its `#`, or nothing.
    pub fn fragment(&self) -> String {
        self.at.as_ref().map_or(String::new(), |at| format!("#{}", utf8_percent_encode(at, FRAGMENT)))
    }

    /// Query and fragment.
    pub fn print(&self) -> String {
        self.query() + &self.fragment()
    }

    /// Known parameters with a value that means nothing in any record.
    pub fn oddities(&self) -> impl Iterator<Item = Oddity> {
        self.others.iter().filter_map(|(name, value)| {
            let what = match name.as_str() {
                "rest" => "it can be “hide” or “dim”",
                "view" => "it can be “read”, “lines” or “exchange”",
                "q" | "from" | "to" => "it stands twice; the first is taken",
                _ => return None,
            };
            Some(Oddity { name: name.clone(), value: value.clone(), what: what.to_owned() })
        })
    }

    /// The same link with nothing asked: what “show everything” leads to.
    pub fn without_filter(&self) -> Self {
        Link { rest: self.rest, view: self.view, others: self.others.clone(), at: self.at.clone(), ..Link::default() }
    }
}

/// Puts `value` into a facet, or takes it out where it is there.
pub fn toggle(values: &mut Vec<String>, value: &str) {
    match values.iter().position(|v| v == value) {
        Some(place) => _ = values.remove(place),
        None => values.push(value.to_owned()),
    }
}
