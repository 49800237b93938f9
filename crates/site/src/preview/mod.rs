//! The picture of a page that a messenger or a social network shows beside its link: 1200 × 630 pixels, which is what they
//! ask for (ogp.me names the tags; the size is the one that all of them show uncut).

mod lanes;
mod library;
mod record;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use memcon::edition::Edition;
use memcon::view::numbers::count;
use memcon_record::Record;
use memcon_record::index::Entry;

use crate::fonts::{SANS, SERIF};
use crate::lettering::Face;
use crate::{icons, raster, tokens};

/// The name of the picture, beside the page that it is of.
pub const FILE: &str = "preview.png";
/// Its size in pixels.
pub const SIZE: (u32, u32) = (1200, 630);

const WIDTH: f64 = SIZE.0 as f64;
const HEIGHT: f64 = SIZE.1 as f64;
/// Between the sides of the picture and what stands in it.
const MARGIN: f64 = 72.0;
/// Where the band with the timeline stands.
const BAND: (f64, f64) = (346.0, 548.0);
/// The line that the words at the foot stand on.
const FOOT: f64 = 598.0;

/// What the explorer says.
const SAID: Face = Face::new(SANS, 25.0);

/// Writes the picture of a record into the folder of its page.
///
/// # Errors
/// When it cannot be drawn or written.
pub fn of_record(folder: &Path, edition: &Edition) -> Result<()> {
    write(folder, &record::drawing(edition))
}

/// Writes the picture of the list of records into the folder of the site.
///
/// # Errors
/// When it cannot be drawn or written.
pub fn of_library(dist: &Path, records: &[Record]) -> Result<()> {
    write(dist, &library::drawing(records))
}

/// What the picture of the list of records shows, for those who do not see it.
pub const WORDS_FOR_LIBRARY: &str =
    "The name of the site, the first records as strips of turns, and the number of records.";

/// What the picture of a record shows, for those who do not see it.
pub fn words_for_record(record: &Record) -> String {
    let speakers = Entry::of(record).speakers;
    let turns = count(record.turns.len(), "turn");
    match speakers.as_slice() {
        [] => "Title and reference of the record.".into(),
        [one] => format!("Timeline of {turns}, spoken by {one}."),
        [first @ .., last] if speakers.len() <= 4 => {
            format!("Timeline of {turns}, spoken by {} and {last}.", first.join(", "))
        }
        _ => format!(
            "Timeline of {turns}, spoken by {} and {}.",
            speakers[..3].join(", "),
            count(speakers.len() - 3, "other")
        ),
    }
}

fn write(folder: &Path, svg: &str) -> Result<()> {
    let path = folder.join(FILE);
    let picture = raster::png(svg, SIZE.0).with_context(|| format!("{} cannot be drawn", path.display()))?;
    fs::write(&path, picture).with_context(|| format!("{} cannot be written", path.display()))
}

/// What all previews have: paper, what stands on it, and at the foot a note and the site's name.
fn sheet(content: &str, note: Option<&str>) -> String {
    // The icon is a drawing of its own, as high as the name beside it.
    let icon = icons::DRAWING.replacen(
        "<svg ",
        &format!(r#"<svg x="{}" y="{}" width="34" height="34" "#, WIDTH - MARGIN - 162.0, FOOT - 27.0),
        1,
    );
    let name = Face::new(SERIF, 31.0).bold().element("Memcon", (WIDTH - MARGIN, FOOT), "end", tokens::light("ink"));
    let note = note.map(|note| {
        let face = Face::new(SANS, 22.0);
        face.element(
            &face.fit(note, WIDTH - 2.0 * MARGIN - 230.0),
            (MARGIN, FOOT - 1.0),
            "start",
            tokens::light("muted"),
        )
    });
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}"><rect width="100%" height="100%" fill="{}"/>{content}{}{icon}{name}</svg>"#,
        tokens::light("paper"),
        note.unwrap_or_default()
    )
}

/// The band across the picture, as the page has one for its timeline.
fn band() -> String {
    let (top, foot) = BAND;
    format!(
        r#"<rect y="{top}" width="{WIDTH}" height="{}" fill="{}"/><path d="M0 {top}H{WIDTH}M0 {foot}H{WIDTH}" stroke="{}" stroke-width="1.5"/>"#,
        foot - top,
        tokens::light("card"),
        tokens::light("line")
    )
}

/// Lines of text under each other, the first standing on `y`.
fn paragraph(face: Face, lines: &[String], y: f64, leading: f64, colour: &str) -> String {
    let place = |i: usize| (MARGIN, y + i as f64 * face.size * leading);
    lines.iter().enumerate().map(|(i, line)| face.element(line, place(i), "start", colour)).collect()
}
