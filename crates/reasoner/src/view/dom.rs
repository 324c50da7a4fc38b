//! Short ways to what the browser offers.

use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AddEventListenerOptions, Document, Element, Event, EventInit, EventTarget, FocusOptions,
    HtmlElement, Response, ScrollIntoViewOptions, ScrollLogicalPosition, Url, Window,
};

/// What holds the argument on a page.
pub(super) const ROOT: &str = "[data-argument]";

pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

pub(super) fn document() -> Option<Document> {
    window()?.document()
}

/// The element of a page that holds the argument.
pub(super) fn root() -> Option<Element> {
    document()?.query_selector(ROOT).ok().flatten()
}

/// The whole address of a file of the guide.
pub(super) fn absolute(address: &str) -> Option<String> {
    Some(Url::new_with_base(address, &document()?.base_uri().ok()??).ok()?.href())
}

/// A file of the guide; nothing if it cannot be loaded.
pub(super) async fn fetch(address: &str) -> Option<Response> {
    let response = JsFuture::from(window()?.fetch_with_str(&absolute(address)?)).await.ok()?;
    let response: Response = response.dyn_into().ok()?;
    response.ok().then_some(response)
}

/// All elements below one that match.
pub(super) fn all<T: JsCast>(within: &Element, selector: &str) -> Vec<T> {
    let Ok(found) = within.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|place| found.get(place)?.dyn_into().ok()).collect()
}

/// The first element below one that matches.
pub(super) fn first(within: &Element, selector: &str) -> Option<Element> {
    within.query_selector(selector).ok().flatten()
}

/// The nearest element around the place of an event that matches, that place included, if it is
/// part of the argument.
pub(super) fn closest(event: &Event, selector: &str) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    around(&target, ROOT)?;
    around(&target, selector)
}

pub(super) fn around(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}

pub(super) fn attribute(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

pub(super) fn set(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

pub(super) fn class(element: &Element, name: &str, on: bool) {
    let _ = element.class_list().toggle_with_force(name, on);
}

/// Listens for as long as the page is open. What is heard may be prevented.
pub(super) fn listen<E: JsCast + 'static>(
    target: &EventTarget,
    name: &str,
    heard: impl FnMut(&E) + 'static,
) {
    add_listener(target, name, false, heard);
}

/// Listens to what is told to no other element than the one it happens to.
pub(super) fn listen_on_the_way<E: JsCast + 'static>(
    target: &EventTarget,
    name: &str,
    heard: impl FnMut(&E) + 'static,
) {
    add_listener(target, name, true, heard);
}

fn add_listener<E: JsCast + 'static>(
    target: &EventTarget,
    name: &str,
    on_the_way: bool,
    mut heard: impl FnMut(&E) + 'static,
) {
    let listener = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        if let Some(event) = event.dyn_ref() {
            heard(event);
        }
    });
    let options = AddEventListenerOptions::new();
    options.set_passive(false);
    options.set_capture(on_the_way);
    let _ = target.add_event_listener_with_callback_and_add_event_listener_options(
        name,
        listener.as_ref().unchecked_ref(),
        &options,
    );
    listener.forget();
}

/// Calls once, before the next picture is painted.
pub(super) fn before_next_picture(call: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(call);
    if let Some(window) = window() {
        let _ = window.request_animation_frame(call.unchecked_ref());
    }
}

/// Tells the guide's own program something; what there is to know stands in the attributes of the
/// element.
pub(super) fn tell(element: &EventTarget, name: &str) {
    let bubbles = EventInit::new();
    bubbles.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict(name, &bubbles) {
        let _ = element.dispatch_event(&event);
    }
}

/// Tells screen readers something.
pub(super) fn say(text: &str) {
    let status = document().and_then(|document| document.get_element_by_id("_status"));
    if let Some(status) = status {
        status.set_text_content(Some(text));
    }
}

/// Scrolls to an element, so that it stands in that place of the window.
pub(super) fn scroll_to(element: &Element, place: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(place);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Moves the focus without scrolling. Elements of drawings can take it, too.
pub(super) fn focus(element: &Element) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let focus = js_sys::Reflect::get(element, &JsValue::from_str("focus"));
    match element.dyn_ref::<HtmlElement>() {
        Some(element) => drop(element.focus_with_options(&options)),
        None => {
            let focus = focus.ok().and_then(|focus| focus.dyn_into::<js_sys::Function>().ok());
            if let Some(focus) = focus {
                let _ = focus.call1(element, &options);
            }
        }
    }
}
