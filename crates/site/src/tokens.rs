//! The colours of the site, from the style sheet that the pages have: what is drawn at build time cannot drift from them.

const STYLE: &str = include_str!("../../../style/tokens.css");

/// Where the sheet's dark colours begin.
const DARK: &str = "prefers-color-scheme: dark";

/// A colour of the light pages, such as `light("paper")`, as hexadecimal digits with `#`.
///
/// # Panics
/// When `style/tokens.css` has no such colour; the tests ask for each that is used.
pub fn light(name: &str) -> &'static str {
    find(STYLE.split(DARK).next().unwrap_or_default(), name)
}

/// The same colour of the dark pages.
///
/// # Panics
/// As [`light`].
pub fn dark(name: &str) -> &'static str {
    find(STYLE.split(DARK).nth(1).unwrap_or_default(), name)
}

fn find(sheet: &'static str, name: &str) -> &'static str {
    sheet
        .split_once(&format!("--{name}:"))
        .and_then(|(_, rest)| rest.split_once(';'))
        .map(|(value, _)| value.trim())
        .filter(|value| value.starts_with('#'))
        .unwrap_or_else(|| panic!("style/tokens.css: there is no colour --{name} written as #rrggbb"))
}

#[cfg(test)]
mod tests {
    use super::{dark, light};

    #[test]
    fn every_colour_that_is_drawn_is_there_in_both() {
        for name in ["paper", "card", "ink", "soft", "muted", "line", "no-side", "side-0", "side-1", "side-2", "side-3"]
        {
            assert_ne!(light(name), dark(name), "{name}");
            assert!(light(name).len() == 7 && dark(name).len() == 7, "{name}");
        }
    }
}
