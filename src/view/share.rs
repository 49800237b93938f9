//! Copying the link to a turn, and what blocks are called.

use memcon_explore::Link;
use memcon_record::model::Body;

use super::notice::Notice;
use crate::browser;
use crate::explorer::Explorer;

/// Puts the block into the address and copies the address.
pub fn copy_link(explorer: Explorer, notice: Notice, id: &str) {
    explorer.address.replace(|link| link.at = Some(id.to_owned()));
    let link = browser::page_address() + &explorer.address.now().print();
    let name = name_of(explorer, id);
    browser::copy(link.clone(), move |copied| {
        notice.say(if copied {
            format!("The link to {name} is copied.")
        } else {
            format!("The browser does not let this page copy. The link to {name}: {link}")
        });
    });
}

/// “turn 7”, or the name of the block.
pub fn name_of(explorer: Explorer, id: &str) -> String {
    let opened = explorer.opened();
    match opened.record.blocks.iter().find(|block| block.id == id).map(|block| &block.body) {
        Some(Body::Turn(turn)) => format!("turn {}", turn.place + 1),
        Some(body) => format!("the passage “{}”", kind(body).1),
        None => "this page".into(),
    }
}

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

/// Copies the words of a block with their source and the link.
pub fn copy_words(explorer: Explorer, notice: Notice, id: &str) {
    let opened = explorer.opened();
    let record = &opened.record;
    let Some(block) = record.blocks.iter().find(|block| block.id == id) else { return };
    explorer.address.replace(|link| link.at = Some(id.to_owned()));
    let words: Vec<&str> = block.paragraphs.iter().map(|p| p.text.as_str()).collect();
    let speaker = block.turn().map(|turn| record.speaker_name(turn).to_owned());
    let source = [
        speaker,
        Some(format!("“{}”", record.title)),
        record.date.as_deref().map(super::date::written),
        record.provenance.reference.clone(),
    ];
    let source: Vec<String> = source.into_iter().flatten().collect();
    let mut link = Link { at: Some(id.to_owned()), ..Link::default() };
    // Which of several records in one file.
    link.others = explorer.address.now().others.into_iter().filter(|(name, _)| name == "record").collect();
    let link = browser::page_address() + &link.print();
    let name = name_of(explorer, id);
    browser::copy(format!("{}\n\n{}. {link}\n", words.join("\n\n"), source.join(", ")), move |copied| {
        notice.say(if copied {
            format!("The words of {name} are copied.")
        } else {
            "The browser does not let this page copy.".to_owned()
        });
    });
}
