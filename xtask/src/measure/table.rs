//! The numbers as a page of Markdown, with the words that say what was measured.

use super::BARE;
use super::figures::{Measured, Page, Run};

/// A page without script blocks nothing; what it seems to block longer than this, in milliseconds, is other work of the
/// machine.
const QUIET: f64 = 50.0;

/// The whole page.
pub(crate) fn document(measured: &Measured) -> String {
    let runs = measured.pages.iter().map(|page| page.runs.len()).max().unwrap_or_default();
    let lighthouse =
        measured.pages.iter().flat_map(|page| &page.runs).next().map_or("not run", |run| run.version.as_str());
    format!(
        "# Measured\n\n\
         On {date}, by `cargo xtask measure`: Lighthouse {lighthouse} in {browser}; medians of {runs}.\n\n\
         {table}\n\
         {caution}{words}{faults}",
        date = measured.date,
        browser = measured.browser,
        table = table(&measured.pages),
        caution = caution(&measured.pages),
        words = WORDS,
        faults = faults(&measured.pages),
    )
}

const WORDS: &str = "\
*First paint*, *largest paint*, *blocked* and *shift* are Lighthouse’s first contentful paint, largest contentful paint, total \
blocking time and cumulative layout shift at its mobile setting: slow 4G (1.6 Mbit/s, 150 ms) and a processor four times slower, \
both simulated. *Filter answers* is the time from the start of the navigation until “fertilizer”, typed as soon as there is a box \
to type into, has changed what the page says; there the browser’s network and processor are really slowed down by the same \
measure. *KiB* is what the page asks for, headers included; what the service worker fetches afterwards, to keep it, is \
not in it. The last four columns are Lighthouse’s scores.

All pages come from the same server on the same machine, compressed with brotli, with nothing cached. The two yardsticks are made \
from the same record in the same run: its text as a bare HTML file, without script or style, which is the limit; and its turns as \
a list in React (production build, bundled and minified with esbuild), which fetches the same JSON and filters by a plain \
comparison of text, with none of the rest.
";

fn table(pages: &[Page]) -> String {
    let mut table = "\
| | first paint, s | largest paint, s | blocked, ms | shift | filter answers, s | KiB | performance | accessibility | best practices | SEO |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
"
    .to_owned();
    for page in pages {
        let cells = COLUMNS.map(|(of, written)| page.median(of).map_or_else(|| "–".to_owned(), written));
        table += &format!("| {} | {} |\n", page.name, cells.join(" | "));
    }
    table
}

/// Said when the machine was busy: nobody should take such numbers for the page's.
fn caution(pages: &[Page]) -> String {
    let bare = pages.iter().find(|page| page.name == BARE);
    match bare.and_then(|page| page.median(|run| Some(run.total_blocking_time))) {
        Some(blocked) if blocked > QUIET => format!(
            "**The machine was busy with other work**: the bare page, which has no script, was blocked for {blocked:.0} ms. What \
             depends on the processor (*blocked*, *filter answers*, *performance*) is worse here than it is.\n\n"
        ),
        _ => String::new(),
    }
}

type Column = (fn(&Run) -> Option<f64>, fn(f64) -> String);

const COLUMNS: [Column; 10] = [
    (|run| Some(run.first_contentful_paint), seconds),
    (|run| Some(run.largest_contentful_paint), seconds),
    (|run| Some(run.total_blocking_time), whole),
    (|run| Some(run.cumulative_layout_shift), |value| format!("{value:.3}")),
    (|run| run.filter_answers, seconds),
    (|run| Some(run.bytes / 1024.0), |value| format!("{value:.1}")),
    (|run| Some(run.performance), whole),
    (|run| Some(run.accessibility), whole),
    (|run| Some(run.best_practices), whole),
    (|run| Some(run.seo), whole),
];

fn seconds(milliseconds: f64) -> String {
    format!("{:.2}", milliseconds / 1000.0)
}

fn whole(value: f64) -> String {
    format!("{value:.0}")
}

/// What counts in a score and is not perfect.
fn faults(pages: &[Page]) -> String {
    let mut list = String::new();
    for page in pages {
        for (id, fault) in page.faults().into_iter().filter(|(_, fault)| fault.weight > 0.0) {
            let value = if fault.value.is_empty() { String::new() } else { format!(", {}", fault.value) };
            list += &format!(
                "- {}, {}: {} (`{id}`, at worst {:.0} of 100{value})\n",
                page.name,
                fault.category,
                fault.title,
                fault.score * 100.0,
            );
        }
    }
    if list.is_empty() { list } else { format!("\nAudits that count and were not perfect in every run:\n\n{list}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::figures::Fault;
    use crate::measure::figures::tests::page;

    #[test]
    fn the_page_has_a_row_for_each_page_and_says_how_it_was_measured() {
        let mut record = page("record", &[97.0, 99.0, 98.0]);
        record.runs[1].filter_answers = Some(2345.0);
        let fault = Fault {
            category: "performance".into(),
            weight: 25.0,
            score: 0.91,
            title: "LCP".into(),
            value: "2 s".into(),
        };
        record.runs[0].faults.insert("largest".into(), fault.clone());
        record.runs[0].faults.insert("advice".into(), Fault { weight: 0.0, ..fault });
        let measured = Measured {
            date: "2026-01-31".into(),
            browser: "Chrome/150.1".into(),
            pages: vec![page("list", &[100.0]), record],
        };
        let text = document(&measured);
        for part in [
            "On 2026-01-31, by `cargo xtask measure`: Lighthouse 12.0.0 in Chrome/150.1; medians of 3.",
            "| list | 0.91 | 1.24 | 35 | 0.001 | – | 10.0 | 100 | 100 | 100 | 100 |\n",
            "| record | 0.91 | 1.24 | 35 | 0.001 | 2.35 | 10.0 | 98 | 100 | 100 | 100 |\n",
            "- record, performance: LCP (`largest`, at worst 91 of 100, 2 s)\n",
        ] {
            assert!(text.contains(part), "{part}\nin\n{text}");
        }
        assert!(!text.contains("advice"), "{text}");
    }

    #[test]
    fn a_busy_machine_is_told() {
        let mut bare = page(BARE, &[100.0]);
        assert_eq!(caution(std::slice::from_ref(&bare)), "");
        bare.runs[0].total_blocking_time = 300.0;
        assert!(caution(&[bare]).contains("blocked for 300 ms"));
    }
}
