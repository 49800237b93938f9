//! How numbers and numbered things are written.

/// `1405` as “1,405”.
pub fn number(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// “1 turn”, “25 turns”.
pub fn count(n: usize, one: &str) -> String {
    format!("{} {one}{}", number(n), if n == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::{count, number};

    #[test]
    fn thousands_are_parted() {
        assert_eq!([0, 25, 999, 1405, 100_000].map(number), ["0", "25", "999", "1,405", "100,000"]);
        assert_eq!((count(1, "turn"), count(0, "turn")), ("1 turn".into(), "0 turns".into()));
    }
}
