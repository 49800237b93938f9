//! The text of the record: turns and other blocks, and the gaps between them.

use leptos::prelude::*;
use memcon_explore::link::View;
use memcon_record::model::{Block, Body};
use memcon_record::wire::Mode;

use super::numbers::count;
use super::paragraph::paragraph;
use super::share::kind;
use super::speaker::{side_and_id, tint};
use crate::browser;
use crate::explorer::{Explorer, Gap};
use crate::site::is_live;

/// From this many turns on, what is not on screen is not laid out.
const LONG: usize = 300;

/// All blocks in order. They stay in the page whatever is asked: find-in-page,
/// selection, print and links depend on it.
#[component]
pub fn Text() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let opened = explorer.opened();
    let language = opened.record.language.clone();
    follow_the_address(explorer);
    view! {
        <div class="text" class:long={opened.record.turns.len() > LONG} lang=language>
            {(0..opened.record.blocks.len()).map(|place| view! { <GapLine place /><BlockView place /> }).collect_view()}
        </div>
    }
}

/// A line in place of hidden blocks.
#[component]
fn GapLine(place: usize) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let gap = Memo::new(move |_| explorer.page.read().get(place).and_then(|place| place.gap));
    let open = move |_| {
        explorer.unfold(place);
        let opened = explorer.opened();
        if let Some(block) = opened.record.blocks.get(place) {
            let id = block.id.clone();
            request_animation_frame(move || _ = browser::by_id(&id).map(|element| browser::focus(&element)));
        }
    };
    move || {
        gap.get().map(|gap| {
            let hidden = words(gap);
            let label = format!("Show {hidden} hidden here");
            view! {
                <p class="gap" lang="en">
                    {hidden}
                    " hidden "
                    <button class="link" aria-label=label on:click=open>"show"</button>
                </p>
            }
        })
    }
}

fn words(gap: Gap) -> String {
    match (gap.turns, gap.others) {
        (turns, 0) => count(turns, "turn"),
        (0, others) => count(others, "passage"),
        (turns, others) => format!("{} and {}", count(turns, "turn"), count(others, "passage")),
    }
}

/// One block.
#[component]
fn BlockView(place: usize) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let opened = explorer.opened();
    let block = &opened.record.blocks[place];
    let state =
        Memo::new(move |_| explorer.page.read().get(place).map(|p| (p.matches, p.seen)).unwrap_or((true, true)));
    let hidden = move || !state.get().1;
    let dimmed = move || (!state.get().0).then_some("");
    let text = view! { <Paragraphs place /> };
    match &block.body {
        Body::Turn(turn) => {
            let (speaker, side) = side_and_id(&opened.record, turn.speaker);
            let tint = tint(&opened, turn.speaker);
            let heading = format!("{}-who", block.id);
            let who = opened.record.speaker_name(turn).to_owned();
            let printed = (!turn.label.is_empty()).then(|| format!("As printed: {}", turn.label));
            let reported = (turn.mode == Mode::Reported).then(|| view! { <span class="mode">"reported"</span> });
            view! {
                <article
                    id=block.id.clone()
                    class="turn"
                    tabindex="-1"
                    aria-labelledby=heading.clone()
                    data-speaker=speaker
                    data-side=side
                    data-tint=tint
                    data-dimmed=dimmed
                    hidden=hidden
                >
                    <header lang="en">
                        <TurnNumber id=block.id.clone() number=turn.place + 1 />
                        <h3 id=heading.clone() title=printed>{who}</h3>
                        {reported}
                    </header>
                    {text}
                </article>
            }
            .into_any()
        }
        body => {
            let (class, name) = kind(body);
            view! {
                <div
                    id=block.id.clone()
                    class=format!("block {class}")
                    tabindex="-1"
                    role="group"
                    aria-label=name
                    data-dimmed=dimmed
                    hidden=hidden
                >
                    {text}
                </div>
            }
            .into_any()
        }
    }
}

/// The number in the margin: a link to the turn, which a click copies.
#[component]
fn TurnNumber(id: String, number: usize) -> impl IntoView {
    let live = is_live();
    view! {
        <a
            class="number"
            href=format!("#{id}")
            aria-label=if live { format!("Turn {number}: copy the link") } else { format!("Turn {number}") }
            title=live.then_some("Copy the link to this turn")
        >
            {number}
        </a>
    }
}

/// The paragraphs of a block; drawn anew only when its own hits change.
#[component]
fn Paragraphs(place: usize) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let opened = explorer.opened();
    let hits = Memo::new(move |_| {
        let answer = explorer.answer.read();
        (answer.hits_in(place).to_vec(), answer.hits.partition_point(|hit| hit.block < place))
    });
    move || {
        let hits = hits.read();
        let block: &Block = &opened.record.blocks[place];
        block
            .paragraphs
            .iter()
            .enumerate()
            .map(|(i, text)| {
                let (from, to) =
                    (hits.0.partition_point(|hit| hit.paragraph < i), hits.0.partition_point(|hit| hit.paragraph <= i));
                view! { <p>{paragraph(explorer, &opened.record, text, &hits.0[from..to], hits.1 + from)}</p> }
            })
            .collect_view()
    }
}

/// Goes to the block that the address names, and, when a new question leaves
/// nothing on screen, to the first that answers.
fn follow_the_address(explorer: Explorer) {
    let at = Memo::new(move |_| explorer.address.link().read().at.clone());
    // Who has read on from the passage of the link while the program came is not taken back to it.
    let read_on = use_context::<Option<browser::Place>>().flatten();
    Effect::new(move |before: Option<Option<String>>| {
        let at = at.get();
        if let Some(place) = read_on.clone().filter(|_| before.is_none()) {
            request_animation_frame(move || place.restore());
            return at;
        }
        // A step through the text has gone there already; at first the focus alone says nothing of the place.
        let new = at.clone().filter(|id| before.as_ref() != Some(&at) && (before.is_none() || !browser::has_focus(id)));
        if let Some(id) = new {
            request_animation_frame(move || browser::go_to(&id));
        }
        at
    });
    Effect::new(move |before: Option<()>| {
        explorer.page.track();
        if before.is_some() && explorer.address.now().view == View::Read {
            request_animation_frame(browser::keep_text_in_view);
        }
    });
}
