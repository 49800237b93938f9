//! The record as a file for other programs: the whole, or what the filter shows of it.

use memcon_explore::link::Link;
use memcon_export::{Format, name, reduced, write};
use memcon_record::check::is_web_address;

use super::{Desk, download};
use crate::browser;
use crate::nodes::first;

/// Gives the file of what `link` shows in the format of this name, and says below the buttons what became of it.
pub(super) fn save(desk: &Desk, link: &Link, format: &str) {
    let said = match made(desk, link, format) {
        Ok(name) => format!("Given to your browser as {name}."),
        Err(why) => why,
    };
    _ = first("#take [role=status]").map(|place| place.set_text_content(Some(&said)));
}

/// The name of the file that was given, or why there is none.
fn made(desk: &Desk, link: &Link, format: &str) -> Result<String, String> {
    let format: Format = format.parse().map_err(|unknown: memcon_export::format::Unknown| unknown.to_string())?;
    let (answer, asked) = (desk.answer(link), link.asked());
    let page = page(desk);
    // Which of several records in one file is no part of what is asked.
    let whole = Link { others: asked.others.clone(), ..Link::default() };
    let address = page.as_ref().map(|page| page.clone() + &whole.query());
    let part = answer.active.then(|| {
        let link = page.unwrap_or_default() + &asked.query();
        reduced(&desk.wire, &answer.shown, &link)
    });
    if part.as_ref().is_some_and(|part| part.blocks.is_empty()) {
        return Err("Nothing answers what is asked, so there is nothing to save.".to_owned());
    }
    let record = part.as_ref().unwrap_or(&desk.wire);
    let name = name::of(record, format);
    download::give(&write(record, format, address.as_deref()), &name, format)
        .map_err(|_| "The browser does not let this page save files.".to_owned())?;
    Ok(name)
}

/// The address of the record's page. A file on a disk has one where it knows of the site; where it lies is nobody's
/// business.
fn page(desk: &Desk) -> Option<String> {
    let root = first(".masthead .name").and_then(|name| name.get_attribute("href"));
    let of_site = root.map(|root| format!("{root}records/{}/", desk.record.id));
    [Some(browser::page_address()), of_site].into_iter().flatten().find(|address| is_web_address(address))
}
