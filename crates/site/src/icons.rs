//! The site's icon in the sizes that systems ask for, from the one drawing `public/icon.svg`.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::{raster, tokens};

/// The drawing, which browsers themselves show in their tabs.
pub const DRAWING: &str = include_str!("../../../public/icon.svg");

/// A picture of the icon.
#[derive(Clone, Copy, Debug)]
pub struct Icon {
    /// Its name in the site's root.
    pub file: &'static str,
    /// Its width and height in pixels.
    pub size: u32,
    /// Whether it fills its square, for a system that cuts icons to a shape of its own.
    pub full: bool,
}

/// Those that the manifest names: the two sizes that Chromium asks for before it offers to install a site, and one to cut.
pub const FOR_MANIFEST: [Icon; 3] = [
    Icon { file: "icon-192.png", size: 192, full: false },
    Icon { file: "icon-512.png", size: 512, full: false },
    Icon { file: "icon-maskable-512.png", size: 512, full: true },
];

/// The one for the home screen of Apple's systems, which round its corners and fill what is clear with black.
pub const FOR_APPLE: Icon = Icon { file: "apple-touch-icon.png", size: 180, full: true };

/// Writes all of them into the site's root.
///
/// # Errors
/// When one cannot be drawn or written.
pub fn write(dist: &Path) -> Result<()> {
    for icon in FOR_MANIFEST.into_iter().chain([FOR_APPLE]) {
        let path = dist.join(icon.file);
        let drawing = if icon.full { full() } else { DRAWING.to_owned() };
        let picture =
            raster::png(&drawing, icon.size).with_context(|| format!("{} cannot be drawn", path.display()))?;
        fs::write(&path, picture).with_context(|| format!("{} cannot be written", path.display()))?;
    }
    Ok(())
}

/// The drawing on a ground of its own colour, all that matters in it within the circle that no system cuts: four fifths as
/// wide as the square (Web Application Manifest, “Icon masks and safe zone”).
fn full() -> String {
    let inner = DRAWING.replacen("<svg ", r#"<svg x="2" y="2" width="28" height="28" "#, 1);
    let ground = tokens::light("ink");
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="{ground}"/>{inner}</svg>"#
    )
}

#[cfg(test)]
mod tests {
    use resvg::tiny_skia::Pixmap;

    use super::*;

    fn picture(dist: &Path, icon: Icon) -> Pixmap {
        Pixmap::decode_png(&fs::read(dist.join(icon.file)).expect(icon.file)).expect("a PNG")
    }

    #[test]
    fn each_has_its_size_and_those_to_cut_are_plain_outside_the_circle() {
        let dist = tempfile::tempdir().expect("a temporary folder");
        write(dist.path()).expect("written");
        for icon in FOR_MANIFEST.into_iter().chain([FOR_APPLE]) {
            let picture = picture(dist.path(), icon);
            assert_eq!((picture.width(), picture.height()), (icon.size, icon.size), "{}", icon.file);
            let corner = picture.pixel(0, 0).expect("a pixel");
            assert_eq!(corner.alpha() == 255, icon.full, "{}", icon.file);
            if icon.full {
                let middle = f64::from(icon.size) / 2.0;
                for (i, pixel) in picture.pixels().iter().enumerate() {
                    let (x, y) = (i as u32 % icon.size, i as u32 / icon.size);
                    let away = (f64::from(x) + 0.5 - middle).hypot(f64::from(y) + 0.5 - middle);
                    // The edge of the drawing's own ground is rounded to a shade next to it.
                    let plain = pixel.red().abs_diff(corner.red()) < 3 && pixel.blue().abs_diff(corner.blue()) < 3;
                    assert!(away < 0.4 * f64::from(icon.size) || plain, "{}: {x}, {y}", icon.file);
                }
            }
        }
    }
}
