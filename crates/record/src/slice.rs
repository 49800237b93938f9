//! A part of a text.

use std::slice::SliceIndex;

/// The bytes `range` of `text`: nothing where there are not so many, or a letter would be cut. `text[range]` would stop the
/// program then, and its message shows a letter: the tables for that are three kilobytes of download.
pub fn slice(text: &str, range: impl SliceIndex<str, Output = str>) -> &str {
    text.get(range).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::slice;

    #[test]
    fn no_letter_is_cut_and_no_end_passed() {
        assert_eq!(slice("Enver Hoxha", 6..), "Hoxha");
        assert_eq!(slice("Kim Il Sŏng", 8..9), "");
        assert_eq!(slice("Shehu", ..9), "");
    }
}
