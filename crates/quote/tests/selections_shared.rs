//! In real conversations, the link to a random selection finds exactly it.

mod common;

use common::{Dice, records, selection};
use memcon_quote::{Found, Stream, look, make};

#[test]
fn random_selections_in_real_records_are_found_shared() {
    for (name, record) in records("corpora/frus", "txt") {
        let stream = Stream::of(&record);
        let mut dice = Dice::new(3);
        for _ in 0..60 {
            let selected = selection(&stream, &mut dice);
            let made = make(&stream, &selected).expect("a selection of words");
            assert_eq!(Some(made.passage), stream.widened(&selected));
            let (quote, seal) = (made.quote.print(), made.seal.print());
            let found = look(&stream, &quote, Some(&seal), None).map(|(_, found)| found);
            assert_eq!(found, Some(Found::Exact { passage: made.passage, whole: true }), "{name}: {quote} {seal}");
            if made.hint.is_none() {
                let found =
                    look(&stream, &quote, None, None).and_then(|(_, found)| Some((found.name(), found.passage()?)));
                assert_eq!(found, Some(("exact", made.passage)), "{name}: {quote}");
            }
        }
    }
}
