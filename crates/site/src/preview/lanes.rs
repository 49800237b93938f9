//! The timeline as a picture: a lane for each speaker with the name before it, a segment for each turn, as on the page.

use memcon::edition::Edition;
use memcon_explore::timeline::{Lane, Segment};
use memcon_record::{Record, Speaker};

use super::{MARGIN, WIDTH};
use crate::fonts::SANS;
use crate::lettering::Face;
use crate::tokens::light;

/// Widest room for the names.
const NAMES: f64 = 260.0;
/// How much of its delegation's colour each tint of a speaker has, as `style/tokens.css` says.
const TINTS: [f64; 3] = [1.0, 0.72, 0.5];
/// Narrower than this a segment cannot be seen.
const NARROWEST: f64 = 1.5;

/// The lanes between two heights; `None` for a record without turns.
pub(super) fn drawing(edition: &Edition, (top, foot): (f64, f64)) -> Option<String> {
    let timeline = &edition.timeline;
    if timeline.segments.is_empty() {
        return None;
    }
    let count = timeline.lanes.len() as f64;
    // Few lanes are no thicker than three would be: they stand in the middle of their room.
    let pitch = ((foot - top) / count).min((foot - top) / 3.4);
    let thick = pitch * 0.7;
    let first = top + (foot - top - pitch * count) / 2.0 + (pitch - thick) / 2.0;
    let face = Face::new(SANS, (pitch * 0.78).clamp(16.0, 25.0));
    let names: Vec<String> = timeline.lanes.iter().map(|lane| face.fit(&name(&edition.record, lane), NAMES)).collect();
    let left = MARGIN + names.iter().map(|name| face.width(name)).fold(0.0, f64::max) + 22.0;
    let lanes = names.iter().enumerate().map(|(i, name)| {
        let y = first + i as f64 * pitch;
        let at = (left - 22.0, y + thick / 2.0 + face.size * 0.36);
        let segments: String = timeline
            .segments
            .iter()
            .enumerate()
            .filter(|(_, segment)| segment.lane == i)
            .map(|(place, segment)| rectangle(edition, place, segment, (left, y, thick)))
            .collect();
        face.element(name, at, "end", light("soft")) + &segments
    });
    Some(lanes.collect())
}

fn rectangle(edition: &Edition, place: usize, segment: &Segment, (left, y, thick): (f64, f64, f64)) -> String {
    let speaker = edition.record.turns().nth(place).map_or(Speaker::Nobody, |(_, turn)| turn.speaker);
    let length = WIDTH - MARGIN - left;
    // A hair of paper between two turns, as long as there is room for it.
    let wide = (segment.x.end - segment.x.start) * length;
    let wide = if wide > 4.0 * NARROWEST { wide - 2.0 } else { wide.max(NARROWEST) };
    let (colour, strength) = match (edition.record.side(speaker), speaker) {
        (Some(side), Speaker::Known(i)) => {
            (light(side_colour(side)), edition.tints.get(i).map_or(1.0, |tint| TINTS[tint % 3]))
        }
        _ => (light("no-side"), 1.0),
    };
    format!(
        r#"<rect x="{:.1}" y="{y:.1}" width="{wide:.1}" height="{thick:.1}" rx="{:.1}" fill="{colour}" fill-opacity="{strength}"/>"#,
        left + segment.x.start * length,
        (wide / 3.0).min(3.0)
    )
}

/// The colour of the delegation at place `side`; a fifth begins again.
pub(super) fn side_colour(side: usize) -> &'static str {
    ["side-0", "side-1", "side-2", "side-3"][side % 4]
}

fn name(record: &Record, lane: &Lane) -> String {
    match lane.speakers.as_slice() {
        [Speaker::Known(i)] => record.participants.get(*i).map(|p| p.name.clone()).unwrap_or_default(),
        [Speaker::Unknown] => "Unknown voices".into(),
        [Speaker::Nobody] => "Notes".into(),
        others => format!("{} others", others.len()),
    }
}
