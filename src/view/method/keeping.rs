//! What leaves the browser, what stays in it, and what the keeper of a site can have.

use leptos::prelude::*;
use memcon_record::wire::FORMAT;

use super::term;
use crate::site::Site;

pub(super) fn privacy() -> AnyView {
    view! {
        <p>
            "What you ask is answered in your browser, which has the whole record: nothing is sent. The explorer sets no cookies and counts no visits. It asks no other host for anything than the one that this page comes from: the content security policy of each page forbids it. A link to another site does not tell where you came from."
        </p>
        <dl>
            {term(
                "host",
                "What the host sees",
                "Which files are asked for, as every host does. What you type is not sent, but it stands in the address: the host gets it, up to the #, when a page is opened by that address or loaded anew, unless the page is kept on the device.",
            )}
            {term(
                "kept",
                "What is kept",
                "Where the site is served over https and the browser allows it, its files are kept for reading without a network: the list of records, this page, the program and its style from the first visit on, each record once it has been opened, and all of them where you ask for it under the list. Of what you asked nothing is kept. A newer version is fetched whole, and used when you say so, or once no page of the site is open.",
            )}
            {term(
                "removed",
                "How to remove it",
                "Clear the data of this site in the browser: in most, by the sign beside the address, under cookies and site data. The next visit keeps it again; a private window forgets it when it is closed.",
            )}
            {term(
                "clipboard",
                "Clipboard",
                "It is written when you copy a link or the words of a turn, and never read.",
            )}
        </dl>
    }
    .into_any()
}

pub(super) fn data() -> AnyView {
    let site = expect_context::<Site>();
    let link = |file: &str, name: &'static str| site.file(file).map(|href| view! { <a href=href>{name}</a> });
    view! {
        <p>
            {format!("A record is a file of JSON, of the format {FORMAT}. What may stand in it, and what it means, says ")}
            {link("memcon-record-1.schema.json", "the JSON Schema")}
            "; which records are here, "{link("records/index.json", "a list as JSON")}
            ". Each record can be had as JSON, and as one file that opens from a disk; the links stand at its end."
        </p>
        <p>
            <code>"memcon ingest"</code>" makes a record from an archive's page, "<code>"memcon check"</code>" says what is wrong in one, and "
            <code>"memcon bundle"</code>" writes several into one file, and "<code>"memcon export"</code>
            " a record, or what a link shows of it, as JSON, CSV, plain text, Markdown, TEI, Akoma Ntoso, BibTeX, RIS and CSL-JSON, as the buttons at its end do."
        </p>
    }
    .into_any()
}
