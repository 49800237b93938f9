//! Takes a record out of the page or fetches it, or says why it cannot be had.

use leptos::prelude::{document, window};
use memcon_record::model::HalfRead;
use memcon_record::{ReadError, Record, wire};

use crate::{app, browser};

/// Why a file could not be had.
#[derive(Clone, Debug, PartialEq)]
pub struct LoadError {
    /// Address of the file.
    pub file: String,
    /// What is wrong with it.
    pub why: Why,
}

/// What can be wrong with a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// It did not come: no connection, or the browser refused.
    Unreachable,
    /// The server answered with this status.
    Missing(u16),
    /// It came, but it is no record that this program can read.
    Unreadable(ReadError),
}

/// The record that stands in the page itself, as in a file that holds all it needs (`memcon_site::one_file`).
fn in_page() -> Option<Result<Half, LoadError>> {
    let data = document().query_selector("script[data-record]").ok().flatten()?;
    Some(half("this page".into(), data.text_content().as_deref().unwrap_or_default()))
}

/// A file that has been read by half, by name.
type Half = (String, HalfRead);

fn half(file: String, text: &str) -> Result<Half, LoadError> {
    match HalfRead::of(text) {
        Ok(half) => Ok((file, half)),
        Err(why) => Err(LoadError { file, why: Why::Unreadable(why) }),
    }
}

/// The record of this page, out of it or fetched; nothing where the page shows none.
pub async fn of_the_page() -> Option<Result<Record, LoadError>> {
    let wire = wire_of_the_page().await?;
    browser::breathe().await;
    Some(wire.map(Record::from_wire))
}

/// The same, as its file says it.
pub async fn wire_of_the_page() -> Option<Result<wire::Record, LoadError>> {
    let path = window().location().pathname().unwrap_or_default();
    let half = match (in_page(), app::record_at(&path)) {
        (None, Some(id)) => record(&browser::root(), id).await,
        (half, _) => half?,
    };
    browser::breathe().await;
    Some(half.and_then(|(file, half)| half.whole().map_err(|why| LoadError { file, why: Why::Unreadable(why) })))
}

/// What is kept of this page's record beside it, by name: `records/<id>/<name>.json`, or in the page itself.
pub async fn beside(name: &str) -> Option<String> {
    let in_page = document().query_selector(&format!("script[data-{name}]")).ok().flatten();
    if let Some(data) = in_page {
        return data.text_content();
    }
    let path = window().location().pathname().unwrap_or_default();
    fetch(&format!("{}records/{}/{name}.json", browser::root(), app::record_at(&path)?)).await.ok()
}

/// Fetches a record. Its faults were told when its page was made.
///
/// # Errors
/// As [`LoadError`] says.
async fn record(root: &str, id: &str) -> Result<Half, LoadError> {
    let file = format!("{root}records/{id}.json");
    match fetch(&file).await {
        Ok(text) => half(file, &text),
        Err(why) => Err(LoadError { file, why }),
    }
}

async fn fetch(file: &str) -> Result<String, Why> {
    let response = gloo_net::http::Request::get(file).send().await.map_err(|_| Why::Unreachable)?;
    if !response.ok() {
        return Err(Why::Missing(response.status()));
    }
    response.text().await.map_err(|_| Why::Unreachable)
}
