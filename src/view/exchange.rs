//! Who speaks after whom, as a table.

use std::sync::Arc;

use leptos::prelude::*;

use super::numbers::number;
use super::speaker::name_of;
use crate::edition::Edition;

/// The table over the whole record.
#[component]
pub fn ExchangeView() -> impl IntoView {
    let edition = expect_context::<Arc<Edition>>();
    let (record, exchange) = (&edition.record, &edition.exchange);
    let name = |speaker| name_of(record, speaker).to_owned();
    view! {
        <section class="exchange" id="exchange" hidden aria-labelledby="exchange-heading">
            <h2 id="exchange-heading">"Who speaks after whom"</h2>
            <p class="quiet">"Adjacency, not address: how often a turn of the one on top comes right after a turn of the one at the side, in the whole record."</p>
            <div class="scroll" tabindex="0" role="group" aria-label="Table of exchanges">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">"after"</th>
                            {exchange.speakers.iter().map(|later| view! { <th scope="col">{name(*later)}</th> }).collect_view()}
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
                                view! { <tr><th scope="row">{name(*earlier)}</th>{cells}</tr> }
                            })
                            .collect_view()}
                    </tbody>
                </table>
            </div>
        </section>
    }
}
