//! How a record is cited: worked out here by a CSL processor, which would be too heavy for a page.
//!
//! What any part of the record is cited with lies beside its page as `cite.json` ([`memcon_cite::Templates`]); two
//! citations of the whole are printed on the page.

use anyhow::{Context, Result};
use memcon::edition::Citation;
use memcon_cite::{Cited, Style, Templates, csl};
use memcon_record::Record;

/// The name of the file, in the folder of the record's page.
pub const FILE: &str = "cite.json";

/// The styles that the page itself prints: a note, and as the archive has it.
const PRINTED: [Style; 2] = [Style::ChicagoNote, Style::Archive];

/// What citations of `record` are made of, as it stands in the file.
///
/// # Errors
/// When it cannot be written as JSON.
pub fn of(record: &Record) -> Result<(Templates, String)> {
    let templates = csl::templates(record);
    let json = serde_json::to_string(&templates).with_context(|| format!("the citations of {}", record.id))?;
    Ok((templates, json))
}

/// The citations that the page of the record prints; `page` is its address, where that is known.
pub fn printed(templates: &Templates, page: Option<String>) -> Vec<Citation> {
    let cited = page.map_or_else(Cited::record, |page| Cited::record().linked(page));
    PRINTED
        .into_iter()
        .map(|style| Citation { style: style.name(), html: templates.cite(style, &cited).html() })
        .collect()
}
