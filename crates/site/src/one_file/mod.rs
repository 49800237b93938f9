//! Records in one file: a page that holds its style, its program and its data, asks for nothing and is read wherever it
//! lies, from a disk as well as from a host.
//!
//! [`program`] takes what runs from a built site, `shell` puts it into `index.html` with the policy of exactly that, and
//! [`page`] fills in the text, as [`crate::pages`] does in the pages of the site. `several` is for more than one record.

pub mod program;
mod several;
mod shell;

use std::sync::Arc;

use anyhow::{Context, Result, bail};
use memcon::app::Content;
use memcon::edition::Edition;
use memcon::site::Site;
use memcon_cite::Templates;
use memcon_record::Record;
use memcon_record::check::Problem;

pub use program::Program;
pub(crate) use shell::cut;

use crate::escape::{escape, json_in_script};
use crate::{citations, find, head, render};

/// A record and the JSON that it was read from.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub struct Source {
    /// Without the white space of those who write it by hand.
    pub json: String,
    pub record: Record,
    pub problems: Vec<Problem>,
    /// What citations of it are made of, and the same as JSON: dear to work out, so once.
    pub citations: (Templates, String),
}

impl Source {
    /// Reads the JSON of a record.
    ///
    /// # Errors
    /// When it is no record.
    pub fn read(json: String) -> Result<Self> {
        let (record, problems) = memcon_record::read(&json)?;
        Ok(Self { json: compact(&json)?, citations: citations::of(&record)?, record, problems })
    }

    /// The record as its page prints it; `url` is the address of the site's root, where it is on one.
    pub(crate) fn edition(&self, url: Option<&str>) -> Edition {
        let page = url.map(|url| format!("{url}records/{}/", self.record.id));
        let citations = citations::printed(&self.citations.0, page);
        Edition::new(self.record.clone(), self.problems.clone()).cited(citations)
    }
}

fn compact(json: &str) -> Result<String> {
    let mut out = Vec::with_capacity(json.len());
    let mut read = serde_json::Deserializer::from_str(json);
    serde_transcode::transcode(&mut read, &mut serde_json::Serializer::new(&mut out))?;
    Ok(String::from_utf8(out)?)
}

/// The page of these records as one file; `url` is the address of the site's root, where they are on one. Of several it
/// shows a list first.
///
/// # Errors
/// When there is no record, two have the same id, or `index.html` or the program has not the shape that they need.
pub fn page(sources: &[Source], program: &Program, url: Option<&str>) -> Result<String> {
    let [source] = sources else {
        if sources.is_empty() {
            bail!("there is no record to make a page of");
        }
        let text = several::text(sources, url)?;
        let find = if find::is_needed(&text) { find::SCRIPT } else { "" };
        let shell = shell::shell(program, Some(&format!("{}{find}", several::CHOOSE)))?;
        return filled(&shell, &head::of_library(None), &text, sources, program);
    };
    let site = Site { root: url.map(str::to_owned), one_file: true };
    let text = render::body(site, Content::Record(Arc::new(source.edition(url))));
    let shell = shell::shell(program, find::is_needed(&text).then_some(find::SCRIPT))?;
    filled(&shell, &head::of_record(&source.record, url), &text, sources, program)
}

/// The shell with all that is no part of its policy.
fn filled(shell: &str, head: &str, text: &str, sources: &[Source], program: &Program) -> Result<String> {
    let mut data = String::new();
    for source in sources {
        let id = escape(&source.record.id);
        let json = json_in_script(&source.json);
        data += &format!("<script type=\"application/json\" data-record=\"{id}\">{json}</script>\n");
        let citations = json_in_script(&source.citations.1);
        data += &format!("<script type=\"application/json\" data-cite=\"{id}\">{citations}</script>\n");
    }
    for (id, wasm) in [("program", &program.wasm), ("desk-program", &program.desk_wasm)] {
        data += &format!("<script type=\"application/gzip;base64\" id=\"{id}\">{wasm}</script>\n");
    }
    // From the end to the beginning: what is filled in is not searched for the next place.
    let (before, after) = shell.rsplit_once(shell::DATA).context("the shell has no place for data")?;
    let (before, between) = before.split_once(shell::PAGE).context("the shell has no place for the text")?;
    let (begin, before) = before.split_once(shell::HEAD).context("the shell has no place for the head")?;
    Ok(format!("{begin}{head}{before}<div id=\"app\" data-page>{text}</div>{between}{data}{after}"))
}
