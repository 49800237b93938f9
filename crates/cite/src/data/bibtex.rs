//! BibTeX, with the fields of biblatex beside those that BibTeX itself knows.

use super::{authors, key, notes};
use crate::cited::Cited;
use crate::facts::{Facts, one_line};
use crate::name::Name;

/// The citation as a BibTeX entry. Letters with marks stay as they are: the file is UTF-8.
pub fn bibtex(facts: &Facts, cited: &Cited) -> String {
    let (archive, place) = facts.archive_and_place();
    let span = facts.span();
    let start = span.map(|span| span.start);
    let names = |names: &[Name]| names.iter().map(name).collect::<Vec<_>>().join(" and ");
    // BibTeX asks for something to sort by where there is no author.
    let sort = if authors(cited).is_empty() { escaped(&facts.title) } else { String::new() };
    let notes: Vec<String> = notes(facts, cited).iter().map(|note| escaped(note)).collect();
    let fields = [
        ("author", names(authors(cited))),
        ("key", sort),
        ("title", protected(&facts.title)),
        ("type", escaped_or_none(facts.kind.as_deref())),
        ("translator", names(facts.translator_name().as_slice())),
        ("date", escaped_or_none(facts.date.as_deref().filter(|_| span.is_some()))),
        ("year", start.map(|day| day.year.to_string()).unwrap_or_default()),
        ("month", start.and_then(|day| day.month_name()).map(|name| name[..3].to_lowercase()).unwrap_or_default()),
        ("howpublished", reference(facts)),
        ("library", escaped_or_none(archive)),
        ("shelfmark", escaped_or_none(place)),
        ("publisher", escaped_or_none(facts.publisher.as_deref())),
        ("url", cited.link.as_deref().map(address).unwrap_or_default()),
        ("urldate", cited.accessed.map(|day| day.edtf()).unwrap_or_default()),
        ("note", notes.join(". ")),
    ];
    let mut entry = format!("@misc{{{},\n", key(facts, cited));
    for (field, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
        // A month is one of BibTeX's own words, which stand without braces.
        let value = if *field == "month" { value.clone() } else { format!("{{{value}}}") };
        entry += &format!("  {field} = {value},\n");
    }
    entry + "}\n"
}

/// Archive and reference, in one: what BibTeX's own styles print.
fn reference(facts: &Facts) -> String {
    let (archive, place) = facts.archive_and_place();
    escaped(&[archive, place].into_iter().flatten().collect::<Vec<_>>().join(", "))
}

fn escaped_or_none(text: Option<&str>) -> String {
    text.map(escaped).unwrap_or_default()
}

/// The title with braces around every word that has capitals, which a style would make small.
fn protected(title: &str) -> String {
    let words = one_line(title);
    let words = words.split(' ').map(|word| {
        let safe = escaped(word);
        if word.chars().any(char::is_uppercase) { format!("{{{safe}}}") } else { safe }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// In parts “Hoxha, Enver”; a whole name in braces, so that no word of it is taken for a family name.
fn name(name: &Name) -> String {
    match name {
        Name::Whole(whole) => format!("{{{}}}", escaped(whole)),
        Name::Parts { .. } => escaped(&name.inverted()),
    }
}

/// As TeX prints it, with no character that TeX would take for a command.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' => {
                safe.push('\\');
                safe.push(c);
            }
            // Not `\{`: BibTeX counts braces before TeX sees them.
            '{' => safe += "\\textbraceleft{}",
            '}' => safe += "\\textbraceright{}",
            '\\' => safe += "\\textbackslash{}",
            '~' => safe += "\\textasciitilde{}",
            '^' => safe += "\\textasciicircum{}",
            c if c.is_control() => {}
            c => safe.push(c),
        }
    }
    safe
}

/// An address stands as it is: packages for TeX read the field so. What would end the field is percent-encoded.
fn address(link: &str) -> String {
    let mut safe = String::with_capacity(link.len());
    for c in link.chars() {
        match c {
            '{' => safe += "%7B",
            '}' => safe += "%7D",
            '\\' => safe += "%5C",
            c if c.is_whitespace() || c.is_control() => safe += "%20",
            c => safe.push(c),
        }
    }
    safe
}
