//! The keyboard, in drawings and in the outline.

use concord_model::talk::{Panel, Verdict};
use wasm_bindgen::JsCast;
use web_sys::{Document, DomRect, Element, KeyboardEvent};

use super::{
    dom::{self, DRAWN, ENTRY, all, around, first, focus, id_of, key_of},
    drawing::{self, CANVAS},
    gestures::{self, Scale},
    outline::judged,
    parts, select,
    state::with,
};

pub(super) fn listen(document: &Document) {
    dom::listen(document, "keydown", |press: &KeyboardEvent| {
        let held = press.ctrl_key() || press.meta_key() || press.alt_key() || press.is_composing();
        if held || press.default_prevented() {
            return;
        }
        let key = key_of(press);
        let taken = match dom::closest(press, DRAWN) {
            Some(node) => in_drawing(&node, &key),
            None => elsewhere(press, &key),
        };
        if taken {
            press.prevent_default();
        }
    });
}

/// Acts on a key on a node of a drawing; whether there is anything that it does.
fn in_drawing(node: &Element, key: &str) -> bool {
    match key {
        "Enter" | " " => select::select(node),
        "Escape" => select::clear(),
        "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown" => move_along(node, key),
        "1" => return judged(node, Verdict::Accept),
        "2" => return judged(node, Verdict::Reject),
        "3" => return judged(node, Verdict::Undecided),
        _ => return scaled(node, key),
    }
    true
}

/// In the field that finds statements Enter finds; in the outline, where an entry itself has the focus, it selects that. What
/// a drawing scrolls in scales it.
fn elsewhere(press: &KeyboardEvent, key: &str) -> bool {
    if key == "Enter" && parts::find(press, false) {
        return true;
    }
    let target = press.target().and_then(|target| target.dyn_into::<Element>().ok());
    let canvas = target.as_ref().filter(|own| own.matches(CANVAS).unwrap_or_default());
    if let Some(canvas) = canvas {
        return scaled(canvas, key);
    }
    let Some(entry) = target.filter(|target| target.matches(ENTRY).unwrap_or_default()) else {
        return false;
    };
    if dom::around(&entry, dom::ROOT).is_none() {
        return false;
    }
    match key {
        "Enter" | " " => select::select(&entry),
        "Escape" => select::clear(),
        _ => return false,
    }
    true
}

/// Scales the drawing.
fn scaled(within: &Element, key: &str) -> bool {
    let scale = match key {
        "+" | "=" => Scale::Larger,
        "-" | "−" => Scale::Smaller,
        "0" => Scale::Fit,
        _ => return false,
    };
    gestures::scale(within, scale);
    true
}

/// Moves the focus in the direction of an arrow: up and down to the next box of the same column, left
/// and right along a line, or where none leads there, to the nearest box. So every box can be reached.
fn move_along(node: &Element, key: &str) {
    let Some(svg) = around(node, "svg") else { return };
    let id = id_of(node);
    let near = with(|view| Some(view.shown.neighbours(&id))).unwrap_or_default();
    let from = node.get_bounding_client_rect();
    let is_across = matches!(key, "ArrowLeft" | "ArrowRight");
    let is_back = matches!(key, "ArrowLeft" | "ArrowUp");
    let ahead = |other: &Element| {
        let to = other.get_bounding_client_rect();
        let (x, y) = (to.left() - from.left(), middle(&to) - middle(&from));
        let in_column = x.abs() < from.width() / 2.0;
        let (along, aside) = if is_across { (x, y.abs()) } else { (y, 0.0) };
        let along = if is_back { -along } else { along };
        (in_column != is_across && along > 0.5).then_some(along + 2.0 * aside)
    };
    let nodes = all::<Element>(&svg, DRAWN);
    let best = |only_near: bool| {
        let others = nodes.iter().filter(|other| *other != node);
        let others = others.filter(|other| !only_near || near.contains(&id_of(other)));
        let far = others.filter_map(|other| Some((ahead(other)?, other)));
        far.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, other)| other)
    };
    let next = best(is_across).or_else(|| if is_across { best(false) } else { None });
    if let Some(next) = next {
        with(|view| {
            drawing::make_reachable(next);
            view.drawings.bring_into_view(next);
            Some(())
        });
        focus(next);
        // After the drawing itself has scrolled.
        let next = next.clone();
        dom::before_next_picture(move || bring_into_window(&next));
    }
}

/// Scrolls the window so far that a box is in sight, beside what stays at the window's edges. (Firefox
/// has no other way: it scrolls to no part of a drawing.)
fn bring_into_window(node: &Element) {
    let Some(window) = dom::window() else { return };
    let height = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let place = node.get_bounding_client_rect();
    let high = |own: Option<Element>| {
        own.map(|own| own.get_bounding_client_rect().height()).unwrap_or_default()
    };
    let changed = dom::root().and_then(|root| dom::panel(&root, Panel::Changed));
    let picked = around(node, drawing::PART).and_then(|part| first(&part, ".picked"));
    // A little more than that, so that its frame is seen as well.
    let (top, bottom) = (high(changed) + 6.0, height - high(picked) - 6.0);
    if place.top() < top {
        window.scroll_by_with_x_and_y(0.0, place.top() - top);
    } else if place.bottom() > bottom {
        window.scroll_by_with_x_and_y(0.0, place.bottom() - bottom);
    }
}

fn middle(place: &DomRect) -> f64 {
    place.top() + place.height() / 2.0
}
