//! Keeps the focus near its place when what has it goes away as it is pressed: an answer is shown in the
//! place of a button, a row leaves a filtered table. Browsers would begin anew at the top of the page.

use gloo::{
    events::{EventListener, EventListenerOptions},
    utils::{body, document},
};
use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

use crate::browser::page;

/// What takes the focus.
const STOPS: &str = "a[href], button, input, select, summary, [tabindex=\"0\"]";

pub(super) fn follow() {
    for name in ["click", "change"] {
        // On the way to the element, as all is still there then.
        let options = EventListenerOptions::run_in_capture_phase();
        EventListener::new_with_options(&document(), name, options, |_| {
            if let Some(held) = focused() {
                let parent = |own: &Element| own.parent_element();
                let around: Vec<Element> = std::iter::successors(parent(&held), parent).collect();
                // What is pressed may change the page in the next frame, too.
                request_animation_frame(move || {
                    request_animation_frame(move || give_back(&held, &around));
                });
            }
        })
        .forget();
    }
}

/// What has the focus, if anything has.
fn focused() -> Option<Element> {
    let body = Element::from(body());
    document().active_element().filter(|own| *own != body)
}

fn is_shown(element: &Element) -> bool {
    element.is_connected() && element.get_bounding_client_rect().height() > 0.0
}

fn give_back(held: &Element, around: &[Element]) {
    let Some(near) = around.iter().find(|own| own.is_connected()) else { return };
    if is_shown(held) || focused().is_some_and(|own| own != *held) {
        return;
    }
    // What is said in its place is what the reader has asked for.
    let is_said = near.get_attribute("role").is_some_and(|role| role == "status");
    if is_said && is_shown(near) {
        let _ = near.set_attribute("tabindex", "-1");
        if let Some(near) = near.dyn_ref() {
            page::focus(near);
        }
        return;
    }
    let place: &Node = if held.is_connected() { held } else { near };
    let stops = page::all::<HtmlElement>(None, STOPS);
    let mut stops: Vec<_> = stops.into_iter().filter(|stop| is_shown(stop)).collect();
    let beside = stops.iter().find(|stop| !held.is_connected() && near.contains(Some(*stop)));
    if let Some(beside) = beside {
        return page::focus(beside);
    }
    stops.retain(|stop| {
        place.compare_document_position(stop) & Node::DOCUMENT_POSITION_PRECEDING > 0
    });
    if let Some(before) = stops.last() {
        page::focus(before);
    }
}
