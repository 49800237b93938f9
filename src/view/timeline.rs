//! The timeline of turns: a lane for each speaker, a segment for each turn.
//!
//! For the keyboard and for screen readers it is one list box (WAI-ARIA 1.2)
//! with a turn for each option, and it has a table twin.

use leptos::html::Div;
use leptos::prelude::*;
use memcon_explore::link::{Link, View};
use memcon_explore::timeline::Lane;
use memcon_record::model::Block;
use memcon_record::{Record, Speaker, Turn};

use super::numbers::{count, number};
use super::speaker::{side_and_id, tint};
use crate::app::is_live;
use crate::browser;
use crate::explorer::Explorer;

/// From this many turns on, no line is drawn around each: nothing else would be left.
const CROWDED: usize = 300;

/// A drag shorter than this many CSS pixels is a click.
const CLICK: f64 = 5.0;

/// What the pointer and the keyboard are at.
#[derive(Clone, Copy)]
struct Pointing {
    /// Turn that arrow keys have walked to.
    walked: RwSignal<Option<usize>>,
    /// Turn under the pointer.
    under: RwSignal<Option<usize>>,
    /// Where a drag began and where it is, as fractions.
    drag: RwSignal<Option<(f64, f64)>>,
    tracks: NodeRef<Div>,
}

/// The drawing, what it says of the turn pointed at, and the table.
#[component]
pub fn TimelineView() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let opened = explorer.opened();
    let pointing = Pointing {
        walked: RwSignal::new(None),
        under: RwSignal::new(None),
        drag: RwSignal::new(None),
        tracks: NodeRef::new(),
    };
    watch_the_screen(explorer);
    let lanes = &opened.timeline.lanes;
    let live = is_live();
    let active = move || {
        pointing.walked.get().and_then(|place| Some(format!("s-{}", block_of(&explorer.opened().record, place)?.id)))
    };
    (!opened.timeline.segments.is_empty()).then(|| {
        view! {
            <div class="timeline" class:crowded={opened.timeline.segments.len() > CROWDED}>
                <div class="lane-names" aria-hidden="true">
                    {lanes.iter().map(|lane| view! { <span>{lane_name(&opened.record, lane)}</span> }).collect_view()}
                </div>
                <div
                    class="tracks"
                    node_ref=pointing.tracks
                    role=if live { "listbox" } else { "img" }
                    tabindex=live.then_some("0")
                    aria-label="Timeline of turns"
                    aria-orientation=live.then_some("horizontal")
                    aria-activedescendant=active
                    on:keydown=move |event| keydown(explorer, pointing, &event)
                    on:focus=move |_| pointing.walked.update(|walked| { walked.get_or_insert(0); })
                    on:blur=move |_| pointing.walked.set(None)
                    on:pointerdown=move |event| press(pointing, &event)
                    on:pointermove=move |event| move_to(explorer, pointing, &event)
                    on:pointerup=move |_| release(explorer, pointing)
                    on:pointercancel=move |_| pointing.drag.set(None)
                    on:pointerleave=move |_| pointing.under.set(None)
                >
                    {(0..lanes.len()).map(|lane| view! { <LaneView lane pointing /> }).collect_view()}
                    <Overlay pointing />
                    <Saying pointing />
                </div>
                <Topics />
            </div>
        }
    })
}

fn lane_name(record: &Record, lane: &Lane) -> String {
    match lane.speakers.as_slice() {
        [Speaker::Known(i)] => record.participants.get(*i).map(|p| p.name.clone()).unwrap_or_default(),
        [Speaker::Unknown] => "Unknown voices".into(),
        [Speaker::Nobody] => "Notes".into(),
        others => format!("{} others", number(others.len())),
    }
}

fn block_of(record: &Record, place: usize) -> Option<&Block> {
    record.blocks.get(*record.turns.get(place)?)
}

fn turn_at(record: &Record, place: usize) -> Option<(&Block, &Turn)> {
    let block = block_of(record, place)?;
    Some((block, block.turn()?))
}

/// A fraction as SVG wants it.
fn percent(fraction: f64) -> String {
    // In whole thousandths: to write a float weighs more in the Wasm than all of this file.
    let thousandths = (fraction * 100_000.0).round() as i64;
    format!("{}.{:03}%", thousandths / 1000, thousandths % 1000)
}

/// One lane with its turns and the hits in them.
#[component]
fn LaneView(lane: usize, pointing: Pointing) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let opened = explorer.opened();
    let ticks = Memo::new(move |_| {
        let opened = explorer.opened();
        let of_lane =
            |x: &f64| opened.timeline.turn_at(*x).is_some_and(|turn| opened.timeline.segments[turn].lane == lane);
        let answer = explorer.answer.read();
        answer
            .hits
            .iter()
            .filter_map(|hit| opened.timeline.x_of(&opened.record, hit))
            .filter(of_lane)
            .map(percent)
            .collect::<Vec<_>>()
    });
    let live = is_live();
    view! {
        <svg class="lane" role="presentation" focusable="false">
            {opened
                .timeline
                .segments
                .iter()
                .enumerate()
                .filter(|(_, segment)| segment.lane == lane)
                .filter_map(|(place, segment)| {
                    let (block, turn) = turn_at(&opened.record, place)?;
                    let (speaker, side) = side_and_id(&opened.record, turn.speaker);
                    let at = opened.record.turns[place];
                    let matches = Memo::new(move |_| explorer.page.read().get(at).is_some_and(|place| place.matches));
                    Some(view! {
                        <rect
                            id=format!("s-{}", block.id)
                            class="segment"
                            role=live.then_some("option")
                            aria-selected=move || live.then_some(if matches.get() { "true" } else { "false" })
                            aria-label=live.then(|| saying(&opened.record, place))
                            class:faded=move || !matches.get()
                            class:walked=move || pointing.walked.get() == Some(place)
                            data-turn=block.id.clone()
                            data-speaker=speaker
                            data-side=side
                            data-tint=tint(&opened, turn.speaker)
                            x=percent(segment.x.start)
                            width=percent(segment.x.end - segment.x.start)
                            height="100%"
                            rx="2"
                        />
                    })
                })
                .collect_view()}
            {move || ticks.get().into_iter().map(|x| view! { <rect class="tick" x=x width="2" height="100%" /> }).collect_view()}
        </svg>
    }
}

/// “Turn 7, Mehmet Shehu, 22 words: The solution of …”
fn saying(record: &Record, place: usize) -> String {
    let Some((block, turn)) = turn_at(record, place) else { return String::new() };
    let topic = turn.topic.and_then(|i| record.topics.get(i)).map(|t| format!(", {}", t.name)).unwrap_or_default();
    format!(
        "Turn {}, {}, {}{topic}: {}",
        place + 1,
        record.speaker_name(turn),
        count(turn.words, "word"),
        beginning(block)
    )
}

/// The first words of a block.
fn beginning(block: &Block) -> String {
    let text = block.paragraphs.first().map_or("", |p| p.text.as_str());
    match text.char_indices().nth(64) {
        None => text.to_owned(),
        Some((end, _)) => format!("{} …", text[..end].rsplit_once(' ').map_or(&text[..end], |(words, _)| words)),
    }
}

/// What lies over all lanes: what is on screen, the stretch chosen, the stretch being drawn.
#[component]
fn Overlay(pointing: Pointing) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let stretch = Memo::new(move |_| {
        let stretch = explorer.filter.read().0.stretch.clone()?;
        let timeline = &explorer.opened().timeline;
        Some((timeline.segments.get(*stretch.start())?.x.start, timeline.segments.get(*stretch.end())?.x.end))
    });
    let frame = move |class: &'static str, x: (f64, f64)| {
        view! { <rect class=class x=percent(x.0) width=percent(x.1 - x.0) height="100%" rx="4" /> }
    };
    view! {
        <svg class="overlay" aria-hidden="true" focusable="false">
            {move || stretch.get().map(|x| frame("stretch", x))}
            {move || pointing.drag.get().map(|(a, b)| frame("drag", (a.min(b), a.max(b))))}
            {move || explorer.on_screen.get().map(|x| frame("frame", x))}
        </svg>
    }
}

/// What the turn pointed at is.
#[component]
fn Saying(pointing: Pointing) -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let place = Memo::new(move |_| pointing.under.get().or(pointing.walked.get()));
    move || {
        place.get().map(|place| {
            let opened = explorer.opened();
            let x = opened.timeline.x_in(place, 0.5);
            // The box hangs from the side on which there is room.
            let (side, offset) = if x < 0.5 { ("from-left", x) } else { ("from-right", 1.0 - x) };
            view! { <p class=format!("saying {side}") style:--x=percent(offset) aria-hidden="true">{saying(&opened.record, place)}</p> }
        })
    }
}

/// The topics under the lanes; a click chooses one. The list of topics does the same for the keyboard.
#[component]
fn Topics() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let opened = explorer.opened();
    (!opened.record.topics.is_empty()).then(|| {
        view! {
            <svg class="topics" aria-hidden="true" focusable="false">
                {opened
                    .record
                    .topics
                    .iter()
                    .zip(&opened.timeline.topics)
                    .map(|(topic, x)| {
                        let id = topic.id.clone();
                        let chosen = {
                            let id = id.clone();
                            move || explorer.address.link().read().topics.contains(&id)
                        };
                        view! {
                            <svg
                                class="topic"
                                class:chosen=chosen
                                x=percent(x.start)
                                width=percent(x.end - x.start)
                                height="100%"
                                on:click=move |_| explorer.push(|link| memcon_explore::link::toggle(&mut link.topics, &id))
                            >
                                <title>{topic.name.clone()}</title>
                                <rect class="band" width="100%" height="2" />
                                <rect class="target" y="2" width="100%" height="100%" />
                                <foreignObject y="4" width="100%" height="20">
                                    <div class="topic-name">{topic.name.clone()}</div>
                                </foreignObject>
                            </svg>
                        }
                    })
                    .collect_view()}
            </svg>
        }
    })
}

/// The same as a table, for those who cannot see the drawing.
#[component]
pub fn Table() -> impl IntoView {
    let explorer = expect_context::<Explorer>();
    let opened = explorer.opened();
    let record = &opened.record;
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
                                let at = record.turns[turn.place];
                                let hits = move || {
                                    let answer = explorer.answer.read();
                                    if answer.shown.get(at).copied().unwrap_or(true) { number(answer.hits_in(at).len()) } else { "–".into() }
                                };
                                view! {
                                    <tr>
                                        <th scope="row"><a href=format!("#{}", block.id)>{turn.place + 1}</a></th>
                                        <td>{record.speaker_name(turn).to_owned()}</td>
                                        <td class="number">{number(turn.words)}</td>
                                        <td>{turn.topic.and_then(|i| record.topics.get(i)).map(|t| t.name.clone())}</td>
                                        <td class="number">{hits}</td>
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

fn fraction(pointing: Pointing, event: &web_sys::PointerEvent) -> Option<f64> {
    let rect = pointing.tracks.get_untracked()?.get_bounding_client_rect();
    (rect.width() > 0.0).then(|| ((f64::from(event.client_x()) - rect.left()) / rect.width()).clamp(0.0, 1.0))
}

fn press(pointing: Pointing, event: &web_sys::PointerEvent) {
    if event.button() != 0 {
        return;
    }
    let Some(x) = fraction(pointing, event) else { return };
    if let Some(tracks) = pointing.tracks.get_untracked() {
        // A drag goes on outside the drawing.
        _ = tracks.set_pointer_capture(event.pointer_id());
    }
    pointing.drag.set(Some((x, x)));
}

fn move_to(explorer: Explorer, pointing: Pointing, event: &web_sys::PointerEvent) {
    let Some(x) = fraction(pointing, event) else { return };
    pointing.under.set(explorer.opened().timeline.turn_at(x));
    pointing.drag.update(|drag| {
        if let Some((_, end)) = drag {
            *end = x;
        }
    });
}

fn release(explorer: Explorer, pointing: Pointing) {
    let Some((start, end)) = pointing.drag.get_untracked() else { return };
    pointing.drag.set(None);
    let opened = explorer.opened();
    let width = pointing.tracks.get_untracked().map_or(0.0, |tracks| tracks.get_bounding_client_rect().width());
    if (end - start).abs() * width < CLICK {
        if let Some(place) = opened.timeline.turn_at(start) {
            go(explorer, place);
        }
    } else if let (Some(from), Some(to)) =
        (opened.timeline.turn_at(start.min(end)), opened.timeline.turn_at(start.max(end)))
    {
        explorer.push(|link| choose_stretch(link, &opened.record, from, to));
    }
}

fn choose_stretch(link: &mut Link, record: &Record, from: usize, to: usize) {
    let id = |place| block_of(record, place).map(|block| block.id.clone());
    (link.from, link.to) = (id(from.min(to)), id(from.max(to)));
}

/// Goes to a turn in the text.
fn go(explorer: Explorer, place: usize) {
    let Some(id) = block_of(&explorer.opened().record, place).map(|block| block.id.clone()) else { return };
    explorer.reveal(&id);
    explorer.address.replace(|link| {
        link.at = Some(id.clone());
        link.view = View::Read;
    });
    request_animation_frame(move || browser::go_to(&id, true));
}

/// Arrows walk, with Shift they stretch; Enter goes to the turn; Escape gives the stretch up.
fn keydown(explorer: Explorer, pointing: Pointing, event: &web_sys::KeyboardEvent) {
    let opened = explorer.opened();
    let last = opened.timeline.segments.len().saturating_sub(1);
    let at = pointing.walked.get_untracked().unwrap_or(0);
    let to = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => (at + 1).min(last),
        "ArrowLeft" | "ArrowUp" => at.saturating_sub(1),
        "Home" => 0,
        "End" => last,
        "Enter" | " " => {
            event.prevent_default();
            return go(explorer, at);
        }
        _ => return,
    };
    event.prevent_default();
    pointing.walked.set(Some(to));
    if event.shift_key() {
        let chosen = explorer.filter.with_untracked(|(filter, _)| filter.stretch.clone());
        // The end that the keyboard is at moves, the other stays.
        let fixed = match chosen {
            Some(stretch) if *stretch.start() == at => *stretch.end(),
            Some(stretch) if *stretch.end() == at => *stretch.start(),
            _ => at,
        };
        explorer.address.replace(|link| choose_stretch(link, &opened.record, fixed, to));
    }
}

/// Keeps [`Explorer::on_screen`] true as the window scrolls and the text changes.
fn watch_the_screen(explorer: Explorer) {
    let waiting = StoredValue::new(false);
    let look = move || {
        if waiting.get_value() {
            return;
        }
        waiting.set_value(true);
        request_animation_frame(move || {
            waiting.set_value(false);
            explorer.on_screen.set(on_screen(explorer));
        });
    };
    Effect::new(move |_| {
        explorer.page.track();
        explorer.address.link().track();
        look();
    });
    Effect::new(move |_| {
        for name in ["scroll", "resize"] {
            let heard = window_event_listener_untyped(name, move |_| look());
            on_cleanup(move || heard.remove());
        }
    });
}

/// Part of the timeline that is between the rail and the end of the window.
fn on_screen(explorer: Explorer) -> Option<(f64, f64)> {
    let opened = explorer.opened();
    browser::tell_height_of_rail();
    let (top, bottom) = (browser::top_of_text(), browser::window_height());
    let mut seen: Option<(f64, f64)> = None;
    for turn in browser::turns_on_page() {
        let rect = turn.get_bounding_client_rect();
        if rect.height() <= 0.0 || rect.bottom() <= top || rect.top() >= bottom {
            continue;
        }
        let Some(place) = opened.record.turn_place(&turn.id()) else { continue };
        let part = |y: f64| (y - rect.top()) / rect.height();
        let (from, to) = (opened.timeline.x_in(place, part(top)), opened.timeline.x_in(place, part(bottom)));
        seen = Some(seen.map_or((from, to), |(start, end)| (start.min(from), end.max(to))));
    }
    seen
}
