//! Drawings are scaled by buttons, wheel and keys, and moved by scrolling, which a drag with the mouse does,
//! too. Two fingers enlarge the page with all that is on it, as elsewhere.

use std::cell::{Cell, RefCell};

use web_sys::{Document, Element, PointerEvent, WheelEvent};

use super::{
    dom::{self, around},
    drawing::CANVAS,
    state::with,
};

/// How far a pointer moves, in CSS pixels, before that is a drag and no click.
const DRAG_PIXELS: i32 = 4;

/// How a drawing is scaled by buttons and keys.
#[derive(Clone, Copy)]
pub(super) enum Scale {
    Larger,
    Smaller,
    /// So that all of it is seen.
    Fit,
}

/// Scales the drawing that an element belongs to. A box that has the focus stays where it is.
pub(super) fn scale(within: &Element, scale: Scale) {
    let around = (within.local_name() == "g").then(|| {
        let place = within.get_bounding_client_rect();
        let middle = |start: f64, size: f64| (start + size / 2.0) as i32;
        (middle(place.left(), place.width()), middle(place.top(), place.height()))
    });
    let Some(drawing) = with(|view| view.drawings.at(within)) else { return };
    match scale {
        Scale::Larger => drawing.zoom(around, 4, 3),
        Scale::Smaller => drawing.zoom(around, 3, 4),
        Scale::Fit => drawing.fit(),
    }
}

/// A drag by the mouse. Fingers scroll and enlarge as they do on every page.
struct Gesture {
    canvas: Element,
    pointer: i32,
    /// How far the drawing was scrolled when the drag began.
    from: (i32, i32),
    start: (i32, i32),
}

thread_local! {
    static GESTURE: RefCell<Option<Gesture>> = const { RefCell::new(None) };
    static DRAGGED: Cell<bool> = const { Cell::new(false) };
}

/// Whether the pointer that was released last had moved the drawing.
pub(super) fn was_dragged() -> bool {
    DRAGGED.get()
}

pub(super) fn listen(document: &Document) {
    dom::listen(document, "pointerdown", down);
    dom::listen(document, "pointermove", moved);
    for end in ["pointerup", "pointercancel"] {
        dom::listen(document, end, |_: &PointerEvent| GESTURE.set(None));
    }
    dom::listen(document, "wheel", wheel);
}

fn canvas_of(event: &web_sys::Event) -> Option<Element> {
    let svg = dom::closest(event, "svg")?;
    around(&svg, CANVAS)
}

fn down(event: &PointerEvent) {
    if event.is_primary() {
        DRAGGED.set(false);
    }
    let is_drag = event.button() == 0 && event.pointer_type() == "mouse";
    let gesture = canvas_of(event).filter(|_| is_drag).map(|canvas| Gesture {
        pointer: event.pointer_id(),
        from: (canvas.scroll_left(), canvas.scroll_top()),
        start: (event.client_x(), event.client_y()),
        canvas,
    });
    GESTURE.set(gesture);
}

fn moved(event: &PointerEvent) {
    let scrolled = GESTURE.with_borrow_mut(|gesture| {
        if event.buttons() == 0 {
            // It was released where nobody could tell.
            *gesture = None;
        }
        let own = gesture.as_ref().filter(|own| own.pointer == event.pointer_id())?;
        let (x, y) = (event.client_x() - own.start.0, event.client_y() - own.start.1);
        let is_still = !DRAGGED.get() && x.abs().max(y.abs()) <= DRAG_PIXELS;
        (!is_still).then(|| (own.canvas.clone(), own.from.0 - x, own.from.1 - y))
    });
    if let Some((canvas, left, top)) = scrolled {
        DRAGGED.set(true);
        event.prevent_default();
        if let Some(drawing) = with(|view| view.drawings.at(&canvas)) {
            drawing.scroll_to(left, top);
        }
    }
}

/// The wheel scrolls, and scales with the key that scales elsewhere, too; trackpads send that for a
/// pinch.
fn wheel(event: &WheelEvent) {
    let Some(canvas) = canvas_of(event) else { return };
    if !(event.ctrl_key() || event.meta_key()) {
        return;
    }
    event.prevent_default();
    let (numerator, denominator) = if event.delta_y() < 0.0 { (10, 9) } else { (9, 10) };
    let at = (event.client_x(), event.client_y());
    if let Some(drawing) = with(|view| view.drawings.at(&canvas)) {
        drawing.zoom(Some(at), numerator, denominator);
    }
}
