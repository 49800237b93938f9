//! What the engine does otherwise in Wasm than natively is held to what both call right.

use memcon_engine::fold::fold;
use memcon_engine::tokens::words;
use memcon_engine::{Clause, Pattern, Query, Sought, Text};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Letters of which a text is drawn: those of both cases, what stands beside them in ASCII, and what is longer than a byte.
const LETTERS: [char; 24] = [
    'a', 'b', 'z', 'A', 'Z', '0', '9', ' ', ' ', ' ', ',', '@', '[', '`', '{', '/', ':', '\u{10}', 'é', 'ß', 'İ', '毛',
    '\u{ad}', '’',
];

/// Marsaglia's xorshift of 32 bits (2003): the same at each run.
fn draw(state: &mut u32) -> usize {
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    *state as usize
}

#[wasm_bindgen_test]
fn words_are_those_of_the_plain_way() {
    let mut state = 2463534242;
    for _ in 0..4000 {
        let length = draw(&mut state) % 70;
        // Of plain letters mostly, or sixteen in a row would be rare.
        let kinds = if draw(&mut state).is_multiple_of(2) { LETTERS.len() } else { 11 };
        let typed: String = (0..length).map(|_| LETTERS[draw(&mut state) % kinds]).collect();
        let plain: Vec<String> = words(&typed).map(fold).collect();
        let mut text = Text::default();
        text.begin_block();
        text.add(&typed);
        assert_eq!(text.words(0).collect::<Vec<_>>(), plain, "{typed:?}");
        for word in plain {
            let sought = Sought::Phrases(vec![vec![Pattern::exact(&word)]]);
            let query = Query { clauses: vec![Clause { without: false, sought }] };
            assert_eq!(text.answering(&query), [0], "{word:?} in {typed:?}");
        }
    }
}

#[wasm_bindgen_test]
fn blocks_are_those_of_the_plain_way_in_a_long_text() {
    let mut state = 88172645;
    let mut text = Text::default();
    // Words of few letters, of which one is rare: what is looked for stands often, seldom or nowhere.
    let letters = b"aaaaaaaaaaabbbbbbbeeeeeeetttttttttttz";
    for _ in 0..600 {
        let words = (0..draw(&mut state) % 40).map(|_| {
            let letter = |_| char::from(letters[draw(&mut state) % letters.len()]);
            (0..4).map(letter).collect::<String>()
        });
        let words: Vec<String> = words.collect();
        text.begin_block();
        text.add(&words.join(" "));
    }
    let long = "ab".repeat(200);
    text.add(&long);
    for word in ["tabe", "zeta", "zzzz", "bzbz", "aaaa", "qqqq", "*z*", "ze*", "*bt", "t?z*", &long] {
        let pattern = Pattern::wild(word).expect("letters");
        let sought = Sought::Phrases(vec![vec![pattern.clone()]]);
        let query = Query { clauses: vec![Clause { without: false, sought }] };
        let holds = |block: &u32| text.words(*block as usize).any(|other| pattern.matches(other.as_bytes()));
        let plain: Vec<u32> = (0..text.blocks() as u32).filter(holds).collect();
        assert_eq!(text.answering(&query), plain, "{word}");
    }
}
