//! What the search needs of the browser: its index from a file of the site, the query in the
//! address, words without accents, and the focus among results.

use concord_model::Route;
use gloo::utils::{document, document_element, history, window};
use js_sys::{JsString, RegExp, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement, Response, Url, UrlSearchParams};

use crate::pages::SEARCH_FIELD;

/// The query in the address of this page.
pub(crate) fn query() -> String {
    let search = window().location().search().unwrap_or_default();
    let values = UrlSearchParams::new_with_str(&search).ok();
    values.and_then(|values| values.get("q")).unwrap_or_default()
}

/// Keeps the query in the address, so that it can be reloaded, sent and come back to.
pub(crate) fn keep(query: &str) {
    let state = history().state().unwrap_or_default();
    let address = Route::search_for(query);
    // An origin that refuses this keeps an address without the query, which harms nobody.
    let _ = history().replace_state_with_url(&state, "", Some(&address));
}

/// The bytes of the index; nothing if they could not be loaded.
pub(crate) async fn index() -> Option<Vec<u8>> {
    let name = document_element().get_attribute("data-search")?;
    let base = document().base_uri().ok()??;
    let address = Url::new_with_base(&name, &base).ok()?.href();
    let response = JsFuture::from(window().fetch_with_str(&address)).await.ok()?;
    let response: Response = response.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// A word in lower case and without accents, as the index has it.
pub(crate) fn fold(word: &str) -> String {
    let marks = RegExp::new("\\p{M}", "gu");
    let apart = JsString::from(word).normalize("NFD");
    String::from(apart.replace_by_pattern(&marks, "").to_lower_case())
}

/// Moves the focus by a key: from the field to the results, and among them. Tells whether it did.
pub(crate) fn move_focus(key: &str) -> bool {
    let Ok(results) = document().query_selector_all(".results a") else { return false };
    let results: Vec<HtmlElement> =
        (0..results.length()).filter_map(|place| results.get(place)?.dyn_into().ok()).collect();
    let active = document().active_element();
    let is_active = |element: &HtmlElement| active.as_ref() == Some(element.as_ref() as &Element);
    let at = results.iter().position(is_active);
    let field = document().get_element_by_id(SEARCH_FIELD);
    let to = match (key, at) {
        ("ArrowDown" | "Enter", None) => results.first(),
        ("ArrowDown", Some(place)) => results.get(place + 1),
        ("ArrowUp", Some(place)) if place > 0 => results.get(place - 1),
        ("ArrowUp", Some(_)) => field.as_ref().and_then(|field| field.dyn_ref()),
        _ => None,
    };
    to.is_some_and(|element| element.focus().is_ok())
}
