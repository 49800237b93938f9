//! The tables of letters and marks say what Unicode says (by the crate unicode-normalization).

use memcon_engine::fold;
use memcon_engine::fold::tables::{BASES, MARKS, SMALL};
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

/// Rows of capitals beyond ASCII, each with the distance to its small letter; every second one where they alternate.
fn small() -> Vec<(char, char, u32, i32)> {
    let mut rows: Vec<(char, char, u32, i32)> = Vec::new();
    for c in '\u{80}'..=char::MAX {
        let mut lower = c.to_lowercase();
        let (Some(small), None) = (lower.next(), lower.next()) else { continue };
        let distance = small as i32 - c as i32;
        if distance == 0 {
            continue;
        }
        match rows.last_mut() {
            Some((first, last, step, same)) if *same == distance => {
                let gap = c as u32 - *last as u32;
                // The second letter of a row says whether it goes by ones or by twos.
                if gap <= 2 && (*first == *last || gap == *step) {
                    (*last, *step) = (c, gap);
                    continue;
                }
                rows.push((c, c, 1, distance));
            }
            _ => rows.push((c, c, 1, distance)),
        }
    }
    rows
}

#[test]
fn the_small_letters_are_unicodes() {
    assert_eq!(SMALL, small(), "the table should read:\n{:?}", small());
    for c in ('\u{80}'..=char::MAX).filter(|c| *c != 'İ') {
        let lower: String = c.to_lowercase().collect();
        assert_eq!(fold::fold(&c.to_string()), fold::fold(&lower), "{c}");
    }
}
