//! Fetches JSON and makes of it what the views show, or says why not.

use memcon_record::check::Problem;
use memcon_record::index::{FORMAT, Index};
use memcon_record::{ReadError, Record};

/// Why a file could not be had.
#[derive(Clone, Debug, PartialEq)]
pub struct LoadError {
    /// Address of the file.
    pub file: String,
    /// What it should hold.
    pub of: Asked,
    /// What is wrong with it.
    pub why: Why,
}

/// What a file should hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The list of records.
    List,
    /// One record.
    Record,
}

/// What can be wrong with a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// It did not come: no connection, or the browser refused.
    Unreachable,
    /// The server answered with this status.
    Missing(u16),
    /// It came, but it is of this format, which the program does not know.
    Newer(String),
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
    let why = match fetch(&file).await {
        Err(why) => why,
        Ok(text) => match serde_json::from_str::<Index>(&text) {
            Ok(index) if index.format == FORMAT => return Ok(index),
            Ok(index) => Why::Newer(index.format),
            Err(error) => Why::NoIndex(error.to_string()),
        },
    };
    Err(LoadError { file, of: Asked::List, why })
}

/// Fetches a record, with what is wrong in it.
///
/// # Errors
/// As [`LoadError`] says.
pub async fn record(root: &str, id: &str) -> Result<(Record, Vec<Problem>), LoadError> {
    let file = format!("{root}records/{id}.json");
    let why = match fetch(&file).await {
        Err(why) => why,
        Ok(text) => match memcon_record::read(&text) {
            Ok(read) => return Ok(read),
            Err(ReadError::Format { found }) => Why::Newer(found),
            Err(error) => Why::Unreadable(error),
        },
    };
    Err(LoadError { file, of: Asked::Record, why })
}

async fn fetch(file: &str) -> Result<String, Why> {
    let response = gloo_net::http::Request::get(file).send().await.map_err(|_| Why::Unreachable)?;
    if !response.ok() {
        return Err(Why::Missing(response.status()));
    }
    response.text().await.map_err(|_| Why::Unreachable)
}
