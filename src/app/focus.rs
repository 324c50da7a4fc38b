//! Keeps the focus near its place when what has it goes away as it is pressed: an answer is shown in the
//! place of a button, a row leaves a filtered table. Browsers would begin anew at the top of the page.
//!
//! Keeps it in sight, too, where something stays at an edge and would cover it. Stylesheets cannot know how high that
//! is: the head of a table is as high as its words are long, and a browser takes `:has` on the root as a reason to
//! look through the whole page at each change of it.

use concord_model::data;
use gloo::{
    events::{EventListener, EventListenerOptions},
    utils::{body, document, window},
};
use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

use crate::browser::page;

/// What takes the focus.
const STOPS: &str = "a[href], button, input, select, summary, [tabindex=\"0\"]";

/// What stays in sight while the rest scrolls, and the property of what scrolls that leaves room for it.
const STAYS: [(&str, &str); 2] = [
    ("scroll-padding-top", concat!(".all-states thead, .news, [", data!(panel), "=\"changed\"]")),
    ("scroll-padding-bottom", ".picked, .neighbours"),
];
/// Room for the line around what has the focus, in pixels.
const LINE: i32 = 8;

pub(super) fn follow() {
    EventListener::new(&document(), "focusin", |_| {
        // Some browsers scroll to what has the focus after this, others have done so.
        let over = make_room();
        request_animation_frame(move || bring_out(&over));
    })
    .forget();
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

/// Leaves as much room at the edges of what scrolls as what stays there takes; tells what stays.
fn make_room() -> Vec<HtmlElement> {
    let mut stays = Vec::new();
    for (edge, selector) in STAYS {
        let mut own = page::all::<HtmlElement>(None, selector);
        own.retain(|own| is_shown(own) && does_stay(own));
        let height: i32 = own.iter().map(HtmlElement::offset_height).sum();
        let scrolls = own.first().and_then(|own| own.closest(".wide").ok()?);
        let scrolls = scrolls.or_else(|| document().document_element());
        if let Some(scrolls) = scrolls.and_then(|own| own.dyn_into::<HtmlElement>().ok()) {
            let room = if height > 0 { format!("{}px", height + LINE) } else { String::new() };
            let _ = scrolls.style().set_property(edge, &room);
        }
        stays.append(&mut own);
    }
    stays
}

/// Whether an element stays in sight, which those at edges do in windows that are high enough.
fn does_stay(element: &Element) -> bool {
    let style = window().get_computed_style(element).ok().flatten();
    let position = style.and_then(|style| style.get_property_value("position").ok());
    position.is_some_and(|position| position == "sticky")
}

/// Scrolls until what has the focus is not covered.
fn bring_out(over: &[HtmlElement]) {
    let Some(held) = focused() else { return };
    let own = held.get_bounding_client_rect();
    let covers = |over: &HtmlElement| {
        let place = over.get_bounding_client_rect();
        place.top() < own.bottom() && own.top() < place.bottom()
    };
    let mut over = over.iter();
    if over.any(|over| !over.contains(Some(&held)) && !held.contains(Some(over)) && covers(over)) {
        page::bring_into_view(&held);
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
