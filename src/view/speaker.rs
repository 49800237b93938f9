//! What tells a speaker on the page: id, side, name.

use memcon_record::wire::UNKNOWN;
use memcon_record::{Record, Speaker};

/// The id of the speaker and the place of the side, for the page's hooks and colours.
pub fn side_and_id(record: &Record, speaker: Speaker) -> (Option<String>, Option<String>) {
    let id = match speaker {
        Speaker::Known(i) => record.participants.get(i).map(|p| p.id.clone()),
        Speaker::Unknown => Some(UNKNOWN.to_owned()),
        Speaker::Nobody => None,
    };
    (id, side(record, speaker))
}

/// The place of the side, for the page's colours, of which there are four.
pub fn side(record: &Record, speaker: Speaker) -> Option<String> {
    record.side(speaker).map(|side| (side % 4).to_string())
}

/// The name of a speaker, or what is said of those who have none.
pub fn name_of(record: &Record, speaker: Speaker) -> &str {
    match speaker {
        Speaker::Known(i) => record.participants.get(i).map_or("", |person| person.name.as_str()),
        Speaker::Unknown => "unknown voices",
        Speaker::Nobody => "notes",
    }
}
