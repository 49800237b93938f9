//! A record of thousands of turns, made here: what is not on screen is written later, and all of it comes out right.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::ensure;
use memcon_browser_tests::{Key, Page, Result, Window, journey};
use serde_json::json;

use crate::reader::{SHOWN, STATUS};

const TURNS: usize = 3000;
const SPEAKERS: usize = 40;
/// How many turns stand on the page as answers, and how many paragraphs between gaps say how many do not.
const COUNTS: &str =
    "[document.querySelectorAll('article.turn:not([hidden])').length, document.querySelectorAll('.gap').length]";
const STARTED: &str = "'started' in document.documentElement.dataset";

/// Speaker 0 speaks the most; every hundredth turn speaks of a comet, and turn 2001 alone of an eclipse.
fn record() -> String {
    let people: Vec<_> = (0..SPEAKERS)
        .map(|i| json!({ "id": format!("p{i}"), "name": format!("Délégué {}", name(i)), "presence": "listed" }))
        .collect();
    let mut turn = 0;
    let blocks: Vec<_> = (0..TURNS)
        .map(|i| {
            turn += 1;
            let speaker = if i % 3 == 0 { 0 } else { 1 + i % (SPEAKERS - 1) };
            let mut text = "We have spoken of this before. ".repeat(1 + i % 7);
            if turn % 100 == 0 {
                text += "A comet was seen. ";
            }
            // A word of one's own.
            text += &format!("{}. ", name(if i % 3 == 0 { 0 } else { 1 + i % (SPEAKERS - 1) }));
            if turn == 2001 {
                text += "It was an eclipse.";
            }
            json!({
                "id": format!("t{turn}"), "kind": "turn", "speaker": format!("p{speaker}"), "label": "",
                "mode": "verbatim", "paragraphs": [[{ "text": text.trim() }]],
            })
        })
        .collect();
    let record = json!({
        "format": "memcon-record/1", "id": "long", "title": "A long talk", "language": "en", "provenance": {},
        "participants": people, "blocks": blocks,
    });
    record.to_string()
}

/// A name for each, of letters.
fn name(i: usize) -> String {
    let mut name = String::new();
    let letter = |n: usize| char::from(b'a' + (n % 26) as u8);
    _ = write!(name, "{}{}{}", letter(i).to_ascii_uppercase(), letter(i / 26), letter(i * 7));
    name
}

/// The record as one file, by the program of the built site; its address.
fn file(page: &Page, folder: &Path) -> Result<String> {
    let (json, html) = (folder.join("long.json"), folder.join("long.html"));
    fs::write(&json, record())?;
    let site = page.site().folder();
    let words = ["memcon".into(), "bundle".into(), json.into_os_string(), "-o".into(), html.clone().into_os_string()];
    let done = memcon_cli::run(words.into_iter().chain(["--site".into(), site.into_os_string()]));
    ensure!(html.is_file(), "no file was made: {done:?}");
    Ok(format!("file://{}", html.display()))
}

async fn open(page: &Page, address: &str) -> Result {
    page.driver().goto("about:blank").await?;
    page.driver().goto(address).await?;
    page.until("the program runs", STARTED).await
}

/// Asks for what it is given, all at once, and waits for one frame: a message that is sent as it is drawn comes when it is painted.
const TYPE: &str = "async (typed) => {
    const field = document.querySelector('#q');
    field.value = typed;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    const { port1, port2 } = new MessageChannel();
    const painted = new Promise((done) => (port1.onmessage = done));
    requestAnimationFrame(() => port2.postMessage(0));
    await painted;
}";

#[test]
fn a_long_record_opens_filters_and_clears() {
    journey("a_long_record_opens_filters_and_clears", Window::desktop().still(), async |page| {
        let folder = tempfile::tempdir()?;
        let file = file(page, folder.path())?;
        open(page, &file).await?;
        page.until_eq("all turns", STATUS, "3,000 turns").await?;
        page.until_eq("on the page", COUNTS, [TURNS, 0]).await?;
        page.until("in stretches", "document.querySelectorAll('.stretch').length > 20").await?;
        page.until(
            "bars for many turns at once",
            "((n) => n > 240 && n <= 7 * 240)(document.querySelectorAll('.segment').length)",
        )
        .await?;

        page.fill("#q", "comet").await?;
        page.until_eq("the count", STATUS, "30 hits in 30 of 3,000 turns").await?;
        page.until_eq("only those", COUNTS, [30, 30]).await?;
        page.until_eq("marked", "document.querySelectorAll('.text mark').length", 30).await?;
        page.until_eq(
            "a tick in each bar that answers",
            "document.querySelectorAll('.tick').length - document.querySelectorAll('.segment:not(.faded)').length",
            0,
        )
        .await?;
        page.until("few do", "((n) => n > 10 && n <= 30)(document.querySelectorAll('.segment:not(.faded)').length)")
            .await?;
        page.until_eq("nothing waits", "document.querySelectorAll('[data-part=later]').length", 0).await?;
        page.until("the first can be seen", "document.querySelector('#t100').checkVisibility()").await?;

        page.fill("#q", "eclipse").await?;
        page.until_eq("another question", SHOWN, "t2001").await?;
        page.until_eq(
            "its mark alone",
            "[...document.querySelectorAll('.text mark')].map((m) => m.textContent)",
            ["eclipse"],
        )
        .await?;
        page.until("it can be seen", "document.querySelector('#t2001').checkVisibility()").await?;
        page.eval::<()>("document.querySelector('.gap button').click()").await?;
        page.until_eq("the gap is open", COUNTS, [2001, 1]).await?;

        page.click(".everything").await?;
        page.until_eq("all again", STATUS, "3,000 turns").await?;
        page.until_eq("on the page again", COUNTS, [TURNS, 0]).await?;
        page.until_eq("no marks", "document.querySelectorAll('.text mark, .segment.faded, .tick').length", 0).await?;
        page.until_eq(
            "as printed",
            "document.querySelectorAll('[data-part], .reach[hidden], .stretch[hidden]').length",
            0,
        )
        .await
    });
}

#[test]
fn what_is_taken_back_before_all_is_written_leaves_the_whole_text() {
    journey("what_is_taken_back_before_all_is_written", Window::desktop().still(), async |page| {
        let folder = tempfile::tempdir()?;
        let file = file(page, folder.path())?;
        open(page, &file).await?;
        // A frame apart: most of the text has not been written as the first asks.
        let hidden: usize = page
            .eval(&format!(
                "(async () => {{
                    const type = {TYPE};
                    await type('eclipse');
                    const hidden = document.querySelectorAll('.reach[hidden] .stretch, .stretch[hidden]').length;
                    type('');
                    return hidden;
                }})()"
            ))
            .await?;
        ensure!(hidden > 20, "of the text {hidden} stretches were hidden, and nothing is tested");
        page.until_eq("all turns", STATUS, "3,000 turns").await?;
        page.until_eq(
            "as printed",
            "document.querySelectorAll('[data-part], .reach[hidden], .stretch[hidden], .gap').length",
            0,
        )
        .await?;
        page.until_eq("on the page", COUNTS, [TURNS, 0]).await
    });
}

/// What stands in the window below the rail, from above, where the text is.
const IN_WINDOW: &str = "(() => {
    const { left } = document.querySelector('.text').getBoundingClientRect();
    const found = [];
    for (let y = document.querySelector('#rail').getBoundingClientRect().bottom + 8; y < innerHeight; y += 16) {
        const part = document.elementFromPoint(left + 80, y)?.closest('.turn, .gap');
        const name = part?.id || part?.textContent;
        if (name && name !== found.at(-1)) found.push(name);
    }
    return found;
})()";

#[test]
fn the_first_frame_has_what_is_found_and_it_stays() {
    journey("the_first_frame_has_what_is_found", Window::desktop().still(), async |page| {
        let folder = tempfile::tempdir()?;
        let file = file(page, folder.path())?;
        open(page, &file).await?;
        // Found far down; then all turns, of which one reads one far down.
        for typed in ["eclipse", "we", "comet"] {
            let first: Vec<String> =
                page.eval(&format!("(async () => {{ await ({TYPE})('{typed}'); return {IN_WINDOW}; }})()")).await?;
            ensure!(
                first.iter().any(|name| name.starts_with('t')),
                "{typed}: at first there is no turn, but {first:?}"
            );
            page.until("nothing waits", "!document.querySelector('[data-part=later]')").await?;
            page.until_eq(&format!("{typed} stays"), IN_WINDOW, first).await?;
        }
        Ok(())
    });
}

#[test]
fn views_of_a_long_record_begin_with_some_and_have_the_rest() {
    journey("views_of_a_long_record_begin_with_some", Window::desktop().still(), async |page| {
        let folder = tempfile::tempdir()?;
        let file = file(page, folder.path())?;
        open(page, &format!("{file}?q=aaa&view=lines&group=order")).await?;
        let lines = "document.querySelectorAll('[data-line]').length";
        page.until("more are offered", "document.querySelector('[data-desk=whole]')").await?;
        let (first, all): (usize, usize) = (
            page.eval(lines).await?,
            page.eval("Number(document.querySelector('.count b').textContent.replace(',', ''))").await?,
        );
        ensure!(first < all, "{first} of {all}");
        page.eval::<()>("document.querySelector('[data-desk=whole]').click()").await?;
        page.until_eq("all", lines, all).await?;
        page.until_eq(
            "the focus is on the first of them",
            "[...document.querySelectorAll('[data-line]')].indexOf(document.activeElement)",
            first,
        )
        .await?;
        page.until_eq("in one list", "document.querySelectorAll('#lines ol').length", 1).await?;
        page.until("in order", "((at) => at.every((n, i) => !i || at[i - 1] <= n))([...document.querySelectorAll('[data-line]')].map((line) => Number(line.dataset.line.slice(1))))").await?;

        page.eval::<()>("document.querySelector('[data-do=view][data-value=words]').click()").await?;
        let voices = "document.querySelectorAll('.telling h3').length";
        page.until("more are offered", "document.querySelector('[data-desk=voices]')").await?;
        page.until_eq("a dozen", voices, 12).await?;
        page.eval::<()>("document.querySelector('[data-desk=voices]').click()").await?;
        page.until("the others come", &format!("{voices} > 12 && !document.querySelector('[data-desk=voices]')"))
            .await?;
        page.until_eq(
            "the focus is on the first of them",
            "[...document.querySelectorAll('.told > section')].indexOf(document.activeElement)",
            12,
        )
        .await
    });
}

#[test]
fn a_link_leads_into_a_long_record() {
    journey("a_link_leads_into_a_long_record", Window::desktop().still(), async |page| {
        let folder = tempfile::tempdir()?;
        let file = file(page, folder.path())?;
        let top = |id: &str| {
            format!(
                "Math.abs(document.querySelector('#{id}').getBoundingClientRect().top - document.querySelector('#rail').getBoundingClientRect().bottom) < 60"
            )
        };
        open(page, &format!("{file}#t2500")).await?;
        page.until("the turn is at the top", &top("t2500")).await?;
        open(page, &format!("{file}?speaker=p0#t1501")).await?;
        page.until_eq("the count", STATUS, "1,000 of 3,000 turns").await?;
        page.until_eq("on the page", &format!("{COUNTS}[0]"), 1000).await?;
        page.until("nothing waits", "!document.querySelector('[data-part=later]')").await?;
        page.until(
            "the turn is in the window",
            "((top) => top > 0 && top < innerHeight)(document.querySelector('#t1501').getBoundingClientRect().top)",
        )
        .await
    });
}

#[test]
fn a_participant_without_a_card_is_found_and_chosen_by_keyboard() {
    journey("a_participant_without_a_card_is_found_and_chosen_by_keyboard", Window::desktop().still(), async |page| {
        let folder = tempfile::tempdir()?;
        let file = file(page, folder.path())?;
        open(page, &file).await?;
        page.until_eq("a dozen cards", "document.querySelectorAll('.card').length", 12).await?;
        page.until_eq(
            "the others",
            "document.querySelector('.participants .rest summary').textContent",
            "28 more participants",
        )
        .await?;
        page.eval::<()>("document.querySelector('.participants .rest summary').focus()").await?;
        page.press(Key::Enter).await?;
        page.press(Key::Tab).await?;
        page.until("in the field", "document.activeElement.matches('.find input')").await?;
        let last = "[...document.querySelectorAll('.participants .rest [data-facet]')].at(-1)";
        let name: String = page.eval(&format!("{last}.firstChild.textContent.trim()")).await?;
        let id: String = page.eval(&format!("{last}.dataset.value")).await?;
        // Neither accents nor capitals.
        let typed = name.replace('é', "e").to_lowercase();
        page.press(typed.as_str()).await?;
        page.until_eq("found", "document.querySelector('.participants .find [role=status]').textContent", "1 of 28")
            .await?;
        page.accessible("a list of participants, filtered").await?;
        page.press(Key::Down).await?;
        page.press(Key::Enter).await?;
        page.until_eq("chosen", "location.search", format!("?speaker={id}")).await?;
        page.until_eq(
            "pressed",
            &format!("document.querySelector('.participants [data-value={id}]').ariaPressed"),
            "true",
        )
        .await?;
        page.press(Key::Up).await?;
        page.press(Key::Escape).await?;
        page.until_eq("all are listed", "document.querySelectorAll('.participants .rest li.unlike').length", 0).await?;
        page.until_eq("and the choice stays", "location.search", format!("?speaker={id}")).await?;

        open(page, &format!("{file}?speaker={id}")).await?;
        page.until(
            "by link, it is the first in the open list",
            &format!("document.querySelector('.participants .rest[open] li button').dataset.value === '{id}'"),
        )
        .await
    });
}

#[test]
fn of_many_speakers_only_those_with_a_row_of_their_own_make_pairs() {
    journey(
        "of_many_speakers_only_those_with_a_row_of_their_own_make_pairs",
        Window::desktop().still(),
        async |page| {
            let folder = tempfile::tempdir()?;
            let file = file(page, folder.path())?;
            open(page, &format!("{file}?view=exchange")).await?;
            page.until("the desk is here", "document.querySelector('#exchange td button')").await?;
            let rows = "[...document.querySelectorAll('#exchange tbody tr')]";
            page.until_eq("the last row", &format!("{rows}.at(-1).cells[0].textContent"), "15 others").await?;
            let others = format!("[...{rows}.at(-1).cells, ...{rows}.map((row) => row.cells[13])]");
            page.until_eq("no pair", &format!("{others}.filter((cell) => cell.querySelector('button')).length"), 0)
                .await?;
            // A number in the table is the number of the exchanges that it leads to.
            page.eval::<()>("[...document.querySelectorAll('#exchange td button')].at(-1).click()").await?;
            page.until("listed", "document.querySelector('.pairs ol')").await?;
            let listed = "document.querySelectorAll('.pairs ol > li').length";
            page.until("as many", &format!("Number(document.querySelector('#exchange td button[aria-pressed=true]').textContent.replaceAll(',', '')) === {listed}")).await
        },
    );
}
