//! How a date is written: the EDTF of the record in words.

use crate::months::MONTHS;
/// `1964-11-25` as “25 November 1964”; an interval with a dash; anything else as it is.
pub fn written(edtf: &str) -> String {
    match edtf.split_once('/') {
        Some((from, to)) => format!("{} – {}", day(from), day(to)),
        None => day(edtf),
    }
}

fn day(date: &str) -> String {
    let parts: Vec<&str> = date.split('-').collect();
    let month = |text: &str| text.parse::<usize>().ok().and_then(|m| MONTHS.get(m.checked_sub(1)?)).copied();
    match parts.as_slice() {
        [year, m, d] => match (month(m), d.parse::<u8>()) {
            (Some(month), Ok(day)) => format!("{day} {month} {year}"),
            _ => date.to_owned(),
        },
        [year, m] => month(m).map_or(date.to_owned(), |month| format!("{month} {year}")),
        _ => date.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn a_date_is_written_in_words() {
        for (edtf, words) in [
            ("1964-11-25", "25 November 1964"),
            ("1964-11", "November 1964"),
            ("1964", "1964"),
            ("1972-02-26/1972-02-27", "26 February 1972 – 27 February 1972"),
            ("1964-13-01", "1964-13-01"),
            ("", ""),
        ] {
            assert_eq!(written(edtf), words);
        }
    }
}
