//! Dragging in questions: steps to another place, and places onto things. It is an extra for the
//! mouse; buttons and fields do the same by keyboard and by single taps.

use std::cell::RefCell;

use concord_model::data;
use gloo::{
    events::{EventListener, EventListenerOptions},
    utils::document,
};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element, Event};

use super::{browser as form, feedback::moved};
use crate::{Site, browser::page};

thread_local! {
    /// What is being dragged.
    static DRAGGED: RefCell<Option<Element>> = const { RefCell::new(None) };
}

pub(crate) fn follow(site: Site) {
    listen("dragstart", |event| {
        let dragged = page::closest(event, "[draggable=true]");
        // Some browsers begin no drag that carries no text.
        let carried = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
        if let (Some(dragged), Some(carried)) = (&dragged, carried) {
            let _ = carried.set_data("text/plain", &form::text(dragged));
        }
        DRAGGED.set(dragged);
    });
    listen("dragover", |event| {
        if target(event).is_some() {
            event.prevent_default();
        }
    });
    listen("drop", move |event| {
        if let Some((dragged, onto)) = target(event) {
            event.prevent_default();
            drop_onto(site, &dragged, &onto);
        }
        DRAGGED.set(None);
    });
}

fn listen(name: &'static str, happened: impl Fn(&Event) + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(&document(), name, options, move |event| {
        happened(event);
    });
    listener.forget();
}

/// What is dragged, and what it can be dropped onto here: another step of the same list, or a thing
/// of the same question.
fn target(event: &Event) -> Option<(Element, Element)> {
    let dragged = DRAGGED.with_borrow(Clone::clone)?;
    let (onto, shared) = match dragged.has_attribute(data!(nth)) {
        true => ("[draggable=true]", ".steps"),
        false => (".thing", "form"),
    };
    let onto = page::closest(event, onto)?;
    let around = dragged.closest(shared).ok().flatten()?;
    (around.contains(Some(&onto)) && onto != dragged).then_some((dragged, onto))
}

fn drop_onto(site: Site, dragged: &Element, onto: &Element) {
    if !dragged.has_attribute(data!(nth)) {
        form::put(dragged, onto);
        page::announce(&form::laid(dragged, onto));
        return page::tell_change(onto);
    }
    if let Some(step) = form::put_step(dragged, onto) {
        page::announce(&moved(site, &step));
        page::tell_change(onto);
    }
}
