//! `memcon-site DIST [--url URL]`: fills the pages of a built site with their text.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

fn main() -> ExitCode {
    match run() {
        Ok(pages) => {
            println!("{pages} pages hold their text");
            ExitCode::SUCCESS
        }
        Err(fault) => {
            eprintln!("error: {fault:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<usize> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (dist, url) = match arguments.as_slice() {
        [dist] => (dist, None),
        [dist, flag, url] if flag == "--url" => (dist, Some(url.as_str())),
        _ => bail!("use: memcon-site DIST [--url https://host/folder/]"),
    };
    memcon_site::pages::write(Path::new(dist), url).with_context(|| format!("the site in {dist}"))
}
