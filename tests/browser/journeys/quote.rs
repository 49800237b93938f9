//! Links to words, what is copied, citations, and a turn alone.

use memcon_browser_tests::{Key, Page, Result, Window, journey};

use crate::desk::CATCH;
use crate::reader::{RECORD, SHOWN, arrive};

/// Keeps what is copied as `window.copied`: plain text, or of rich text both kinds.
const CLIPBOARD: &str = "void (() => { window.copied = null; const plain = async (text) => { window.copied = text; }; const rich = async ([item]) => { const text = async (type) => (await item.getType(type)).text(); window.copied = { plain: await text('text/plain'), html: await text('text/html') }; }; Object.defineProperty(navigator, 'clipboard', { configurable: true, value: Object.setPrototypeOf({ writeText: plain, write: rich }, Clipboard.prototype) }); })()";
/// The words that a link's quotation marks.
const QUOTED: &str = "[...document.querySelectorAll('mark[data-quote]')].map((mark) => mark.textContent).join('')";
const NOTICE: &str = "(document.querySelector('.notice')?.textContent ?? '')";

/// Selects from the first of some words in a block to the last of others in another.
async fn select(page: &Page, from: (&str, &str), to: (&str, &str)) -> Result {
    // In a paragraph the words may stand in several pieces: names are elements.
    let place = |(id, words): (&str, &str), end: bool| {
        format!(
            "(() => {{ for (const p of document.querySelectorAll('#{id} p')) {{ let at = p.textContent.indexOf('{words}') + {}; \
             if (!p.textContent.includes('{words}')) continue; const walk = document.createTreeWalker(p, 4); \
             for (let node; (node = walk.nextNode()); at -= node.length) if (at <= node.length) return [node, at]; }} }})()",
            if end { words.len() } else { 0 }
        )
    };
    page.eval::<()>(&format!("void getSelection().setBaseAndExtent(...{}, ...{})", place(from, false), place(to, true)))
        .await
}

#[test]
fn selected_words_are_offered_a_link_that_finds_them() {
    journey("selected_words_are_offered_a_link_that_finds_them", Window::desktop().still(), async |page| {
        arrive(page, "#t7").await?;
        page.eval::<()>(CLIPBOARD).await?;
        select(page, ("t7", "problem of bread"), ("t7", "bread grains")).await?;
        page.until("offered", "document.querySelector('#selected')?.checkVisibility()").await?;
        page.until("beside the words", "(() => { const words = getSelection().getRangeAt(0).getBoundingClientRect(); const row = document.querySelector('#selected').getBoundingClientRect(); return row.top >= words.bottom && row.top < words.bottom + 40 && row.left >= 0 && row.right <= innerWidth })()").await?;
        page.shot("selected").await?;
        page.accessible("selected").await?;
        page.press("c").await?;
        page.until_eq("by keyboard", "document.activeElement.textContent", "Copy link").await?;
        for (key, button) in [
            (Key::Right, "Copy quotation"),
            (Key::End, "Cite"),
            (Key::Right, "Copy link"),
            (Key::Left, "Cite"),
            (Key::Home, "Copy link"),
        ] {
            page.press(key).await?;
            page.until_eq("from button to button", "document.activeElement.textContent", button).await?;
        }
        page.eval::<()>("document.activeElement.click()").await?;
        page.until("a link", "typeof window.copied === 'string'").await?;
        page.until_eq("the words stay selected", "getSelection().toString()", "problem of bread grains").await?;
        let link: String = page.eval("window.copied").await?;
        let link = link.split(RECORD).nth(1).unwrap_or_default().to_owned();
        arrive(page, &link).await?;
        page.until_eq("marked", QUOTED, "problem of bread grains").await?;
        page.until("told", &format!("{NOTICE}.includes('Turn 7') && {NOTICE}.includes('exactly')")).await?;
        page.until("in view", "(() => { const box = document.querySelector('mark[data-quote]').getBoundingClientRect(); return box.top > 0 && box.bottom < innerHeight })()").await?;
        page.shot("quoted").await?;
        page.accessible("quoted").await?;
        page.click(".notice.quoted button").await?;
        page.until_eq("dismissed", "document.querySelectorAll('mark[data-quote]').length", 0).await?;
        page.until_address(&format!("{RECORD}#t7")).await?;
        page.until_eq("one goes on from there", "document.activeElement.id", "t7").await?;
        arrive(page, &link).await?;
        page.until_eq("marked again", QUOTED, "problem of bread grains").await?;
        page.press(Key::Escape).await?;
        page.until_eq("Escape dismisses too", "document.querySelectorAll('mark[data-quote]').length", 0).await
    });
}

#[test]
fn words_of_several_turns_are_one_quotation() {
    journey("words_of_several_turns_are_one_quotation", Window::desktop().still(), async |page| {
        arrive(page, "#t6").await?;
        page.eval::<()>(CLIPBOARD).await?;
        select(page, ("t6", "We have been informed"), ("t7", "the socialist camp.")).await?;
        page.until("offered", "document.querySelector('#selected')?.checkVisibility()").await?;
        page.eval::<()>("document.querySelector('#selected [data-desk=copy-words]').click()").await?;
        page.until("copied", "window.copied?.startsWith('We have been informed')").await?;
        page.until("the words alone", "window.copied.endsWith('\\n\\nThe solution of the problem of bread grains in Korea is also an example for all the countries of the socialist camp.') && !window.copied.includes('Shehu\\n')").await?;
        page.eval::<()>("document.querySelector('#selected [data-desk=copy-note]').click()").await?;
        page.until("with a note one knows who says what", "window.copied?.plain?.startsWith('“[Enver Hoxha:] We have been informed') && window.copied.plain.includes('[Mehmet Shehu:] The solution')").await?;
        page.eval::<()>("document.querySelector('#selected [data-desk=copy-link]').click()").await?;
        page.until("a link", "window.copied.includes?.('quote=')").await?;
        let link: String = page.eval("window.copied").await?;
        arrive(page, link.split(RECORD).nth(1).unwrap_or_default()).await?;
        page.until(
            "both ends",
            &format!("{QUOTED}.startsWith('We have been informed') && {QUOTED}.endsWith('socialist camp')"),
        )
        .await?;
        // It stays where the question marks its own.
        page.press("/").await?;
        page.fill("#q", "bread").await?;
        page.until("a hit", "document.querySelector('#t7 mark[data-hit]')").await?;
        page.until("and the quotation", &format!("{QUOTED}.includes('bread grains in Korea')")).await
    });
}

#[test]
fn a_link_written_by_hand_and_one_to_what_is_not_there() {
    journey("a_link_written_by_hand_and_one_to_what_is_not_there", Window::desktop().still(), async |page| {
        arrive(page, "?quote=PROBLEM%20of%20bread,socialist%20camp").await?;
        page.until_eq(
            "found",
            QUOTED,
            "problem of bread grains in Korea is also an example for all the countries of the socialist camp",
        )
        .await?;
        page.until_eq("and where it is", "location.hash", "#t7").await?;
        arrive(page, "?quote=an%20elephant%20in%20the%20room").await?;
        page.until("said", &format!("{NOTICE}.includes('Not found') && {NOTICE}.includes('an elephant in the room')"))
            .await?;
        page.until_eq("nothing is marked", "document.querySelectorAll('mark[data-quote]').length", 0).await?;
        // Words that somebody has mended since.
        arrive(
            page,
            "?quote=The%20solution%20of%20the%20problem%20of%20bred%20grain%20in%20Korea%20is%20also%20an%20example",
        )
        .await?;
        page.until("near it", &format!("{QUOTED}.includes('bread grains in Korea')")).await?;
        page.until("and told so", &format!("{NOTICE}.includes('approximately')")).await
    });
}

#[test]
fn what_is_copied_is_the_record_s_words() {
    journey("what_is_copied_is_the_record_s_words", Window::desktop(), async |page| {
        arrive(page, "").await?;
        page.eval::<()>("void document.execCommand('selectAll')").await?;
        let copy = "(() => { const data = new DataTransfer(); document.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true })); return data.getData('text/plain') })()";
        let printed: String = page.eval("[...document.querySelectorAll('.text p')].map((p) => p.textContent.trim()).filter(Boolean).join('\\n\\n')").await?;
        page.until_eq("copied", copy, printed).await?;
        page.eval::<()>("void getSelection().selectAllChildren(document.querySelector('.text'))").await?;
        page.until(
            "no names and numbers in a selection either",
            "!/Hoxha\\s*\\n|^\\s*\\d+\\s*$/m.test(getSelection().toString())",
        )
        .await?;
        // What the page hides is left out, and that is said; the page's own line on it is not copied.
        arrive(page, "?q=fertilizer*").await?;
        page.eval::<()>(CLIPBOARD).await?;
        select(page, ("t13", "I think"), ("t15", "per hectare")).await?;
        page.until(
            "from one to the other",
            &format!("((words) => words.includes('\\n\\n[…]\\n\\n') && !words.includes('hidden'))({copy})"),
        )
        .await?;
        page.until("offered", "document.querySelector('#selected')?.checkVisibility()").await?;
        page.eval::<()>("document.querySelector('#selected [data-desk=copy-words]').click()").await?;
        page.until_eq(
            "the same by the button",
            "window.copied?.includes('\\n\\n[…]\\n\\n') && !window.copied.includes('hidden')",
            true,
        )
        .await
    });
}

#[test]
fn a_turn_alone_has_its_place_and_its_neighbours() {
    journey("a_turn_alone_has_its_place_and_its_neighbours", Window::desktop().still(), async |page| {
        arrive(page, "?only=t7").await?;
        page.until_eq("one", SHOWN, "t7").await?;
        page.until("its place", "document.querySelector('#alone')?.textContent.includes('Turn 7 of 25')").await?;
        page.until("in sight, below the rail", "document.querySelector('#alone').getBoundingClientRect().top >= document.querySelector('#rail').getBoundingClientRect().bottom && document.querySelector('#t7').getBoundingClientRect().bottom <= innerHeight").await?;
        page.shot("alone").await?;
        page.accessible("alone").await?;
        page.click("#alone [data-value=t8]").await?;
        page.until_eq("its neighbour", SHOWN, "t8").await?;
        page.until_address(&format!("{RECORD}?only=t8#t8")).await?;
        page.back().await?;
        page.until_eq("back", SHOWN, "t7").await?;
        page.click("#alone [data-desk=context]").await?;
        page.until_address(&format!("{RECORD}#t7")).await?;
        page.until_eq("all of it", "document.querySelectorAll('article.turn:not([hidden])').length", 25).await?;
        // Both ways of sharing, of any turn.
        page.eval::<()>(CLIPBOARD).await?;
        page.click("#t7 .number").await?;
        page.until("in its context", "window.copied?.endsWith('#t7') && !window.copied.includes('only')").await?;
        page.click(".notice [data-desk=copy-alone]").await?;
        page.until("and alone", "window.copied.endsWith('?only=t7#t7')").await?;
        arrive(page, "?only=t99").await?;
        page.until("no such turn", &format!("{NOTICE}.includes('only=t99')")).await
    });
}

#[test]
fn a_turn_is_cited_in_every_style_and_as_files() {
    journey("a_turn_is_cited_in_every_style_and_as_files", Window::desktop().still(), async |page| {
        arrive(page, "#t7").await?;
        page.eval::<()>(CLIPBOARD).await?;
        page.eval::<()>(CATCH).await?;
        page.press("c").await?;
        page.until("offered", "document.querySelector('.notice [data-desk=cite]')").await?;
        page.press("c").await?;
        page.until("open", "document.querySelector('dialog#cite')?.open").await?;
        let said = "document.querySelector('#cite [data-style=chicago-note] p').textContent";
        for part in ["Mehmet Shehu", "AQPPSH", "V. 1964", "November 25, 1964", "turn 7", "#t7"] {
            page.until(part, &format!("{said}.includes('{part}')")).await?;
        }
        page.shot("cite").await?;
        page.accessible("cite").await?;
        page.click("#cite [data-style=archive] button").await?;
        page.until(
            "plain and rich",
            "window.copied?.plain?.includes('AQPPSH') && window.copied.html.includes('<a href')",
        )
        .await?;
        page.until_eq(
            "it is said where one sees it",
            "document.querySelector('#cite [role=status]').textContent",
            "The citation is copied.",
        )
        .await?;
        page.click("#cite [data-value=ris]").await?;
        page.until("a file", "saved.at(-1)?.startsWith('TY  - ') && named.endsWith('.ris')").await?;
        page.press('\u{e00c}').await?;
        page.until("Escape closes it", "!document.querySelector('dialog#cite')?.open").await
    });
}

#[test]
fn a_stretch_is_cited_where_it_is_chosen() {
    journey("a_stretch_is_cited_where_it_is_chosen", Window::desktop().still(), async |page| {
        arrive(page, "?from=t5&to=t7").await?;
        page.until_eq("offered", "document.querySelector('.chips [data-desk]')?.textContent", "Cite these turns")
            .await?;
        page.shot("stretch").await?;
        page.eval::<()>("document.querySelector('.chips [data-desk]').focus()").await?;
        page.press(Key::Enter).await?;
        page.until_eq("open", "document.querySelector('#cite[open] h2')?.textContent", "Cite turns 5 to 7").await?;
        let said = "document.querySelector('#cite [data-style=chicago-note] p').textContent";
        for part in ["AQPPSH", "turns 5–7", "?from=t5&to=t7"] {
            page.until(part, &format!("{said}.includes('{part}')")).await?;
        }
        page.eval::<()>("document.querySelector('#cite [data-desk=close]').click()").await?;
        page.until("the focus is back", "document.activeElement.matches('.chips [data-desk]')").await?;
        arrive(page, "?speaker=enver-hoxha").await?;
        page.until_eq("only there", "document.querySelectorAll('.chips [data-desk]').length", 0).await
    });
}

#[test]
fn words_are_copied_with_a_note() {
    journey("words_are_copied_with_a_note", Window::phone(), async |page| {
        arrive(page, "#t7").await?;
        page.eval::<()>(CLIPBOARD).await?;
        select(page, ("t7", "The solution"), ("t7", "bread grains")).await?;
        page.until("offered", "document.querySelector('#selected')?.checkVisibility()").await?;
        page.shot("selected-phone").await?;
        page.eval::<()>("document.querySelector('#selected [data-desk=copy-note]').click()").await?;
        page.until("the words in quotation marks, and the note", "window.copied?.plain?.startsWith('“The solution of the problem of bread grains” Mehmet Shehu') && window.copied.plain.includes('quote=')").await
    });
}

#[test]
fn the_record_itself_is_cited_on_the_page() {
    journey("the_record_itself_is_cited_on_the_page", Window::desktop(), async |page| {
        arrive(page, "").await?;
        page.until("printed", "document.querySelector('#how-to-cite dd').textContent.includes('AQPPSH')").await?;
        page.click("#how-to-cite button").await?;
        page.until_eq("all styles", "document.querySelectorAll('dialog#cite dd').length", 8).await
    });
}
