//! The document around the app: its route, its title, its focus.

use concord_model::Route;
use gloo::utils::{document, document_element, window};
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};

/// The page that was prerendered here. It is read from the document and not from the address,
/// because controls have to fit what stands in the document, wherever a host serves it.
pub(crate) fn route() -> Route {
    Route::parse(&document_element().get_attribute("data-route").unwrap_or_default())
}

/// Says that controls answer from now on.
pub(crate) fn set_live() {
    let _ = document_element().set_attribute("data-interactive", "on");
}

/// The element of that id.
pub(crate) fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Tells screen readers something, without moving the focus.
pub(crate) fn announce(text: &str) {
    if let Some(status) = element(crate::pages::STATUS_ELEMENT) {
        status.set_text_content(Some(text));
    }
}

/// Moves the focus to an element without scrolling.
pub(crate) fn focus(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// How far the page is scrolled down, in CSS pixels.
pub(crate) fn scroll_top() -> f64 {
    window().scroll_y().unwrap_or_default()
}
