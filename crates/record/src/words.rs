//! What is counted as a word.

/// The number of words in `text`: runs of characters between white space that
/// hold a letter or a digit, so that “Marxism-Leninism” is one and “—” is none.
///
/// White space is Unicode's (`White_Space`), so a no-break space parts words.
pub fn count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn a_word_holds_a_letter_or_a_digit() {
        for (text, words) in [
            ("", 0),
            (" — ", 0),
            ("Marxism-Leninism", 1),
            ("the donkey out of the mud5.", 6),
            ("6-700,000 tons", 2),
            ("a\u{a0}b", 2),
            ("…and “so”", 2),
        ] {
            assert_eq!(count(text), words, "{text:?}");
        }
    }
}
