//! The turns as a table, a row for each.
//!
//! The names of the columns come first and nothing before them, so that a program reads the file as it is. What a part
//! is stands in two columns that a whole record has not.

use memcon_record::wire;

use crate::reading::Reading;
use crate::{csv, part};

/// What parts the paragraphs of a turn.
const BETWEEN: &str = "\n\n";

/// The turns of a record as comma-separated values (RFC 4180) in UTF-8 with a byte order mark.
pub fn write(record: &wire::Record, address: Option<&str>) -> String {
    let reading = Reading::of(record, address);
    let mut columns = csv::columns(&[
        "turn",
        "number",
        "speaker_id",
        "speaker",
        "delegation",
        "label",
        "mode",
        "topic",
        "words",
        "text",
    ]);
    columns.extend(address.map(|_| "link".to_owned()));
    let told: Vec<String> = reading.part.iter().flat_map(|part| [part::much(part), part.link.clone()]).collect();
    if !told.is_empty() {
        columns.extend(csv::columns(&["part", "part_link"]));
    }
    let mut rows = vec![columns];
    let all = &reading.record;
    for (block, turn) in all.turns() {
        let delegation = all.side(turn.speaker).and_then(|place| all.delegations.get(place));
        let topic = turn.topic.and_then(|place| all.topics.get(place));
        let text: Vec<&str> = block.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect();
        let mut row = vec![
            block.id.clone(),
            reading.number(turn).to_string(),
            reading.speaker_id(turn.speaker).to_owned(),
            all.speaker_name(turn).to_owned(),
            delegation.map(|side| side.name.clone()).unwrap_or_default(),
            turn.label.clone(),
            turn.mode.name().to_owned(),
            topic.map(|topic| topic.name.clone()).unwrap_or_default(),
            turn.words.to_string(),
            text.join(BETWEEN),
        ];
        row.extend(reading.link(block));
        row.extend(told.iter().cloned());
        rows.push(row);
    }
    say_what_is_defused(&mut rows);
    csv::file(rows)
}

/// Where the file has an apostrophe that the record has not, a last column names the columns that have it.
fn say_what_is_defused(rows: &mut [Vec<String>]) {
    let Some((columns, rows)) = rows.split_first_mut() else { return };
    let defused = |row: &[String]| {
        let named =
            columns.iter().zip(row).filter(|(_, cell)| csv::is_formula(cell)).map(|(column, _)| column.as_str());
        named.collect::<Vec<_>>().join(" ")
    };
    let said: Vec<String> = rows.iter().map(|row| defused(row)).collect();
    if said.iter().all(String::is_empty) {
        return;
    }
    rows.iter_mut().zip(said).for_each(|(row, said)| row.push(said));
    columns.push("defused".to_owned());
}
