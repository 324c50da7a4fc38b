//! The places for answers, in which what the reader unfolded or has the focus on stays so.

use concord_model::{
    Html, Route, data, html,
    talk::{ArgumentAction, Panel, Request},
};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};

use super::{
    dom::{self, all, around, attribute, class, closest, first, named, put, set},
    link, parts,
    state::with,
};

/// Replaces what a panel shows; what has the focus in it keeps it.
pub(super) fn show(root: &Element, panel: Panel, html: &Html) {
    let Some(panel) = dom::panel(root, panel) else { return };
    let held = dom::active().filter(|active| panel.contains(Some(active)));
    let selector = held.map(|held| match attribute(&held, data!(do)) {
        own if own.is_empty() => held.local_name(),
        own => [concat!("[", data!(do), "=\""), &own, "\"]"].concat(),
    });
    let of = |details: &Element| attribute(details, data!(of));
    let opened: Vec<String> =
        all(&panel, concat!("details[open][", data!(of), "]")).iter().map(of).collect();
    put(&panel, html);
    class(&panel, "empty", html.is_empty());
    // What the reader unfolded stays so.
    for new in all::<Element>(&panel, concat!("details[", data!(of), "]")) {
        if opened.contains(&of(&new)) {
            set(&new, "open", "");
        }
    }
    if let Some(place) = selector.and_then(|selector| first(&panel, &selector)) {
        dom::focus(&place);
    }
}

/// Shows why a statement has its label.
pub(super) fn show_reasons(root: &Element, id: &str, html: &Html) {
    if let Some(place) = named(root, data!(why), id) {
        put(&place, html);
    }
}

/// Asks for the reasons that were unfolded, and takes away those that were folded.
pub(super) fn unfolded(event: &Event) {
    if let Some(row) = closest(event, &[parts::ROW, "[open]"].concat()) {
        parts::opened(&row);
    }
    let place = closest(event, "details")
        .and_then(|own| first(&own, concat!(":scope > [", data!(why), "]")));
    let Some(place) = place else { return };
    if around(&place, "details[open]") == place.parent_element() {
        link::ask(Request::Why(&attribute(&place, data!(why))));
    } else {
        put(&place, &Html::default());
    }
}

/// Asks for the next of what the worker has to tell, and says which reasons are unfolded.
pub(super) fn ask_more() {
    if link::is_latest() {
        let unfolded = with(|view| {
            let places = all::<Element>(&view.root, concat!("details[open] > [", data!(why), "]"));
            let ids: Vec<String> =
                places.iter().map(|place| attribute(place, data!(why))).collect();
            Some(ids.join(" "))
        });
        link::ask(Request::More(&unfolded.unwrap_or_default()));
    }
}

/// Puts the next part of a list in the place of the button that asked for it, which gives the focus to
/// what is new.
pub(super) fn show_part(root: &Element, ask: &str, html: &Html) {
    let button = named(root, data!(ask), ask);
    let entry = button.as_ref().and_then(|button| around(button, "li, tr"));
    // While something else is about to be shown, there is no part.
    let (Some(button), Some(entry)) = (button, entry.filter(|_| !html.is_empty())) else { return };
    let is_held = dom::active().as_ref() == Some(&button);
    let (list, before) = (entry.parent_element(), entry.previous_element_sibling());
    dom::put_in_place(&entry, html);
    let new = match before {
        Some(before) => before.next_element_sibling(),
        None => list.and_then(|list| list.first_element_child()),
    };
    if let Some(new) = new.and_then(|new| first(&new, "a, button")).filter(|_| is_held) {
        dom::focus(&new);
    }
}

/// Shows the address of a stance beside the button that asked for it.
pub(super) fn show_address(root: &Element, stance: &str, field: &Html) {
    show_field(root, ArgumentAction::Share, &Route::stance(stance, dom::form()), field);
}

/// Shows an address beside the button that asked for it.
pub(super) fn show_field(root: &Element, asked: ArgumentAction, address: &str, field: &Html) {
    let Some(button) = named(root, data!(do), asked.name()) else { return };
    if let Some(old) = first(root, ".shared") {
        old.remove();
    }
    dom::put_after(&button, &html! { span.shared { (field) } });
    let input = first(root, ".shared input");
    if let Some(input) = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok()) {
        input.set_value(&dom::absolute(address).unwrap_or_default());
        let _ = input.focus();
        input.select();
    }
}
