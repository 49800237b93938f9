//! What is on screen, and what part of the timeline that is.

use leptos::prelude::*;

use crate::browser;
use crate::explorer::Explorer;

/// Keeps [`Explorer::on_screen`] and [`Explorer::seen`] true as the window scrolls and the text changes.
pub(super) fn watch(explorer: Explorer) {
    let waiting = StoredValue::new(false);
    let look = move || {
        if waiting.get_value() {
            return;
        }
        explorer.seen.set_value(None);
        waiting.set_value(true);
        // After the frame: where one has jumped to in a long record, nothing is laid out before.
        browser::after_next_frame(move || {
            waiting.set_value(false);
            explorer.on_screen.set(on_screen(explorer));
        });
    };
    Effect::new(move |_| {
        explorer.address.link().track();
        look();
    });
    for name in ["scroll", "resize"] {
        _ = window_event_listener_untyped(name, move |_| look());
    }
}

/// Part of the timeline that is between the rail and the end of the window.
fn on_screen(explorer: Explorer) -> Option<(f64, f64)> {
    let opened = explorer.opened();
    browser::tell_height_of_rail();
    let (top, bottom) = (browser::top_of_text(), browser::window_height());
    let mut seen: Option<(f64, f64)> = None;
    let mut turns = browser::turns_between(top, bottom);
    for turn in &turns {
        let rect = turn.get_bounding_client_rect();
        let Some(place) = opened.record.turn_place(&turn.id()) else { continue };
        let part = |y: f64| (y - rect.top()) / rect.height();
        let (from, to) = (opened.timeline.x_in(place, part(top)), opened.timeline.x_in(place, part(bottom)));
        seen = Some(seen.map_or((from, to), |(start, end)| (start.min(from), end.max(to))));
    }
    turns.retain(|turn| turn.get_bounding_client_rect().bottom() > top + browser::READ);
    explorer.seen.set_value(Some(turns));
    seen
}
