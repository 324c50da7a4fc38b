//! The parts of the argument's page, of which one is shown at a time, and the rows of its first part, of which one is
//! open. The address says which; without scripts all of it stands below one another.

use concord_model::{data, html};
use js_sys::JsString;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, ScrollLogicalPosition};

use super::{
    dom::{self, all, around, attribute, class, closest, first, id_of, named, set},
    drawing::PART,
    state::with,
};

/// A part of the page.
const PARTS: &str = ".argument-map > section";
/// A row of the first part.
pub(super) const ROW: &str = concat!("[", data!(draws), "]");
/// The drawings beside the rows.
const DRAWN: &str = "details.drawn";

/// The field that finds a statement in the rows, and the short words there.
pub(super) const FIND: &str = "input[list]";
const SHORTS: &str = ".rows .short";

/// How wide a window has to be for a drawing beside the rows, in pixels.
const ROOM: f64 = 1024.0;

/// Shows the part that the address names, or holds what it names; the comparison, if it holds a stance; else the first.
pub(super) fn open(root: &Element, has_stance: bool) {
    if !root.class_list().contains("argument-map") {
        return;
    }
    if let Some(list) = first(root, "datalist") {
        let mut shorts: Vec<String> = Vec::new();
        for own in all::<Element>(root, SHORTS).into_iter().filter_map(|own| own.text_content()) {
            if !shorts.contains(&own) {
                shorts.push(own);
            }
        }
        dom::put(&list, &html! { @for own in &shorts { option value=(own) {} } });
    }
    let drawn = first(root, DRAWN);
    let width = dom::window().and_then(|window| window.inner_width().ok()?.as_f64());
    if let (Some(drawn), true) = (&drawn, width.is_some_and(|width| width >= ROOM)) {
        set(drawn, "open", "");
    }
    if let Some(row) = first(root, &[ROW, "[open]"].concat()) {
        opened(&row);
    }
    if !follow_address(root) {
        let place = if has_stance { ".readers" } else { PARTS };
        if let Some(part) = first(root, place) {
            show(root, &part);
        }
    }
}

/// Shows what the address names; whether it names anything here.
pub(super) fn follow_address(root: &Element) -> bool {
    let hash = dom::window().and_then(|window| window.location().hash().ok());
    let id = hash.as_deref().and_then(|hash| hash.strip_prefix('#')).map(str::to_owned);
    let id = id.and_then(|id| String::from(js_sys::decode_uri_component(&id).ok()?).into());
    let place = id.filter(|id: &String| !id.is_empty());
    let place = place.and_then(|id| dom::document()?.get_element_by_id(&id));
    let is_here = |place: &Element| root.contains(Some(place)) && around(place, PARTS).is_some();
    let Some(place) = place.filter(is_here) else { return false };
    reveal(&place);
    if place.local_name() != "h2" {
        dom::scroll_to(&place, ScrollLogicalPosition::Start);
    }
    true
}

/// Shows the part that holds an element, with all that folds it away.
pub(super) fn reveal(place: &Element) {
    let Some(root) = dom::root() else { return };
    if let Some(part) = around(place, PARTS) {
        show(&root, &part);
    }
    if place.matches(ROW).unwrap_or_default() {
        set(place, "open", "");
    }
    let mut outer = Some(place.clone());
    while let Some(details) = outer.as_ref().and_then(|outer| around(outer, "details")) {
        set(&details, "open", "");
        outer = details.parent_element();
    }
    if let Some(part) = around(place, PART) {
        draw(&root, &attribute(&part, data!(part)));
    }
}

/// Goes to the statement that was chosen from a field's list, which the browser puts into the field at once.
pub(super) fn chosen(event: &Event) {
    let typed =
        js_sys::Reflect::get(event, &"inputType".into()).ok().and_then(|kind| kind.as_string());
    if typed.is_none_or(|kind| kind == "insertReplacementText") {
        find(event, true);
    }
}

/// Finds the statements of the rows whose short words hold, or are, what a field says; whether the event is one of such a
/// field.
pub(super) fn find(event: &Event, is_whole: bool) -> bool {
    let field = closest(event, FIND).and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    field.is_some_and(|field| find_in(&field, is_whole))
}

/// Goes to the one statement that is found, or lists all that are.
fn find_in(field: &HtmlInputElement, is_whole: bool) -> bool {
    let Some(root) = dom::root() else { return false };
    let asked = lower(field.value().trim());
    // A claim is both a row and a premise of another; its row says more.
    let shorts = [".row > summary .short", SHORTS].into_iter().flat_map(|own| all(&root, own));
    let is_empty = asked.is_empty();
    let mut found: Vec<(String, Element)> = Vec::new();
    for own in shorts.filter(|_: &Element| !is_empty) {
        let text = own.text_content().unwrap_or_default();
        let small = lower(&text);
        let is_meant = if is_whole { small == asked } else { small.contains(&asked) };
        if is_meant && found.iter().all(|(known, _)| *known != text) {
            found.push((text, own));
        }
    }
    let is_said = |which: &str, is_on: bool| {
        if let Some(said) = first(&root, &[".find ", which].concat()) {
            let _ = said.toggle_attribute_with_force("hidden", !is_on);
        }
    };
    is_said(concat!("[", data!(none), "]"), found.is_empty() && !is_empty);
    is_said(concat!("[", data!(some), "]"), found.len() > 1);
    let listed = if found.len() > 1 { found.as_slice() } else { &[] };
    if let Some(place) = first(&root, concat!(".find ul[", data!(found), "]")) {
        let listed = listed.iter().map(|(text, _)| text);
        dom::put(
            &place,
            &html! {
                @for text in listed { li { button.plain type="button" data-found=(text) { (text) } } }
            },
        );
    }
    if let [(_, own)] = found.as_slice() {
        field.set_value("");
        let place = around(own, "summary, .point").unwrap_or_else(|| own.clone());
        reveal(&place);
        dom::scroll_to(&place, ScrollLogicalPosition::Center);
        dom::focus(&first(&place, "a").unwrap_or_else(|| place.clone()));
        // A browser may still bring the field into sight in which the last key was pressed.
        dom::before_next_picture(move || {
            dom::before_next_picture(move || {
                dom::scroll_to(&place, ScrollLogicalPosition::Nearest)
            });
        });
    }
    true
}

/// Goes to a statement that was found among several.
pub(super) fn choose_found(button: &Element) {
    let field = dom::root().and_then(|root| first(&root, FIND));
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        field.set_value(&attribute(button, data!(found)));
        find_in(&field, true);
    }
}

/// In small letters, as the browser knows them, whose tables the program does not bring again.
fn lower(text: &str) -> String {
    JsString::from(text).to_lower_case().into()
}

/// Shows one part of the page.
fn show(root: &Element, part: &Element) {
    for other in all::<Element>(root, PARTS) {
        let _ = other.toggle_attribute_with_force("hidden", other != *part);
    }
    let named_by = attribute(part, "aria-labelledby");
    for link in all::<Element>(root, ".tabs a") {
        let is_own = attribute(&link, "href").ends_with(&["#", &named_by].concat());
        match is_own {
            true => set(&link, "aria-current", "true"),
            false => drop(link.remove_attribute("aria-current")),
        }
    }
}

/// A row was opened: its drawing is shown, where its statement stands.
pub(super) fn opened(row: &Element) {
    let Some(root) = dom::root() else { return };
    draw(&root, &attribute(row, data!(draws)));
    let node = first(&root, ".shown").and_then(|part| named(&part, data!(node), &id_of(row)));
    if let Some(node) = node {
        with(|view| {
            view.drawings.bring_into_view(&node);
            Some(())
        });
    }
}

/// Shows one drawing beside the rows.
fn draw(root: &Element, drawing: &str) {
    let Some(drawn) = first(root, DRAWN) else { return };
    let own = named(&drawn, data!(part), drawing);
    for part in all::<Element>(&drawn, PART) {
        class(&part, "shown", Some(&part) == own.as_ref());
    }
}
