//! The field: what is asked for, in it and in the address, and the keys that lead from it to the results and back.

use std::cell::RefCell;

use concord_dom::{all, document, form, say, window};
use concord_engine::search::MAX_QUERY_CHARS;
use concord_model::Route;
use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent, UrlSearchParams};

/// How long a reader pauses who has stopped typing.
const REST_MILLISECONDS: u32 = 600;

/// The code of a key that is part of what is composed of several, as in Chinese and Japanese.
const COMPOSING: u32 = 229;

/// The field of a place.
pub(crate) fn of(place: &Element) -> Option<HtmlInputElement> {
    concord_dom::first(place, "input")?.dyn_into().ok()
}

/// The query in the address of this page.
pub(crate) fn asked() -> String {
    let search = window().and_then(|window| window.location().search().ok()).unwrap_or_default();
    let values = UrlSearchParams::new_with_str(&search).ok();
    values.and_then(|values| values.get("q")).unwrap_or_default()
}

/// Keeps the query in the address; as much of it as is searched for, which hosts and browsers can all take.
pub(crate) fn keep(query: &str) {
    let query: String = query.chars().take(MAX_QUERY_CHARS).collect();
    let address = Route::search_for(&query, form());
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let state = history.state().unwrap_or(JsValue::NULL);
        // An origin that refuses this keeps an address without the query, which harms nobody.
        let _ = history.replace_state_with_url(&state, "", Some(&address));
    }
}

/// Moves the focus by a key: from the field to the results, and among them. Tells whether it did.
/// Keys that write, as in scripts of many signs, and keys with another are left alone.
pub(crate) fn move_focus(place: &Element, press: &KeyboardEvent) -> bool {
    let held = press.ctrl_key() || press.meta_key() || press.alt_key() || press.shift_key();
    if held || press.is_composing() || press.key_code() == COMPOSING {
        return false;
    }
    let results = all::<HtmlElement>(place, ".results a");
    let active = document().and_then(|document| document.active_element());
    let is_active = |element: &HtmlElement| active.as_ref() == Some(element.as_ref() as &Element);
    let at = results.iter().position(is_active);
    let field = of(place).map(HtmlElement::from);
    let to = match (press.key().as_str(), at) {
        ("ArrowDown" | "Enter", None) => results.first(),
        ("ArrowDown", Some(place)) => results.get(place + 1),
        ("ArrowUp", Some(place)) if place > 0 => results.get(place - 1),
        ("ArrowUp", Some(_)) => field.as_ref(),
        _ => None,
    };
    // Among the results, these keys are taken even where they lead no further: the browser would
    // begin to scroll.
    let is_taken = at.is_some() && matches!(press.key().as_str(), "ArrowDown" | "ArrowUp");
    to.is_some_and(|element| element.focus().is_ok()) || is_taken
}

/// Tells screen readers how many results there are, once the reader has stopped typing, if it is
/// still said on the page by then.
pub(crate) fn announce_at_rest(text: String) {
    thread_local! {
        static WAITING: RefCell<Option<Timeout>> = const { RefCell::new(None) };
    }
    // Replacing the timer drops the one before, which cancels it.
    WAITING.set(Some(Timeout::new(REST_MILLISECONDS, move || {
        let said = document().and_then(|document| document.query_selector(".count").ok().flatten());
        if said.and_then(|said| said.text_content()).is_some_and(|said| said == text) {
            say(&text);
        }
    })));
}
