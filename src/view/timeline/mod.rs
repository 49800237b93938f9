//! The timeline of turns: a lane for each speaker, a bar for each turn, or for many together.
//!
//! A picture as printed; the program makes a list box of it. It has a table twin.

mod drawing;
mod table;
mod words;

use std::sync::Arc;

use leptos::prelude::*;
use memcon_explore::timeline::Lane;
use memcon_record::Record;

use self::drawing::{LaneView, Topics};
pub use self::table::Table;
pub use self::words::saying;
use super::numbers::number;
use super::speaker::name_of;
use crate::edition::Edition;

/// From this many turns on, no line is drawn around each: nothing else would be left.
const CROWDED: usize = 300;

/// A fraction as SVG and CSS want it.
pub fn percent(fraction: f64) -> String {
    // In whole thousandths: to write a float weighs more in the Wasm than all of the drawing.
    let thousandths = (fraction * 100_000.0).round() as i64;
    format!("{}.{:03}%", thousandths / 1000, thousandths % 1000)
}

/// The drawing.
#[component]
pub fn TimelineView() -> impl IntoView {
    let edition = expect_context::<Arc<Edition>>();
    let (lanes, segments) = (&edition.timeline.lanes, &edition.timeline.segments);
    (!segments.is_empty()).then(|| {
        view! {
            <div class="timeline" class:crowded={segments.len() > CROWDED}>
                <div class="lane-names" aria-hidden="true">
                    {lanes.iter().map(|lane| view! { <span>{lane_name(&edition.record, lane)}</span> }).collect_view()}
                </div>
                <div class="tracks" role="img" aria-label="Timeline of turns">
                    {(0..lanes.len()).map(|lane| view! { <LaneView lane /> }).collect_view()}
                    <svg class="overlay" aria-hidden="true" focusable="false"></svg>
                    <p class="saying" aria-hidden="true" hidden></p>
                </div>
                <Topics />
            </div>
        }
    })
}

fn lane_name(record: &Record, lane: &Lane) -> String {
    match lane.speakers.as_slice() {
        [speaker] => name_of(record, *speaker).to_owned(),
        others => format!("{} others", number(others.len())),
    }
}
