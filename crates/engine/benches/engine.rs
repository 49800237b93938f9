//! The engine by itself: text taken in, indexed, and asked, by number of turns; beside them a plain read of as many bytes.
//!
//! `cargo bench -p memcon-engine --config profile.bench.opt-level=3`; `cargo xtask bench` measures it beside others.

use std::hint::black_box;

use divan::Bencher;
use divan::counter::BytesCount;
use memcon_engine::index::Making;
use memcon_engine::{Clause, Pattern, Query, Sought, Text};

const SIZES: [u64; 2] = [1_000, 100_000];
const WORDS_OF_A_TURN: u64 = 50;

fn main() {
    divan::main();
}

/// Words in which a few come often and most seldom, the same at every run.
struct Words(u64);

impl Words {
    /// A number below `most`, each as likely: Knuth's linear congruential generator, its better half.
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }

    /// Half of all words are of a few letters and come often.
    fn word(&mut self, out: &mut String) {
        let ranks = 1 << (4 + 2 * self.below(7));
        let mut rank = self.below(ranks) + 26;
        while rank > 0 {
            out.push(char::from(b'a' + (rank % 26) as u8));
            rank /= 26;
        }
        out.push(' ');
    }

    fn turns(count: u64) -> Vec<String> {
        let mut words = Words(1);
        let turn = |_| {
            let mut text = String::new();
            (0..WORDS_OF_A_TURN).for_each(|_| words.word(&mut text));
            text
        };
        (0..count).map(turn).collect()
    }
}

fn text(turns: &[String]) -> Text {
    let mut text = Text::default();
    for turn in turns {
        text.begin_block();
        text.add(turn);
    }
    text
}

fn indexed(mut text: Text) -> Text {
    let mut making = Making::default();
    while !making.step(&mut text, usize::MAX) {}
    text
}

#[divan::bench(args = SIZES)]
fn take_in(bencher: Bencher, turns: u64) {
    let turns = Words::turns(turns);
    let bytes: usize = turns.iter().map(String::len).sum();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| text(&turns));
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn index(bencher: Bencher, turns: u64) {
    let text = text(&Words::turns(turns));
    bencher.counter(BytesCount::new(text.len())).with_inputs(|| text.clone()).bench_local_values(indexed);
}

#[divan::bench(args = SIZES)]
fn plain_read(bencher: Bencher, turns: u64) {
    let bytes = vec![1_u8; text(&Words::turns(turns)).len()];
    let read = || black_box(&bytes).iter().fold(0_u8, |sum, byte| sum.wrapping_add(*byte));
    bencher.counter(BytesCount::new(bytes.len())).bench_local(read);
}

/// A rare word, a common one, the beginning of one, two words, and a phrase.
const ASKED: [&str; 5] = ["rare", "common", "prefix", "two", "phrase"];

fn query(asked: &str) -> Query {
    let phrases: Vec<Vec<Pattern>> = match asked {
        "rare" => vec![Pattern::words("zzzzz")],
        "common" => vec![Pattern::words("ab")],
        "prefix" => vec![Pattern::wild("abc*").into_iter().collect()],
        "two" => vec![Pattern::words("ab"), Pattern::words("qz")],
        _ => vec![Pattern::words("ab bb")],
    };
    let clause = |phrase| Clause { without: false, sought: Sought::Phrases(vec![phrase]) };
    Query { clauses: phrases.into_iter().map(clause).collect() }
}

#[divan::bench(args = ASKED)]
fn scan_100_000(bencher: Bencher, asked: &str) {
    let (text, query) = (text(&Words::turns(100_000)), query(asked));
    bencher.counter(BytesCount::new(text.len())).bench_local(|| text.answer(&query));
}

#[divan::bench(args = ASKED)]
fn answer_100_000(bencher: Bencher, asked: &str) {
    let (text, query) = (indexed(text(&Words::turns(100_000))), query(asked));
    bencher.bench_local(|| text.answer(&query));
}
