//! `memcon export`: a record, or what a link shows of it, in a format that other programs read.

use memcon_explore::{Answer, Corpus, Filter, Forms, Link, Question};
use memcon_record::check::is_web_address;
use memcon_record::{Record, model, wire};

use crate::args::Export;
use crate::{Done, check, say};

/// Writes the file, whole or not at all; of a record with faults there is none, and the faults are told.
pub fn run(args: &Export) -> Done {
    let text = check::faultless(&args.record)?;
    let record = model::read_wire(&text).map_err(|error| vec![format!("{}: {error}", args.record.display())])?;
    let (address, query) = asked(args)?;
    let record = match query {
        Some(query) => shown(record, &query, address.as_deref())?,
        None => record,
    };
    let text = memcon_export::write(&record, args.format, address.as_deref());
    match &args.output {
        Some(output) => {
            memcon_ingest::site::whole(output, &text).map_err(|error| vec![error.to_string()])?;
            say(output);
        }
        None => print!("{text}"),
    }
    Ok(())
}

/// The address of the page without its query, and what is asked: by `--query`, or else by the link.
fn asked(args: &Export) -> Result<(Option<String>, Option<String>), Vec<String>> {
    let Some(link) = args.link.as_deref() else { return Ok((None, args.query.clone())) };
    if !is_web_address(link) {
        return Err(vec![format!(
            "--link: “{link}” is no address of a web page; write it whole, with https:// or http://"
        )]);
    }
    let link = link.split('#').next().unwrap_or_default();
    let (address, query) = link.split_once('?').map_or((link, None), |(address, query)| (address, Some(query)));
    Ok((Some(address.to_owned()), args.query.clone().or_else(|| query.map(str::to_owned))))
}

/// What a query shows of a record; where it asks nothing, the whole.
fn shown(record: wire::Record, query: &str, address: Option<&str>) -> Result<wire::Record, Vec<String>> {
    let link = Link::parse(query, "");
    let model = Record::from_wire(record.clone());
    let corpus = Corpus::of(&model);
    let (filter, odd) = Filter::resolve(&model, &link, &Forms::of(&Question::parse(&link.question), &corpus));
    if !odd.is_empty() {
        return Err(odd.iter().map(|odd| format!("--query: {}={}: {}", odd.name, odd.value, odd.what)).collect());
    }
    let answer = Answer::of(&model, &corpus, &filter);
    if !answer.active {
        return Ok(record);
    }
    let query = link.asked().query();
    if answer.is_nothing() {
        return Err(vec![format!("--query: nothing in this record answers “{query}”; ask for less, or leave it out")]);
    }
    let link = format!("{}{query}", address.unwrap_or_default());
    Ok(memcon_export::reduced(&record, &answer.shown, &link))
}
