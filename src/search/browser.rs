//! What the search needs of the browser: its index from a file of the site, the query in the
//! address, words without accents, and the focus among results.

use std::cell::RefCell;

use concord_engine::search::MAX_QUERY_CHARS;
use concord_model::{Route, data};
use gloo::{
    timers::callback::Timeout,
    utils::{document, history},
};
use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use crate::{
    browser::{fetch, page, query},
    ids::SEARCH_FIELD,
};

/// How long a reader pauses who has stopped typing.
const REST_MILLISECONDS: u32 = 600;

/// After how long it is said that the index has not come.
const LATE_MILLISECONDS: u32 = 20_000;

/// The query in the address of this page.
pub(crate) fn query() -> String {
    query::all("q").into_iter().next().unwrap_or_default()
}

/// Keeps the query in the address, so that it can be reloaded, sent and come back to; as much of it
/// as is searched for, which hosts and browsers can all take.
pub(crate) fn keep(query: &str) {
    let query: String = query.chars().take(MAX_QUERY_CHARS).collect();
    let state = history().state().unwrap_or_default();
    let address = Route::search_for(&query, page::form());
    // An origin that refuses this keeps an address without the query, which harms nobody.
    let _ = history().replace_state_with_url(&state, "", Some(&address));
}

/// The bytes of what is searched; nothing if they could not be loaded.
pub(crate) async fn file() -> Option<Vec<u8>> {
    let response = fetch::named_by(data!(search)).await?;
    let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// Calls after a while, unless what it gives is dropped before.
pub(crate) fn when_late(call: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(LATE_MILLISECONDS, call)
}

/// Moves the focus by a key: from the field to the results, and among them. Tells whether it did.
/// Keys that write, as in scripts of many signs, and keys with another are left alone.
pub(crate) fn move_focus(press: &KeyboardEvent) -> bool {
    let held = press.ctrl_key() || press.meta_key() || press.alt_key() || press.shift_key();
    if held || press.is_composing() || press.key_code() == page::COMPOSING {
        return false;
    }
    let results = page::all::<HtmlElement>(None, ".results a");
    let active = document().active_element();
    let is_active = |element: &HtmlElement| active.as_ref() == Some(element.as_ref() as &Element);
    let at = results.iter().position(is_active);
    let field = page::element(SEARCH_FIELD);
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
        let said = document().query_selector(".count").ok().flatten();
        if said.and_then(|said| said.text_content()).is_some_and(|said| said == text) {
            page::announce(&text);
        }
    })));
}
