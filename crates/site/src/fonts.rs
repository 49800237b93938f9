//! The letters of what is drawn at build time: fonts that crates carry, so that a picture looks the same wherever it was
//! made. Only for a character that none of them has (Hangul, say) the machine's own fonts are asked.

use std::sync::{Arc, OnceLock};

use resvg::usvg::fontdb::Database;
use resvg::usvg::{FontResolver, Options};

/// The voice of the record: Libertinus Serif, by way of `typst-assets`.
pub const SERIF: &str = "Libertinus Serif";
/// The voice of the explorer: Noto Sans.
pub const SANS: &str = "Noto Sans";

/// How an SVG is read: with these fonts, and no file or address that it names.
pub fn options() -> Options<'static> {
    Options {
        fontdb: Arc::clone(carried()),
        font_resolver: FontResolver {
            select_font: FontResolver::default_font_selector(),
            select_fallback: Box::new(|character, used, fonts| {
                let look = FontResolver::default_fallback_selector();
                look(character, used, fonts).or_else(|| {
                    // A copy of the carried ones with more added: the ids in use stay what they are.
                    *fonts = Arc::clone(all());
                    look(character, used, fonts)
                })
            }),
        },
        ..Options::default()
    }
}

fn carried() -> &'static Arc<Database> {
    static CARRIED: OnceLock<Arc<Database>> = OnceLock::new();
    CARRIED.get_or_init(|| {
        let mut fonts = Database::new();
        for bytes in [notosans::REGULAR_TTF, notosans::BOLD_TTF].into_iter().chain(typst_assets::fonts()) {
            fonts.load_font_data(bytes.to_vec());
        }
        Arc::new(fonts)
    })
}

fn all() -> &'static Arc<Database> {
    static ALL: OnceLock<Arc<Database>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut fonts = Database::clone(carried());
        fonts.load_system_fonts();
        Arc::new(fonts)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_voices_are_carried() {
        let families: Vec<_> =
            carried().faces().flat_map(|face| &face.families).map(|(name, _)| name.as_str()).collect();
        assert!(families.contains(&SERIF) && families.contains(&SANS), "{families:?}");
    }
}
