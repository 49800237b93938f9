//! Names of files that every system takes.

use memcon_record::wire::Record;

use crate::Format;

/// So many characters stay: some systems stop at 255 bytes, and a folder has a name too.
const LONGEST: usize = 120;
/// Names that Windows keeps for itself, with whatever ending.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];
/// Likewise, with a digit behind them.
const NUMBERED: [&str; 2] = ["com", "lpt"];

/// The name of a record's file: its id, of a part how much it is, and the ending of the format.
pub fn of(record: &Record, format: Format) -> String {
    match &record.part {
        Some(part) => {
            let much = format!("{}-of-{}-turns", part.turns.len(), part.of);
            safe(&[&record.id, &much], format.ending())
        }
        None => safe(&[&record.id], format.ending()),
    }
}

/// `parts` with a hyphen between them, and the ending: letters and digits of English and hyphens stay.
pub fn safe(parts: &[&str], ending: &str) -> String {
    let keep = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c } else { '-' };
    // What stands last tells files of one record apart, and so does the end of a long id less than its beginning.
    let (last, before) = parts.split_last().unwrap_or((&"", &[]));
    let last: String = last.chars().map(keep).take(LONGEST).collect();
    let room = LONGEST - last.len();
    let before: String = before.join("-").chars().map(keep).take(room.saturating_sub(1)).collect();
    let name = format!("{before}-{last}");
    let name = name.trim_matches('-');
    let name = if name.is_empty() { "record" } else { name };
    if is_reserved(name) { format!("record-{name}.{ending}") } else { format!("{name}.{ending}") }
}

fn is_reserved(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let numbered =
        |start: &&str| name.strip_prefix(*start).is_some_and(|n| n.len() == 1 && n.as_bytes()[0].is_ascii_digit());
    RESERVED.contains(&name.as_str()) || NUMBERED.iter().any(numbered)
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn the_name_of_a_file_is_safe() {
        for (parts, ending, name) in [
            (&["1964-a", "lines"][..], "csv", "1964-a-lines.csv"),
            (&["../x/ë:", "lines"], "csv", "x----lines.csv"),
            (&["..", ""], "csv", "record.csv"),
            (&[], "json", "record.json"),
            (&["con"], "txt", "record-con.txt"),
            (&["LPT1"], "csl.json", "record-LPT1.csl.json"),
            (&["com10"], "txt", "com10.txt"),
            (&["a\\b\u{202e}c\0"], "md", "a-b-c.md"),
        ] {
            assert_eq!(safe(parts, ending), name, "{parts:?}");
        }
        let long = "a".repeat(300);
        assert_eq!(safe(&[&long], "csv").len(), 124);
        assert!(safe(&[&long, "4-of-25-turns"], "csv").ends_with("a-4-of-25-turns.csv"));
        assert_eq!(safe(&[&long, "4-of-25-turns"], "csv").len(), 124);
    }
}
