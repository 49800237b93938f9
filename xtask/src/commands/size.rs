//! `cargo xtask size`: the table of what a reader of one record downloads, and the table of all releases.

use anyhow::Result;

use crate::command::say;
use crate::weight::{self, File, Stage, Weight};
use crate::{files, paths, site};

/// Which record to weigh, and whether to keep the result.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Id of the record
    #[arg(long, default_value = weight::RECORD)]
    record: String,
    /// Write the row of this version into docs/size.md
    #[arg(long)]
    write: bool,
}

/// Prints the table for what stands in dist/.
pub(crate) fn run(options: &Options) -> Result<()> {
    let dist = site::dist();
    let files = weight::of(&dist, &options.record)?;
    print!("{}", table(&files));
    if options.write {
        site::finished(&dist)?;
        let path = paths::workspace().join("docs/size.md");
        let before = files::read(&path)?;
        let after = with_row(&before, env!("CARGO_PKG_VERSION"), &row(&files));
        files::write(&path, &after)?;
        say(format!("{} has the row of version {}", path.display(), env!("CARGO_PKG_VERSION")));
    }
    Ok(())
}

fn table(files: &[File]) -> String {
    let wide = files.iter().map(|file| file.name.len()).max().unwrap_or_default();
    let line =
        |name: &str, Weight { raw, gzip, brotli }: Weight| format!("{name:wide$}  {raw:>9}  {gzip:>9}  {brotli:>9}\n");
    let mut table = format!("{:wide$}  {:>9}  {:>9}  {:>9}\n", "bytes", "raw", "gzip -9", "brotli 11");
    for (stage, sum) in [(Stage::Read, "to read"), (Stage::Search, "to search and filter"), (Stage::Later, "in all")] {
        for file in files.iter().filter(|file| file.stage == stage) {
            table += &line(&file.name, file.weight);
        }
        table += &line(sum, weight::until(files, stage));
    }
    table
}

/// Page, style, Wasm, loader, record, then the sums: KiB, brotli.
fn row(files: &[File]) -> String {
    let sum = |ending: &str| {
        let fetched = files.iter().filter(|file| file.name.ends_with(ending) && file.stage != Stage::Later);
        fetched.map(|file| file.weight.brotli).sum::<usize>()
    };
    let columns = [".html", ".css", ".wasm", ".js", ".json"].map(sum);
    let sums = [Stage::Read, Stage::Search].map(|stage| weight::until(files, stage).brotli);
    let cells = columns.into_iter().chain(sums).map(|bytes| format!("{:.1}", bytes as f64 / 1024.0));
    cells.collect::<Vec<_>>().join(" | ")
}

/// `text` with the row of `version`, in the place of an earlier one of that version.
fn with_row(text: &str, version: &str, row: &str) -> String {
    let start = format!("| {version} |");
    let rows = text.lines().filter(|line| !line.starts_with(&start)).map(|line| format!("{line}\n"));
    rows.collect::<String>() + &format!("{start} {row} |\n")
}

#[cfg(test)]
mod tests {
    use super::with_row;

    #[test]
    fn a_version_has_one_row() {
        let table = "| version | page |\n|---|--:|\n| 0.1.0 | 1.0 |\n";
        let again = with_row(table, "0.1.0", "2.0");
        assert_eq!(again, "| version | page |\n|---|--:|\n| 0.1.0 | 2.0 |\n");
        assert_eq!(with_row(&again, "0.2.0", "3.0"), format!("{again}| 0.2.0 | 3.0 |\n"));
    }
}
