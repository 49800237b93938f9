//! What is taken for the same letter when words are looked for.
//!
//! Case does not matter (Unicode's lower case), nor do the diacritics of
//! Latin, Greek and Cyrillic letters (canonical decomposition, Unicode
//! Standard Annex 15, less the marks U+0300 to U+036F), nor the letters in
//! [`LETTERS`], which have no decomposition. Everything else is left whole:
//! Hangul syllables, kana with their sound marks, Indic vowels.

pub mod tables;

/// Letters that a reader without the right keyboard types otherwise.
pub const LETTERS: [(char, &str); 12] = [
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ø', "o"),
    ('đ', "d"),
    ('ð', "d"),
    ('þ', "th"),
    ('ħ', "h"),
    ('ı', "i"),
    ('ł', "l"),
    ('ŧ', "t"),
    ('ς', "σ"),
];

/// Appends what `c` is taken for to `out`: nothing, one letter, or two.
pub fn push(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    // The one letter whose small form is two, U+0130, has its dot in the second, and that is left out.
    push_base(if c == 'İ' { 'i' } else { lower(c) }, out);
}

/// `text` as it is compared.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| push(c, &mut out));
    out
}

/// Whether `c` is a diacritic that is left out of the comparison.
pub fn is_diacritic(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Whether `c` is invisible inside a word: soft hyphen, joiners, word joiner.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Whether `c` is a mark that belongs to the letter before it, in any script.
pub fn is_mark(c: char) -> bool {
    let row = tables::MARKS.partition_point(|(_, last)| *last < c);
    is_diacritic(c) || tables::MARKS.get(row).is_some_and(|(first, _)| *first <= c)
}

/// The small letter of `c`, of one character.
fn lower(c: char) -> char {
    let row = tables::SMALL.partition_point(|(_, last, ..)| *last < c);
    match tables::SMALL.get(row) {
        Some((first, _, step, distance)) if *first <= c && (c as u32 - *first as u32).is_multiple_of(*step) => {
            char::from_u32((c as u32).wrapping_add_signed(*distance)).unwrap_or(c)
        }
        _ => c,
    }
}

fn push_base(c: char, out: &mut String) {
    if is_diacritic(c) || is_invisible(c) {
        return;
    }
    match tables::BASES.binary_search_by_key(&c, |(letter, _)| *letter) {
        Ok(row) => push_letter(tables::BASES[row].1, out),
        // Of another script, or no letter: left whole.
        Err(_) => push_letter(c, out),
    }
}

fn push_letter(c: char, out: &mut String) {
    match LETTERS.iter().find(|(letter, _)| *letter == c) {
        Some((_, letters)) => out.push_str(letters),
        None => out.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn case_and_diacritics_do_not_matter() {
        for (printed, folded) in [
            ("Përmet", "permet"),
            ("Kim Ilsŏng", "kim ilsong"),
            ("Kim Ilso\u{306}ng", "kim ilsong"),
            ("BRĂTESCU", "bratescu"),
            ("Wójcik Łódź", "wojcik lodz"),
            ("Straße", "strasse"),
            ("Ǽrø", "aero"),
            ("İstanbul ısı", "istanbul isi"),
            ("ΣΟΦΟΣ σοφός", "σοφοσ σοφοσ"),
            ("Хрущёв", "хрущев"),
            ("ferti\u{ad}lizer", "fertilizer"),
        ] {
            assert_eq!(fold(printed), folded);
        }
    }

    #[test]
    fn other_scripts_are_left_whole() {
        for text in ["김일성", "が", "हिन्दी", "毛泽东", "שלום"] {
            assert_eq!(fold(text), text);
        }
    }
}
