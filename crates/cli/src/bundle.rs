//! `memcon bundle`: a record in one file, made as the site makes its pages.

use anyhow::Context;
use memcon_site::one_file::{self, Program, Source};

use crate::args::Bundle;
use crate::{Done, check, say};

/// Writes the file, whole or not at all; of a record with faults there is none.
pub fn run(args: &Bundle) -> Done {
    let json = check::faultless(&args.record)?;
    page(json, args).map_err(|fault| vec![format!("{fault:#}")])?;
    say(&args.output);
    Ok(())
}

fn page(json: String, args: &Bundle) -> anyhow::Result<()> {
    let url = args.url.as_deref();
    url.map_or(Ok(()), memcon_site::pages::check_url)?;
    let source = Source::read(json).with_context(|| args.record.display().to_string())?;
    let program = Program::of(&args.site).context("--site")?;
    let page = one_file::page(&source, &program, url)?;
    memcon_ingest::site::whole(&args.output, &page)?;
    Ok(())
}
