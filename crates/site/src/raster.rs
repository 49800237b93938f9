//! A drawing (SVG) made into a picture (PNG).

use anyhow::{Context, Result};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::Tree;

use crate::fonts;

/// `svg` as a PNG that is `width` pixels wide and as high as it then must be.
///
/// # Errors
/// When `svg` is no SVG, or has no size.
pub fn png(svg: &str, width: u32) -> Result<Vec<u8>> {
    let tree = Tree::from_str(svg, &fonts::options()).context("the drawing is no SVG that can be read")?;
    let scale = width as f32 / tree.size().width();
    let height = (tree.size().height() * scale).round() as u32;
    let mut picture = Pixmap::new(width, height).context("the drawing has no size")?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
    picture.encode_png().context("the picture cannot be written as PNG")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_as_wide_as_asked_and_keeps_its_shape() {
        let svg = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10"/></svg>"#;
        let picture = Pixmap::decode_png(&png(svg, 40).expect("a picture")).expect("a PNG");
        assert_eq!((picture.width(), picture.height()), (40, 20));
        assert!(png("<p>no drawing</p>", 40).is_err());
    }
}
