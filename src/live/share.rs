//! Copying the link to a turn, and its words.

use memcon_explore::Link;

use super::notices::Notices;
use crate::browser;
use crate::explorer::Explorer;
use crate::view::blocks::name_of;
use crate::view::date::written;

/// Puts the block into the address and copies the address.
pub fn copy_link(explorer: Explorer, notices: Notices, id: &str) {
    explorer.address.replace(|link| link.at = Some(id.to_owned()));
    let mut link = explorer.address.now();
    // Not to the words that somebody else has quoted.
    (link.quote, link.seal) = (None, None);
    let link = browser::page_address() + &link.print();
    let name = name_of(&explorer.opened().record, id);
    let id = id.to_owned();
    browser::copy(link.clone(), move |copied| {
        notices.say_of(
            &id,
            if copied {
                format!("The link to {name} is copied.")
            } else {
                format!("The browser does not let this page copy. The link to {name}: {link}")
            },
        );
    });
}

/// Copies the words of a block with their source and the link.
pub fn copy_words(explorer: Explorer, notices: Notices, id: &str) {
    let opened = explorer.opened();
    let record = &opened.record;
    let Some(block) = record.blocks.iter().find(|block| block.id == id) else { return };
    explorer.address.replace(|link| link.at = Some(id.to_owned()));
    let words: Vec<&str> = block.paragraphs.iter().map(|p| p.text.as_str()).collect();
    let speaker = block.turn().map(|turn| record.speaker_name(turn).to_owned());
    let source = [
        speaker,
        Some(format!("“{}”", record.title)),
        record.date.as_deref().map(written),
        record.provenance.reference.clone(),
    ];
    let source: Vec<String> = source.into_iter().flatten().collect();
    let mut link = Link { at: Some(id.to_owned()), ..Link::default() };
    // Which of several records in one file.
    link.others = explorer.address.now().others.into_iter().filter(|(name, _)| name == "record").collect();
    let link = browser::page_address() + &link.print();
    let name = name_of(&explorer.opened().record, id);
    browser::copy(format!("{}\n\n{}. {link}\n", words.join("\n\n"), source.join(", ")), move |copied| {
        notices.say(if copied {
            format!("The words of {name} are copied.")
        } else {
            "The browser does not let this page copy.".to_owned()
        });
    });
}
