//! The preview of the list of records: its name, a strip for each of the first records, and how many there are.

use memcon::view::date::written;
use memcon::view::numbers::count;
use memcon_explore::timeline::Timeline;
use memcon_record::Record;
use memcon_record::index::Index;

use super::lanes::side_colour;
use super::{BAND, MARGIN, SAID, WIDTH, band, paragraph, sheet};
use crate::fonts::{SANS, SERIF};
use crate::lettering::Face;
use crate::tokens::light;

/// More records than this are only counted.
const STRIPS: usize = 4;

/// The drawing.
pub(super) fn drawing(records: &[Record]) -> String {
    let index = Index::of(records);
    let title = Face::new(SERIF, 84.0);
    let text = SAID.element(
        "Who said what, in the words of the record: find it, trust it, link to it.",
        (MARGIN, 118.0),
        "start",
        light("muted"),
    ) + &paragraph(title, &["Records of".into(), "conversation".into()], 208.0, 1.08, light("ink"));
    let shown: Vec<&Record> = index
        .records
        .iter()
        .filter_map(|entry| records.iter().find(|record| record.id == entry.id && !record.turns.is_empty()))
        .take(STRIPS)
        .collect();
    let room = BAND.1 - BAND.0;
    let pitch = (room - 36.0) / shown.len().max(3) as f64;
    let first = BAND.0 + (room - pitch * shown.len() as f64) / 2.0;
    let strips: String =
        shown.iter().enumerate().map(|(i, record)| strip(record, first + i as f64 * pitch, pitch)).collect();
    let (turns, words) = index
        .records
        .iter()
        .fold((0, 0), |(turns, words), entry| (turns + entry.counts.turns, words + entry.counts.words));
    let note = [count(records.len(), "record"), count(turns, "turn"), count(words, "word")].join(" · ");
    sheet(&format!("{text}{}{strips}", band()), Some(&note))
}

/// One record: its date, and its turns in one line in the colours of the delegations.
fn strip(record: &Record, top: f64, pitch: f64) -> String {
    let face = Face::new(SANS, 22.0);
    let dated = record.date.as_deref().map_or_else(|| "undated".to_owned(), written);
    let thick = pitch * 0.6;
    let left = MARGIN + 252.0;
    let length = WIDTH - MARGIN - left;
    let middle = top + pitch / 2.0;
    let segments = Timeline::of(record).segments;
    let turns = record.turns().zip(&segments).map(|((_, turn), segment)| {
        let colour = record.side(turn.speaker).map_or("no-side", side_colour);
        let wide = (segment.x.end - segment.x.start) * length;
        format!(
            r#"<rect x="{:.1}" y="{:.1}" width="{:.1}" height="{thick:.1}" rx="2" fill="{}"/>"#,
            left + segment.x.start * length,
            middle - thick / 2.0,
            (wide - 2.0).max(1.0),
            light(colour)
        )
    });
    face.element(&face.fit(&dated, 230.0), (MARGIN, middle + 8.0), "start", light("soft")) + &turns.collect::<String>()
}
