//! The text of the record: turns and other blocks.

use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;
use memcon_record::Record;
use memcon_record::model::{Block, Body};
use memcon_record::wire::Mode;

use super::blocks::kind;
use super::paragraph::paragraph;
use super::retired::anchors;
use super::speaker::side_and_id;
use crate::edition::Edition;

/// With more turns than this the text stands in stretches, and one that is not on screen is not laid out. (Of single turns
/// that would have the browser watch thousands.)
const LONG: usize = 300;

/// The height of a stretch, about, in rem; the style has it too.
pub const STRETCH: usize = 320;

/// So many stretches stand in a reach: to hide thousands of turns the browser has to look at a few elements alone. The style has the
/// height of a reach too.
const REACH: usize = 16;

/// The height of a block, about, in rem: lines of a dozen words under a name.
pub fn height(block: &Block) -> usize {
    let bytes: usize = block.paragraphs.iter().map(|paragraph| paragraph.text.len()).sum();
    5 + bytes / 40
}

/// The stretches of a record, as places of blocks; of one that is not long, the whole.
pub fn stretches(record: &Record) -> Vec<Range<usize>> {
    let mut stretches = Vec::new();
    let (mut begin, mut sum) = (0, 0);
    for (place, block) in record.blocks.iter().enumerate() {
        sum += height(block);
        let ends = sum > STRETCH && record.turns.len() > LONG;
        if ends || place + 1 == record.blocks.len() {
            stretches.push(begin..place + 1);
            (begin, sum) = (place + 1, 0);
        }
    }
    stretches
}

/// The reaches of so many stretches, as places of stretches. The last may be short: nothing stands below it.
pub fn reaches(stretches: usize) -> impl Iterator<Item = Range<usize>> {
    (0..stretches).step_by(REACH).map(move |begin| begin..(begin + REACH).min(stretches))
}

/// All blocks in order. They stay in the page whatever is asked: find-in-page,
/// selection, print and links depend on it.
#[component]
pub fn Text() -> impl IntoView {
    let edition = expect_context::<Arc<Edition>>();
    let record = &edition.record;
    let stretches = stretches(record);
    let with_old_ids = |block: &Block| match anchors(record, block) {
        // Most blocks have none, and an empty list would leave its mark on the page.
        none if none.is_empty() => block_view(&edition, block),
        anchors => (anchors, block_view(&edition, block)).into_any(),
    };
    let blocks = |blocks: &[Block]| blocks.iter().map(with_old_ids).collect_view();
    view! {
        <div class="text" lang=record.language.clone()>
            {if stretches.len() < 2 {
                blocks(&record.blocks).into_any()
            } else {
                let stretch = |stretch: &Range<usize>| view! { <div class="stretch">{blocks(&record.blocks[stretch.clone()])}</div> };
                let reach = |reach: Range<usize>| view! { <div class="reach">{stretches[reach].iter().map(stretch).collect_view()}</div> };
                reaches(stretches.len()).map(reach).collect_view().into_any()
            }}
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
