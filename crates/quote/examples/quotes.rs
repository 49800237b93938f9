//! Prints the tables of `docs/quotes.md`: what becomes of links when the record is edited.

#[path = "../tests/common/mod.rs"]
mod common;

use common::edits::KINDS;
use common::follow::{Outcome, rates};
use common::{Turn, plain, records, seed};

fn main() {
    table("The record of this site: 1,200 links", &[plain(&seed())], 1200);
    let frus: Vec<Vec<Turn>> = records("corpora/frus", "txt").iter().map(|(_, record)| plain(record)).collect();
    if !frus.is_empty() {
        let name =
            format!("{} conversations of the *Foreign Relations of the United States*: 40 links each", frus.len());
        table(&name, &frus, 40);
    }
}

fn table(name: &str, texts: &[Vec<Turn>], links: usize) {
    let mut sums = vec![Outcome::default(); KINDS.len()];
    for (seed, turns) in (1..).zip(texts) {
        for (sum, outcome) in sums.iter_mut().zip(rates(turns, links, seed)) {
            sum.add(outcome);
        }
    }
    println!("{name}.\n");
    println!(
        "| edit | found exactly | found, flagged | another place, flagged | not found | with nothing left to find | wrong and unflagged |"
    );
    println!("|---|--:|--:|--:|--:|--:|--:|");
    for ((_, what), sum) in KINDS.iter().zip(sums) {
        let share = |part: usize| match part {
            0 => "0".to_owned(),
            part => format!("{:.1} %", part as f64 * 100.0 / sum.links as f64),
        };
        let parts = [sum.exact, sum.flagged, sum.elsewhere, sum.gone, sum.rightly].map(share).join(" | ");
        println!("| {what} | {parts} | {} |", sum.wrong);
    }
    println!();
}
