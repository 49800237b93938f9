//! The figures as a page of Markdown, with the words that say what was measured.

use std::collections::BTreeMap;

use super::Plan;
use super::figures::{Measured, Row, Run, Size, Spread, median};
use super::peers::{Engine, OURS};
use super::strokes::{Page, Stroke};

/// All about the engine.
pub(crate) fn document(measured: &Measured, engines: &[Engine], plan: &Plan) -> String {
    let command = match plan.turns {
        Some(_) => "`cargo xtask bench --turns <file>`",
        None => "`cargo xtask bench`",
    };
    let versions: Vec<String> =
        engines.iter().filter_map(|engine| Some(format!("{} {}", engine.name, engine.version?))).collect();
    let mut page = format!(
        "# The engine beside its peers\n\n\
         On {date}, by {command}, in {browser} on {machine}. Each engine was started {runs} times, each time in a browser of its \
         own, and asked all 200 questions {runs} times; the tables have medians. Peers: {versions}.\n\n",
        date = measured.date,
        browser = measured.browser,
        machine = measured.machine,
        runs = plan.runs,
        versions = if versions.is_empty() { "none".to_owned() } else { versions.join(", ") },
    );
    if measured.busy > BUSY {
        page += &format!(
            "**The machine was busy with other work**: up to {:.1} programs waited for each of its processors. All times are longer \
             here than they are, and not alike.\n\n",
            measured.busy
        );
    }
    page += &measured.sizes.iter().map(|size| section(size, engines)).collect::<String>();
    page += &scan(&measured.sizes);
    page += &native(&measured.sizes);
    page += WORDS;
    page
}

/// The benchmark alone keeps each processor busy once.
const BUSY: f64 = 1.5;

const WORDS: &str = "\
## What was measured

*Ready* is the time from a file of JSON (`[speaker, text]` for each turn, on a line), whose bytes lie in the page’s memory, until the engine can be asked. The loading of its code \
is not in it; the engine has been used once, with one turn, since browsers compile code when it is first used; and the browser has had a \
second to come to rest. Memcon reads the file itself; all others are given objects, which JavaScript makes of it, and *JSON* is what of the time \
that takes. *First answer* is the time from the same moment until it has answered one question. *p50*, *p95* and *max* are those of the 200 \
questions once all is warm: half of the answers, 95 of 100, and all of them took no longer. *Memory* is what JavaScript’s heap holds \
more than before, after a collection, and all memory of the engine’s Wasm, by the text as UTF-8. The browser’s clock goes in steps of 0.005 ms. Of *otherwise answered* are the \
questions to which the engine finds other turns than a plain comparison of every word of every turn does; an engine without any is \
exact.

The questions are drawn from the turns themselves, by a seeded draw: 30 rare words (in three turns at most), 30 of the hundred most \
common, 30 times two words of one turn, 30 beginnings of a word, 30 phrases of two or three words, 20 words that are nowhere, and 30 \
words with a speaker. An answer is all the turns that hold what is asked, by number. The places in \
them that are to be marked are found where they are shown, and not measured here. MiniSearch and Lunr rank the turns: they cannot be \
told not to.

How each peer was set, as its documentation says is fastest for this and still gives the same answers: all but Fuse.js are given the \
words by our own function, folded alike, without stemming and stop words. MiniSearch, FlexSearch and Lunr know no phrases: they find \
the turns with all of the words, and these are then looked through for the phrase. MiniSearch and Lunr have the speaker as a field of \
one term; FlexSearch has a set of turns for each. FlexSearch has two indexes, since one that finds beginnings of words finds them \
for whole words too, no ranking and no limit. Fuse.js looks for what is included at any place, unsorted, and the turns \
that hold it as words are kept. SQLite has a contentless table without column sizes, in memory, filled in one transaction; its rows are fetched \
through the functions of C. `xtask/bench/peers/` has each.

Memcon is built as the site has it: for speed the engine, for size what is around it, with instructions on sixteen bytes at once.

The turns are made by a seeded generator (words as often as Zipf has them, one in some with diacritics), or are those of a file of \
lines `Name: text` that `--turns` names.
";

/// All engines at one number of turns.
fn section(size: &Size, engines: &[Engine]) -> String {
    let mut text = format!(
        "## {} turns, {} of text\n\n\
         | | JSON, ms | ready, ms | first answer, ms | p50, ms | p95, ms | max, ms | memory, × text | otherwise answered |\n\
         |---|--:|--:|--:|--:|--:|--:|--:|---|\n",
        grouped(size.turns),
        bytes(size.bytes),
    );
    let mut lines = Vec::new();
    for row in &size.rows {
        let name = name(engines, &row.id);
        if let Some(why) = &row.left_out {
            lines.push(format!("| {name} | – | – | – | – | – | – | – | not measured: {why} |\n"));
            continue;
        }
        if row.id == OURS {
            lines.push(line(&format!("{name}, by its scan"), size, row, |run| Some(run)));
            lines.push(line(&format!("{name}, with its index"), size, row, |run| run.later.as_deref()));
        } else {
            lines.push(line(name, size, row, |run| Some(run)));
        }
    }
    text += &lines.concat();
    text += "\n";
    text += &ratios(size, engines);
    text += &kinds(size, engines);
    text += &losses(size, engines);
    text
}

fn line(name: &str, size: &Size, row: &Row, part: fn(&Run) -> Option<&Run>) -> String {
    let runs: Vec<&Run> = row.runs.iter().filter_map(part).collect();
    let of = |value: fn(&Run) -> Option<f64>| median(runs.iter().filter_map(|run| value(run)));
    let spread = Spread::of(runs.iter().flat_map(|run| &run.passes));
    let cell = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), time);
    let memory = of(|run| Some(run.memory)).map_or_else(|| "–".to_owned(), |held| format!("{:.1}", held / size.bytes));
    format!(
        "| {name} | {} | {} | {} | {} | {} | {} | {memory} | {} |\n",
        cell(of(|run| run.json)),
        cell(of(|run| Some(run.ready))),
        cell(of(|run| run.first)),
        cell(spread.map(|spread| spread.p50)),
        cell(spread.map(|spread| spread.p95)),
        cell(spread.map(|spread| spread.max)),
        runs.first().map_or_else(|| "–".to_owned(), |run| otherwise(&run.wrong)),
    )
}

/// How many questions were answered otherwise than the oracle does, and which.
fn otherwise(wrong: &BTreeMap<String, usize>) -> String {
    let all: usize = wrong.values().sum();
    if all == 0 {
        return "none".to_owned();
    }
    let kinds: Vec<String> = wrong.iter().map(|(kind, count)| format!("{kind} {count}")).collect();
    format!("{all} of 200: {}", kinds.join(", "))
}

/// What is asked of the figures in one sentence each: by how much is ours before the best of those that are exact.
fn ratios(size: &Size, engines: &[Engine]) -> String {
    let Some(ours) = size.rows.iter().find(|row| row.id == OURS && row.left_out.is_none()) else {
        return String::new();
    };
    let exact: Vec<&Row> = size
        .rows
        .iter()
        .filter(|row| row.id != OURS && row.left_out.is_none() && row.runs.iter().all(|run| run.wrong.is_empty()))
        .collect();
    let first = |row: &Row| median(row.runs.iter().filter_map(|run| run.first));
    let settled = |row: &Row| Spread::of(row.runs.iter().flat_map(|run| &run.passes)).map(|spread| spread.p95);
    let later = Spread::of(ours.runs.iter().filter_map(|run| run.later.as_deref()).flat_map(|run| &run.passes));
    let best = |of: &dyn Fn(&Row) -> Option<f64>| {
        exact.iter().filter_map(|row| Some((name(engines, &row.id), of(row)?))).min_by(|a, b| a.1.total_cmp(&b.1))
    };
    let mut text = String::new();
    if let (Some((peer, theirs)), Some(mine)) = (best(&first), first(ours)) {
        text += &format!(
            "The first answer of Memcon comes after {} ms, that of the soonest exact peer, {peer}, after {}: {}.\n",
            time(mine),
            time(theirs),
            times(theirs / mine, "sooner", "later")
        );
    }
    if let (Some((peer, theirs)), Some(mine)) = (best(&settled), later.map(|spread| spread.p95)) {
        text += &format!(
            "Of its settled answers 95 of 100 take no more than {} ms, of those of the fastest exact peer, {peer}, {}: {}.\n",
            time(mine),
            time(theirs),
            times(theirs / mine, "faster", "slower")
        );
    }
    if text.is_empty() { text } else { text + "\n" }
}

/// A step of the browser's clock: what is no more than one apart is the same.
const STEP: f64 = 0.005;

/// Where it is no win: what each peer does better than ours, which has its index.
fn losses(size: &Size, engines: &[Engine]) -> String {
    let Some(ours) = size.rows.iter().find(|row| row.id == OURS && row.left_out.is_none()) else {
        return String::new();
    };
    let settled: Vec<&Run> = ours.runs.iter().filter_map(|run| run.later.as_deref()).collect();
    let middle = |runs: &[&Run], of: fn(&Run) -> Option<f64>| median(runs.iter().filter_map(|run| of(run)));
    let mut text = String::new();
    for row in size.rows.iter().filter(|row| row.id != OURS && row.left_out.is_none()) {
        let theirs: Vec<&Run> = row.runs.iter().collect();
        let mut better: Vec<String> = Vec::new();
        let own: Vec<&Run> = ours.runs.iter().collect();
        for (what, of) in [
            ("is ready sooner", (|run| Some(run.ready)) as fn(&Run) -> Option<f64>),
            ("answers first sooner", |run| run.first),
            ("holds less memory", |run| Some(run.memory)),
        ] {
            if middle(&theirs, of) < middle(&own, of) {
                better.push(what.to_owned());
            }
        }
        let faster: Vec<&str> = kinds_of(size)
            .into_iter()
            .filter(|kind| {
                let of = |runs: &[&Run]| {
                    median(runs.iter().flat_map(|run| &run.passes).flat_map(|pass| of_kind(size, pass, kind)))
                };
                matches!((of(&theirs), of(&settled)), (Some(theirs), Some(ours)) if theirs + STEP < ours)
            })
            .collect();
        if !faster.is_empty() {
            better.push(format!("is faster at its median on: {}", faster.join(", ")));
        }
        if !better.is_empty() {
            text += &format!("- {} {}.\n", name(engines, &row.id), better.join("; "));
        }
    }
    if text.is_empty() { text } else { format!("Where it is no win:\n\n{text}\n") }
}

fn kinds_of(size: &Size) -> Vec<&str> {
    let mut kinds: Vec<&str> = size.kinds.iter().map(String::as_str).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// The middle of each kind of question.
fn kinds(size: &Size, engines: &[Engine]) -> String {
    let kinds = kinds_of(size);
    let mut text = format!(
        "Medians by kind of question, ms:\n\n| | {} |\n|---|{}\n",
        kinds.join(" | "),
        "--:|".repeat(kinds.len())
    );
    let mut line = |name: &str, runs: Vec<&Run>| {
        let cells = kinds.iter().map(|kind| {
            let times = runs.iter().flat_map(|run| &run.passes).map(|pass| of_kind(size, pass, kind));
            median(times.flatten()).map_or_else(|| "–".to_owned(), time)
        });
        text += &format!("| {name} | {} |\n", cells.collect::<Vec<_>>().join(" | "));
    };
    for row in size.rows.iter().filter(|row| row.left_out.is_none()) {
        let name = name(engines, &row.id);
        if row.id == OURS {
            line(&format!("{name}, by its scan"), row.runs.iter().collect());
            line(&format!("{name}, with its index"), row.runs.iter().filter_map(|run| run.later.as_deref()).collect());
        } else {
            line(name, row.runs.iter().collect());
        }
    }
    text + "\n"
}

fn of_kind(size: &Size, pass: &[f64], kind: &str) -> Vec<f64> {
    pass.iter().zip(&size.kinds).filter(|(_, of)| *of == kind).map(|(time, _)| *time).collect()
}

/// The scan beside a plain read of as much memory.
fn scan(sizes: &[Size]) -> String {
    let mut text = "## The scan beside a plain read of memory\n\n\
        | turns | folded text | browser: read, ms | scan, ms | × | natively: read, ms | scan, ms | × |\n\
        |--:|--:|--:|--:|--:|--:|--:|--:|\n"
        .to_owned();
    for size in sizes {
        let Some(ours) = size.rows.iter().find(|row| row.id == OURS) else { continue };
        let plain = || ours.runs.iter().filter_map(|run| run.plain.as_ref());
        let read = median(plain().flat_map(|plain| plain.read.clone()));
        let none = |passes: &mut dyn Iterator<Item = &Vec<f64>>| {
            median(passes.flat_map(|pass| of_kind(size, pass, NOWHERE)).collect::<Vec<_>>())
        };
        let scan = none(&mut ours.runs.iter().flat_map(|run| &run.passes));
        let (read_natively, scan_natively) = (median(size.native.read.clone()), none(&mut size.native.scan.iter()));
        let pair = |read: Option<f64>, scan: Option<f64>, least: f64| match (read, scan) {
            (Some(read), Some(scan)) if read > least => format!("{} | {} | {:.1}", time(read), time(scan), scan / read),
            (read, scan) => {
                let cell = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), time);
                format!("{} | {} | –", cell(read), cell(scan))
            }
        };
        text += &format!(
            "| {} | {} | {} | {} |\n",
            grouped(size.turns),
            bytes(plain().next().map_or(size.native.bytes, |plain| plain.bytes)),
            // A few steps of the clock are no measure.
            pair(read, scan, 4.0 * STEP),
            pair(read_natively, scan_natively, 0.0),
        );
    }
    text + "\nA scan is the whole way from a typed word that is nowhere to an empty answer; a read adds up as many bytes and does nothing \
            else, sixteen at once where the compiler can.\n\n"
}

/// Words that stand nowhere: the scan goes through all of the text, and finds nothing to write down.
const NOWHERE: &str = "none";

/// Ours without a browser, and how its index is made in one.
fn native(sizes: &[Size]) -> String {
    let mut text = "## The index, and the engine without a browser\n\n\
        | turns | browser: index made in, ms | longest slice, ms | natively: ready, ms | first answer, ms | index made in, ms | scan p50, p95, max, ms | index p50, p95, max, ms | otherwise answered |\n\
        |--:|--:|--:|--:|--:|--:|--:|--:|---|\n"
        .to_owned();
    let cell = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), time);
    let spread = |passes: &Vec<Vec<f64>>| {
        Spread::of(passes).map_or_else(
            || "–".to_owned(),
            |Spread { p50, p95, max }| format!("{}, {}, {}", time(p50), time(p95), time(max)),
        )
    };
    for size in sizes {
        let runs = || size.rows.iter().filter(|row| row.id == OURS).flat_map(|row| &row.runs);
        let made = runs().filter_map(|run| Some(run.later.as_ref()?.ready - run.ready));
        let slice = runs().filter_map(|run| run.later.as_ref()?.slice);
        let native = &size.native;
        text += &format!(
            "| {} | {} | {} | {} | {} | {} | {} | {} | {} |\n",
            grouped(size.turns),
            cell(median(made)),
            cell(median(slice)),
            time(native.ready[0]),
            time(native.first),
            time(native.ready[1] - native.ready[0]),
            spread(&native.scan),
            spread(&native.index),
            otherwise(&native.wrong),
        );
    }
    text + "\n"
}

/// All about the pages.
pub(crate) fn page(pages: &[Page]) -> String {
    let mut text = "## From keystroke to painted answer\n\n\
        | turns | program runs after, ms | first change p50, ms | p95 | max | at rest p50, ms | p95 | max | script p50, ms | style | layout | other | the engine alone, mean |\n\
        |--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n"
        .to_owned();
    for page in pages {
        let all = |of: fn(&Stroke) -> f64| page.strokes.iter().map(of).collect::<Vec<_>>();
        let middle = |of: fn(&Stroke) -> f64| median(all(of)).map_or_else(|| "–".to_owned(), time);
        let (Some(first), Some(last)) = (Spread::of([&all(|s| s.first)]), Spread::of([&all(|s| s.last)])) else {
            continue;
        };
        text += &format!(
            "| {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} |\n",
            if page.turns > 0 { grouped(page.turns) } else { "a bare page".to_owned() },
            time(page.ready),
            time(first.p50),
            time(first.p95),
            time(first.max),
            time(last.p50),
            time(last.p95),
            time(last.max),
            middle(|s| s.script),
            middle(|s| s.style),
            middle(|s| s.layout),
            middle(|s| (s.task - s.script - s.style - s.layout).max(0.0)),
            time(page.engine),
        );
    }
    text += "\nHow each grows, as a multiple of the row before:\n\n| turns | first change p50 | at rest p50 | script | style | layout | the engine alone |\n\
             |--:|--:|--:|--:|--:|--:|--:|\n";
    let pages: Vec<&Page> = pages.iter().filter(|page| page.turns > 0).collect();
    for (before, page) in pages.iter().zip(pages.iter().skip(1)) {
        let middle = |page: &Page, of: fn(&Stroke) -> f64| median(page.strokes.iter().map(of));
        let cells = [
            grown(middle(before, |s| s.first), middle(page, |s| s.first)),
            grown(middle(before, |s| s.last), middle(page, |s| s.last)),
            grown(middle(before, |s| s.script), middle(page, |s| s.script)),
            grown(middle(before, |s| s.style), middle(page, |s| s.style)),
            grown(middle(before, |s| s.layout), middle(page, |s| s.layout)),
            grown(Some(before.engine), Some(page.engine)),
        ];
        text += &format!(
            "| {} (× {:.0}) | {} |\n",
            grouped(page.turns),
            page.turns as f64 / before.turns as f64,
            cells.join(" | ")
        );
    }
    text + PAGE_WORDS
}

const PAGE_WORDS: &str = "
Twelve questions, two of each kind but those with a speaker, are typed letter by letter into the search box of a record’s page on the \
built site, each letter once all is at rest, the processor slowed down four times. *First change* is from the key’s going down to the \
first frame that shows any change after it, which need not be all of the answer; *at rest* is to the last frame in which something \
changes: by then all of it is there. A frame counts once it is painted: at a message that was sent in its \
animation callback. *Script*, *style*, *layout* and *other* (paint and the rest) are what the browser says it spent of its main \
thread from the key until all was at rest; watching for changes is in it. The engine is measured apart, not taken out of the script: \
the same beginnings of questions, put a hundred times to the engine alone with its index, in a page slowed down alike. Most \
beginnings are whole words that are nowhere, which is the quickest answer that there is. The *bare page* has a field and a paragraph, into \
which it writes what is typed: so long takes the browser itself, slowed down and watched alike.
";

fn grown(before: Option<f64>, after: Option<f64>) -> String {
    match (before, after) {
        (Some(before), Some(after)) if before > 0.0 => format!("× {:.1}", after / before),
        _ => "–".to_owned(),
    }
}

fn name(engines: &[Engine], id: &str) -> &'static str {
    engines.iter().find(|engine| engine.id == id).map_or("?", |engine| engine.name)
}

/// Milliseconds, with as many figures as mean something.
fn time(milliseconds: f64) -> String {
    match milliseconds {
        time if time < 1.0 => format!("{time:.3}"),
        time if time < 10.0 => format!("{time:.2}"),
        time if time < 100.0 => format!("{time:.1}"),
        time => grouped(time.round() as usize),
    }
}

fn times(ratio: f64, more: &str, less: &str) -> String {
    let figure = |ratio: f64| if ratio < 10.0 { format!("{ratio:.1}") } else { format!("{ratio:.0}") };
    if ratio >= 1.0 {
        format!("{} times {more}", figure(ratio))
    } else {
        format!("{} times {less}", figure(1.0 / ratio))
    }
}

fn bytes(bytes: f64) -> String {
    if bytes < 1e6 { format!("{:.0} kB", bytes / 1e3) } else { format!("{:.1} MB", bytes / 1e6) }
}

/// `100,000`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let parts: Vec<&str> = digits.as_bytes().rchunks(3).rev().filter_map(|part| str::from_utf8(part).ok()).collect();
    parts.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_as_many_figures_as_mean_something() {
        for (number, written) in
            [(0.0123, "0.012"), (1.234, "1.23"), (12.34, "12.3"), (1234.5, "1,235"), (123.0, "123")]
        {
            assert_eq!(time(number), written);
        }
        assert_eq!([7, 1_000, 1_234_567].map(grouped), ["7", "1,000", "1,234,567"]);
        assert_eq!(times(20.4, "sooner", "later"), "20 times sooner");
        assert_eq!(times(0.5, "sooner", "later"), "2.0 times later");
    }

    #[test]
    fn an_engine_that_is_not_exact_is_told() {
        let wrong = BTreeMap::from([("phrase".to_owned(), 3), ("prefix".to_owned(), 4)]);
        assert_eq!(otherwise(&wrong), "7 of 200: phrase 3, prefix 4");
        assert_eq!(otherwise(&BTreeMap::new()), "none");
    }
}
