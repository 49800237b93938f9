//! Links, quotations and citations for the clipboard, and for other programs of the reader's machine.

use leptos::prelude::window;
use memcon_explore::Link;
use memcon_quote::passage::{self, words_where};
use memcon_quote::{Passage, make};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, ClipboardItem, ShareData};

use crate::browser::{self, page_address};
use crate::desk::Desk;
use crate::desk::told;

/// The address of a passage.
pub(in crate::desk) fn link_to(desk: &Desk, passage: &Passage) -> String {
    let made = make(desk.stream(), passage);
    let block = desk.record.blocks.get(passage.start.block).map(|block| block.id.clone());
    let link = Link {
        quote: made.as_ref().map(|made| made.quote.print()),
        seal: made.map(|made| made.seal.print()),
        at: block,
        ..kept()
    };
    page_address() + &link.print()
}

/// The address of a block, in its context or alone.
pub(in crate::desk) fn link_to_block(id: &str, alone: bool) -> String {
    let link = Link { only: alone.then(|| id.to_owned()), at: Some(id.to_owned()), ..kept() };
    page_address() + &link.print()
}

/// What every address of this page has: which of several records in one file.
fn kept() -> Link {
    let mut link = crate::address::read();
    link.others.retain(|(name, _)| name == "record");
    Link { others: link.others, ..Link::default() }
}

/// Copies the link to the selected words.
pub(in crate::desk) fn link(desk: &Desk, passage: &Passage) {
    text(link_to(desk, passage), "The link to these words is copied.");
}

/// The record's words in a passage, without the turns that the page does not show.
pub(in crate::desk) fn words_shown(desk: &Desk, passage: &Passage) -> String {
    words_where(desk.record, passage, |block| is_shown(desk, block))
}

/// The same with who says what, where several turns are selected.
pub(in crate::desk) fn words_with_speakers(desk: &Desk, words: &Passage) -> String {
    passage::words_with_speakers(desk.record, words, |block| is_shown(desk, block))
}

fn is_shown(desk: &Desk, block: usize) -> bool {
    let element = desk.record.blocks.get(block).and_then(|block| browser::by_id(&block.id));
    element.is_none_or(|element| !element.hidden())
}

/// Copies the selected words, and nothing else.
pub(in crate::desk) fn words(desk: &Desk, passage: &Passage) {
    text(words_shown(desk, passage), "The quotation is copied.");
}

/// Copies plain text and says so.
pub(in crate::desk) fn text(text: String, said: &'static str) {
    browser::copy(text.clone(), move |copied| say(copied, said, &text));
}

/// Copies the same words as plain text and with their italics and links.
pub(in crate::desk) fn rich(plain: String, html: String, said: &'static str) {
    // Between paragraphs of a quotation.
    let html = html.replace('\n', "<br>");
    spawn_local(async move {
        if write(&plain, &html).await.is_ok() {
            return say(true, said, &plain);
        }
        // A browser without rich text on the clipboard has plain text.
        browser::copy(plain.clone(), move |copied| say(copied, said, &plain));
    });
}

fn say(copied: bool, said: &str, text: &str) {
    let said = if copied { said.to_owned() } else { format!("The browser does not let this page copy. {text}") };
    told::say(&said);
}

async fn write(plain: &str, html: &str) -> Result<(), JsValue> {
    let both = js_sys::Object::new();
    for (kind, text) in [("text/plain", plain), ("text/html", html)] {
        let of_kind = BlobPropertyBag::new();
        of_kind.set_type(kind);
        let blob = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()).into(), &of_kind)?;
        js_sys::Reflect::set(&both, &kind.into(), &blob)?;
    }
    let clipboard = browser::clipboard().ok_or(JsValue::NULL)?;
    // Not in every browser.
    if !js_sys::Reflect::has(&js_sys::global(), &"ClipboardItem".into())? {
        return Err(JsValue::NULL);
    }
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&both)?;
    JsFuture::from(clipboard.write(&js_sys::Array::of1(&item).into())).await.map(|_| ())
}

/// Whether the browser hands things to other programs (Web Share).
pub(in crate::desk) fn can_share() -> bool {
    js_sys::Reflect::has(&window().navigator(), &"share".into()).unwrap_or(false)
}

/// Hands a link to another program of the reader's choice, with words to go with it.
pub(in crate::desk) fn share(title: &str, words: &str, url: &str) {
    let data = ShareData::new();
    data.set_title(title);
    data.set_text(words);
    data.set_url(url);
    let shared = window().navigator().share_with_data(&data);
    // Who thinks better of it has done nothing wrong.
    spawn_local(async move { _ = JsFuture::from(shared).await });
}
