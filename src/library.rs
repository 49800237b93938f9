//! Fetches JSON and makes of it what the views show, or says why not.

use memcon_record::check::Problem;
use memcon_record::index::Index;
use memcon_record::{ReadError, Record};

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
    /// It came, but it is no record.
    Unreadable(ReadError),
    /// It came, but it is no list of records.
    NoIndex(String),
}

/// Fetches the list of records.
///
/// # Errors
/// As [`LoadError`] says.
pub async fn index(root: &str) -> Result<Index, LoadError> {
    let file = format!("{root}records/index.json");
    let text = fetch(&file).await?;
    serde_json::from_str(&text).map_err(|error| LoadError { file, why: Why::NoIndex(error.to_string()) })
}

/// Fetches a record, with what is wrong in it.
///
/// # Errors
/// As [`LoadError`] says.
pub async fn record(root: &str, id: &str) -> Result<(Record, Vec<Problem>), LoadError> {
    let file = format!("{root}records/{id}.json");
    let text = fetch(&file).await?;
    memcon_record::read(&text).map_err(|error| LoadError { file, why: Why::Unreadable(error) })
}

async fn fetch(file: &str) -> Result<String, LoadError> {
    let fail = |why| LoadError { file: file.to_owned(), why };
    let response = gloo_net::http::Request::get(file).send().await.map_err(|_| fail(Why::Unreachable))?;
    if !response.ok() {
        return Err(fail(Why::Missing(response.status())));
    }
    response.text().await.map_err(|_| fail(Why::Unreachable))
}
