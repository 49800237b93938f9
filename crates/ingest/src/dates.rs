//! Dates as archives print them, and the same dates in EDTF.

use memcon_record::months::MONTHS;

/// The EDTF date of `text` if all of it is a date: “November 25, 1964”, “22 March 1979”, “1964-11-25”, “August 14, 1969.”.
pub fn whole(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches('.');
    if memcon_record::check::is_edtf(text) && text.contains('-') {
        return Some(text.to_owned());
    }
    let words: Vec<&str> = text.split([' ', ',', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    (words.len() == 3).then(|| of_words(words[0], words[1], words[2])).flatten()
}

/// The first date in `text`: “Vienna, June 3, 1961, 3 p.m.” holds 1961-06-03.
pub fn first_in(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.windows(3).find_map(|three| of_words(three[0], three[1], three[2]))
}

/// Where a date ends that `text` begins with.
pub fn prefix(text: &str) -> Option<usize> {
    let ends = text.match_indices(' ').map(|(i, _)| i).take(4).chain([text.len()]);
    ends.filter(|end| whole(text[..*end].trim_end_matches(',')).is_some()).last()
}

fn of_words(a: &str, b: &str, year: &str) -> Option<String> {
    let year = year.get(..4).filter(|y| y.bytes().all(|b| b.is_ascii_digit()))?;
    let (month, day) = match (month(a), month(b)) {
        (Some(month), None) => (month, b),
        (None, Some(month)) => (month, a),
        _ => return None,
    };
    let digits: String = day.chars().take_while(char::is_ascii_digit).collect();
    let day: u32 = digits.parse().ok()?;
    let date = format!("{year}-{month:02}-{day:02}");
    memcon_record::check::is_edtf(&date).then_some(date)
}

fn month(word: &str) -> Option<usize> {
    let word = word.trim_end_matches('.').to_lowercase();
    let long_enough = word.len() >= 3 && word.bytes().all(|b| b.is_ascii_lowercase());
    let at = long_enough
        .then(|| MONTHS.iter().position(|month| month.to_ascii_lowercase().starts_with(&word) || word == "sept"))??;
    Some(if word == "sept" { 9 } else { at + 1 })
}

#[cfg(test)]
mod tests {
    use super::{first_in, whole};

    #[test]
    fn dates_as_printed() {
        for (text, date) in [
            ("November 25, 1964", Some("1964-11-25")),
            ("March 08, 1973", Some("1973-03-08")),
            ("22 March 1979", Some("1979-03-22")),
            ("August 14, 1969.", Some("1969-08-14")),
            ("1966-01-17", Some("1966-01-17")),
            ("February 30, 1964", None),
            ("Undated", None),
            ("1964", None),
        ] {
            assert_eq!(whole(text).as_deref(), date, "{text}");
        }
        assert_eq!(first_in("Vienna, June 3, 1961, 3 p.m.").as_deref(), Some("1961-06-03"));
        assert_eq!(first_in("Nov. 3, 1972 10:15").as_deref(), Some("1972-11-03"));
        assert_eq!(first_in("Paris, May 6, 19571").as_deref(), Some("1957-05-06"));
    }
}
