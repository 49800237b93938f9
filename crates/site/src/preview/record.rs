//! The preview of a record: kind and date, title, who speaks when, and the archive's reference.

use memcon::edition::Edition;
use memcon::view::date::written;

use super::{BAND, MARGIN, SAID, WIDTH, band, lanes, paragraph, sheet};
use crate::fonts::SERIF;
use crate::lettering::Face;
use crate::tokens::light;

/// Sizes of the title, each with the number of lines that then have room.
const TITLES: [(f64, usize); 3] = [(68.0, 2), (58.0, 3), (48.0, 4)];

/// The drawing.
pub(super) fn drawing(edition: &Edition) -> String {
    let record = &edition.record;
    let width = WIDTH - 2.0 * MARGIN;
    let about: Vec<String> = record.kind.clone().into_iter().chain(record.date.as_deref().map(written)).collect();
    let about = SAID.fit(&about.join(" · "), width);
    let lanes = lanes::drawing(edition, (BAND.0 + 22.0, BAND.1 - 22.0));
    // Without turns there is no timeline, and the title may have its room.
    let (middle, foot) = match &lanes {
        Some(lanes) => (format!("{}{lanes}", band()), BAND.0),
        None => (String::new(), BAND.1 - 40.0),
    };
    let head = if about.is_empty() { 0.0 } else { SAID.size * 1.75 };
    let (face, lines) = title(&record.title, width);
    let leading = 1.16;
    let height = head + lines.len() as f64 * face.size * leading;
    // What stands above the band stands in the middle of its room, or a little above.
    let top = ((foot - height) * 0.5).max(44.0);
    let first = top + head + face.size * 0.86;
    let mut text = SAID.element(&about, (MARGIN, top + SAID.size * 0.9), "start", light("muted"));
    text += &paragraph(face, &lines, first, leading, light("ink"));
    if lanes.is_none()
        && let Some(summary) = &record.summary
    {
        let face = Face::new(SERIF, 31.0);
        let below = first + lines.len() as f64 * face.size * leading + 40.0;
        let room = ((BAND.1 - below) / (face.size * 1.35)) as usize;
        if room > 0 {
            text += &paragraph(face, &face.lines(summary, width, room.min(4)), below, 1.35, light("soft"));
        }
    }
    sheet(&format!("{text}{middle}"), record.provenance.reference.as_deref())
}

/// The title as large as it can be whole; cut at the smallest size.
fn title(title: &str, width: f64) -> (Face, Vec<String>) {
    let mut last = (Face::new(SERIF, 0.0), Vec::new());
    for (size, most) in TITLES {
        let face = Face::new(SERIF, size);
        last = (face, face.lines(title, width, most));
        if !last.1.iter().any(|line| line.ends_with('…')) {
            break;
        }
    }
    last
}
