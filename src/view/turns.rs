//! The text of the record: turns and other blocks.

use std::sync::Arc;

use leptos::prelude::*;
use memcon_record::model::{Block, Body};
use memcon_record::wire::Mode;

use super::blocks::kind;
use super::paragraph::paragraph;
use super::speaker::side_and_id;
use crate::edition::Edition;

/// From this many turns on, what is not on screen is not laid out.
const LONG: usize = 300;

/// All blocks in order. They stay in the page whatever is asked: find-in-page,
/// selection, print and links depend on it.
#[component]
pub fn Text() -> impl IntoView {
    let edition = expect_context::<Arc<Edition>>();
    let record = &edition.record;
    view! {
        <div class="text" class:long={record.turns.len() > LONG} lang=record.language.clone()>
            {record.blocks.iter().map(|block| block_view(&edition, block)).collect_view()}
        </div>
    }
}

fn block_view(edition: &Edition, block: &Block) -> AnyView {
    let record = &edition.record;
    let text = block.paragraphs.iter().map(|text| view! { <p>{paragraph(record, text)}</p> }).collect_view();
    match &block.body {
        Body::Turn(turn) => {
            let (speaker, side) = side_and_id(record, turn.speaker);
            let number = turn.place + 1;
            let heading = format!("{}-who", block.id);
            let printed = (!turn.label.is_empty()).then(|| format!("As printed: {}", turn.label));
            view! {
                <article
                    id=block.id.clone()
                    class="turn"
                    tabindex="-1"
                    aria-labelledby=heading.clone()
                    data-speaker=speaker
                    data-side=side
                    data-tint=edition.tint(turn.speaker)
                >
                    <header lang="en">
                        <a class="number" href=format!("#{}", block.id) aria-label=format!("Link to turn {number}")>{number}</a>
                        <h3 id=heading.clone() title=printed>{record.speaker_name(turn).to_owned()}</h3>
                        {(turn.mode == Mode::Reported).then(|| view! { <span class="mode">"reported"</span> })}
                    </header>
                    {text}
                </article>
            }
            .into_any()
        }
        body => {
            let (class, name) = kind(body);
            view! {
                <div id=block.id.clone() class=format!("block {class}") tabindex="-1" role="group" aria-label=name>
                    {text}
                </div>
            }
            .into_any()
        }
    }
}
