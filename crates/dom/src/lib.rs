//! Short ways to what the browser offers, for programs that know no Leptos, and how such a program is
//! started ([`program`]).

mod fold;
pub mod program;
mod put;

use concord_model::{Form, Route};
pub use fold::fold;
pub use put::{
    put, put_after, put_before, put_end, put_in_place, trusted_html, trusted_script, worker,
};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AddEventListenerOptions, Document, Element, Event, EventInit, EventTarget, FocusOptions,
    HtmlElement, MouseEvent, Response, ScrollIntoViewOptions, ScrollLogicalPosition, Url, Window,
};

/// The window; a worker has none.
#[must_use]
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// The document that is open.
#[must_use]
pub fn document() -> Option<Document> {
    window()?.document()
}

/// The whole address of a file of the guide.
#[must_use]
pub fn absolute(address: &str) -> Option<String> {
    Some(Url::new_with_base(address, &document()?.base_uri().ok()??).ok()?.href())
}

/// The form of addresses that this host answers, as far as the page's own tells.
#[must_use]
pub fn form() -> Form {
    let path = window().and_then(|window| window.location().pathname().ok());
    let is_file = path.is_some_and(|path| path.ends_with(&Route::Home.href(Form::File)));
    if is_file { Form::File } else { Form::Folder }
}

/// A file of the guide; nothing if it cannot be loaded.
pub async fn fetch(address: &str) -> Option<Response> {
    let response = JsFuture::from(window()?.fetch_with_str(&absolute(address)?)).await.ok()?;
    let response: Response = response.dyn_into().ok()?;
    response.ok().then_some(response)
}

/// All elements below one that match.
#[must_use]
pub fn all<T: JsCast>(within: &Element, selector: &str) -> Vec<T> {
    let Ok(found) = within.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|place| found.get(place)?.dyn_into().ok()).collect()
}

/// The first element below one that matches.
#[must_use]
pub fn first(within: &Element, selector: &str) -> Option<Element> {
    within.query_selector(selector).ok().flatten()
}

/// The nearest element around the place of an event that matches, that place included.
#[must_use]
pub fn closest(event: &Event, selector: &str) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    around(&target, selector)
}

/// The nearest element around another that matches, that element included.
#[must_use]
pub fn around(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}

/// The value of an attribute; empty without it.
#[must_use]
pub fn attribute(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

/// Sets an attribute.
pub fn set(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

/// Gives an element a class, or takes it away.
pub fn class(element: &Element, name: &str, on: bool) {
    let _ = element.class_list().toggle_with_force(name, on);
}

/// Listens for as long as the page is open. What is heard may be prevented.
pub fn listen<E: JsCast + 'static>(
    target: &EventTarget,
    name: &str,
    heard: impl FnMut(&E) + 'static,
) {
    add_listener(target, name, false, heard);
}

/// Listens to what is told to no other element than the one it happens to.
pub fn listen_on_the_way<E: JsCast + 'static>(
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

/// Whether a click asks for nothing else than what it is on: no other tab, no download.
#[must_use]
pub fn is_plain(click: &MouseEvent) -> bool {
    let held = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
    click.button() == 0 && !held
}

/// Calls once, before the next picture is painted.
pub fn before_next_picture(call: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(call);
    if let Some(window) = window() {
        let _ = window.request_animation_frame(call.unchecked_ref());
    }
}

/// Tells the guide's own program something; what there is to know stands in the attributes of the
/// element.
pub fn tell(element: &EventTarget, name: &str) {
    let bubbles = EventInit::new();
    bubbles.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict(name, &bubbles) {
        let _ = element.dispatch_event(&event);
    }
}

/// Tells screen readers something.
pub fn say(text: &str) {
    let status = document().and_then(|document| document.get_element_by_id("_status"));
    if let Some(status) = status {
        status.set_text_content(Some(text));
    }
}

/// Scrolls to an element, so that it stands in that place of the window.
pub fn scroll_to(element: &Element, place: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(place);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Moves the focus without scrolling. Elements of drawings can take it, too.
pub fn focus(element: &Element) {
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
