//! What was chosen besides the words, each to be taken out singly.

use leptos::prelude::*;
use memcon_explore::Link;
use memcon_explore::link::toggle;
use memcon_record::wire::UNKNOWN;

use crate::explorer::Explorer;

/// A chip for each value that is chosen.
#[component]
pub fn Chosen() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let chosen = Memo::new(move |_| chosen(explorer, &explorer.address.link().read()));
    view! {
        <ul class="chips" aria-label="Chosen" hidden=move || chosen.read().is_empty()>
            {move || {
                chosen
                    .get()
                    .into_iter()
                    .map(|chip| {
                        let Chip { facet, name, id } = chip;
                        let label = format!("Take out {facet} {name}");
                        view! {
                            <li>
                                <button
                                    aria-label=label
                                    on:click=move |_| explorer.push(|link| take_out(link, facet, &id))
                                >
                                    <span class="facet">{facet}</span>
                                    " "
                                    {name}
                                    <span class="cross" aria-hidden="true">" ×"</span>
                                </button>
                            </li>
                        }
                    })
                    .collect_view()
            }}
        </ul>
    }
}

#[derive(Clone, PartialEq)]
struct Chip {
    facet: &'static str,
    name: String,
    id: String,
}

fn chosen(explorer: Explorer, link: &Link) -> Vec<Chip> {
    let opened = explorer.opened();
    let record = &opened.record;
    let mut chips = Vec::new();
    let mut add = |facet, ids: &[String], name: &dyn Fn(&str) -> Option<String>| {
        chips.extend(ids.iter().filter_map(|id| Some(Chip { facet, name: name(id)?, id: id.clone() })));
    };
    add("speaker", &link.speakers, &|id| {
        if id == UNKNOWN {
            return Some("unknown voice".into());
        }
        record.participants.iter().find(|p| p.id == id).map(|p| p.name.clone())
    });
    add("delegation", &link.delegations, &|id| record.delegations.iter().find(|d| d.id == id).map(|d| d.name.clone()));
    add("topic", &link.topics, &|id| record.topics.iter().find(|t| t.id == id).map(|t| t.name.clone()));
    add("spoken of", &link.mentions, &|id| record.entities.iter().find(|e| e.id == id).map(|e| e.name.clone()));
    add("mode", &link.modes, &|id| matches!(id, "verbatim" | "reported").then(|| id.to_owned()));
    if let Some(stretch) = explorer.filter.read().0.stretch.clone() {
        let name = format!("{} to {}", stretch.start() + 1, stretch.end() + 1);
        chips.push(Chip { facet: "turns", name, id: String::new() });
    }
    chips
}

fn take_out(link: &mut Link, facet: &str, id: &str) {
    match facet {
        "speaker" => toggle(&mut link.speakers, id),
        "delegation" => toggle(&mut link.delegations, id),
        "topic" => toggle(&mut link.topics, id),
        "spoken of" => toggle(&mut link.mentions, id),
        "mode" => toggle(&mut link.modes, id),
        _ => (link.from, link.to) = (None, None),
    }
}
