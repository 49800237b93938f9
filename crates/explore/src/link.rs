//! The state of the page as its address says it.
//!
//! [`Link::parse`] never fails and [`Link::print`] is canonical: defaults are
//! left out, the order is fixed, values of one facet are sorted. For every link
//! `x` in normal form (see [`Link::normal`]), `parse(print(x)) == x`.
//!
//! The query is `application/x-www-form-urlencoded` (WHATWG URL, section 5).

use memcon_record::order::insert;
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
    /// Parameters of names that mean nothing here, kept as they came.
    pub others: Vec<(String, String)>,
    /// Values of known names that could not be taken: reported (see [`Link::oddities`]), not printed.
    pub rejected: Vec<(String, String)>,
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
        let (mut rest, mut view) = (None, None);
        for (name, value) in form_urlencoded::parse(query.strip_prefix('?').unwrap_or(query).as_bytes()) {
            let taken = match name.as_ref() {
                // Known, and says nothing.
                known if is_known(known) && value.trim().is_empty() => true,
                "q" => first(&mut link.question, &value),
                "speaker" => add(&mut link.speakers, &value),
                "delegation" => add(&mut link.delegations, &value),
                "topic" => add(&mut link.topics, &value),
                "mentions" => add(&mut link.mentions, &value),
                "mode" => add(&mut link.modes, &value),
                "from" => first(link.from.get_or_insert_default(), &value),
                "to" => first(link.to.get_or_insert_default(), &value),
                "rest" => one_of(&mut rest, Rest::named(&value)),
                "view" => one_of(&mut view, View::named(&value)),
                _ => {
                    link.others.push((name.into_owned(), value.into_owned()));
                    continue;
                }
            };
            if !taken {
                link.rejected.push((name.into_owned(), value.into_owned()));
            }
        }
        (link.rest, link.view) = (rest.unwrap_or_default(), view.unwrap_or_default());
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        link.at = Some(percent_decode_str(fragment).decode_utf8_lossy().into_owned());
        link.normal()
    }

    /// The one of all links of the same meaning that [`Link::parse`] gives back when it is printed.
    pub fn normal(mut self) -> Self {
        if self.question.trim().is_empty() {
            self.question.clear();
        }
        for list in [&mut self.speakers, &mut self.delegations, &mut self.topics, &mut self.mentions, &mut self.modes] {
            for value in std::mem::take(list).into_iter().filter(|value| !value.trim().is_empty()) {
                insert(list, value);
            }
        }
        for place in [&mut self.from, &mut self.to, &mut self.at] {
            place.take_if(|value| value.trim().is_empty());
        }
        self.others.retain(|(name, _)| !is_known(name));
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
        // What goes without saying is not said.
        if link.rest != Rest::default() {
            out.append_pair("rest", link.rest.name());
        }
        if link.view != View::default() {
            out.append_pair("view", link.view.name());
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

    /// Known parameters with a value that means nothing in any record, or that stand once too often.
    pub fn oddities(&self) -> impl Iterator<Item = Oddity> {
        self.rejected.iter().map(|(name, value)| {
            let what = match (name.as_str(), value.as_str()) {
                ("rest", "hide" | "dim") | ("view", "read" | "lines" | "exchange") | ("q" | "from" | "to", _) => {
                    "it stands twice; the first is taken"
                }
                ("rest", _) => "it can be “hide” or “dim”",
                _ => "it can be “read”, “lines” or “exchange”",
            };
            Oddity { name: name.clone(), value: value.clone(), what: what.to_owned() }
        })
    }

    /// The same link with nothing asked: what “show everything” leads to.
    pub fn without_filter(&self) -> Self {
        Link { rest: self.rest, view: self.view, others: self.others.clone(), at: self.at.clone(), ..Link::default() }
    }
}

const KNOWN: [&str; 10] = ["q", "speaker", "delegation", "topic", "mentions", "mode", "from", "to", "rest", "view"];

fn is_known(name: &str) -> bool {
    KNOWN.contains(&name)
}

/// Puts `value` where nothing is yet; whether it was taken.
fn first(place: &mut String, value: &str) -> bool {
    let free = place.is_empty();
    if free {
        value.clone_into(place);
    }
    free
}

fn add(values: &mut Vec<String>, value: &str) -> bool {
    values.push(value.to_owned());
    true
}

/// Takes the first value that means something; whether this one was taken.
fn one_of<T>(place: &mut Option<T>, meaning: Option<T>) -> bool {
    let taken = place.is_none() && meaning.is_some();
    if taken {
        *place = meaning;
    }
    taken
}

impl Rest {
    /// All of them.
    pub const ALL: [Rest; 2] = [Rest::Hide, Rest::Dim];

    /// As a link writes it.
    pub fn name(self) -> &'static str {
        match self {
            Rest::Hide => "hide",
            Rest::Dim => "dim",
        }
    }

    /// The one of this name.
    pub fn named(name: &str) -> Option<Self> {
        Rest::ALL.into_iter().find(|rest| rest.name() == name)
    }
}

impl View {
    /// All of them.
    pub const ALL: [View; 3] = [View::Read, View::Lines, View::Exchange];

    /// As a link writes it.
    pub fn name(self) -> &'static str {
        match self {
            View::Read => "read",
            View::Lines => "lines",
            View::Exchange => "exchange",
        }
    }

    /// The one of this name.
    pub fn named(name: &str) -> Option<Self> {
        View::ALL.into_iter().find(|view| view.name() == name)
    }
}

/// Puts `value` into a facet, or takes it out where it is there.
pub fn toggle(values: &mut Vec<String>, value: &str) {
    match values.iter().position(|v| v == value) {
        Some(place) => _ = values.remove(place),
        None => values.push(value.to_owned()),
    }
}
