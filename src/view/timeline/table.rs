//! The timeline as a table.

use std::sync::Arc;

use leptos::prelude::*;

use super::lane_name;
use super::words::{beginning, turn_at};
use crate::edition::Edition;
use crate::view::numbers::number;

/// The same as a table, for those who cannot see the drawing.
#[component]
pub fn Table() -> impl IntoView {
    let edition = expect_context::<Arc<Edition>>();
    let rows = if edition.timeline.is_crowd() { columns(&edition) } else { turns(&edition) };
    view! {
        <details class="twin">
            <summary>"Timeline as a table"</summary>
            <div class="scroll" tabindex="0" role="region" aria-label="Timeline as a table">
                <table>{rows}</table>
            </div>
        </details>
    }
}

/// A row for each turn.
fn turns(edition: &Edition) -> AnyView {
    let record = &edition.record;
    let rows = record.turns().map(|(block, turn)| {
        view! {
            <tr>
                <th scope="row"><a href=format!("#{}", block.id)>{turn.place + 1}</a></th>
                <td>{record.speaker_name(turn).to_owned()}</td>
                <td class="number">{number(turn.words)}</td>
                <td>{turn.topic.and_then(|i| record.topics.get(i)).map(|t| t.name.clone())}</td>
                <td class="number hits">"0"</td>
                <td>{beginning(block)}</td>
            </tr>
        }
    });
    view! {
        <thead>
            <tr>
                <th scope="col">"Turn"</th>
                <th scope="col">"Speaker"</th>
                <th scope="col">"Words"</th>
                <th scope="col">"Topic"</th>
                <th scope="col">"Hits"</th>
                <th scope="col">"Begins"</th>
            </tr>
        </thead>
        <tbody>{rows.collect_view()}</tbody>
    }
    .into_any()
}

fn range(from: usize, to: usize) -> String {
    if from == to { number(from) } else { format!("{}–{}", number(from), number(to)) }
}

/// A row for each column of bars: how many words are said in each lane.
fn columns(edition: &Edition) -> AnyView {
    let (record, timeline) = (&edition.record, &edition.timeline);
    let rows = timeline.bars.chunk_by(|a, b| a.x == b.x).filter_map(|column| {
        let first = *column.first()?.turns.first()?;
        let last = column.iter().filter_map(|bar| bar.turns.last()).max()?;
        let (block, _) = turn_at(record, first)?;
        let lanes = (0..timeline.lanes.len()).map(|lane| {
            let words = column.iter().find(|bar| bar.lane == lane).map(|bar| bar.words(record));
            view! { <td class="number">{words.map(number)}</td> }
        });
        Some(view! {
            <tr>
                <th scope="row"><a href=format!("#{}", block.id)>{range(first + 1, last + 1)}</a></th>
                {lanes.collect_view()}
            </tr>
        })
    });
    view! {
        <caption>"Words in each lane, of the whole record"</caption>
        <thead>
            <tr>
                <th scope="col">"Turns"</th>
                {timeline.lanes.iter().map(|lane| view! { <th scope="col">{lane_name(record, lane)}</th> }).collect_view()}
            </tr>
        </thead>
        <tbody>{rows.collect_view()}</tbody>
    }
    .into_any()
}
