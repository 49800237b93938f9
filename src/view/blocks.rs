//! What blocks are called.

use memcon_record::Record;
use memcon_record::model::Body;

/// Class and name of a block that is no turn.
pub fn kind(body: &Body) -> (&'static str, &'static str) {
    match body {
        Body::Attendance => ("attendance", "Those present"),
        Body::Narrative => ("narrative", "Narrative"),
        Body::Signature => ("signature", "Signature"),
        Body::Note => ("note", "Note"),
        Body::Turn(_) => ("turn", "Turn"),
    }
}

/// “turn 7”, or the name of the block.
pub fn name_of(record: &Record, id: &str) -> String {
    match record.blocks.iter().find(|block| block.id == id).map(|block| &block.body) {
        Some(Body::Turn(turn)) => format!("turn {}", turn.place + 1),
        Some(body) => format!("the passage “{}”", kind(body).1),
        None => "this page".into(),
    }
}
