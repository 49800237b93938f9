//! The same natively: `native TURNS.json QUESTIONS.json RUNS` prints what it measures as JSON, times in milliseconds.

use std::collections::BTreeMap;
use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use memcon_bench::Engine;
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
struct Question {
    kind: String,
    typed: String,
    count: usize,
    sum: u32,
}

#[derive(Serialize)]
struct Measured {
    /// Until it answers by scanning, and until it has its index too.
    ready: [f64; 2],
    /// Until the first answer.
    first: f64,
    /// For each run, how long each question took: by the scan, and with the index.
    scan: Vec<Vec<f64>>,
    index: Vec<Vec<f64>>,
    /// For each run, how long a plain read of as many bytes took.
    read: Vec<f64>,
    bytes: usize,
    /// By kind, how many questions had another answer than the oracle's.
    wrong: BTreeMap<String, usize>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [turns, questions, runs] = arguments.as_slice() else { return Err("native TURNS QUESTIONS RUNS".into()) };
    let turns = std::fs::read(turns)?;
    let questions: Vec<Question> = serde_json::from_slice(&std::fs::read(questions)?)?;
    let runs: usize = runs.parse()?;

    let begun = Instant::now();
    let mut engine = Engine::new();
    engine.reserve(turns.len());
    engine.add(&turns)?;
    let scan_ready = since(begun);
    questions.iter().take(1).for_each(|question| drop(black_box(engine.answer(&question.typed))));
    let first = since(begun);
    let mut wrong = BTreeMap::new();
    check(&engine, &questions, &mut wrong);
    let scan = (0..runs).map(|_| pass(&engine, &questions)).collect();

    let begun = Instant::now();
    while !engine.index_step(usize::MAX) {}
    let index_ready = scan_ready + since(begun);
    check(&engine, &questions, &mut wrong);
    let index = (0..runs).map(|_| pass(&engine, &questions)).collect();

    engine.lay_out();
    let read = (0..runs.max(5)).map(|_| {
        let begun = Instant::now();
        black_box(engine.read());
        since(begun)
    });
    let ready = [scan_ready, index_ready];
    let measured = Measured { ready, first, scan, index, read: read.collect(), bytes: engine.bytes(), wrong };
    println!("{}", serde_json::to_string(&measured)?);
    Ok(())
}

fn pass(engine: &Engine, questions: &[Question]) -> Vec<f64> {
    let timed = |question: &Question| {
        let begun = Instant::now();
        black_box(engine.answer(&question.typed));
        since(begun)
    };
    questions.iter().map(timed).collect()
}

fn check(engine: &Engine, questions: &[Question], wrong: &mut BTreeMap<String, usize>) {
    for Question { kind, typed, count, sum } in questions {
        let found = engine.answer(typed);
        // As in page/sum.mjs.
        let of = found.iter().fold(0x811c_9dc5_u32, |sum, turn| (sum ^ turn).wrapping_mul(0x0100_0193));
        if (found.len(), of) != (*count, *sum) {
            *wrong.entry(kind.clone()).or_default() += 1;
        }
    }
}

fn since(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1000.0
}
