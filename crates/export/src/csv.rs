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

/// Whether a spreadsheet would run the text as a formula (OWASP, CSV injection): so it begins, or with a sign that some
/// spreadsheets take for the same, or with what they pass over before it.
pub fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

fn cell(text: &str) -> String {
    let defused = if is_formula(text) { format!("'{text}") } else { text.to_owned() };
    if defused.contains(['"', ',', '\r', '\n']) { format!("\"{}\"", defused.replace('"', "\"\"")) } else { defused }
}

#[cfg(test)]
mod tests {
    use super::{cell, columns, file, head};

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
            ("\n=1", "\"'\n=1\""),
            ("＝SUM(A1)", "'＝SUM(A1)"),
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
}
