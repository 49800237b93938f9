//! From hit to hit.

use leptos::prelude::*;
use memcon_explore::link::View;
use wasm_bindgen::JsCast;
use web_sys::ScrollLogicalPosition;

use super::numbers::number;
use super::share::name_of;
use crate::browser;
use crate::explorer::Explorer;

/// Where one is among the hits, and the buttons.
#[component]
pub fn Walk() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let hits = Memo::new(move |_| explorer.answer.read().hits.len());
    let place = move || match explorer.at_hit.get() {
        Some(at) => format!("{} / {}", at + 1, hits.get()),
        None => format!("– / {}", hits.get()),
    };
    let said = move || {
        let at = explorer.at_hit.get()?;
        let answer = explorer.answer.read();
        let block = explorer.opened().record.blocks.get(answer.hits.get(at)?.block)?.id.clone();
        Some(format!("Hit {} of {}, {}", number(at + 1), number(answer.hits.len()), name_of(explorer, &block)))
    };
    view! {
        <div class="walk" role="group" aria-label="Hits" hidden=move || hits.get() == 0>
            <button class="plain" aria-label="Previous hit" title="Previous hit (N)" on:click=move |_| walk(explorer, false)>"‹"</button>
            <span class="at" aria-hidden="true">{place}</span>
            <span class="unseen" role="status">{said}</span>
            <button class="plain" aria-label="Next hit" title="Next hit (n)" on:click=move |_| walk(explorer, true)>"›"</button>
        </div>
    }
}

/// Goes to the next hit or the one before, around the ends; from nowhere, to the nearest to what one reads.
pub fn walk(explorer: Explorer, forward: bool) {
    let hits = explorer.answer.with_untracked(|answer| answer.hits.len());
    if hits == 0 {
        return;
    }
    let next = match (explorer.at_hit.get_untracked(), forward) {
        (Some(at), true) => (at + 1) % hits,
        (Some(at), false) => (at + hits - 1) % hits,
        (None, forward) => nearest(forward).filter(|hit| *hit < hits).unwrap_or(if forward { 0 } else { hits - 1 }),
    };
    explorer.address.push(|link| link.view = View::Read);
    explorer.at_hit.set(Some(next));
    request_animation_frame(move || {
        let Some(mark) = document().query_selector(&format!("mark[data-hit=\"{next}\"]")).ok().flatten() else {
            return;
        };
        browser::scroll_to(&mark, ScrollLogicalPosition::Center, true);
        // The keyboard goes on from there, and what is copied is the turn of the hit.
        let block = mark.closest(".turn, .block").ok().flatten().and_then(|block| block.dyn_into().ok());
        _ = block.map(|block| browser::focus(&block));
    });
}

/// The first hit below the top of the text in the window, or the last above it.
fn nearest(forward: bool) -> Option<usize> {
    let top = browser::top_of_text();
    let marks = document().query_selector_all(".text mark[data-hit]").ok()?;
    let mut above = None;
    for mark in (0..marks.length()).filter_map(|i| marks.get(i)?.dyn_into::<web_sys::HtmlElement>().ok()) {
        let (rect, hit) = (mark.get_bounding_client_rect(), mark.dataset().get("hit").and_then(|hit| hit.parse().ok()));
        // What is not shown has no size.
        match rect.height() > 0.0 {
            true if rect.top() >= top => return if forward { hit } else { above },
            true => above = hit,
            false => {}
        }
    }
    if forward { None } else { above }
}
