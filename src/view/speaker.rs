//! What tells a speaker on the page: id, side and tint.

use memcon_record::wire::UNKNOWN;
use memcon_record::{Record, Speaker};

use crate::explorer::Opened;

/// The id of the speaker and the place of the side, for the page's hooks and colours.
pub fn side_and_id(record: &Record, speaker: Speaker) -> (Option<String>, Option<String>) {
    let id = match speaker {
        Speaker::Known(i) => record.participants.get(i).map(|p| p.id.clone()),
        Speaker::Unknown => Some(UNKNOWN.to_owned()),
        Speaker::Nobody => None,
    };
    (id, record.side(speaker).map(|side| (side % 4).to_string()))
}

/// Which tint of the delegation's colour a speaker has, for the page's colours.
pub fn tint(opened: &Opened, speaker: Speaker) -> Option<String> {
    let Speaker::Known(me) = speaker else { return None };
    opened.tints.get(me).map(usize::to_string)
}
