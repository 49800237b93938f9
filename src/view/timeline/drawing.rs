//! The drawing: lanes with turns and hits, what lies over them, topics.

use leptos::prelude::*;

use super::pointing::Pointing;
use super::words::{saying, turn_at};
use crate::explorer::Explorer;
use crate::site::is_live;
use crate::view::speaker::{side_and_id, tint};

/// A fraction as SVG wants it.
pub(super) fn percent(fraction: f64) -> String {
    // In whole thousandths: to write a float weighs more in the Wasm than all of this file.
    let thousandths = (fraction * 100_000.0).round() as i64;
    format!("{}.{:03}%", thousandths / 1000, thousandths % 1000)
}

/// One lane with its turns and the hits in them.
#[component]
pub(super) fn LaneView(lane: usize, pointing: Pointing) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let opened = explorer.opened();
    let ticks = Memo::new(move |_| {
        let opened = explorer.opened();
        let of_lane =
            |x: &f64| opened.timeline.turn_at(*x).is_some_and(|turn| opened.timeline.segments[turn].lane == lane);
        let answer = explorer.answer.read();
        answer
            .hits
            .iter()
            .filter_map(|hit| opened.timeline.x_of(&opened.record, hit))
            .filter(of_lane)
            .map(percent)
            .collect::<Vec<_>>()
    });
    let live = is_live();
    view! {
        <svg class="lane" role="presentation" focusable="false">
            {opened
                .timeline
                .segments
                .iter()
                .enumerate()
                .filter(|(_, segment)| segment.lane == lane)
                .filter_map(|(place, segment)| {
                    let (block, turn) = turn_at(&opened.record, place)?;
                    let (speaker, side) = side_and_id(&opened.record, turn.speaker);
                    let at = opened.record.turns[place];
                    let matches = Memo::new(move |_| explorer.page.read().get(at).is_some_and(|place| place.matches));
                    // Without a question nothing is chosen.
                    let answers = Memo::new(move |_| matches.get() && explorer.answer.read().active);
                    Some(view! {
                        <rect
                            id=format!("s-{}", block.id)
                            class="segment"
                            role=live.then_some("option")
                            aria-selected=move || live.then_some(if answers.get() { "true" } else { "false" })
                            aria-label=live.then(|| saying(&opened.record, place))
                            class:faded=move || !matches.get()
                            class:walked=move || pointing.walked.get() == Some(place)
                            data-turn=block.id.clone()
                            data-speaker=speaker
                            data-side=side
                            data-tint=tint(&opened, turn.speaker)
                            x=percent(segment.x.start)
                            width=percent(segment.x.end - segment.x.start)
                            height="100%"
                            rx="2"
                        />
                    })
                })
                .collect_view()}
            {move || ticks.get().into_iter().map(|x| view! { <rect class="tick" x=x width="2" height="100%" /> }).collect_view()}
        </svg>
    }
}

/// What lies over all lanes: what is on screen, the stretch chosen, the stretch being drawn.
#[component]
pub(super) fn Overlay(pointing: Pointing) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let stretch = Memo::new(move |_| {
        let stretch = explorer.filter.read().0.stretch.clone()?;
        let timeline = &explorer.opened().timeline;
        Some((timeline.segments.get(*stretch.start())?.x.start, timeline.segments.get(*stretch.end())?.x.end))
    });
    let frame = move |class: &'static str, x: (f64, f64)| {
        view! { <rect class=class x=percent(x.0) width=percent(x.1 - x.0) height="100%" rx="4" /> }
    };
    view! {
        <svg class="overlay" aria-hidden="true" focusable="false">
            {move || stretch.get().map(|x| frame("stretch", x))}
            {move || pointing.drag.get().map(|(a, b)| frame("drag", (a.min(b), a.max(b))))}
            {move || explorer.on_screen.get().map(|x| frame("frame", x))}
        </svg>
    }
}

/// What the turn pointed at is.
#[component]
pub(super) fn Saying(pointing: Pointing) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let place = Memo::new(move |_| pointing.under.get().or(pointing.walked.get()));
    move || {
        place.get().map(|place| {
            let opened = explorer.opened();
            let x = opened.timeline.x_in(place, 0.5);
            // The box hangs from the side on which there is room.
            let (side, offset) = if x < 0.5 { ("from-left", x) } else { ("from-right", 1.0 - x) };
            view! { <p class=format!("saying {side}") style:--x=percent(offset) aria-hidden="true">{saying(&opened.record, place)}</p> }
        })
    }
}

/// The topics under the lanes; a click chooses one. The list of topics does the same for the keyboard.
#[component]
pub(super) fn Topics() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let opened = explorer.opened();
    (!opened.record.topics.is_empty()).then(|| {
        view! {
            <svg class="topics" aria-hidden="true" focusable="false">
                {opened
                    .record
                    .topics
                    .iter()
                    .zip(&opened.timeline.topics)
                    .map(|(topic, x)| {
                        let id = topic.id.clone();
                        let chosen = {
                            let id = id.clone();
                            move || explorer.address.link().read().topics.contains(&id)
                        };
                        view! {
                            <svg
                                class="topic"
                                class:chosen=chosen
                                x=percent(x.start)
                                width=percent(x.end - x.start)
                                height="100%"
                                on:click=move |_| explorer.push(|link| memcon_explore::link::toggle(&mut link.topics, &id))
                            >
                                <title>{topic.name.clone()}</title>
                                <rect class="band" width="100%" height="2" />
                                <rect class="target" y="2" width="100%" height="100%" />
                                <foreignObject y="4" width="100%" height="20">
                                    <div class="topic-name">{topic.name.clone()}</div>
                                </foreignObject>
                            </svg>
                        }
                    })
                    .collect_view()}
            </svg>
        }
    })
}
