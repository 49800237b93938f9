//! What the header of a TEI file says: of the whole, and of those who speak.

use memcon_record::check::is_edtf;
use memcon_record::wire::Presence;
use memcon_tei::read::{child, children, is};
use roxmltree::{Document, Node};

use super::account::said;
use crate::draft::About;
use crate::names;
use crate::people::Person;

const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// What is said of the record as a whole.
pub fn about(tei: &Document) -> About {
    let root = tei.root_element();
    let mut about = About { language: root.attribute((XML, "lang")).map(str::to_owned), ..About::default() };
    let Some(header) = child(root, &["teiHeader"]) else { return about };
    let find = |within: &[&str], name: &str| {
        let above = child(header, within)?;
        above.descendants().find(|node| is(*node, name) && !said(*node).is_empty())
    };
    let file = ["fileDesc"];
    about.title = find(&["fileDesc", "titleStmt"], "title").map(said);
    about.summary = child(header, &["profileDesc", "abstract"]).map(said).filter(|text| !text.is_empty());
    let dated = |above: Option<Node>| {
        above?.descendants().filter(|node| is(*node, "date")).find_map(|date| {
            let day = date
                .attribute("when")
                .map(str::to_owned)
                .or_else(|| Some(format!("{}/{}", date.attribute("from")?, date.attribute("to")?)))?;
            is_edtf(&day).then_some(day)
        })
    };
    let setting = dated(child(header, &["profileDesc", "settingDesc"]));
    // Of a sitting the source is of the day; of a play the source is a book.
    let sitting = root.descendants().any(|node| is(node, "u"));
    about.date =
        setting.or_else(|| dated(child(header, &["fileDesc", "sourceDesc"])).filter(|day| sitting && day.len() == 10));
    let of = &mut about.provenance;
    of.publisher = find(&["fileDesc", "publicationStmt"], "publisher").map(said);
    of.funder = find(&["fileDesc", "titleStmt"], "funder").map(said);
    of.repository = find(&["fileDesc", "sourceDesc"], "repository").map(said);
    of.rights = find(&["fileDesc", "publicationStmt"], "availability").map(said);
    let source = child(header, &["fileDesc", "sourceDesc"]);
    let idno = source.and_then(|source| child(source, &["msDesc", "msIdentifier", "idno"]));
    let book = source.and_then(|source| source.descendants().rfind(|node| is(*node, "bibl")));
    let paragraph = source.and_then(|source| child(source, &["p"]));
    let said_of = idno.or(book).or(paragraph).map(said).filter(|text| !text.is_empty());
    let is_page = |text: &str| memcon_record::check::is_web_address(text) && !text.contains(char::is_whitespace);
    let page = source.into_iter().chain(child(header, &file)).flat_map(|node| node.descendants()).find_map(|node| {
        let named = is(node, "idno") && node.attribute("type") == Some("URL");
        named.then(|| said(node)).filter(|text| is_page(text))
    });
    match said_of {
        Some(text) if is_page(&text) => of.url = Some(text),
        said_of => (of.reference, of.url) = (said_of, page),
    }
    about
}

/// Somebody whom a file lists, and the key by which it points there.
pub struct Listed {
    /// `#proserpina`
    pub key: String,
    /// The person.
    pub person: Person,
}

/// Those whom lists of persons in the file name.
pub fn people(tei: &Document) -> Vec<Listed> {
    let header = child(tei.root_element(), &["teiHeader"]).into_iter();
    let beside = children(tei.root_element(), "standOff");
    let root = Some(tei.root_element()).filter(|root| is(*root, "listPerson")).into_iter();
    let mut found = Vec::new();
    for node in header.chain(beside).chain(root).flat_map(|node| node.descendants()) {
        if !(is(node, "person") || is(node, "personGrp")) {
            continue;
        }
        let Some(id) = node.attribute((XML, "id")) else { continue };
        let name = ["persName", "name", "orgName"].into_iter().find_map(|name| child(node, &[name]));
        let shown = name.map(name_of).filter(|name| !name.is_empty()).unwrap_or_else(|| id.to_owned());
        let mut person = Person::named(&shown, Presence::Listed);
        person.id = Some(names::short_slug(id));
        person.offices = ["occupation", "roleName"]
            .into_iter()
            .flat_map(|name| children(node, name).map(said).collect::<Vec<_>>())
            .filter(|office| !office.is_empty())
            .collect();
        found.push(Listed { key: format!("#{id}"), person });
    }
    found
}

/// A name as one says it: what comes first in a list of surnames comes last.
fn name_of(name: Node) -> String {
    let parts = |part: &'static str| children(name, part).map(said).collect::<Vec<_>>();
    let (first, link, last) = (parts("forename"), parts("nameLink"), parts("surname"));
    if last.is_empty() || first.is_empty() {
        return said(name);
    }
    [first, link, last].concat().join(" ")
}

/// What a cast list says of somebody: the words, and the office in them.
pub fn cast(tei: &Document, people: &mut [Listed]) {
    for item in tei.descendants().filter(|node| is(*node, "castItem")) {
        let words = said(item);
        let role = child(item, &["role"]).map_or_else(|| words.clone(), said);
        let name = bare(&role);
        let found = people.iter_mut().find(|listed| bare(&listed.person.name) == name && !name.is_empty());
        let Some(Listed { person, .. }) = found.filter(|listed| listed.person.as_printed.is_none()) else { continue };
        if let Some(office) = child(item, &["roleDesc"]).map(said) {
            person.offices = vec![office.trim_end_matches('.').to_owned()];
        }
        person.as_printed = Some(words);
    }
}

fn bare(name: &str) -> String {
    name.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}
