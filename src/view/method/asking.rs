//! The language of questions, as `memcon_explore::question` reads it.

use leptos::prelude::*;
use memcon_explore::fold::LETTERS;

use super::rows;

/// What can be typed, and what it finds.
const QUESTION: [(&str, &str); 14] = [
    ("fertilizer", "The word, whole: “fertilizers” is another. Case does not matter."),
    ("fertilizer reed", "Both, anywhere in the same turn, or in the same passage outside the turns."),
    ("\"raw material\"", "Words that follow each other in a paragraph. The quotes may be straight or curly."),
    ("fertilizer|manure", "One of them, or both. There may be spaces around the bar."),
    (
        "near:5(raw material)",
        "Words, or phrases in quotes, in one paragraph with no more than five words between them, in either order.",
    ),
    ("speaker:hoxha", "Turns of those whose name has the word, or whose id it is; speaker:hoxha|shehu are both."),
    (
        "mentions:donkey topic:\"raw materials\"",
        "Passages that speak of a person, place or thing, and turns on a topic, by name in the same way.",
    ),
    ("-chemical", "Turns without the word. A phrase, or any other part, is left out in the same way."),
    (
        "fertilizer*",
        "Words that begin so. With the star in front, *ism, those that end so; with two, *niz*, those that hold it.",
    ),
    (
        "~fertilize",
        "The word and its other forms in this record, by its English stem: “fertilizer”, “fertilizers”. They are named where the question is understood. Without the ~ a word is found as it is.",
    ),
    ("fertili?er", "Any one letter or digit in the place of the question mark."),
    ("Marxism-Leninism", "The two words one after the other: what is neither letter nor digit parts words."),
    ("mud5", "Where 5 is the mark of a note: “mud” is found there as well as “mud5”, and the mark parts no phrase."),
    ("毛泽东", "A Chinese or Japanese character is a word by itself; together they are a phrase."),
];

pub(super) fn question() -> AnyView {
    let letters: Vec<String> = LETTERS.iter().map(|(letter, typed)| format!("{letter} as {typed}")).collect();
    view! {
        {rows(&QUESTION)}
        <p>
            "The diacritics of Latin, Greek and Cyrillic letters do not matter: permet finds “Përmet”. Some letters are taken for others: "
            {letters.join(", ")}". Other scripts are left as they are."
        </p>
        <p>
            "Under the search box stands what each part is understood as; a click takes it out."
        </p>
        <p>
            "What is not balanced is read as plain text: no question is an error. Where nothing answers, the page says which part of the question finds nothing, what each part finds by itself, and offers what in the record comes near: the word with a star, and words with one or two letters otherwise."
        </p>
    }
    .into_any()
}
