//! Who speaks after whom, as a table; beyond a dozen speakers, the others together.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::numbers::number;
use super::speaker::name_of;
use crate::edition::Edition;

/// More speakers than this share one row and one column: a table of a thousand by a thousand says nothing.
const MOST: usize = 12;

/// How many of `all` speakers have a row and a column of their own: those with the most turns. Behind them stand the others,
/// where there are more than one.
pub fn alone(all: usize) -> usize {
    if all > MOST + 1 { MOST } else { all }
}

/// The table over the whole record.
#[component]
pub fn ExchangeView() -> impl IntoView {
    let edition = expect_context::<Arc<Edition>>();
    let (record, exchange) = (&edition.record, &edition.exchange);
    let all = exchange.speakers.len();
    let alone = alone(all);
    let row_of: BTreeMap<_, _> =
        exchange.speakers.iter().enumerate().map(|(i, speaker)| (*speaker, i.min(alone))).collect();
    let rows = alone + usize::from(alone < all);
    let mut table = vec![vec![0; rows]; rows];
    for ((earlier, later), n) in &exchange.pairs {
        table[row_of[earlier]][row_of[later]] += n;
    }
    let name = |row: usize| match exchange.speakers.get(row).filter(|_| row < alone) {
        Some(speaker) => name_of(record, *speaker).to_owned(),
        None => format!("{} others", number(all - alone)),
    };
    view! {
        <section class="exchange" id="exchange" hidden aria-labelledby="exchange-heading">
            <h2 id="exchange-heading">"Who speaks after whom"</h2>
            <p class="quiet">"Adjacency, not address: how often a turn of the one on top comes right after a turn of the one at the side, in the whole record."</p>
            <div class="scroll" tabindex="0" role="group" aria-label="Table of exchanges">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">"after"</th>
                            {(0..rows).map(|later| view! { <th scope="col">{name(later)}</th> }).collect_view()}
                        </tr>
                    </thead>
                    <tbody>
                        {table
                            .into_iter()
                            .enumerate()
                            .map(|(earlier, row)| {
                                let cells = row
                                    .into_iter()
                                    .map(|n| view! { <td class="number" class:none=n == 0>{number(n)}</td> })
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
