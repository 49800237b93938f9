//! What is counted, and how.

use leptos::prelude::*;
use memcon_explore::distinctive::{APART, ENOUGH_USES, ENOUGH_WORDS, MOST, PRIOR, STOP_WORDS};
use memcon_explore::quantities;
use memcon_explore::timeline::{COLUMNS, CROWD, EXTRA, LANES};

use super::term;

pub(super) fn counts() -> AnyView {
    view! {
        <dl>
            {term(
                "turn",
                "Turn",
                "One person's speech until the next begins. Lists of those present, narrative, notes and signatures are passages outside the turns. The number of a turn is its place in the record. Its id, as in #t7, is given once and never to another turn.",
            )}
            {term(
                "word",
                "Word",
                "A run of characters between white space that holds a letter or a digit: “Marxism-Leninism” is one word, a dash is none. Words in turns are counted, those that the source has in brackets there included.",
            )}
            {term("share", "Share", "A participant's words of all words in turns, in whole per cent, a half rounded up.")}
            {term(
                "hits",
                "Hits",
                "Places where a part of the question, or a thing chosen as spoken of, stands in what is shown; where two overlap they are one. Those in turns are counted first, those outside the turns are told apart. Once a speaker, a delegation, a topic, a mode or a stretch of the timeline is chosen, only turns answer.",
            )}
            {term(
                "choices",
                "Beside a choice",
                "The number of turns that you would see if you chose it. Several choices of one kind widen, different kinds narrow: so where others of its kind are chosen the number has a plus, and is what it would add. Beside what is chosen stand the turns that have it. A turn counts once, however often something is named in it; a thing that is named only in turns which are seen already would add none.",
            )}
            {term(
                "after",
                "Speaks after",
                "How often a turn comes right after a turn of another, in the whole record, whatever is asked. This is adjacency, not address: who speaks next need not speak to the one before. What stands between two turns does not part them. A card leaves out one's own turns in a row; the view “Exchange” has them.",
            )}
            {term(
                "spoken-of",
                "Others speak of this person",
                "Turns of others in which the editor has marked that this person is named.",
            )}
            {term("distinctive", "Words more than the others", view! { <Distinctive /> })}
            {term(
                "quantities",
                "Quantities and dates",
                format!("{} These rules are for English; of other languages numbers in figures, per cent and money with a sign, and dates in figures are listed.", quantities::METHOD),
            )}
            {term(
                "timeline",
                "Timeline",
                format!("A turn is as wide as its words and, so that the shortest can be seen, a {EXTRA}th part of all words more (where there are more turns than that, as many words as all turns have on average). There is a lane for each speaker, delegations together; where more than {LANES} speak, the {} with the most words have their own, and the others share the last. A tick is a hit, as far into its turn as it is into the turn's text. Of more than {CROWD} turns there is a bar for each lane in each of {COLUMNS} columns, as high as its share of the words there (or a little, so that it can be seen); it has one tick if there is any hit in it.", LANES - 1),
            )}
        </dl>
    }
    .into_any()
}

/// What [`memcon_explore::distinctive`] does, in words.
#[component]
fn Distinctive() -> impl IntoView {
    view! {
        <p>
            {format!("The log-odds of a word in the speaker's turns less those in all other turns, both drawn towards its rate in the whole record by an informative Dirichlet prior that weighs {PRIOR} words, and divided by the standard error (equations 15, 16, 20 and 22 of Monroe, Colaresi and Quinn, “Fightin’ Words”, Political Analysis 16, 2008). For this a word is a run of letters and digits, case and diacritics aside: “fertilizer” and “fertilizers” are two.")}
        </p>
        <p>
            {format!("Listed, the highest first, are words that stand {APART} standard errors or more above the others (nine in ten of a normal distribution lie below), that the speaker uses {ENOUGH_USES} times or more, and that hold a letter; a card has at most {MOST} of them. Whoever has fewer than {ENOUGH_WORDS} words, or whose others together have fewer, has no list; nor have voices without a name, which count among the others. What nobody speaks is not counted. Among many words some stand out by chance: the list says where to look, and proves nothing.")}
        </p>
        <p>
            "In records in English, and in those that name no language, these words are left out: "
            <span class="quiet">{STOP_WORDS.join(", ")}</span>"."
        </p>
    }
}
