//! What became of turns that old links name: the ledger of ids, in plain words.

use leptos::prelude::*;
use memcon_record::Record;
use memcon_record::model::Block;
use memcon_record::wire::{Retired, Why};

use super::blocks::name_of;

/// One sentence on a block that is not what it was when its id was given.
pub fn says(record: &Record, entry: &Retired) -> String {
    let names: Vec<String> = entry.successors.iter().map(|id| name_of(record, id)).collect();
    let places = match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => return format!("What this link calls {} is no longer in the record.", entry.id),
    };
    let how = if entry.why == Why::Split { "was split, and stands in" } else { "is now part of" };
    format!("What this link calls {} {how} {places}.", entry.id)
}

/// Places for the old ids before the block that has their text, so that old links lead there without a program too. They are
/// empty; of the one that is linked to the style shows what it says.
pub fn anchors(record: &Record, block: &Block) -> Vec<AnyView> {
    let leads_here = |entry: &&Retired| !entry.is_living() && entry.successors.first() == Some(&block.id);
    let anchor = |entry: &Retired| {
        let why = if entry.why == Why::Split { "split" } else { "joined" };
        let says = says(record, entry);
        view! { <a id=entry.id.clone() class="retired" tabindex="-1" lang="en" data-retired=why data-says=says></a> }
            .into_any()
    };
    record.retired.iter().filter(leads_here).map(anchor).collect()
}
