//! Moves between pages while the program stays: clicks on links of the guide, the history, the
//! place on the page, the focus, the title. What it cannot do it leaves to the browser.
//!
//! The text of the next page is [fetched](super::next_page) as it was prerendered. A page that does not come, that comes of
//! another build, or too late, is loaded by the browser, which says what is the matter better than we could.
//!
//! It takes over plain clicks on links of the guide; all else it leaves to the browser: modified clicks, downloads, other
//! targets, fragments of the same page, an origin that refuses `pushState`. The scroll of each entry is kept in its history
//! state; on reload the browser restores it, earlier than we could.

use std::cell::Cell;

use concord_model::{Form, Id, Route, data};
use gloo::{
    events::EventListener,
    timers::callback::Timeout,
    utils::{document, document_element, history, window},
};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, Event, HtmlAnchorElement, ScrollRestoration, Url};

use super::{
    next_page::{fetch_ahead, is_shown_here, next_page, route_of},
    stage::Stage,
};
use crate::{
    browser::{clicks::on_click, page, popover, scroll},
    ids::{SEARCH_FIELD, TITLE},
};

/// How long the next page may take before the browser is asked for it.
const PATIENCE_MILLISECONDS: u32 = 5000;

thread_local! {
    /// How often a page was asked for: of several that are on their way, only the last is shown.
    static TURN: Cell<u32> = const { Cell::new(0) };
    /// Whether the history is at a page that is not shown yet, whose place must not be written over.
    static IS_RETURNING: Cell<bool> = const { Cell::new(false) };
}

/// Listens to clicks and to the history, for as long as the page is open.
pub(super) fn start(stage: Stage) {
    follow_moved_place(&stage);
    let clicked = stage.clone();
    on_click("a[href]", move |event, link| {
        if let Some(link) = link.dyn_ref().filter(|link| stays_here(link)) {
            follow(&clicked, event, link);
        }
    });
    EventListener::new(&window(), "popstate", move |_| return_to(&stage)).forget();
    scroll::on_rest(keep_scroll);
    restore_scroll_ourselves();
    fetch_ahead();
}

/// An address may name a place that stands on another page now, or a question that only quizzes ask; then the reader is led there. The
/// places of this page have their former names in its text.
fn follow_moved_place(stage: &Stage) -> Option<()> {
    let hash = js_sys::decode_uri_component(&window().location().hash().ok()?).ok()?;
    let id = String::from(hash).strip_prefix('#').map(Id::new)?.ok()?;
    if page::element(id.as_str()).is_none() {
        let now = stage.site.guide.href_of(&id, page::form())?;
        let here = stage.site.route.get_value().href(page::form());
        if now.split('#').next() != Some(&here) {
            let _ = window().location().replace(&now);
        }
    }
    Some(())
}

/// Of the document, while the next page is on its way.
const BUSY: &str = "aria-busy";

/// How a page is entered.
#[derive(Clone, PartialEq, Eq)]
enum Arrival {
    /// By a link to that address: the reader starts at its beginning or at the fragment.
    Link { address: String, hash: String },
    /// By the history: the reader returns to where they were.
    Back,
}

/// Whether a link asks for nothing else than to be followed on this page.
fn stays_here(link: &HtmlAnchorElement) -> bool {
    matches!(link.target().as_str(), "" | "_self") && !link.has_attribute("download")
}

/// Follows a link to a page of the guide; any other is the browser's.
fn follow(stage: &Stage, event: &Event, link: &HtmlAnchorElement) {
    let Ok(url) = Url::new(&link.href()) else { return };
    let Some(route) = route_of(&url) else { return };
    keep_scroll();
    popover::hide();
    if route == stage.site.route.get_value() {
        return stay(event, &url, &route);
    }
    if !is_shown_here(&route) || !route.exists(stage.site.guide) {
        // A host that does not answer folders needs the file's own name.
        if page::form() == Form::File && route.exists(stage.site.guide) {
            event.prevent_default();
            load(&(route.href(Form::File) + &url.search() + &url.hash()));
        }
        return;
    }
    event.prevent_default();
    let address = format!("{}{}", url.pathname(), url.search());
    go(stage, route, Arrival::Link { address, hash: url.hash() });
}

/// Shows a page as soon as it is there.
fn go(stage: &Stage, route: Route, arrival: Arrival) {
    // What is not handed in yet makes the browser ask first (`start.js`), which it can only where it loads the next page.
    if document_element().has_attribute(data!(held)) {
        return arrival.load();
    }
    let turn = turn();
    IS_RETURNING.set(arrival == Arrival::Back);
    let _ = document_element().set_attribute(BUSY, "true");
    let (stage, otherwise) = (stage.clone(), arrival.clone());
    let late = Timeout::new(PATIENCE_MILLISECONDS, move || {
        if TURN.get() == turn {
            otherwise.load();
        }
    });
    spawn_local(async move {
        let page = next_page(&route).await;
        drop(late);
        if TURN.get() != turn {
            return;
        }
        // An opaque origin has no history of ours; then the browser loads the page.
        match page.filter(|_| arrival.is_entered()) {
            Some(page) => show(&stage, route, &page, &arrival),
            None => arrival.load(),
        }
        settle();
    });
}

/// Begins another turn, with which those before it end.
fn turn() -> u32 {
    TURN.set(TURN.get().wrapping_add(1));
    TURN.get()
}

/// Nothing is on its way any more.
fn settle() {
    IS_RETURNING.set(false);
    let _ = document_element().remove_attribute(BUSY);
}

impl Arrival {
    /// Whether the history has come to the page.
    fn is_entered(&self) -> bool {
        match self {
            Self::Link { address, .. } => {
                history().push_state_with_url(&JsValue::NULL, "", Some(address)).is_ok()
            }
            Self::Back => true,
        }
    }

    /// Leaves it to the browser.
    fn load(&self) {
        match self {
            Self::Link { address, hash } => load(&format!("{address}{hash}")),
            Self::Back => drop(window().location().reload()),
        }
    }
}

fn load(address: &str) {
    let _ = window().location().assign(address);
}

/// Follows a link within the page. The browser does that best, unless the page was entered by
/// another of its addresses, such as `…/index.html` or one with a query; then the fragment alone
/// changes, and what the reader has done on the page stays.
fn stay(event: &Event, url: &Url, route: &Route) {
    let is_here = |here: Url| here.pathname() == url.pathname() && here.search() == url.search();
    let field = page::element(SEARCH_FIELD).filter(|_| url.hash().is_empty());
    match (route, field) {
        (Route::Search, Some(field)) => {
            event.prevent_default();
            page::focus(&field);
        }
        _ if current_url().is_some_and(is_here) => {}
        // A page that is not written here reads its query when it is loaded.
        _ if !is_shown_here(route) && !url.search().is_empty() => {}
        _ => {
            event.prevent_default();
            let _ = window().location().set_hash(&url.hash());
        }
    }
}

/// Shows what the history has come to. Only what this program answers can be shown; any other page is
/// loaded.
fn return_to(stage: &Stage) {
    popover::hide();
    match current_url().and_then(|url| route_of(&url)) {
        Some(route) if route == stage.site.route.get_value() => {
            // A page that was on its way is not wanted any more.
            turn();
            settle();
            restore_scroll();
        }
        Some(route) if is_shown_here(&route) && route.exists(stage.site.guide) => {
            go(stage, route, Arrival::Back);
        }
        _ => Arrival::Back.load(),
    }
}

/// Shows a page, and moves title, focus and scroll there.
fn show(stage: &Stage, route: Route, page: &Document, arrival: &Arrival) {
    let title = page.title();
    document().set_title(&title);
    stage.show(route, page);
    page::announce(&title);
    let field = page::element(SEARCH_FIELD).filter(|_| *arrival != Arrival::Back);
    if let Some(place) = field.or_else(|| page::element(TITLE)) {
        page::focus(&place);
    }
    match arrival {
        Arrival::Back => restore_scroll(),
        Arrival::Link { hash, .. } => {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            if !hash.is_empty() {
                go_to_fragment(hash);
            }
        }
    }
}

/// Lets the browser go to a place on the page that was just shown, which moves focus and
/// `:target` with it.
fn go_to_fragment(hash: &str) {
    let _ = window().location().replace(&hash_on_page(hash));
}

/// A fragment together with this page, as a bare one would be read relative to the base.
fn hash_on_page(hash: &str) -> String {
    let href = window().location().href().unwrap_or_default();
    let page = href.split('#').next().unwrap_or_default();
    format!("{page}{hash}")
}

fn current_url() -> Option<Url> {
    Url::new(&window().location().href().ok()?).ok()
}

/// Notes in the history how far this page is scrolled.
fn keep_scroll() {
    if IS_RETURNING.get() {
        return;
    }
    let _ = history().replace_state(&JsValue::from_f64(page::scroll_top()), "");
}

/// Scrolls to where this entry of the history was left.
fn restore_scroll() {
    if let Some(top) = history().state().ok().and_then(|state| state.as_f64()) {
        window().scroll_to_with_x_and_y(0.0, top);
    }
}

/// Tells the browser that we restore the scroll within the guide. When the page is left or loaded
/// anew, the browser does it better and earlier than we can, so it gets the task back.
fn restore_scroll_ourselves() {
    let set = |manual: bool| {
        let mode = if manual { ScrollRestoration::Manual } else { ScrollRestoration::Auto };
        let _ = history().set_scroll_restoration(mode);
    };
    if document().ready_state() == "complete" {
        set(true);
    } else {
        EventListener::once(&window(), "load", move |_| set(true)).forget();
    }
    EventListener::new(&window(), "pagehide", move |_| set(false)).forget();
    EventListener::new(&window(), "pageshow", move |_| set(true)).forget();
}
