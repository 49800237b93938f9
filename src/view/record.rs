//! The page of one record: arranges the views.

use std::sync::Arc;

use leptos::prelude::*;
use memcon_explore::link::View;

use super::concordance::Concordance;
use super::exchange::ExchangeView;
use super::facets::Facets;
use super::keys::Keys;
use super::links::follow_links;
use super::nothing::Nothing;
use super::notice::Notice;
use super::oddities::tell_oddities;
use super::participants::Participants;
use super::search::{Chosen, Search, Ways};
use super::timeline::{Table, TimelineView};
use super::title::{About, Title};
use super::trouble::Faults;
use super::turns::Text;
use crate::address::Address;
use crate::explorer::{Explorer, Opened};

/// The page of a record that is at hand.
#[component]
pub fn Reader(
    /// The record.
    opened: Arc<Opened>,
) -> impl IntoView {
    let explorer = Explorer::new(opened.clone(), expect_context::<Address>());
    provide_context(explorer);
    name_the_window(explorer);
    let notice = expect_context::<Notice>();
    tell_oddities(explorer, notice);
    follow_links(explorer, notice);
    let view = Memo::new(move |_| explorer.address.link().read().view);
    view! {
        <main>
            <Title />
            <Faults problems=opened.problems.clone() />
            <div class="rail" id="rail">
                <Search />
                <TimelineView />
                <Chosen />
            </div>
            <div class="columns">
                <aside class="choices" id="choices" popover="auto" aria-label="Participants and topics">
                    <button class="plain close" popovertarget="choices" popovertargetaction="hide">"Close"</button>
                    <Ways />
                    <Participants />
                    <Facets />
                </aside>
                <div class="reading" id="record" tabindex="-1">
                    <h2 class="unseen">"The record"</h2>
                    <Table />
                    <Nothing />
                    <div hidden=move || view.get() != View::Read><Text /></div>
                    {move || (view.get() == View::Lines).then(|| view! { <Concordance /> })}
                    {move || (view.get() == View::Exchange).then(|| view! { <ExchangeView /> })}
                    <About />
                </div>
            </div>
            <Keys />
        </main>
    }
}

/// The window is named after what it shows, so that history and bookmarks can be read.
fn name_the_window(explorer: Explorer) {
    Effect::new(move |_| {
        let record = &explorer.opened().record;
        let filter = explorer.filter.read();
        let (filter, link) = (&filter.0, explorer.address.link().get());
        let mut parts: Vec<String> = Vec::new();
        parts.extend(Some(link.question.trim().to_owned()).filter(|q| !q.is_empty()));
        parts.extend(
            link.speakers
                .iter()
                .filter_map(|id| record.participants.iter().find(|p| p.id == *id))
                .map(|p| p.name.clone()),
        );
        parts.extend(filter.delegations.iter().filter_map(|i| record.delegations.get(*i)).map(|d| d.name.clone()));
        parts.extend(filter.topics.iter().filter_map(|i| record.topics.get(*i)).map(|t| t.name.clone()));
        parts.extend(filter.mentions.iter().filter_map(|i| record.entities.get(*i)).map(|e| e.name.clone()));
        parts.push(record.title.clone());
        document().set_title(&parts.join(" · "));
    });
}
