//! Clicks on parts of the page that code answers: plain ones only, as all others ask the browser
//! for something of its own, such as another tab.

use gloo::{
    events::{EventListener, EventListenerOptions},
    utils::document,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};

use super::page;

/// Calls `clicked` for each plain click on or in an element that matches, for as long as the page
/// is open. Nobody else has answered the click yet; whoever does prevents its default.
pub(crate) fn on_click(selector: &'static str, clicked: impl Fn(&Event, &Element) + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "click", options, move |event| {
        if let Some(element) = clicked_element(event, selector) {
            clicked(event, &element);
        }
    })
    .forget();
}

fn clicked_element(event: &Event, selector: &str) -> Option<Element> {
    let click = event.dyn_ref::<MouseEvent>()?;
    let modified = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
    if event.default_prevented() || click.button() != 0 || modified {
        return None;
    }
    page::closest(event, selector)
}
