//! How ids of a record become names in XML, and back.
//!
//! A record has ids of five lists, each with its own: a person who is present and spoken of has
//! one id in two of them. XML has one list, and its names begin with a letter. So the first
//! list that has an id gives it its plain name, `t7`; in the others it is `entity.t7`. A dot
//! is in no id, and says that what stands before it is a list. Names can be read without
//! knowing which were given.

use std::collections::{HashMap, HashSet};

use memcon_record::wire::Record;

/// The lists that have ids, in the order in which they choose their names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum List {
    /// Those present.
    Person,
    /// The blocks of the text.
    Block,
    /// The sides.
    Side,
    /// What is spoken of.
    Entity,
    /// The divisions.
    Topic,
}

impl List {
    /// What stands before the dot.
    fn word(self) -> &'static str {
        match self {
            List::Person => "person",
            List::Block => "block",
            List::Side => "side",
            List::Entity => "entity",
            List::Topic => "topic",
        }
    }
}

/// The names of a record's ids.
pub struct Names<'a> {
    owners: HashMap<&'a str, List>,
    given: HashSet<String>,
}

impl<'a> Names<'a> {
    /// The names for `record`.
    pub fn of(record: &'a Record) -> Self {
        let mut owners = HashMap::new();
        let mut own = |list: List, id: &'a str| {
            if is_plain(id) {
                owners.entry(id).or_insert(list);
            }
        };
        record.participants.iter().for_each(|p| own(List::Person, &p.id));
        record.blocks.iter().for_each(|b| own(List::Block, &b.id));
        record.delegations.iter().for_each(|d| own(List::Side, &d.id));
        record.entities.iter().for_each(|e| own(List::Entity, &e.id));
        record.topics.iter().for_each(|t| own(List::Topic, &t.id));
        Names { owners, given: HashSet::new() }
    }

    /// The name that a reference to `id` uses; also where nothing has that id.
    pub fn name(&self, list: List, id: &str) -> String {
        if self.owners.get(id) == Some(&list) {
            return id.to_owned();
        }
        let mut name = list.word().to_owned();
        name.push('.');
        for byte in id.bytes() {
            if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_') {
                name.push(char::from(byte));
            } else {
                name.push('.');
                for half in [byte >> 4, byte & 15] {
                    name.push(char::from(b"0123456789ABCDEF"[usize::from(half)]));
                }
            }
        }
        name
    }

    /// The name under which `id` stands, unlike all others: an id that stands twice gets a number behind it.
    pub fn give(&mut self, list: List, id: &str) -> String {
        let mut name = self.name(list, id);
        if self.given.contains(&name) {
            if !name.contains('.') {
                name = [list.word(), ".", &name].concat();
            }
            let stem = name;
            let mut n = 2;
            name = numbered(&stem, n);
            while self.given.contains(&name) {
                n += 1;
                name = numbered(&stem, n);
            }
        }
        self.given.insert(name.clone());
        name
    }
}

fn numbered(stem: &str, n: usize) -> String {
    [stem, "..", &n.to_string()].concat()
}

/// Whether `id` can be a name as it stands: an id of a record that begins with a letter.
fn is_plain(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_alphabetic()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// The id that a name, or a reference such as `#t7`, stands for.
pub fn id(name: &str) -> String {
    let name = name.strip_prefix('#').unwrap_or(name);
    let Some((_, coded)) = name.split_once('.') else { return name.to_owned() };
    let coded = coded.split_once("..").map_or(coded, |(coded, _)| coded);
    let mut bytes = Vec::with_capacity(coded.len());
    let mut rest = coded.as_bytes();
    while let Some((byte, more)) = rest.split_first() {
        let code = (*byte == b'.').then(|| coded_byte(more)).flatten();
        bytes.push(code.unwrap_or(*byte));
        rest = if code.is_some() { &more[2..] } else { more };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| coded.to_owned())
}

fn coded_byte(digits: &[u8]) -> Option<u8> {
    let digits = std::str::from_utf8(digits.get(..2)?).ok()?;
    u8::from_str_radix(digits, 16).ok()
}
