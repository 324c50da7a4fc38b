//! Opens the definition of a term in place, where the browser can; otherwise its link leads to the
//! glossary. What stands in the note is the glossary's own text, whose page is fetched when a pointer comes near, so that
//! no reader loads definitions who asks for none: they were 7,600 bytes of every page.

use std::{cell::Cell, rc::Rc};

use concord_model::{Address, Id, Route, html};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, Element, HtmlAnchorElement};

use super::next_page::next_page;
use crate::{
    Site,
    browser::{
        clicks::on_click,
        page,
        popover::{self, Place},
    },
    text::link,
};

/// How long the glossary may take before its own link leads there.
const PATIENCE_MILLISECONDS: u32 = 3000;

thread_local! {
    /// Whether a link is followed as any other is.
    static FOLLOWED: Cell<bool> = const { Cell::new(false) };
}

pub(super) fn follow(site: Site) {
    on_click("a.term", move |event, link| {
        let link = link.dyn_ref::<HtmlAnchorElement>().filter(|_| popover::exists());
        let Some(link) = link.filter(|_| !FOLLOWED.get()) else { return };
        let Some(term) = term_of(site, link) else { return };
        event.prevent_default();
        let is_late = Rc::new(Cell::new(false));
        let late = Timeout::new(PATIENCE_MILLISECONDS, {
            let (link, is_late) = (link.clone(), is_late.clone());
            move || {
                is_late.set(true);
                follow_link(&link);
            }
        });
        let link = link.clone();
        spawn_local(async move {
            let page = next_page(&Route::Glossary).await;
            drop(late);
            // Whoever was led to the glossary, or has gone on, is shown no note.
            if is_late.get() || !link.is_connected() {
                return;
            }
            match page.and_then(|page| entry_of(&page, &term)) {
                Some(entry) => show(site, &term, &entry, &link),
                None => follow_link(&link),
            }
        });
    });
}

/// The term that a link leads to.
fn term_of(site: Site, link: &Element) -> Option<Id> {
    let Address { route: Route::Glossary, fragment: Some(id) } =
        Address::parse(&link.get_attribute("href")?)
    else {
        return None;
    };
    Id::new(&id).ok().filter(|id| site.guide.term(id).is_some())
}

/// What the glossary has to say of a term.
fn entry_of(page: &Document, term: &Id) -> Option<Element> {
    page.get_element_by_id(term.as_str())?.closest(".entry").ok()?
}

fn show(site: Site, term: &Id, entry: &Element, link: &Element) {
    let words = site.words();
    let Some(title) = site.guide.term(term).map(|term| &term.title) else { return };
    let in_glossary = Address::new(Route::Glossary, term.as_str());
    let below = html! { p { (self::link(in_glossary, &words.open_in_glossary())) } };
    // A term within the note opens in the same place.
    let place = if is_in_note(link) { Place::Here } else { Place::Beside(link) };
    let parts = page::all(Some(entry), ".prose, .cited");
    popover::show(title, &parts, &below, words.close(), &place);
}

fn is_in_note(link: &Element) -> bool {
    link.closest(".note-box").ok().flatten().is_some()
}

/// Follows a link as if it were no term's.
fn follow_link(link: &HtmlAnchorElement) {
    FOLLOWED.set(true);
    link.click();
    FOLLOWED.set(false);
}
