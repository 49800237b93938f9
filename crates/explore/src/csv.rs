//! Tables as files: comma-separated values (RFC 4180), safe to open in a spreadsheet.

/// Tells spreadsheets that the file is UTF-8; without it some read “ë” as “Ã«”.
const MARK: char = '\u{feff}';

/// The file of these rows. Lines end as RFC 4180 has it, and a cell that a spreadsheet would run as a formula begins with
/// an apostrophe: the words are a record's, and anybody may have written them.
pub fn file(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut out = String::from(MARK);
    for row in rows {
        let cells: Vec<String> = row.iter().map(|text| cell(text)).collect();
        out += &cells.join(",");
        out += "\r\n";
    }
    out
}

/// What a file begins with: a name and a value in each row, and a row without anything.
pub fn head(facts: &[(&str, String)]) -> Vec<Vec<String>> {
    let rows = facts.iter().map(|(name, value)| vec![(*name).to_owned(), value.clone()]);
    rows.chain([Vec::new()]).collect()
}

/// The head of a table.
pub fn columns(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// A name that every system takes for a file: of `parts`, letters and digits of English and `-` stay.
pub fn file_name(parts: &[&str]) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c } else { '-' };
    // Some systems stop at 255 bytes.
    let name: String = parts.join("-").chars().map(safe).take(120).collect();
    let name = name.trim_matches('-');
    format!("{}.csv", if name.is_empty() { "record" } else { name })
}

fn cell(text: &str) -> String {
    let defused = match text.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r') => format!("'{text}"),
        _ => text.to_owned(),
    };
    if defused.contains(['"', ',', '\r', '\n']) { format!("\"{}\"", defused.replace('"', "\"\"")) } else { defused }
}

#[cfg(test)]
mod tests {
    use super::{cell, columns, file, file_name, head};

    #[test]
    fn cells_are_quoted_where_they_must_be_and_no_formula_is_run() {
        for (text, expected) in [
            ("Përmet", "Përmet"),
            ("", ""),
            ("a, b", "\"a, b\""),
            ("so “called”", "so “called”"),
            ("the \"raw\" material", "\"the \"\"raw\"\" material\""),
            ("two\nlines", "\"two\nlines\""),
            ("=SUM(A1)", "'=SUM(A1)"),
            ("+1", "'+1"),
            ("-chemical", "'-chemical"),
            ("@x", "'@x"),
            ("\t=1", "'\t=1"),
            ("\r=1", "\"'\r=1\""),
            ("=1,\"2\"", "\"'=1,\"\"2\"\"\""),
            ("6-700", "6-700"),
        ] {
            assert_eq!(cell(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_file_has_its_mark_its_head_and_its_table() {
        let rows = head(&[("question", "fertilizer*".into())]).into_iter().chain([columns(&["turn", "hit"])]);
        let text = file(rows.chain([vec!["t1".into(), "ë".into()]]));
        assert_eq!(text, "\u{feff}question,fertilizer*\r\n\r\nturn,hit\r\nt1,ë\r\n");
        assert_eq!(text.as_bytes()[..3], [0xef, 0xbb, 0xbf]);
    }

    #[test]
    fn the_name_of_a_file_is_safe() {
        assert_eq!(file_name(&["1964-a", "lines"]), "1964-a-lines.csv");
        assert_eq!(file_name(&["../x/ë:", "lines"]), "x----lines.csv");
        assert_eq!(file_name(&["..", ""]), "record.csv");
        assert_eq!(file_name(&[&"a".repeat(300)]).len(), 124);
    }
}
