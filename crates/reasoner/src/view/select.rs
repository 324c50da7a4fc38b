//! The selected statement: the same in the outline and in each drawing, with its neighbours.

use concord_model::{data, talk::ArgumentAction};
use web_sys::{Element, ScrollLogicalPosition};

use super::{
    dom::{self, NODE, all, around, class, first, focus, id_of, named, put, set},
    drawing::make_reachable,
    outline,
    shown::press,
    state::{View, with},
};

/// Selects the statement of a node, wherever it is drawn.
pub(super) fn select(node: &Element) {
    let id = id_of(node);
    with(|view| {
        view.selected = Some(id);
        mark(view);
        let in_outline = node.local_name() == "li";
        let selected = view.selected.clone().unwrap_or_default();
        for other in view.shown.nodes(&selected).to_vec() {
            let is_drawn = other.local_name() == "g";
            if is_drawn {
                make_reachable(&other);
                view.drawings.bring_into_view(&other);
            } else if !in_outline && other.local_name() == "li" {
                scroll_own_box(&other);
            }
        }
        Some(())
    });
}

/// Selects nothing any more.
pub(super) fn clear() {
    with(|view| {
        view.selected = None;
        mark(view);
        Some(())
    });
}

/// Shows which statement is selected, which are its neighbours, and what can be done with it.
fn mark(view: &mut View) {
    let selected = view.selected.clone().unwrap_or_default();
    let near = view.shown.neighbours(&selected);
    for node in all::<Element>(&view.root, NODE) {
        let id = id_of(&node);
        class(&node, "selected", id == selected);
        class(&node, "near", near.contains(&id));
        if node.local_name() == "g" {
            set(&node, "aria-pressed", if id == selected { "true" } else { "false" });
        }
    }
    for (line, from, to) in view.shown.lines() {
        class(line, "near", from.contains(&selected) || *to == selected);
    }
    for part in view.drawings.parts() {
        let own = named(&part, data!(node), &selected);
        class(&part, "focused", !selected.is_empty() && own.is_some());
        if let Some(place) = first(&part, ".picked") {
            let picked = own.map(|_| view.shown.picked(&selected)).unwrap_or_default();
            put(&place, &picked);
            // What is not said in words on this page has its link.
            if let Some(button) = named(&place, data!(do), ArgumentAction::ToWords.name())
                && in_words(view).is_none()
            {
                button.remove();
            }
        }
    }
    refresh(view);
}

/// Shows the label and the verdict of the selected statement beside the drawing.
pub(super) fn refresh(view: &View) {
    let Some(id) = &view.selected else { return };
    if let Some((label, sign)) = view.shown.sign(id) {
        for place in all::<Element>(&view.root, ".picked .label") {
            put(&place, sign);
            set(&place, data!(is), label.name());
        }
    }
    let verdict = view.shown.verdict(id);
    for button in all::<Element>(&view.root, concat!(".picked [", data!(verdict), "]")) {
        press(&button, verdict);
    }
}

/// An outline that scrolls by itself scrolls to the statement; the page stays where it is.
fn scroll_own_box(entry: &Element) {
    let mut place = entry.parent_element();
    while let Some(outer) = place {
        if outer.scroll_height() > outer.client_height() + 1 && around(&outer, ".outline").is_some()
        {
            let top = entry.get_bounding_client_rect().top();
            let from = outer.get_bounding_client_rect().top();
            outer.set_scroll_top(outer.scroll_top() + (top - from) as i32 - 24);
            return;
        }
        place = outer.parent_element();
    }
}

/// The selected statement in words.
fn in_words(view: &View) -> Option<Element> {
    let selected = view.selected.as_deref()?;
    let nodes = view.shown.nodes(selected);
    let entry = nodes.iter().find(|node| node.local_name() == "li").cloned();
    entry.or_else(|| dom::document()?.get_element_by_id(selected))
}

/// Goes from a drawing to the selected statement in words: in the outline, or in the lesson.
pub(super) fn to_words() {
    let Some(entry) = with(|view| in_words(view)) else { return };
    if entry.local_name() == "li" {
        return outline::go_to(&entry);
    }
    if !entry.has_attribute("tabindex") {
        set(&entry, "tabindex", "-1");
    }
    dom::scroll_to(&entry, ScrollLogicalPosition::Center);
    focus(&entry);
}
