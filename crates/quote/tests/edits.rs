//! Links followed into a record that was edited: what is called exact is exactly the words that were selected.

mod common;

use common::edits::KINDS;
use common::follow::rates;
use common::{plain, seed};
use proptest::prelude::*;

#[test]
fn nothing_is_wrong_and_unflagged() {
    let outcomes = rates(&plain(&seed()), 120, 7);
    for (outcome, (kind, _)) in outcomes.iter().zip(KINDS) {
        assert_eq!(outcome.wrong, 0, "{kind}: {outcome:?}");
    }
    let of = |name: &str| outcomes[KINDS.iter().position(|(kind, _)| *kind == name).expect("a kind")];
    for kind in ["nothing", "quotes", "paragraphs"] {
        assert_eq!(of(kind).exact, of(kind).links, "{kind}");
    }
    for (kind, percent) in
        [("typing", 90), ("typing-here", 90), ("split", 95), ("joined", 95), ("inserted", 95), ("moved", 80)]
    {
        let outcome = of(kind);
        assert!((outcome.exact + outcome.flagged) * 100 >= outcome.links * percent, "{kind}: {outcome:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_wrong_whatever_the_text(
        turns in proptest::collection::vec(proptest::collection::vec("([A-Za-z]{1,7}[ ,.—]{1,2}){1,30}", 1..3), 2..12),
        seed in any::<u64>(),
    ) {
        let turns: Vec<_> = turns.into_iter().enumerate().map(|(i, turn)| (format!("t{}", i + 1), turn)).collect();
        for (outcome, (kind, _)) in rates(&turns, 3, seed).iter().zip(KINDS) {
            prop_assert_eq!(outcome.wrong, 0, "{}", kind);
        }
    }
}
