//! The page about the explorer: what it counts and how, what can be asked, and what leaves the browser.

use leptos::prelude::*;
use memcon_explore::distinctive::{APART, ENOUGH_USES, ENOUGH_WORDS, MOST, PRIOR, STOP_WORDS};
use memcon_explore::timeline::LANES;

use super::keys::KeyList;
use crate::site::Site;

/// The parts of a question, and what each finds.
const QUESTION: [(&str, &str); 8] = [
    ("fertilizer", "The word, whole: not “fertilizers”. Several words must all stand in a turn."),
    ("fertilizer*", "Words that begin so. *ism finds those that end so, *niz* those that hold it."),
    ("fertili?er", "Any one letter in the place of the question mark."),
    ("\"raw material\"", "Words that follow each other in a paragraph. Straight or curly quotes."),
    ("-chemical", "Turns without the word. A phrase can be left out in the same way."),
    ("FERTILIZER", "Case does not matter."),
    (
        "Hungnam",
        "Nor do the diacritics of Latin, Greek and Cyrillic letters: Hŭngnam, Përmet and permet are found alike.",
    ),
    ("mud5", "A note mark is no part of a word, and parts no phrase; it may be typed as it is printed."),
];

/// What an address can hold, and what it means.
const ADDRESS: [(&str, &str); 11] = [
    ("q", "the question, as typed"),
    ("speaker", "turns of this participant; several widen"),
    ("delegation", "turns of this delegation"),
    ("topic", "turns on this topic"),
    ("mentions", "turns in which this person, place or thing is spoken of"),
    ("mode", "turns given word by word (verbatim), or told of (reported)"),
    ("from", "the first turn of a stretch of the timeline"),
    ("to", "its last turn"),
    ("rest", "what becomes of turns that do not match: hide, or dim"),
    ("view", "read: the text; lines: every hit in its line; exchange: who speaks after whom"),
    ("#t7", "the turn, or other passage, to go to"),
];

/// All of it.
#[component]
pub fn Method() -> impl IntoView {
    let schema = expect_context::<Site>().file("memcon-record-1.schema.json");
    let rows = |rows: &'static [(&'static str, &'static str)]| {
        rows.iter()
            .map(|(name, what)| view! { <div><dt><code>{*name}</code></dt><dd>{*what}</dd></div> })
            .collect_view()
    };
    let hundredths = (APART * 100.0).round() as usize;
    let apart = format!("{}.{}", hundredths / 100, hundredths % 100);
    let (prior, stop_words) = (PRIOR as usize, STOP_WORDS.join(", "));
    view! {
        <main class="method" id="record">
            <h1>"About the explorer"</h1>
            <p class="lead">
                "Memcon shows records of conversation: who said what, turn by turn, in the words of the source. This page says what it counts, what can be asked, and what it keeps to itself."
            </p>

            <h2 id="whose">"Whose words"</h2>
            <p>
                "The text of a record is its source's, as printed. Square brackets, note marks and stage notes in it are the source's too, and look different from speech. Topics, underlined names, notes on them, delegations and the names on the cards are the editor's; what the editor wrote without the source says so. Numbers, counts and colours are the explorer's."
            </p>

            <h2 id="counts">"What is counted"</h2>
            <dl>
                <div><dt>"Turn"</dt><dd>"What one voice says until another begins. Lists of those present, narrative, notes and signatures are no turns, and are counted apart. The number of a turn is its place in this record; cite the source's own page or leaf before it."</dd></div>
                <div><dt>"Word"</dt><dd>"A run of characters between white space that holds a letter or a digit. For finding words, letters and digits alone count: “Marxism-Leninism” is one word of the count, and found by either part."</dd></div>
                <div><dt>"Share"</dt><dd>"A participant's words of all words in turns, in whole per cent."</dd></div>
                <div><dt>"Hits"</dt><dd>"Places where a part of the question, or a thing asked for, stands in the turns that are shown. Hits outside the turns are told apart. Hits that overlap are one."</dd></div>
                <div><dt>"Beside a choice"</dt><dd>"How many of the turns that meet the other choices have it. Several values of one kind widen, different kinds narrow."</dd></div>
                <div><dt>"Speaks after"</dt><dd>"How often a turn comes right after a turn of another: adjacency, not address."</dd></div>
                <div>
                    <dt>"Words more than the others"</dt>
                    <dd>
                        {format!("The log-odds of a word with one speaker against all others, both drawn towards its rate in the whole record by a Dirichlet prior that weighs {prior} words, in standard errors (Monroe, Colaresi and Quinn, “Fightin’ Words”, Political Analysis 16, 2008). Listed are at most {MOST} words that stand {apart} standard errors above the others and are used at least {ENOUGH_USES} times, for speakers with at least {ENOUGH_WORDS} words. In English records these are left out: ")}
                        <span class="quiet">{stop_words}</span>"."
                    </dd>
                </div>
                <div><dt>"Timeline"</dt><dd>{format!("A turn is as wide as its words, and a little more, so that the shortest can be seen. There is a lane for each speaker; beyond {LANES} those with the fewest words share the last.")}</dd></div>
            </dl>

            <h2 id="question">"What can be asked"</h2>
            <dl>{rows(&QUESTION)}</dl>
            <p>"What is not balanced is read as plain text: no question is an error. A question that finds nothing says which part found nothing, and offers a wider form where there is one."</p>

            <h2 id="address">"What an address holds"</h2>
            <p>"All that is asked and where one is stands in the address. To copy it is to share what you see; back and forward lead through your steps."</p>
            <dl>{rows(&ADDRESS)}</dl>

            <h2 id="keys-here">"Keys"</h2>
            <p>"On the page of a record:"</p>
            <KeyList />

            <h2 id="privacy">"What leaves the browser"</h2>
            <p>
                "Nothing. The record comes to your browser whole, and is searched there. There are no cookies, no counters of visits, and no request to any other host than the one that this page comes from; that host sees which pages you open, as every host does, and not what you search, but for the address of a page that is loaded anew."
            </p>
            <p>
                "So that records can be read without a network, the browser keeps those that you opened, and all of them where you ask for it. To remove them, clear the data of this site in the browser's settings."
            </p>

            <h2 id="data">"Data"</h2>
            <p>
                "Each record can be had as JSON, and as one file that needs no network; the links are at its end. "
                {schema.map(|schema| view! { "What the JSON means says "<a href=schema>"its schema"</a>"." })}
            </p>
        </main>
    }
}
