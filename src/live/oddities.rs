//! What in a link means nothing here: each value is named, until it is dismissed.

use leptos::prelude::*;

use crate::explorer::Explorer;
use crate::view::notice::Notice;

/// Headings of the page itself, which a link can name as well as a block.
const HEADINGS: [&str; 2] = ["about", "record"];

/// Tells which values were passed over, each time that they are others.
pub fn tell(explorer: Explorer, notice: Notice) {
    let odd = Memo::new(move |_| odd(explorer));
    Effect::new(move |_| notice.pass_over(odd.get()));
}

fn odd(explorer: Explorer) -> Vec<String> {
    let mut odd: Vec<String> =
        explorer.filter.read().1.iter().map(|odd| format!("{}={}: {}.", odd.name, odd.value, odd.what)).collect();
    let at = explorer.address.link().read().at.clone().filter(|at| !HEADINGS.contains(&at.as_str()));
    odd.extend(
        at.filter(|at| explorer.block(at).is_none()).map(|at| format!("#{at}: this record has no such passage.")),
    );
    odd
}
