//! The page of one record: arranges the views.

use std::sync::Arc;

use leptos::prelude::*;

use super::exchange::ExchangeView;
use super::facets::Facets;
use super::keys::Keys;
use super::participants::Participants;
use super::search::{Asked, Search, Ways};
use super::take::Take;
use super::timeline::{Table, TimelineView};
use super::title::{About, Cite, Title};
use super::trouble::Faults;
use super::turns::Text;
use crate::edition::Edition;

/// The page of a record, as it is printed.
#[component]
pub fn Reader(
    /// The record.
    edition: Arc<Edition>,
) -> impl IntoView {
    provide_context(edition.clone());
    view! {
        <main>
            <Title />
            <Faults problems=edition.problems.clone() />
            <div class="rail" id="rail">
                <Search />
                <TimelineView />
                <Asked />
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
                    <div id="nothing"></div>
                    <div id="read"><Text /></div>
                    <div id="desk" role="status" hidden></div>
                    <div id="lines" hidden></div>
                    <ExchangeView />
                    <div id="words" hidden></div>
                    <Cite />
                    <Take />
                    <About />
                </div>
            </div>
            // One place that is always there, or a screen reader would not hear the first notice.
            <div class="notices" role="status"></div>
            <Keys />
        </main>
    }
}
