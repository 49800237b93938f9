//! The timeline as a table.

use std::sync::Arc;

use leptos::prelude::*;

use super::words::beginning;
use crate::edition::Edition;
use crate::view::numbers::number;

/// The same as a table, for those who cannot see the drawing.
#[component]
pub fn Table() -> impl IntoView {
    let edition = expect_context::<Arc<Edition>>();
    let record = &edition.record;
    view! {
        <details class="twin">
            <summary>"Timeline as a table"</summary>
            <div class="scroll" tabindex="0" role="region" aria-label="Timeline as a table">
                <table>
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
                    <tbody>
                        {record
                            .turns()
                            .map(|(block, turn)| {
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
                            })
                            .collect_view()}
                    </tbody>
                </table>
            </div>
        </details>
    }
}
