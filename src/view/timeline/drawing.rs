//! The drawing: lanes with their turns, and topics.

use std::sync::Arc;

use leptos::prelude::*;

use super::percent;
use super::words::turn_at;
use crate::edition::Edition;
use crate::view::speaker::side_and_id;

/// One lane with its turns.
#[component]
pub(super) fn LaneView(lane: usize) -> impl IntoView {
    let edition = expect_context::<Arc<Edition>>();
    let segments = edition.timeline.segments.iter().enumerate().filter(|(_, segment)| segment.lane == lane);
    view! {
        <svg class="lane" role="presentation" focusable="false">
            {segments
                .filter_map(|(place, segment)| {
                    let (block, turn) = turn_at(&edition.record, place)?;
                    let (speaker, side) = side_and_id(&edition.record, turn.speaker);
                    Some(view! {
                        <rect
                            id=format!("s-{}", block.id)
                            class="segment"
                            data-turn=block.id.clone()
                            data-speaker=speaker
                            data-side=side
                            data-tint=edition.tint(turn.speaker)
                            x=percent(segment.x.start)
                            width=percent(segment.x.end - segment.x.start)
                            height="100%"
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
