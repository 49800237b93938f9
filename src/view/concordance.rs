//! The concordance: every hit in its line, by speaker.

use std::collections::BTreeMap;

use leptos::prelude::*;
use memcon_explore::concordance::{Line, lines};
use memcon_explore::link::View;
use memcon_record::Speaker;
use memcon_record::order::most_first;

use super::numbers::count;
use crate::browser::{self, is_plain_click};
use crate::explorer::Explorer;

/// Characters on each side of a hit; the style lets what does not fit run out.
const WIDTH: usize = 90;

/// All lines, or a word on how to get some.
#[component]
pub fn Concordance() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    move || {
        let opened = explorer.opened();
        let record = &opened.record;
        let lines = lines(record, &explorer.answer.read().hits, WIDTH);
        let mut by_speaker: BTreeMap<Speaker, Vec<Line>> = BTreeMap::new();
        for line in lines {
            let Some(turn) = record.blocks[line.block].turn() else { continue };
            by_speaker.entry(turn.speaker).or_default().push(line);
        }
        if by_speaker.is_empty() {
            return view! { <p class="quiet hint">"Find a word, or choose something spoken of, to see each place in its line."</p> }.into_any();
        }
        most_first(by_speaker.into_iter().collect(), |(_, lines): &(Speaker, Vec<Line>)| lines.len())
            .into_iter()
            .map(|(speaker, lines)| {
                let name = record.blocks[lines[0].block]
                    .turn()
                    .map(|turn| record.speaker_name(turn).to_owned())
                    .unwrap_or_default();
                let side = record.side(speaker).map(|side| (side % 4).to_string());
                view! {
                    <section class="concordance" data-side=side>
                        <h3>{name}" "<span class="n">{count(lines.len(), "hit")}</span></h3>
                        <ol>{lines.into_iter().map(|line| view! { <LineView line /> }).collect_view()}</ol>
                    </section>
                }
            })
            .collect_view()
            .into_any()
    }
}

#[component]
fn LineView(line: Line) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let opened = explorer.opened();
    let block = &opened.record.blocks[line.block];
    let id = block.id.clone();
    let number = block.turn().map(|turn| turn.place + 1);
    let href = format!("#{id}");
    let lead = move |event: web_sys::MouseEvent| {
        if is_plain_click(&event) {
            event.prevent_default();
            explorer.push(|link| {
                link.view = View::Read;
                link.at = Some(id.clone());
            });
            let id = id.clone();
            request_animation_frame(move || browser::go_to(&id, false));
        }
    };
    view! {
        <li data-line=block.id.clone()>
            <a class="number" href=href aria-label=number.map(|n| format!("Turn {n}")) on:click=lead>{number}</a>
            <span class="before">{line.before}</span>
            <mark>{line.hit}</mark>
            <span class="after">{line.after}</span>
        </li>
    }
}
