//! `memcon ingest`: a page in, a record and a report out.

use memcon_ingest::{Fate, Ingested, report, site, starter};
use serde_json::{Value, json};

use crate::Done;
use crate::args::{Ingest, Report};

/// Makes the record; nothing is written unless all of it can be.
pub fn run(args: &Ingest) -> Done {
    let made =
        site::one(&args.source, args.record.as_deref(), args.output.as_deref()).map_err(|e| vec![e.to_string()])?;
    if args.starter {
        print!("{}", starter::toml(&made.record));
        return Ok(());
    }
    let report = match args.report {
        Report::Text => report::text(&source(args)?, &made),
        Report::Json => format!("{:#}\n", account(&made)),
    };
    match &args.output {
        Some(output) => {
            site::save(&made.record, output).map_err(|e| vec![e.to_string()])?;
            print!("{report}");
        }
        None => {
            let json = site::json(&made.record).map_err(|e| vec![e.to_string()])?;
            print!("{json}");
            eprint!("{report}");
        }
    }
    Ok(())
}

fn source(args: &Ingest) -> Result<String, Vec<String>> {
    std::fs::read_to_string(&args.source).map_err(|e| vec![format!("{}: {e}", args.source.display())])
}

fn account(made: &Ingested) -> Value {
    let pieces: Vec<Value> = made
        .account
        .iter()
        .map(|piece| {
            let mut value = match &piece.fate {
                Fate::Label { block } => json!({"fate": "label", "block": block}),
                Fate::Separator => json!({"fate": "separator"}),
                Fate::Text { block, paragraph } => json!({"fate": "text", "block": block, "paragraph": paragraph}),
                Fate::Metadata { field } => json!({"fate": "metadata", "field": field}),
                Fate::Furniture { name } => json!({"fate": "furniture", "name": name}),
            };
            value["line"] = json!(piece.line);
            value["bytes"] = json!([piece.range.start, piece.range.end]);
            value
        })
        .collect();
    json!({"id": made.record.id, "account": pieces, "warnings": made.warnings})
}
