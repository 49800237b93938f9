//! `memcon bundle`: records in one file, made as the site makes its pages.

use std::path::PathBuf;

use anyhow::{Context, Result};
use memcon_site::one_file::{self, Program, Source};

use crate::args::Bundle;
use crate::{Done, check, say};

/// Writes the file, whole or not at all; where a record has faults there is none, and the faults of all are told.
pub fn run(args: &Bundle) -> Done {
    let (mut texts, mut faults) = (Vec::new(), Vec::new());
    // `records/*.json` names the list of records as well.
    for file in args.records.iter().filter(|file| !check::is_list(file)) {
        match check::faultless(file) {
            Ok(text) => texts.push((file, text)),
            Err(of_file) => faults.extend(of_file),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    write(texts, args).map_err(|fault| vec![format!("{fault:#}")])?;
    say(&args.output);
    Ok(())
}

fn write(texts: Vec<(&PathBuf, String)>, args: &Bundle) -> Result<()> {
    let url = args.url.as_deref();
    url.map_or(Ok(()), memcon_site::pages::check_url)?;
    let read = |(file, text): (&PathBuf, String)| Source::read(text).with_context(|| file.display().to_string());
    let sources = texts.into_iter().map(read).collect::<Result<Vec<_>>>()?;
    let program = Program::of(&args.site).context("--site")?;
    let page = one_file::page(&sources, &program, url)?;
    Ok(memcon_ingest::site::whole(&args.output, &page)?)
}
