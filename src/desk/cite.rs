//! Citations of the record, of a turn, of a stretch of turns or of selected words, in every style, to be copied or kept.

use leptos::prelude::document;
use memcon_cite::{Cited, Day, Rich, Style, Templates, bibtex, csl_json, ris};
use memcon_explore::{Filter, Forms, Link};
use memcon_export::{Format, name};
use memcon_quote::Passage;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlDialogElement};

use super::passage::copy;
use super::{Desk, download, told};
use crate::browser::{by_id, page_address};
use crate::desk::parts::button;
use crate::library;
use crate::nodes::{append, element, set};
use crate::view::blocks::name_of;

/// The id of the dialog.
const ID: &str = "cite";
/// What is said where there are no templates.
const NOT_COME: &str = "What citations are made of did not come: there may be no connection.";

/// What is cited, and what it is called.
pub(super) struct Subject {
    cited: Cited,
    name: String,
    /// The words, where they were selected; of several turns, with who says them.
    words: Option<String>,
}

impl Subject {
    /// The whole record.
    pub(super) fn record() -> Self {
        Subject { cited: Cited::record().linked(page_address()), name: "this record".into(), words: None }
    }

    /// A turn, or another block.
    pub(super) fn block(desk: &Desk, id: &str) -> Option<Self> {
        let cited = Cited::block(desk.record, id)?.linked(copy::link_to_block(id, false));
        Some(Subject { cited, name: name_of(desk.record, id), words: None })
    }

    /// The turns from one to another that a link chooses.
    pub(super) fn stretch(desk: &Desk, link: &Link) -> Option<Self> {
        let chosen = Link { from: link.from.clone(), to: link.to.clone(), ..Link::default() };
        let stretch = Filter::resolve(desk.record, &chosen, &Forms::default()).0.stretch?;
        let id = |turn: usize| Some(desk.record.blocks.get(*desk.record.turns.get(turn)?)?.id.as_str());
        let (from, to) = (id(*stretch.start())?, id(*stretch.end())?);
        if from == to {
            return Self::block(desk, from);
        }
        let chosen = Link { from: Some(from.to_owned()), to: Some(to.to_owned()), ..Link::default() };
        let cited = Cited::stretch(desk.record, from, to)?.linked(format!("{}{}", page_address(), chosen.query()));
        let name = format!("turns {} to {}", stretch.start() + 1, stretch.end() + 1);
        Some(Subject { cited, name, words: None })
    }

    /// Words of a turn or of several.
    pub(super) fn words(desk: &Desk, passage: &Passage) -> Option<Self> {
        let id = |block: usize| desk.record.blocks.get(block).map(|block| block.id.as_str());
        let words = copy::words_shown(desk, passage);
        let (from, to) = (id(passage.start.block)?, id(passage.end.block)?);
        let cited = Cited::passage(desk.record, from, to, &words)?.linked(copy::link_to(desk, passage));
        let words = Some(copy::words_with_speakers(desk, passage));
        Some(Subject { cited, name: format!("words of {}", name_of(desk.record, from)), words })
    }
}

/// Opens the dialog, once the templates are there.
pub(super) fn open(desk: &'static Desk, subject: Option<Subject>) {
    let Some(subject) = subject else { return };
    spawn_local(async move {
        match templates(desk).await {
            Some(templates) => draw(desk, templates, subject),
            None => told::say(NOT_COME),
        }
    });
}

/// Copies the selected words with a note on where they stand.
pub(super) fn copy_with_note(desk: &'static Desk, passage: Passage) {
    spawn_local(async move {
        let (Some(templates), Some(subject)) = (templates(desk).await, Subject::words(desk, &passage)) else {
            return told::say(NOT_COME);
        };
        let words = subject.words.clone().unwrap_or_default();
        let note = templates.cite(Style::ChicagoNote, &today(subject.cited)).after_quotation(&words);
        copy::rich(note.plain(), note.html(), "The quotation and its note are copied.");
    });
}

/// What citations of this record are made of: made with the page (`memcon_site`), in it or beside it.
async fn templates(desk: &'static Desk) -> Option<&'static Templates> {
    if desk.templates.get().is_none() {
        let text = library::beside("cite").await?;
        _ = desk.templates.set(serde_json::from_str(&text).ok()?);
    }
    desk.templates.get()
}

fn today(cited: Cited) -> Cited {
    let now = js_sys::Date::new_0();
    let day = Day {
        year: u16::try_from(now.get_full_year()).unwrap_or_default(),
        month: u8::try_from(now.get_month() + 1).ok(),
        day: u8::try_from(now.get_date()).ok(),
    };
    cited.read_on(day)
}

fn draw(desk: &Desk, templates: &Templates, subject: Subject) {
    close();
    let dialog = element("dialog", "cite", "");
    set(&dialog, "id", Some(ID));
    set(&dialog, "aria-labelledby", Some("cite-heading"));
    let heading = element("h2", "", &format!("Cite {}", subject.name));
    set(&heading, "id", Some("cite-heading"));
    append(&dialog, &[&heading]);
    if let Some(words) = &subject.words {
        append(&dialog, &[&element("blockquote", "", words)]);
    }
    let cited = today(subject.cited);
    let list = element("dl", "", "");
    for (place, (style, rich)) in templates.all(&cited).into_iter().enumerate() {
        let term = element("dt", "", style.name());
        let said = element("dd", "", "");
        set(&said, "data-style", Some(style.id()));
        let text = element("p", "", "");
        print(&text, &rich);
        let copy = button("plain", "copy-citation", style.id(), "Copy");
        set(&copy, "aria-label", Some(&format!("Copy: {}", style.name())));
        set(&copy, "autofocus", (place == 0).then_some(""));
        append(&said, &[&text, &copy]);
        append(&list, &[&term, &said]);
    }
    let files = element("p", "files", "For a reference manager: ");
    for format in [Format::Bibtex, Format::Ris, Format::Csl] {
        append(&files, &[&button("plain", "citation-file", format.name(), format.title())]);
    }
    let digest = templates
        .facts
        .source_digest
        .as_ref()
        .map(|digest| format!("The text that is cited is that of the source with the digest {digest}."));
    let close = button("plain", "close", ID, "Close");
    let status = element("p", "quiet", "");
    set(&status, "role", Some("status"));
    append(&dialog, &[&list, &files, &element("p", "quiet digest", &digest.unwrap_or_default()), &status, &close]);
    _ = document().body().map(|body| body.append_child(&dialog));
    desk.cited.replace(Some(cited));
    let Ok(dialog) = dialog.dyn_into::<HtmlDialogElement>() else { return };
    _ = dialog.show_modal();
}

/// A citation with its italics and its link.
fn print(place: &Element, rich: &Rich) {
    for run in &rich.0 {
        let part = element(if run.italic { "i" } else { "span" }, "", if run.link.is_some() { "" } else { &run.text });
        if let Some(link) = &run.link {
            let to = element("a", "", &run.text);
            set(&to, "href", Some(link));
            append(&part, &[&to]);
        }
        append(place, &[&part]);
    }
}

/// Copies the citation of the open dialog in a style.
pub(super) fn copy_citation(desk: &Desk, style: &str) {
    let style = Style::ALL.into_iter().find(|known| known.id() == style);
    if let (Some(templates), Some(cited), Some(style)) = (desk.templates.get(), &*desk.cited.borrow(), style) {
        let rich = templates.cite(style, cited);
        copy::rich(rich.plain(), rich.html(), "The citation is copied.");
    }
}

/// Gives what the open dialog cites as a file for a reference manager.
pub(super) fn save(desk: &Desk, kind: &str) {
    let (Some(templates), Some(cited), Ok(format)) = (desk.templates.get(), &*desk.cited.borrow(), kind.parse()) else {
        return;
    };
    let write = match format {
        Format::Bibtex => bibtex,
        Format::Ris => ris,
        Format::Csl => csl_json,
        _ => return,
    };
    let name = name::safe(&[&desk.record.id, "citation"], format.ending());
    _ = download::give(&write(&templates.facts, cited), &name, format);
}

/// Closes the dialog; the focus goes back to where it was.
pub(super) fn close() {
    let Some(dialog) = by_id(ID) else { return };
    _ = dialog.dyn_ref::<HtmlDialogElement>().map(HtmlDialogElement::close);
    dialog.remove();
}
