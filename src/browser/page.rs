//! The document around the app: its route, its title, its focus.

use concord_model::{Form, Route, data};
use gloo::utils::{document, document_element, window};
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, EventInit, FocusOptions, HtmlElement, HtmlInputElement, HtmlSelectElement,
    ScrollIntoViewOptions, ScrollLogicalPosition,
};

use crate::ids::STATUS_ELEMENT;

/// The code of a key that is part of what is composed of several, as in Chinese and Japanese.
pub(crate) const COMPOSING: u32 = 229;

/// The page that was prerendered here. It is read from the document and not from the address,
/// because controls have to fit what stands in the document, wherever a host serves it.
pub(crate) fn route() -> Route {
    Route::parse(&document_element().get_attribute(data!(route)).unwrap_or_default())
}

/// Says that controls answer from now on.
pub(crate) fn set_live() {
    let _ = document_element().set_attribute(data!(interactive), "on");
}

/// The element of that id.
pub(crate) fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// The element that a fragment such as `#place` means, as the browser finds it.
pub(crate) fn at_hash(hash: &str) -> Option<HtmlElement> {
    let id = js_sys::decode_uri_component(hash.trim_start_matches('#')).ok()?;
    element(&String::from(id))
}

/// The nearest element around the place of an event that matches, that place itself included.
pub(crate) fn closest(event: &Event, selector: &str) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok().flatten()
}

/// All elements below `within`, or in the whole document, that match.
pub(crate) fn all<T: JsCast>(within: Option<&Element>, selector: &str) -> Vec<T> {
    let found = match within {
        Some(element) => element.query_selector_all(selector),
        None => document().query_selector_all(selector),
    };
    let Ok(found) = found else { return Vec::new() };
    (0..found.length()).filter_map(|place| found.get(place)?.dyn_into().ok()).collect()
}

thread_local! {
    static FORM: Form = {
        let path = window().location().pathname().unwrap_or_default();
        if path.ends_with(&Route::Home.href(Form::File)) { Form::File } else { Form::Folder }
    };
}

/// The form of addresses that this host answers, as far as the first page tells: one that was
/// entered by its file's name may be on a host that answers no folders.
pub(crate) fn form() -> Form {
    FORM.with(|form| *form)
}

/// Chooses one of a list of choices, in all that match.
pub(crate) fn choose(selector: &str, value: &str) {
    all::<HtmlSelectElement>(None, selector).iter().for_each(|field| field.set_value(value));
}

/// Ticks all boxes that match, or none.
pub(crate) fn check(selector: &str, is_checked: bool) {
    all::<HtmlInputElement>(None, selector).iter().for_each(|own| own.set_checked(is_checked));
}

/// Tells whoever follows a form that its answer has changed, as the browser does for what it changes itself.
pub(crate) fn tell_change(within: &Element) {
    let bubbles = EventInit::new();
    bubbles.set_bubbles(true);
    if let Ok(change) = Event::new_with_event_init_dict("change", &bubbles) {
        let _ = within.dispatch_event(&change);
    }
}

/// Tells screen readers something, without moving the focus.
pub(crate) fn announce(text: &str) {
    if let Some(status) = element(STATUS_ELEMENT) {
        status.set_text_content(Some(text));
    }
}

/// Moves the focus to an element without scrolling.
pub(crate) fn focus(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Scrolls as far as it takes to see an element.
pub(crate) fn bring_into_view(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// How far the page is scrolled down, in CSS pixels.
pub(crate) fn scroll_top() -> f64 {
    window().scroll_y().unwrap_or_default()
}

/// Moves the focus to the first element that matches in what surrounds the place of an event.
pub(crate) fn focus_first(event: &Event, around: &str, selector: &str) {
    let around = closest(event, around);
    if let Some(first) = all::<HtmlElement>(around.as_ref(), selector).first() {
        focus(first);
    }
}
