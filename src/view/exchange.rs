//! Who speaks after whom, as a table.

use leptos::prelude::*;
use memcon_explore::exchange::Exchange;
use memcon_record::{Record, Speaker};

use super::numbers::number;
use crate::explorer::Explorer;

/// The table over the whole record.
#[component]
pub fn ExchangeView() -> impl IntoView {
    let opened = expect_context::<Explorer>().opened();
    let record = &opened.record;
    let exchange = Exchange::of(record);
    let name = |speaker: &Speaker| name(record, *speaker);
    view! {
        <section class="exchange" aria-labelledby="exchange-heading">
            <h2 id="exchange-heading">"Who speaks after whom"</h2>
            <p class="quiet">"Adjacency, not address: how often a turn of the one on top comes right after a turn of the one at the side, in the whole record."</p>
            <div class="scroll" tabindex="0" role="group" aria-label="Table of exchanges">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">"after"</th>
                            {exchange.speakers.iter().map(|later| view! { <th scope="col">{name(later)}</th> }).collect_view()}
                        </tr>
                    </thead>
                    <tbody>
                        {exchange
                            .speakers
                            .iter()
                            .map(|earlier| {
                                let cells = exchange
                                    .speakers
                                    .iter()
                                    .map(|later| {
                                        let n = exchange.pairs.get(&(*earlier, *later)).copied().unwrap_or(0);
                                        view! { <td class="number" class:none=n == 0>{number(n)}</td> }
                                    })
                                    .collect_view();
                                view! { <tr><th scope="row">{name(earlier)}</th>{cells}</tr> }
                            })
                            .collect_view()}
                    </tbody>
                </table>
            </div>
        </section>
    }
}

fn name(record: &Record, speaker: Speaker) -> String {
    match speaker {
        Speaker::Known(i) => record.participants.get(i).map(|p| p.name.clone()).unwrap_or_default(),
        Speaker::Unknown => "Unknown voices".into(),
        Speaker::Nobody => "Notes".into(),
    }
}
