//! What two labels of one speaker have in common.

use crate::names::{self, fold};

/// [`names::name_words`], with a title that is glued to the name set free: “DR.EVATT”.
pub fn name_words(label: &str) -> Vec<String> {
    names::name_words(&unglued(label))
}

/// What two labels have in common that differ only in brackets, case, periods and spaces.
pub fn key(label: &str) -> String {
    names::without_brackets(&unglued(label)).split_whitespace().map(fold).collect::<Vec<_>>().join(" ")
}

/// `label` with a glued title set free and the number of a note cut off a word: “Davis,40”.
fn unglued(label: &str) -> String {
    let mut out = String::with_capacity(label.len() + 1);
    for word in label.split_whitespace() {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_digit());
        let word = if digits.len() + 2 >= word.len() && digits.ends_with([',', ';', '.']) { digits } else { word };
        if !out.is_empty() {
            out.push(' ');
        }
        match word.split_once(['.', ',']) {
            Some((title, rest)) if names::is_title(title) => {
                out.push_str(title);
                out.push('.');
                if !rest.is_empty() {
                    out.push(' ');
                    out.push_str(rest);
                }
            }
            _ => out.push_str(word),
        }
    }
    out
}
