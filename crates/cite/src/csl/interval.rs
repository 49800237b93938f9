//! Intervals of dates, of which the processor knows only single ones.
//!
//! The processor is asked for the first day and for the last; and for others, which tell where in its answers
//! the day stands, or the day and month, or all of the date. As CSL has it, what the two share stands once:
//! “November 25–27, 1964”.

use std::ops::Range;

use crate::date::{Day, Span};

/// What `ask` answers for the interval. `ask` is given one day, month or year, as precise as the record is.
pub(super) fn over(span: Option<Span>, ask: impl Fn(Option<Day>) -> String) -> String {
    let Some(Span { start, end }) = span else { return ask(None) };
    let first = ask(Some(start));
    let Some(end) = end else { return first };
    let last = ask(Some(end));
    let differing = Differing::between(start, end);
    let part = |day: Day, answer: &str| part(answer, &ask(Some(differing.other(day))));
    let (from, to) = (part(start, &first), part(end, &last));
    if from.is_empty() || to.is_empty() {
        return first;
    }
    match (first.get(..from.end), last.get(to.start..)) {
        (Some(begin), Some(finish)) => format!("{begin}–{finish}"),
        _ => first,
    }
}

/// What differs between the ends of an interval.
#[derive(Clone, Copy)]
enum Differing {
    Day,
    Month,
    Year,
}

impl Differing {
    fn between(a: Day, b: Day) -> Differing {
        if a.year != b.year || a.parts().len() != b.parts().len() {
            Differing::Year
        } else if a.month != b.month {
            Differing::Month
        } else {
            Differing::Day
        }
    }

    /// A date as precise as `day` of which all that differs is another.
    /// Its month is May or June: they have no abbreviation, whose stop would seem to belong to both.
    fn other(self, day: Day) -> Day {
        let other_day = day.day.map(|d| if d == 3 { 4 } else { 3 });
        let other_month = day.month.map(|m| if m == 5 { 6 } else { 5 });
        match self {
            Differing::Day => Day { day: other_day, ..day },
            Differing::Month => Day { month: other_month, day: other_day, ..day },
            Differing::Year => {
                Day { year: if day.year == 8642 { 7531 } else { 8642 }, month: other_month, day: other_day }
            }
        }
    }
}

/// Where `answer` is not like `other`, widened to whole words.
fn part(answer: &str, other: &str) -> Range<usize> {
    if answer == other {
        return 0..0;
    }
    let ahead: usize = answer.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let (rest, rest_of_other) = (&answer[ahead..], &other[ahead..]);
    let behind: usize = rest
        .chars()
        .rev()
        .zip(rest_of_other.chars().rev())
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum();
    let word = |c: &char| c.is_alphanumeric();
    let start = ahead - answer[..ahead].chars().rev().take_while(word).map(char::len_utf8).sum::<usize>();
    let end = answer.len() - behind;
    start..end + answer[end..].chars().take_while(word).map(char::len_utf8).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::over;
    use crate::date::{Day, Span};

    fn check(edtf: &str, written: fn(Day) -> String, expect: &str) {
        let text = over(Span::read(edtf), |day| format!("A, {}, B 25.", day.map(written).unwrap_or_default()));
        assert_eq!(text, format!("A, {expect}, B 25."), "{edtf}");
    }

    #[test]
    fn what_two_dates_share_stands_once() {
        for (edtf, long, short) in [
            ("1964-11-25", "November 25, 1964", "25 Nov. 1964"),
            ("1964-11-25/1964-11-27", "November 25–27, 1964", "25–27 Nov. 1964"),
            ("1964-11-25/1964-12-02", "November 25–December 2, 1964", "25 Nov.–2 Dec. 1964"),
            ("1964-03-05/1964-05-03", "March 5–May 3, 1964", "5 Mar.–3 May 1964"),
            ("1964-12-30/1965-01-02", "December 30, 1964–January 2, 1965", "30 Dec. 1964–2 Jan. 1965"),
            ("1964-11/1964-12", "November–December 1964", "Nov.–Dec. 1964"),
            ("1964/1965", "1964–1965", "1964–1965"),
            ("1964-11/1965", "November 1964–1965", "Nov. 1964–1965"),
        ] {
            check(edtf, Day::month_first, long);
            check(edtf, Day::abbreviated, short);
        }
    }
}
