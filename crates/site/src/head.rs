//! What a page says of itself to machines: title, preview, reference.
//!
//! Open Graph (ogp.me), Dublin Core in HTML (DCMI, 2008) with the Library of
//! Congress's relators, the tags that Google Scholar and Zotero read (“Highwire
//! Press”), and schema.org in JSON-LD. What the record does not say is left out.
//!
//! Zotero files the page as a manuscript, with its archive, its place there and
//! its translator. Its translators “Embedded Metadata” and “RDF” (repository
//! zotero/translators) take a field by its own name from tags that begin with
//! `z:`, and `z:itemType` goes before every type that they would guess:
//! `citation_title` alone makes a journal article. They take a
//! `DC.contributor` for the author where there is no `DC.creator`, so the
//! translator is not one here.

use memcon_record::Record;
use serde_json::{Map, Value, json};

use crate::escape::{escape, json_in_script};
use crate::preview;

/// The head of a record's page; `url` is the address of the site's root, where it is known.
pub fn of_record(record: &Record, url: Option<&str>) -> String {
    let from = &record.provenance;
    let page = url.map(|url| format!("{url}records/{}/", record.id));
    let tags = [
        ("name", "description", &record.summary),
        ("property", "og:description", &record.summary),
        ("property", "og:url", &page),
        ("name", "DC.date", &record.date),
        ("name", "DC.type", &record.kind),
        ("name", "DC.language", &record.language),
        ("name", "DC.source", &from.reference),
        ("name", "DC.publisher", &from.publisher),
        ("name", "MARCREL.trl", &from.translator),
        ("name", "DC.rights", &from.rights),
        ("name", "citation_publication_date", &record.date),
        ("name", "citation_language", &record.language),
        ("name", "citation_public_url", &page),
        ("name", "z:archive", &from.repository),
        ("name", "z:archiveLocation", &from.reference),
        ("name", "z:translators", &from.translator),
        ("name", "twitter:description", &record.summary),
    ];
    let always = [
        ("property", "og:type", "article"),
        ("property", "og:site_name", "Memcon"),
        ("property", "og:title", &record.title),
        ("name", "twitter:title", &record.title),
        ("name", "z:itemType", "manuscript"),
        ("name", "DC.title", &record.title),
        ("name", "DC.identifier", &record.id),
        ("name", "citation_title", &record.title),
    ];
    let mut head = title(&record.title);
    for (kind, name, value) in always {
        head += &meta(kind, name, value);
    }
    for (kind, name, value) in tags {
        head += &value.as_deref().map(|value| meta(kind, name, value)).unwrap_or_default();
    }
    head += "<link rel=\"schema.MARCREL\" href=\"http://id.loc.gov/vocabulary/relators/\">\n";
    head += &picture(page.as_deref(), &preview::words_for_record(record));
    head += &page.as_deref().map(canonical).unwrap_or_default();
    head + &format!(
        "<script type=\"application/ld+json\">{}</script>\n",
        json_in_script(&linked_data(record, page).to_string())
    )
}

/// The head of the list of records.
pub fn of_library(url: Option<&str>) -> String {
    let what = "A reader for records of conversation: filter turns, see who spoke when, link to the words.";
    let name = "Memcon: records of conversation";
    of_the_site(name, what) + &picture(url, preview::WORDS_FOR_LIBRARY) + &url.map(canonical).unwrap_or_default()
}

/// The head of the page about the explorer.
pub fn of_method(url: Option<&str>) -> String {
    let what = "What the explorer counts and how, what can be asked of a record, and what leaves the browser.";
    let name = "About the explorer: Memcon";
    let page = url.map(|url| format!("{url}{METHOD}"));
    // It has no records of its own to draw.
    of_the_site(name, what)
        + &picture(url, preview::WORDS_FOR_LIBRARY)
        + &page.as_deref().map(|page| meta("property", "og:url", page)).unwrap_or_default()
        + &page.as_deref().map(canonical).unwrap_or_default()
}

/// What every page says that is the site's own.
fn of_the_site(name: &str, what: &str) -> String {
    title(name)
        + &meta("name", "description", what)
        + &meta("property", "og:type", "website")
        + &meta("property", "og:title", name)
        + &meta("property", "og:description", what)
        + &meta("property", "og:site_name", "Memcon")
}

/// Where that page stands in the site.
pub const METHOD: &str = "about/";

/// The preview picture in the folder `page`: only whole addresses will do for it.
fn picture(page: Option<&str>, words: &str) -> String {
    let Some(page) = page else { return meta("name", "twitter:card", "summary") };
    let address = format!("{page}{}", preview::FILE);
    let (width, height) = preview::SIZE;
    meta("property", "og:image", &address)
        + &meta("property", "og:image:type", "image/png")
        + &meta("property", "og:image:width", &width.to_string())
        + &meta("property", "og:image:height", &height.to_string())
        + &meta("property", "og:image:alt", words)
        + &meta("name", "twitter:card", "summary_large_image")
        + &meta("name", "twitter:image", &address)
        + &meta("name", "twitter:image:alt", words)
}

fn title(title: &str) -> String {
    format!("<title>{}</title>\n", escape(title))
}

fn meta(kind: &str, name: &str, value: &str) -> String {
    format!("<meta {kind}=\"{name}\" content=\"{}\">\n", escape(value))
}

fn canonical(url: &str) -> String {
    format!("<link rel=\"canonical\" href=\"{}\">\n", escape(url))
}

/// schema.org's `ArchiveComponent`: an item of an archive.
fn linked_data(record: &Record, page: Option<String>) -> Value {
    let from = &record.provenance;
    let mut item = Map::new();
    item.insert("@context".into(), json!("https://schema.org"));
    item.insert("@type".into(), json!("ArchiveComponent"));
    item.insert("name".into(), json!(record.title));
    let people =
        |names: Vec<&str>| names.into_iter().map(|name| json!({ "@type": "Person", "name": name })).collect::<Vec<_>>();
    let present = people(record.participants.iter().map(|p| p.name.as_str()).collect());
    for (name, value) in [
        ("url", page.map(Value::from)),
        ("dateCreated", record.date.clone().map(Value::from)),
        ("genre", record.kind.clone().map(Value::from)),
        ("inLanguage", record.language.clone().map(Value::from)),
        ("abstract", record.summary.clone().map(Value::from)),
        ("identifier", from.reference.clone().map(Value::from)),
        (
            "holdingArchive",
            from.repository.as_ref().map(|name| json!({ "@type": "ArchiveOrganization", "name": name })),
        ),
        ("translator", from.translator.as_ref().map(|name| json!({ "@type": "Person", "name": name }))),
        ("funder", from.funder.as_ref().map(|name| json!({ "@type": "Organization", "name": name }))),
        ("mentions", (!present.is_empty()).then(|| Value::from(present))),
    ] {
        if let Some(value) = value {
            item.insert(name.into(), value);
        }
    }
    let mut data = Value::Object(item);
    // A feature of serde_json that some other crate may ask for keeps another order: a page is the same in any build.
    data.sort_all_objects();
    data
}
