//! Gives the reader a file.

use leptos::prelude::{document, window};
use memcon_export::{Format, csv, name};
use memcon_record::Record;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

use crate::nodes::{element, set};

/// So long a browser may take to begin the download, in milliseconds; then the file's memory is given back.
const PATIENCE: i32 = 60_000;

/// A table that says of itself what it is: what was asked, how much was found, in which record, where, and how it was
/// counted; then `rows`.
pub(super) fn save(record: &Record, what: &str, asked: &str, count: &str, method: &str, rows: Vec<Vec<String>>) {
    let mut head = csv::head(&[
        ("question", asked.to_owned()),
        ("count", count.to_owned()),
        ("record", format!("{} ({})", record.title, record.id)),
        ("link", window().location().href().unwrap_or_default()),
        ("method", method.to_owned()),
    ]);
    head.extend(rows);
    _ = give(&csv::file(head), &name::safe(&[&record.id, what], Format::Csv.ending()), Format::Csv);
}

/// As a link does that is clicked: there is no other way to give a file a name.
pub(super) fn give(text: &str, name: &str, format: Format) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(format.media_type());
    let blob = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &kind)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link = element("a", "", "");
    set(&link, "href", Some(&url));
    set(&link, "download", Some(name));
    document().body().map_or(Ok(()), |body| body.append_child(&link).map(|_| ()))?;
    _ = link.dyn_ref::<HtmlElement>().map(HtmlElement::click);
    link.remove();
    let done = wasm_bindgen::closure::Closure::once_into_js(move || _ = Url::revoke_object_url(&url));
    window().set_timeout_with_callback_and_timeout_and_arguments_0(done.unchecked_ref(), PATIENCE).map(|_| ())
}
