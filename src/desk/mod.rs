//! The desk: a second program, for what is asked for rarely.
//!
//! It comes when the first one says that it is needed (`memcon:desk`), and has the record to itself. The two know of each
//! other only by the page: the state is in the address; forms of words that are asked for the desk leaves in `data-forms` of the
//! search box, and says so (`memcon:forms`); the first says `memcon:drawn` when it has written it onto the
//! page, and then the desk draws what is its own: [`lines`], [`exchange`], [`words`],
//! [`quantities`], [`nothing`], and what a link quotes ([`passage`]). It offers what can be done with selected words,
//! citations ([`cite`]) and files of the record ([`export`]). Its links are those that `live/clicks.rs` serves; what
//! else can be clicked has `data-desk`, is on the page before the desk is, or not, and brings it (`index.html`).

mod cite;
mod download;
mod exchange;
mod export;
mod lines;
mod nothing;
mod parts;
mod passage;
mod quantities;
mod slices;
mod told;
mod words;

use std::cell::{Cell, OnceCell, RefCell};

use memcon_cite::{Cited, Templates};
use memcon_explore::distinctive::Words;
use memcon_explore::link::{Grouping, Link, Sort, View};
use memcon_explore::quantities::{Quantity, of as quantities_of};
use memcon_explore::{Answer, Corpus, Filter, Forms, Question};
use memcon_quote::{Passage, Stream};
use memcon_record::{Record, wire};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};

use crate::{address, browser, library, nodes};
use cite::Subject;
use passage::copy;

/// The record, and what is on the page of it.
struct Desk {
    record: &'static Record,
    /// The same as its file says it, for the files that are made of it.
    wire: wire::Record,
    corpus: Corpus,
    /// What the page shows, without the place in the text.
    drawn: RefCell<Option<Link>>,
    /// All lines of a view, however many.
    whole: Cell<bool>,
    /// Of the whole record, once they are asked for.
    words: OnceCell<Words>,
    /// Likewise.
    quantities: OnceCell<Vec<Quantity>>,
    /// The question that was asked last, and the forms of words that it asks for.
    forms: RefCell<(String, Forms)>,
    /// The words of the record one after the other, once a passage is looked for.
    stream: OnceCell<Stream<'static>>,
    /// What of the record is selected.
    selected: RefCell<Option<Passage>>,
    /// What a link quotes, and where that was found.
    quoted: RefCell<Option<passage::quoted::Sought>>,
    /// Whether a link has quoted since the page was opened.
    has_quoted: Cell<bool>,
    /// What citations are made of, once they are asked for.
    templates: OnceCell<Templates>,
    /// What the open dialog cites.
    cited: RefCell<Option<Cited>>,
}

/// Gets the record, draws what the address asks, and stays to listen.
pub fn start() {
    // What fails here leaves the page as it was, without what the desk draws.
    std::panic::set_hook(Box::new(|info| {
        leptos::logging::error!("{info}");
        browser::tell("memcon:no-desk");
    }));
    wasm_bindgen_futures::spawn_local(async {
        let Some(Ok(wire)) = library::wire_of_the_page().await else { return browser::tell("memcon:no-desk") };
        browser::breathe().await;
        let record: &'static Record = Box::leak(Box::new(Record::from_wire(wire.clone())));
        browser::breathe().await;
        let corpus = Corpus::of(record);
        browser::breathe().await;
        listen(Desk {
            wire,
            corpus,
            record,
            drawn: RefCell::default(),
            whole: Cell::default(),
            words: OnceCell::new(),
            quantities: OnceCell::new(),
            forms: RefCell::default(),
            stream: OnceCell::new(),
            selected: RefCell::default(),
            quoted: RefCell::default(),
            has_quoted: Cell::default(),
            templates: OnceCell::new(),
            cited: RefCell::default(),
        });
        browser::tell("memcon:desk-here");
    });
}

/// Listens for as long as the page is open.
fn listen(desk: Desk) {
    let desk: &'static Desk = Box::leak(Box::new(desk));
    desk.draw();
    passage::offer::listen(desk);
    passage::quoted::listen();
    let document = leptos::prelude::document();
    let drawn = |_: &Event| desk.draw();
    gloo_events::EventListener::new(&document, "memcon:drawn", drawn).forget();
    let may_prevent = gloo_events::EventListenerOptions::enable_prevent_default();
    let click = gloo_events::EventListener::new_with_options(&document, "click", may_prevent, move |event: &Event| {
        // A link of the desk's own; the first program passes over what is prevented.
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let own = target.and_then(|target| target.closest("a[data-desk]").ok().flatten());
        if own.is_some() && event.dyn_ref::<MouseEvent>().is_some_and(browser::is_plain_click) {
            event.prevent_default();
        }
        // Later: what is done may be a click of its own, on a link, and a listener cannot be called while it runs.
        if let Some(event) = event.dyn_ref::<MouseEvent>().cloned() {
            wasm_bindgen_futures::spawn_local(async move { desk.clicked(&event) });
        }
    });
    click.forget();
}

impl Desk {
    /// Draws what the address asks, unless it is on the page already.
    fn draw(&'static self) {
        let link = Link { at: None, ..address::read() };
        let same = self.drawn.borrow().as_ref() == Some(&link);
        passage::quoted::draw(self, &address::read(), same);
        nothing::draw(self, &link);
        if same {
            return;
        }
        passage::alone::draw(self, &link);
        self.tell_forms(&link);
        if self.drawn.borrow().as_ref().is_some_and(|drawn| drawn.query() != link.query()) {
            self.whole.set(false);
        }
        match link.view {
            View::Read => {}
            View::Lines => lines::draw(self, &link, &self.answer(&link)),
            View::Exchange => exchange::draw(self.record, &link),
            View::Words => {
                words::draw(self);
                // In a step of its own: of a long record both are much at once.
                let link = link.clone();
                let later = move || {
                    let is_wanted = self.drawn.borrow().as_ref() == Some(&link);
                    if is_wanted {
                        quantities::draw(self, &link, &self.answer(&link));
                    }
                };
                browser::later(later);
            }
        }
        self.drawn.replace(Some(link));
    }

    fn answer(&self, link: &Link) -> Answer {
        Answer::of(self.record, &self.corpus, &self.filter(link))
    }

    fn filter(&self, link: &Link) -> Filter {
        Filter::resolve(self.record, link, &self.forms(link)).0
    }

    /// The forms of words that a question asks for.
    fn forms(&self, link: &Link) -> Forms {
        let mut known = self.forms.borrow_mut();
        if known.0 != link.question {
            *known = (link.question.clone(), Forms::of(&Question::parse(&link.question), &self.corpus));
        }
        known.1.clone()
    }

    /// Leaves them where the first program reads them.
    fn tell_forms(&self, link: &Link) {
        let forms = self.forms(link).0;
        let form = nodes::first(".asking").filter(|_| !forms.is_empty());
        if let Some(form) = form.filter(|form| form.get_attribute("data-forms").as_ref() != Some(&forms)) {
            nodes::set(&form, "data-forms", Some(&forms));
            browser::tell("memcon:forms");
        }
    }

    fn words(&self) -> &Words {
        self.words.get_or_init(|| Words::of(self.record, &self.corpus))
    }

    fn quantities(&'static self) -> &'static [Quantity] {
        self.quantities.get_or_init(|| quantities_of(self.record))
    }

    /// The words of the record one after the other.
    fn stream(&self) -> &Stream<'static> {
        self.stream.get_or_init(|| Stream::of(self.record))
    }

    fn clicked(&'static self, event: &MouseEvent) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(target) = target.filter(|_| browser::is_plain_click(event)) else { return };
        let within = |selector: &str| target.closest(selector).ok().flatten();
        if let Some(button) = within("button[data-desk], a[data-desk]") {
            let read = |name| button.get_attribute(name).unwrap_or_default();
            self.act(&read("data-desk"), read("data-value"));
        } else if let Some(line) = within("[data-line]").filter(|_| within("a").is_none() && !browser::is_selecting()) {
            // The whole line leads to its turn; the link in it says so.
            let link =
                line.query_selector("a").ok().flatten().and_then(|link| link.dyn_into::<web_sys::HtmlElement>().ok());
            _ = link.map(|link| link.click());
        }
    }

    /// Does what a button says in its `data-desk`.
    fn act(&'static self, what: &str, value: String) {
        let selected = *self.selected.borrow();
        match what {
            "sort" => address::step(|link| link.sort = Sort::named(&value).unwrap_or_default()),
            "group" => address::step(|link| link.group = Grouping::named(&value).unwrap_or_default()),
            "pair" => address::step(|link| link.pair = Some(value).filter(|value| link.pair.as_ref() != Some(value))),
            "whole" => {
                self.whole.set(true);
                let link = address::read();
                lines::draw_more(self, &link, &self.answer(&link));
            }
            "export" => export::save(self, &address::read(), &value),
            "lines-file" => lines::save(self.record, &address::read(), &self.answer(&address::read())),
            "matrix-file" => exchange::save_table(self.record),
            // To the text: what a link of the page asks is shown in the view that one is in.
            "word" => address::step(|link| {
                let asked = Link::parse(&value, "");
                *link = Link { view: View::Read, ..link.showing(asked) };
            }),
            "voices" => words::draw_more(self),
            "words-file" => words::save(self),
            "quantities-file" => quantities::save(self, &address::read(), &self.answer(&address::read())),
            "pair-file" => exchange::save_pair(self.record, &address::read()),
            "copy-link" => _ = selected.map(|words| copy::link(self, &words)),
            "copy-words" => _ = selected.map(|words| copy::words(self, &words)),
            "copy-note" => _ = selected.map(|words| cite::copy_with_note(self, words)),
            "cite-words" => cite::open(self, selected.and_then(|words| Subject::words(self, &words))),
            "share-words" => {
                if let Some(words) = selected {
                    copy::share(&self.record.title, &copy::words_shown(self, &words), &copy::link_to(self, &words));
                }
            }
            "copy-alone" => copy::text(copy::link_to_block(&value, true), "The link to this turn alone is copied."),
            "share" => copy::share(&self.record.title, "", &copy::link_to_block(&value, true)),
            "cite-stretch" => cite::open(self, Subject::stretch(self, &address::read())),
            "cite" if value.is_empty() => cite::open(self, Some(Subject::record())),
            "cite" => cite::open(self, Subject::block(self, &value)),
            "copy-citation" => cite::copy_citation(self, &value),
            "citation-file" => cite::save(self, &value),
            "close" => cite::close(),
            "alone" => address::step(|link| (link.only, link.at) = (Some(value.clone()), Some(value))),
            "context" => {
                address::step(|link| (link.only, link.at) = (None, Some(value.clone())));
                browser::go_to(&value);
            }
            "unquote" => passage::quoted::dismiss(),
            "quiet" => told::take_away(&value),
            _ => {}
        }
    }
}
