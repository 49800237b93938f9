//! The page of one record: arranges the views.

use std::sync::Arc;

use leptos::prelude::*;

use super::chosen::Chosen;
use super::exchange::ExchangeView;
use super::facets::Facets;
use super::island::Island;
use super::keys::Keys;
use super::participants::Participants;
use super::search::{Search, Ways};
use super::timeline::{Table, TimelineView};
use super::title::{About, Title};
use super::trouble::Faults;
use super::turns::Text;
use crate::address::Address;
use crate::edition::Edition;
use crate::explorer::{Explorer, Opened};

/// The page of a record, as it is printed.
#[component]
pub fn Reader(
    /// The record.
    edition: Arc<Edition>,
) -> impl IntoView {
    provide_context(edition.clone());
    // The parts that the program draws anew are printed as they are for the plain address.
    provide_context(Explorer::new(Arc::new(Opened::new(edition.record.clone())), Address::fixed()));
    view! {
        <main>
            <Title />
            <Faults problems=edition.problems.clone() />
            <div class="rail" id="rail">
                <Island name="search"><Search /></Island>
                <TimelineView />
                <Island name="chosen"><Chosen /></Island>
            </div>
            <div class="columns">
                <aside class="choices" id="choices" popover="auto" aria-label="Participants and topics">
                    <button class="plain close" popovertarget="choices" popovertargetaction="hide">"Close"</button>
                    <Island name="ways"><Ways /></Island>
                    <Participants />
                    <Facets />
                </aside>
                <div class="reading" id="record" tabindex="-1">
                    <h2 class="unseen">"The record"</h2>
                    <Table />
                    <Island name="nothing" />
                    <div id="read"><Text /></div>
                    <Island name="lines" />
                    <ExchangeView />
                    <About />
                </div>
            </div>
            <Island name="notices" />
            <Keys />
        </main>
    }
}
