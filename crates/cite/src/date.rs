//! Dates of a record (EDTF level 0) and the day on which something was read.

use memcon_record::months::MONTHS;
use serde::{Deserialize, Serialize};

/// A year, a month of it or a day of that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Day {
    /// From 0 to 9999.
    pub year: u16,
    /// From 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month: Option<u8>,
    /// From 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<u8>,
}

/// The date of a record: a day, month or year, or from one to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its beginning, or all of it.
    pub start: Day,
    /// Its end, where it is not the beginning.
    pub end: Option<Day>,
}

impl Day {
    /// Reads `1964-11-25`, `1964-11` or `1964`. Anything else is no date.
    pub fn read(edtf: &str) -> Option<Day> {
        if edtf.contains('/') || !memcon_record::check::is_edtf(edtf) {
            return None;
        }
        let mut parts = edtf.split('-');
        Some(Day {
            year: parts.next()?.parse().ok()?,
            month: parts.next().and_then(|month| month.parse().ok()),
            day: parts.next().and_then(|day| day.parse().ok()),
        })
    }

    /// As EDTF.
    pub fn edtf(self) -> String {
        self.parts()
            .iter()
            .enumerate()
            .map(|(i, n)| if i == 0 { format!("{n:04}") } else { format!("-{n:02}") })
            .collect()
    }

    /// Year, month, day, as far as they are known.
    pub fn parts(self) -> Vec<u16> {
        let month = self.month.map(u16::from);
        let day = month.and(self.day.map(u16::from));
        [Some(self.year), month, day].into_iter().flatten().collect()
    }

    /// “25 November 1964”.
    pub fn day_first(self) -> String {
        [self.day.map(|d| d.to_string()), self.month_name().map(str::to_owned), Some(self.year.to_string())]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// “November 25, 1964”.
    pub fn month_first(self) -> String {
        match (self.month_name(), self.day) {
            (Some(month), Some(day)) => format!("{month} {day}, {}", self.year),
            _ => self.day_first(),
        }
    }

    /// “25 Nov. 1964”, with the abbreviations of the MLA.
    pub fn abbreviated(self) -> String {
        const SHORT: [&str; 12] =
            ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];
        let month = self.month.and_then(|m| SHORT.get(usize::from(m).checked_sub(1)?)).map(|m| (*m).to_owned());
        [self.day.map(|d| d.to_string()), month, Some(self.year.to_string())]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// The month's English name.
    pub fn month_name(self) -> Option<&'static str> {
        MONTHS.get(usize::from(self.month?).checked_sub(1)?).copied()
    }
}

impl Span {
    /// Reads a date or an interval of EDTF level 0. Anything else is no date.
    pub fn read(edtf: &str) -> Option<Span> {
        match edtf.split_once('/') {
            None => Some(Span { start: Day::read(edtf)?, end: None }),
            Some((from, to)) => {
                let (start, end) = (Day::read(from)?, Day::read(to)?);
                Some(Span { start, end: (start != end).then_some(end) })
            }
        }
    }

    /// “25 November 1964”, “25–27 November 1964”, “30 November – 2 December 1964”.
    pub fn in_words(self) -> String {
        let Some(end) = self.end else { return self.start.day_first() };
        let (start, same_year) = (self.start, self.start.year == end.year);
        match (start.day, start.month_name()) {
            (Some(day), Some(_)) if same_year && start.month == end.month && end.day.is_some() => {
                format!("{day}–{}", end.day_first())
            }
            (Some(day), Some(month)) if same_year => format!("{day} {month} – {}", end.day_first()),
            (None, Some(month)) if same_year && end.day.is_none() => format!("{month}–{}", end.day_first()),
            (None, None) if end.month.is_none() => format!("{}–{}", start.year, end.year),
            _ => format!("{} – {}", start.day_first(), end.day_first()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Day, Span};

    #[test]
    fn dates_are_read_and_written() {
        for (edtf, words) in [
            ("1964-11-25", "25 November 1964"),
            ("1964-11", "November 1964"),
            ("1964", "1964"),
            ("1964-11-25/1964-11-25", "25 November 1964"),
            ("1964-11-25/1964-11-27", "25–27 November 1964"),
            ("1964-11-30/1964-12-02", "30 November – 2 December 1964"),
            ("1964-12-30/1965-01-02", "30 December 1964 – 2 January 1965"),
            ("1964-11/1964-12", "November–December 1964"),
            ("1964/1965", "1964–1965"),
        ] {
            assert_eq!(Span::read(edtf).map(Span::in_words).as_deref(), Some(words), "{edtf}");
        }
        for none in ["", "n.d.", "1964-13-01", "1964-11-31", "1964/", "64", "1964-11-25/1964-11-26/1964-11-27"] {
            assert_eq!(Span::read(none), None, "{none}");
        }
    }

    #[test]
    fn a_day_comes_back() {
        for edtf in ["1964-11-25", "1964-11", "1964", "0987"] {
            assert_eq!(Day::read(edtf).map(Day::edtf).as_deref(), Some(edtf));
        }
    }
}
