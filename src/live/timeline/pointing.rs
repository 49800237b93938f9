//! The pointer and the keyboard on the timeline: what is under them, clicks, drags, arrows.

use leptos::prelude::*;
use memcon_explore::link::Link;
use memcon_record::Record;
use memcon_record::model::Block;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::browser;
use crate::explorer::Explorer;
use crate::live::nodes;

/// A drag shorter than this many CSS pixels is a click.
const CLICK: f64 = 5.0;

/// What the pointer and the keyboard are at.
#[derive(Clone, Copy)]
pub(super) struct Pointing {
    /// Turn that arrow keys have walked to.
    pub(super) walked: RwSignal<Option<usize>>,
    /// Turn under the pointer.
    pub(super) under: RwSignal<Option<usize>>,
    /// Where a drag began and where it is, as fractions.
    pub(super) drag: RwSignal<Option<(f64, f64)>>,
}

impl Pointing {
    pub(super) fn new() -> Self {
        Pointing { walked: RwSignal::new(None), under: RwSignal::new(None), drag: RwSignal::new(None) }
    }
}

/// Listens to the pointer and the keyboard on the drawing.
pub(super) fn listen(explorer: Explorer, pointing: Pointing, tracks: &HtmlElement) {
    let hear = |name: &'static str, act: fn(Explorer, Pointing, &web_sys::Event)| {
        let heard = gloo_events::EventListener::new_with_options(
            tracks,
            name,
            gloo_events::EventListenerOptions::enable_prevent_default(),
            move |event| act(explorer, pointing, event),
        );
        // The drawing is there for as long as the page.
        heard.forget();
    };
    hear("keydown", |explorer, pointing, event| _ = event.dyn_ref().map(|event| keydown(explorer, pointing, event)));
    hear("focus", |explorer, pointing, _| {
        // From where one reads.
        let reading = browser::current_turn().and_then(|turn| explorer.opened().record.turn_place(&turn.id()));
        pointing.walked.update(|walked| _ = walked.get_or_insert(reading.unwrap_or(0)));
    });
    hear("blur", |_, pointing, _| pointing.walked.set(None));
    hear("pointerdown", |explorer, pointing, event| _ = event.dyn_ref().map(|event| press(explorer, pointing, event)));
    hear("pointermove", |explorer, pointing, event| {
        _ = event.dyn_ref().map(|event| move_to(explorer, pointing, event))
    });
    hear("pointerup", |explorer, pointing, _| release(explorer, pointing));
    hear("pointercancel", |_, pointing, _| pointing.drag.set(None));
    hear("pointerleave", |_, pointing, _| pointing.under.set(None));
}

fn width_of(tracks: &HtmlElement) -> f64 {
    tracks.get_bounding_client_rect().width()
}

fn fraction(event: &web_sys::PointerEvent) -> Option<f64> {
    let rect = nodes::first(".tracks")?.get_bounding_client_rect();
    (rect.width() > 0.0).then(|| ((f64::from(event.client_x()) - rect.left()) / rect.width()).clamp(0.0, 1.0))
}

fn press(explorer: Explorer, pointing: Pointing, event: &web_sys::PointerEvent) {
    if event.button() != 0 {
        return;
    }
    let Some(x) = fraction(event) else { return };
    if let Some(tracks) = nodes::first(".tracks") {
        // A drag goes on outside the drawing.
        _ = tracks.set_pointer_capture(event.pointer_id());
    }
    pointing.drag.set(Some((x, x)));
    // The press gives the drawing the focus: the keyboard goes on from there.
    pointing.walked.set(explorer.opened().timeline.turn_at(x));
}

fn move_to(explorer: Explorer, pointing: Pointing, event: &web_sys::PointerEvent) {
    let Some(x) = fraction(event) else { return };
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
    let width = nodes::first(".tracks").map_or(0.0, |tracks| width_of(&tracks));
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
    if let Some(block) = block_of(&explorer.opened().record, place) {
        explorer.go(&block.id);
    }
}

/// Gives up the stretch that is being drawn, else the one that is chosen; whether there was one.
fn give_up(explorer: Explorer, pointing: Pointing) -> bool {
    if pointing.drag.get_untracked().is_some() {
        pointing.drag.set(None);
        return true;
    }
    let chosen = explorer.now().filter.stretch.is_some();
    if chosen {
        explorer.push(|link| (link.from, link.to) = (None, None));
    }
    chosen
}

/// Arrows walk, with Shift they stretch; Enter goes to the turn; Escape gives the stretch up.
fn keydown(explorer: Explorer, pointing: Pointing, event: &web_sys::KeyboardEvent) {
    let opened = explorer.opened();
    let at = pointing.walked.get_untracked().unwrap_or(0);
    let to = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => opened.timeline.step(at, 1),
        "ArrowLeft" | "ArrowUp" => opened.timeline.step(at, -1),
        "Home" => 0,
        "End" => opened.timeline.step(0, isize::MAX),
        "Enter" | " " => {
            event.prevent_default();
            return go(explorer, at);
        }
        "Escape" if give_up(explorer, pointing) => return event.prevent_default(),
        _ => return,
    };
    event.prevent_default();
    pointing.walked.set(Some(to));
    if event.shift_key() {
        let chosen = explorer.now().filter.stretch.clone();
        let is_new = chosen.is_none();
        let bar = |turn| opened.timeline.step(turn, 0);
        // The end that the keyboard is at moves, the other stays.
        let fixed = match chosen {
            Some(stretch) if bar(*stretch.start()) == at => *stretch.end(),
            Some(stretch) if bar(*stretch.end()) == at => *stretch.start(),
            _ => at,
        };
        // All of a bar, whichever way.
        let (from, to) = (fixed.min(to), opened.timeline.end_of(fixed.max(to)));
        let choose = |link: &mut Link| choose_stretch(link, &opened.record, from, to);
        // To take a stretch is a step; to make it longer is not.
        if is_new { explorer.push(choose) } else { explorer.address.replace(choose) }
    }
}

fn block_of(record: &Record, place: usize) -> Option<&Block> {
    record.blocks.get(*record.turns.get(place)?)
}
