//! The drawing: lanes with their turns, and topics.

use std::sync::Arc;

use leptos::prelude::*;
use memcon_record::Speaker;

use super::percent;
use super::words::turn_at;
use crate::edition::Edition;
use crate::view::speaker::side_and_id;

/// One lane with its turns.
#[component]
pub(super) fn LaneView(lane: usize) -> impl IntoView {
    let edition = expect_context::<Arc<Edition>>();
    let timeline = &edition.timeline;
    let is_crowd = timeline.is_crowd();
    let bars = timeline.bars.iter().filter(|bar| bar.lane == lane);
    view! {
        <svg class="lane" role="presentation" focusable="false">
            {bars
                .filter_map(|bar| {
                    let (block, turn) = turn_at(&edition.record, *bar.turns.first()?)?;
                    // In a crowd as high as its share of what is said there; what is small can be seen.
                    let share = if is_crowd { timeline.share(&edition.record, bar).max(0.15) } else { 1.0 };
                    let mut speakers = bar.turns.iter().filter_map(|place| Some(turn_at(&edition.record, *place)?.1.speaker));
                    // Of several no one's colour.
                    let speaker = if speakers.all(|other| other == turn.speaker) { turn.speaker } else { Speaker::Nobody };
                    let (id, side) = side_and_id(&edition.record, speaker);
                    Some(view! {
                        <rect
                            id=format!("s-{}", block.id)
                            class="segment"
                            data-turn=block.id.clone()
                            data-speaker=id
                            data-side=side
                            data-tint=edition.tint(speaker)
                            x=percent(bar.x.start)
                            width=percent(bar.x.end - bar.x.start)
                            y=is_crowd.then(|| percent(1.0 - share))
                            height=percent(share)
                            rx="2"
                        />
                    })
                })
                .collect_view()}
        </svg>
    }
}

/// The topics under the lanes; a click chooses one. The list of topics does the same for the keyboard.
#[component]
pub(super) fn Topics() -> impl IntoView {
    let edition = expect_context::<Arc<Edition>>();
    let topics = edition.record.topics.iter().zip(&edition.timeline.topics);
    (!edition.record.topics.is_empty()).then(|| {
        view! {
            <svg class="topics" aria-hidden="true" focusable="false">
                {topics
                    .map(|(topic, x)| view! {
                        <svg
                            class="topic"
                            data-topic=topic.id.clone()
                            x=percent(x.start)
                            width=percent(x.end - x.start)
                            height="100%"
                        >
                            <title>{topic.name.clone()}</title>
                            <rect class="band" width="100%" height="2" />
                            <rect class="target" y="2" width="100%" height="100%" />
                            <foreignObject y="4" width="100%" height="20">
                                <div class="topic-name">{topic.name.clone()}</div>
                            </foreignObject>
                        </svg>
                    })
                    .collect_view()}
            </svg>
        }
    })
}
