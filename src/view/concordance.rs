//! The concordance: every hit in its line, by speaker.

use leptos::prelude::*;
use memcon_explore::concordance::{Line, by_speaker, lines};
use memcon_explore::link::View;

use super::numbers::count;
use crate::explorer::Explorer;

/// Characters on each side of a hit; the style lets what does not fit run out.
const WIDTH: usize = 90;

/// In its view: all lines, or a word on how to get some.
#[component]
pub fn Concordance() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let lines_asked = Memo::new(move |_| explorer.address.link().read().view == View::Lines);
    move || {
        if !lines_asked.get() {
            return ().into_any();
        }
        let opened = explorer.opened();
        let record = &opened.record;
        let groups = by_speaker(record, lines(record, &explorer.answer.read().hits, WIDTH));
        if groups.is_empty() {
            return view! { <p class="quiet hint">"Find a word, or choose something spoken of, to see each place in its line."</p> }.into_any();
        }
        groups
            .into_iter()
            .map(|group| {
                let side = group.speaker.and_then(|speaker| record.side(speaker)).map(|side| (side % 4).to_string());
                view! {
                    <section class="concordance" data-side=side>
                        <h3>{group.name}" "<span class="n">{count(group.lines.len(), "hit")}</span></h3>
                        <ol>{group.lines.into_iter().map(|line| view! { <LineView line /> }).collect_view()}</ol>
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
    let href = format!("#{}", block.id);
    // What is no turn has no number.
    let (number, name) = match block.turn() {
        Some(turn) => ((turn.place + 1).to_string(), format!("Turn {}", turn.place + 1)),
        None => ("–".to_owned(), super::share::kind(&block.body).1.to_owned()),
    };
    view! {
        <li data-line=block.id.clone()>
            <a class="number" href=href aria-label=name>{number}</a>
            <span class="before">{line.before}</span>
            <mark>{line.hit}</mark>
            <span class="after">{line.after}</span>
        </li>
    }
}
