//! What can be asked on the command line.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};
use memcon_export::Format;

/// Makes records of conversation from archives' pages, and checks them.
#[derive(Debug, Parser)]
#[command(name = "memcon", version, about)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a record from the text of an archive's page, or from TEI
    Ingest(Ingest),
    /// Check records and lists of records: shape, references, topics, digest of the source
    Check(Check),
    /// Write a record, or what a link shows of it, in a format that other programs read
    Export(Export),
    /// Write records as one HTML file, which holds the program and opens anywhere
    Bundle(Bundle),
    /// Print the JSON Schema of a record
    Schema,
    /// Write index.json, the list of the records in a folder
    Index {
        /// Folder that holds the records
        dir: PathBuf,
    },
    /// Make every record of a folder anew, and the list of all
    Records {
        /// Folder with a folder for each record: source.txt or source.xml, and record.toml
        #[arg(long, default_value = "records")]
        from: PathBuf,
        /// Folder that is served
        #[arg(long, default_value = "public/records")]
        to: PathBuf,
    },
}

/// What `memcon ingest` is told.
#[derive(Debug, clap::Args)]
pub struct Ingest {
    /// The page as received, plain text in UTF-8; or TEI P5
    pub source: PathBuf,
    /// What an editor knows: record.toml
    #[arg(long)]
    pub record: Option<PathBuf>,
    /// Where to write the record; an earlier record there keeps its ids. Without it the record goes to standard output
    #[arg(long)]
    pub output: Option<PathBuf>,
    /// Print a first record.toml instead of the record
    #[arg(long, conflicts_with = "output")]
    pub starter: bool,
    /// How to print the report
    #[arg(long, value_enum, default_value_t = Report::Text)]
    pub report: Report,
}

/// How the report is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Report {
    /// For a person
    Text,
    /// For a program: an object with the account of every stretch of the source
    Json,
}

/// What `memcon export` is told.
#[derive(Debug, clap::Args)]
pub struct Export {
    /// The record, as JSON
    pub record: PathBuf,
    /// What to write
    #[arg(short, long, value_parser = formats())]
    pub format: Format,
    /// The file to write; without it the record goes to standard output
    #[arg(short, long)]
    pub output: Option<PathBuf>,
    /// Only what a link to the record shows: its query, such as 'q=fertilizer*&speaker=enver-hoxha'
    #[arg(long)]
    pub query: Option<String>,
    /// Address of the record's page, such as https://host/records/id/: the file then links to its turns. With a query
    /// the address is as good as --query
    #[arg(long)]
    pub link: Option<String>,
}

/// Formats by their names, so that a wrong one is told with the list.
fn formats() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.map(Format::name)).try_map(|name| name.parse::<Format>())
}

/// What `memcon bundle` is told.
#[derive(Debug, clap::Args)]
pub struct Bundle {
    /// Records, as JSON; of several the file shows a list first. A list (index.json) among them is passed over
    #[arg(required = true)]
    pub records: Vec<PathBuf>,
    /// The file to write
    #[arg(short, long)]
    pub output: PathBuf,
    /// Folder of a built site, which program and style are taken from
    #[arg(long, default_value = "dist")]
    pub site: PathBuf,
    /// Address of the root of the site that has the records, such as https://host/folder/: the file then leads there
    #[arg(long)]
    pub url: Option<String>,
}

/// What `memcon check` is told.
#[derive(Debug, clap::Args)]
pub struct Check {
    /// Records, or lists of records named index.json
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// The source of the record; without it, `records/<id>/source.txt` or `source.xml` is looked for upward from each file
    #[arg(long)]
    pub source: Option<PathBuf>,
}
