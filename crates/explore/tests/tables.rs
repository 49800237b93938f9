//! The tables of letters and marks say what Unicode says (by the crate unicode-normalization).

use memcon_explore::fold::tables::{BASES, MARKS};
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

fn is_diacritic(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Small letters that are one letter and diacritics of U+0300 to U+036F.
fn bases() -> Vec<(char, char)> {
    let small = ('\u{80}'..=char::MAX).filter(|c| c.is_alphabetic() && c.to_lowercase().eq([*c]));
    small
        .filter_map(|c| {
            let mut parts = Vec::new();
            decompose_canonical(c, |part| parts.push(part));
            let letters: Vec<char> = parts.iter().copied().filter(|part| !is_diacritic(*part)).collect();
            (letters.len() == 1 && parts.len() > 1).then(|| (c, letters[0]))
        })
        .collect()
}

/// Marks of the Basic Multilingual Plane beyond those diacritics that Unicode does not call alphabetic.
fn marks() -> Vec<(char, char)> {
    let mut ranges: Vec<(char, char)> = Vec::new();
    for c in ('\u{370}'..='\u{ffff}').filter(|c| is_combining_mark(*c) && !c.is_alphanumeric()) {
        match ranges.last_mut() {
            Some((_, end)) if *end as u32 + 1 == c as u32 => *end = c,
            _ => ranges.push((c, c)),
        }
    }
    ranges
}

#[test]
fn the_base_letters_are_unicodes() {
    assert_eq!(BASES, bases(), "the table should read:\n{:?}", bases());
}

#[test]
fn the_marks_are_unicodes() {
    assert_eq!(MARKS, marks(), "the table should read:\n{:?}", marks());
}
