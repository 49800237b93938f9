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

mod ways;

pub use ways::{Grouping, Rest, Sort, View};

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
    /// How many blocks before and after each that matches are shown with it (`around`), at most [`MOST_AROUND`].
    pub around: usize,
    /// Ids of blocks that stand in gaps which are open (`open`).
    pub open: Vec<String>,
    /// Number of the hit that one has walked to, from 1 (`hit`).
    pub hit: Option<usize>,
    /// How the record is shown (`view`).
    pub view: View,
    /// In which order the concordance has its lines (`sort`).
    pub sort: Sort,
    /// What its lines stand under (`group`).
    pub group: Grouping,
    /// Of whom after whom the exchanges are listed (`pair`): the ids of the earlier and of the later, a comma between.
    pub pair: Option<String>,
    /// A passage, found again by its words (`quote`), as `memcon_quote` writes it.
    pub quote: Option<String>,
    /// By what a reader of the link knows whether the passage is still the same (`seal`), likewise.
    pub seal: Option<String>,
    /// Id of the turn that is shown alone (`only`).
    pub only: Option<String>,
    /// Parameters of names that mean nothing here, kept as they came.
    pub others: Vec<(String, String)>,
    /// Values of known names that could not be taken: reported (see [`Link::oddities`]), not printed.
    pub rejected: Vec<(String, String)>,
    /// Id of the block in view (the fragment).
    pub at: Option<String>,
}

/// More of what surrounds an answer would leave no answer to see.
pub const MOST_AROUND: usize = 9;

/// Characters that a fragment must not hold (WHATWG URL, fragment percent-encode set), and the percent sign.
const FRAGMENT: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`').add(b'%');

impl Link {
    /// Understands a query and a fragment, each with or without its `?` or `#`.
    pub fn parse(query: &str, fragment: &str) -> Self {
        let mut link = Link::default();
        let mut around = None;
        let (mut rest, mut view, mut sort, mut group) = (None, None, None, None);
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
                "around" => one_of(&mut around, value.parse().ok().filter(|around| *around <= MOST_AROUND)),
                "open" => add(&mut link.open, &value),
                "hit" => one_of(&mut link.hit, value.parse().ok().filter(|hit| *hit > 0)),
                "view" => one_of(&mut view, View::named(&value)),
                "sort" => one_of(&mut sort, Sort::named(&value)),
                "group" => one_of(&mut group, Grouping::named(&value)),
                "pair" => one_of(&mut link.pair, two(&value).map(|_| value.clone().into_owned())),
                "quote" => first(link.quote.get_or_insert_default(), &value),
                "seal" => first(link.seal.get_or_insert_default(), &value),
                "only" => first(link.only.get_or_insert_default(), &value),
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
        (link.sort, link.group) = (sort.unwrap_or_default(), group.unwrap_or_default());
        link.around = around.unwrap_or_default();
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        link.at = Some(percent_decode_str(fragment).decode_utf8_lossy().into_owned());
        link.normal()
    }

    /// The one of all links of the same meaning that [`Link::parse`] gives back when it is printed.
    pub fn normal(mut self) -> Self {
        if self.question.trim().is_empty() {
            self.question.clear();
        }
        for list in [
            &mut self.speakers,
            &mut self.delegations,
            &mut self.topics,
            &mut self.mentions,
            &mut self.modes,
            &mut self.open,
        ] {
            for value in std::mem::take(list).into_iter().filter(|value| !value.trim().is_empty()) {
                insert(list, value);
            }
        }
        for place in [&mut self.from, &mut self.to, &mut self.quote, &mut self.seal, &mut self.only, &mut self.at] {
            place.take_if(|value| value.trim().is_empty());
        }
        self.pair.take_if(|pair| two(pair).is_none());
        self.around = self.around.min(MOST_AROUND);
        self.hit.take_if(|hit| *hit == 0);
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
        if link.around > 0 {
            out.append_pair("around", &link.around.to_string());
        }
        link.open.iter().for_each(|id| _ = out.append_pair("open", id));
        link.hit.iter().for_each(|hit| _ = out.append_pair("hit", &hit.to_string()));
        if link.view != View::default() {
            out.append_pair("view", link.view.name());
        }
        if link.sort != Sort::default() {
            out.append_pair("sort", link.sort.name());
        }
        if link.group != Grouping::default() {
            out.append_pair("group", link.group.name());
        }
        let last = [("pair", &link.pair), ("quote", &link.quote), ("seal", &link.seal), ("only", &link.only)];
        for (name, value) in last {
            value.iter().for_each(|value| _ = out.append_pair(name, value));
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
            // What is refused though it would be taken by itself stands where another of its name was.
            let mut alone = form_urlencoded::Serializer::new(String::new());
            let alone = Link::parse(&alone.append_pair(name, value).finish(), "");
            let what = match name.as_str() {
                _ if alone.rejected.is_empty() => "it stands twice; the first is taken",
                "rest" => "it can be “hide” or “dim”",
                "around" => "it is a number from 0 to 9",
                "hit" => "it is the number of a hit",
                "sort" => "it can be “place”, “left” or “right”",
                "group" => "it can be “speaker” or “order”",
                "pair" => "it is two ids with a comma between them",
                _ => "it can be “read”, “lines”, “exchange” or “words”",
            };
            Oddity { name: name.clone(), value: value.clone(), what: what.to_owned() }
        })
    }

    /// The ids of the pair, the earlier first.
    pub fn pair(&self) -> Option<(&str, &str)> {
        two(self.pair.as_deref()?)
    }

    /// The same link with nothing asked: what “show everything” leads to.
    pub fn without_filter(&self) -> Self {
        Link { at: self.at.clone(), ..self.showing(Link::default()) }
    }

    /// What this link asks, and nothing of how it is shown: two links that show the same turns have the same.
    pub fn asked(&self) -> Self {
        Link {
            question: self.question.clone(),
            speakers: self.speakers.clone(),
            delegations: self.delegations.clone(),
            topics: self.topics.clone(),
            mentions: self.mentions.clone(),
            modes: self.modes.clone(),
            from: self.from.clone(),
            to: self.to.clone(),
            only: self.only.clone(),
            // Which of several records in one file.
            others: self.others.iter().filter(|(name, _)| name == "record").cloned().collect(),
            ..Link::default()
        }
    }

    /// What `asked` asks, shown as this link shows it.
    pub fn showing(&self, asked: Link) -> Self {
        Link {
            rest: self.rest,
            around: self.around,
            view: self.view,
            sort: self.sort,
            group: self.group,
            pair: self.pair.clone(),
            others: self.others.clone(),
            ..asked
        }
    }
}

const KNOWN: [&str; 19] = [
    "q",
    "speaker",
    "delegation",
    "topic",
    "mentions",
    "mode",
    "from",
    "to",
    "rest",
    "around",
    "open",
    "hit",
    "view",
    "sort",
    "group",
    "pair",
    "quote",
    "seal",
    "only",
];

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

/// Two ids with a comma between them.
fn two(pair: &str) -> Option<(&str, &str)> {
    pair.split_once(',').filter(|(one, other)| !one.is_empty() && !other.is_empty() && !other.contains(','))
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

/// Puts `value` into a facet, or takes it out where it is there.
pub fn toggle(values: &mut Vec<String>, value: &str) {
    match values.iter().position(|v| v == value) {
        Some(place) => _ = values.remove(place),
        None => values.push(value.to_owned()),
    }
}
