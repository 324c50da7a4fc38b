//! Finds what readers look for, while they type: results from texts and an index that this program reads where the search is
//! seen. What is found, and in which order, is the engine's (`concord_engine::search`).
//!
//! The field and the place of results are text of their page. The query stands in the address, so that it can be reloaded,
//! sent and come back to.

mod field;
mod view;

use std::{cell::RefCell, rc::Rc};

use concord_dom::{closest, document, first, listen, program, put};
use concord_engine::search::{SearchFile, Searcher};
use concord_model::{Html, Program, data, talk::Panel};
use gloo::timers::callback::Timeout;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent};

/// After how long it is said that the index has not come.
const LATE_MILLISECONDS: u32 = 20_000;

/// What is searched, and what is said of it.
struct Loaded {
    file: SearchFile,
    searcher: Searcher,
}

/// A field of a page that is open.
struct Place {
    root: Element,
}

thread_local! {
    static PLACES: RefCell<Vec<Place>> = const { RefCell::new(Vec::new()) };
    /// What was read, once, so that coming back shows results at once.
    static LOADED: RefCell<Option<Rc<Loaded>>> = const { RefCell::new(None) };
}

fn main() {
    let Some(document) = document() else { return };
    listen(&document, "input", |event: &Event| {
        let Some(place) = closest(event, Program::Search.places()) else { return };
        if let Some(field) = field::of(&place) {
            field::keep(&field.value());
            show(&place);
        }
    });
    listen(&document, "keydown", |press: &KeyboardEvent| {
        let place = closest(press, Program::Search.places());
        if place.is_some_and(|place| field::move_focus(&place, press)) {
            press.prevent_default();
        }
    });
    let _ = program::for_each_place(Program::Search, |place| {
        program::begin(&PLACES, |own| &own.root, place, begin);
    });
}

/// Begins with what the address asks for, and with what was typed before this program was there.
async fn begin(root: Element) -> Option<Place> {
    let field: HtmlInputElement = field::of(&root)?;
    match field.value().is_empty() {
        true => field.set_value(&field::asked()),
        false => field::keep(&field.value()),
    }
    if LOADED.with_borrow(Option::is_none) {
        // A file may hang for ever. Should it come after all, results follow.
        let late = Timeout::new(LATE_MILLISECONDS, {
            let root = root.clone();
            move || say_failed(&root)
        });
        let loaded = load().await;
        drop(late);
        if loaded.is_none() {
            say_failed(&root);
            return Some(Place { root });
        }
        LOADED.set(loaded);
    }
    show(&root);
    Some(Place { root })
}

async fn load() -> Option<Rc<Loaded>> {
    let file: SearchFile = program::read(Program::Search).await?;
    let searcher = Searcher::from_bytes(&file.searcher)?;
    Some(Rc::new(Loaded { file, searcher }))
}

/// Shows what the query in the field finds.
fn show(place: &Element) {
    let Some(loaded) = LOADED.with_borrow(Clone::clone) else { return };
    let query = field::of(place).map(|field| field.value()).unwrap_or_default();
    let found = match query.trim().is_empty() {
        true => Html::default(),
        false => view::found(&loaded.file, &loaded.searcher, &query),
    };
    put_results(place, &found);
}

/// Says that there is nothing to search; where no program was to say it, the page itself does, in the same words.
fn say_failed(place: &Element) {
    put_results(place, &view::said(&concord_dom::attribute(place, data!(off))));
}

fn put_results(place: &Element, html: &Html) {
    let panel = [concat!("[", data!(panel), "="), Panel::Found.name(), "]"].concat();
    if let Some(panel) = first(place, &panel) {
        put(&panel, html);
    }
}
