//! The timeline of turns: a lane for each speaker, a segment for each turn.
//!
//! For the keyboard and for screen readers it is one list box (WAI-ARIA 1.2)
//! with a turn for each option, and it has a table twin.

mod drawing;
mod pointing;
mod screen;
mod table;
mod words;

use leptos::prelude::*;
use memcon_explore::timeline::Lane;
use memcon_record::{Record, Speaker};

use self::drawing::{LaneView, Overlay, Saying, Topics};
use self::pointing::{Pointing, keydown, move_to, press, release};
use self::screen::watch_the_screen;
pub use self::table::Table;
use self::words::block_of;
use crate::explorer::Explorer;
use crate::site::is_live;
use crate::view::numbers::number;

/// From this many turns on, no line is drawn around each: nothing else would be left.
const CROWDED: usize = 300;

/// The drawing, what it says of the turn pointed at, and the table.
#[component]
pub fn TimelineView() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let opened = explorer.opened();
    let pointing = Pointing {
        walked: RwSignal::new(None),
        under: RwSignal::new(None),
        drag: RwSignal::new(None),
        tracks: NodeRef::new(),
    };
    watch_the_screen(explorer);
    let lanes = &opened.timeline.lanes;
    let live = is_live();
    let active = move || {
        pointing.walked.get().and_then(|place| Some(format!("s-{}", block_of(&explorer.opened().record, place)?.id)))
    };
    (!opened.timeline.segments.is_empty()).then(|| {
        view! {
            <div class="timeline" class:crowded={opened.timeline.segments.len() > CROWDED}>
                <div class="lane-names" aria-hidden="true">
                    {lanes.iter().map(|lane| view! { <span>{lane_name(&opened.record, lane)}</span> }).collect_view()}
                </div>
                <div
                    class="tracks"
                    node_ref=pointing.tracks
                    role=if live { "listbox" } else { "img" }
                    tabindex=live.then_some("0")
                    aria-label="Timeline of turns"
                    aria-orientation=live.then_some("horizontal")
                    aria-multiselectable=live.then_some("true")
                    aria-activedescendant=active
                    on:keydown=move |event| keydown(explorer, pointing, &event)
                    on:focus=move |_| pointing.walked.update(|walked| { walked.get_or_insert(0); })
                    on:blur=move |_| pointing.walked.set(None)
                    on:pointerdown=move |event| press(explorer, pointing, &event)
                    on:pointermove=move |event| move_to(explorer, pointing, &event)
                    on:pointerup=move |_| release(explorer, pointing)
                    on:pointercancel=move |_| pointing.drag.set(None)
                    on:pointerleave=move |_| pointing.under.set(None)
                >
                    {(0..lanes.len()).map(|lane| view! { <LaneView lane pointing /> }).collect_view()}
                    <Overlay pointing />
                    <Saying pointing />
                </div>
                <Topics />
            </div>
        }
    })
}

fn lane_name(record: &Record, lane: &Lane) -> String {
    match lane.speakers.as_slice() {
        [Speaker::Known(i)] => record.participants.get(*i).map(|p| p.name.clone()).unwrap_or_default(),
        [Speaker::Unknown] => "Unknown voices".into(),
        [Speaker::Nobody] => "Notes".into(),
        others => format!("{} others", number(others.len())),
    }
}
