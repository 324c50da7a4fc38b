//! Drawings: scaled by buttons, wheel and keys, and moved by scrolling, which a drag with the mouse does,
//! too. Two fingers enlarge the page with all that is on it, as elsewhere.
//!
//! Scaling is a transform, so that nothing of a drawing is laid out anew: through the `viewBox`, a
//! drawing of 500 statements took twice as long as a frame may. Its factor is a quotient of whole
//! numbers, as writing fractions would cost the program a tenth of its size.

use std::cell::{Cell, RefCell};

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, PointerEvent, SvgElement, WheelEvent};

use super::{
    dom::{self, all, around, first, set},
    select, with,
};

/// What holds one drawing.
pub(super) const PART: &str = "[data-part]";
/// What a drawing scrolls in.
pub(super) const CANVAS: &str = ".canvas";

/// The natural scale; others are parts of it, in whole numbers.
const NATURAL: i32 = 1000;
const LEAST: i32 = 80;
const MOST: i32 = 4000;

/// How far a pointer moves, in CSS pixels, before that is a drag and no click.
const DRAG_PIXELS: i32 = 4;

/// A drawing, how it is scaled, and how far it is scrolled once that is shown.
struct Drawing {
    part: Element,
    canvas: Element,
    svg: SvgElement,
    size: (i32, i32),
    scale: i32,
    scroll: (i32, i32),
    /// Whether the next picture will show all this.
    is_waiting: bool,
}

/// All drawings of a page.
pub(super) struct Drawings(Vec<Drawing>);

impl Drawings {
    pub(super) fn of(root: &Element) -> Self {
        let drawings = all::<Element>(root, PART).into_iter().filter_map(|part| {
            let canvas = first(&part, CANVAS)?;
            let svg: SvgElement = first(&canvas, "svg")?.dyn_into().ok()?;
            let [_, _, width, height] = whole(&svg)?;
            for node in all::<Element>(&svg, "g[data-node]") {
                set(&node, "role", "button");
            }
            if let Some(node) = first(&svg, "g[data-node]") {
                select::make_reachable(root, &node);
            }
            let size = (width.max(1), height.max(1));
            Some(Drawing {
                part,
                canvas,
                svg,
                size,
                scale: NATURAL,
                scroll: (0, 0),
                is_waiting: false,
            })
        });
        Self(drawings.collect())
    }

    pub(super) fn parts(&self) -> Vec<Element> {
        self.0.iter().map(|drawing| drawing.part.clone()).collect()
    }

    /// Puts the tools before each drawing that has none yet, and after it a place for what is selected.
    pub(super) fn add_tools(&self, html: &str) {
        for Drawing { part, canvas, .. } in &self.0 {
            if first(part, ".tools").is_none() {
                let html = format!("<div class=\"tools\">{html}</div>");
                let _ = canvas.insert_adjacent_html("beforebegin", &html);
                let _ = canvas.insert_adjacent_html("afterend", "<div class=\"picked\"></div>");
            }
        }
    }

    fn at(&mut self, within: &Element) -> Option<&mut Drawing> {
        self.0.iter_mut().find(|drawing| drawing.part.contains(Some(within)))
    }

    /// Scrolls a drawing so far that a node of it is in sight; the page stays where it is.
    pub(super) fn bring_into_view(&mut self, node: &Element) {
        let Some(drawing) = self.at(node) else { return };
        let (inner, outer) =
            (node.get_bounding_client_rect(), drawing.canvas.get_bounding_client_rect());
        let by = |start: f64, end: f64, from: f64, to: f64| {
            let is_inside = start >= from && end <= to;
            if is_inside { 0 } else { ((start + end - from - to) / 2.0) as i32 }
        };
        let across = by(inner.left(), inner.right(), outer.left(), outer.right());
        let down = by(inner.top(), inner.bottom(), outer.top(), outer.bottom());
        if (across, down) != (0, 0) {
            let (left, top) = drawing.scrolled();
            drawing.scroll_to(left + across, top + down);
        }
    }
}

impl Drawing {
    fn scrolled(&self) -> (i32, i32) {
        if self.is_waiting {
            self.scroll
        } else {
            (self.canvas.scroll_left(), self.canvas.scroll_top())
        }
    }

    fn scroll_to(&mut self, left: i32, top: i32) {
        self.scroll = (left.max(0), top.max(0));
        self.show();
    }

    /// Scales by a factor around a place in the window; the middle of what is seen, if none.
    fn zoom(&mut self, around: Option<(i32, i32)>, numerator: i32, denominator: i32) {
        let scale = self.scale.saturating_mul(numerator) / denominator.max(1);
        self.zoom_to(around, scale);
    }

    fn zoom_to(&mut self, around: Option<(i32, i32)>, scale: i32) {
        if self.scale < NATURAL {
            // It may have been as high as the whole drawing.
            self.limit("");
        }
        let place = self.canvas.get_bounding_client_rect();
        let middle = (self.canvas.client_width() / 2, self.canvas.client_height() / 2);
        let inside = |(x, y): (i32, i32)| (x - place.left() as i32, y - place.top() as i32);
        let at = around.map_or(middle, inside);
        let (left, top) = self.scrolled();
        let before = std::mem::replace(&mut self.scale, scale.clamp(LEAST, MOST));
        let moved = |scroll: i32, at: i32| (scroll + at) * self.scale / before - at;
        let (left, top) = (moved(left, at.0), moved(top, at.1));
        self.scroll_to(left, top);
    }

    /// Shows the whole drawing, but no larger than it is.
    fn fit(&mut self) {
        self.limit("");
        let part = |room: i32, size: i32| room.saturating_mul(NATURAL) / size;
        let across = part(self.canvas.client_width(), self.size.0);
        let down = part(self.canvas.client_height(), self.size.1);
        self.scale = across.min(down).clamp(LEAST, NATURAL);
        let (height, scale) = (self.size.1, self.scale);
        self.limit(&format!("min(85vh, calc({height}px * {scale} / {NATURAL} + 2px))"));
        self.scroll_to(0, 0);
    }

    /// Sets how high the frame is at most, beside what stylesheets say.
    fn limit(&self, height: &str) {
        if let Some(canvas) = self.canvas.dyn_ref::<HtmlElement>() {
            let _ = canvas.style().set_property("max-block-size", height);
        }
    }

    fn show(&mut self) {
        if std::mem::replace(&mut self.is_waiting, true) {
            return;
        }
        let part = self.part.clone();
        dom::before_next_picture(move || {
            with(|view| {
                let drawing = view.drawings.at(&part)?;
                drawing.is_waiting = false;
                let scale = drawing.scale.to_string();
                let is_new = part.get_attribute("data-scale").is_none_or(|shown| shown != scale);
                if is_new {
                    set(&part, "data-scale", &scale);
                    let transform = format!("scale(calc({scale} / {NATURAL}))");
                    let _ = drawing.svg.style().set_property("transform", &transform);
                }
                drawing.canvas.set_scroll_left(drawing.scroll.0);
                drawing.canvas.set_scroll_top(drawing.scroll.1);
                Some(())
            });
        });
    }
}

/// The whole of a drawing: x, y, width and height.
pub(super) fn whole(svg: &Element) -> Option<[i32; 4]> {
    let text = svg.get_attribute("viewBox")?;
    // Fractions are cut off.
    let mut numbers =
        text.split([' ', ',']).filter_map(|number| number.split('.').next()?.parse().ok());
    Some([numbers.next()?, numbers.next()?, numbers.next()?, numbers.next()?])
}

/// Does what a button or a key asks for, to the drawing that it belongs to. A box that has the focus
/// stays where it is.
pub(super) fn act(within: &Element, action: &str) {
    let around = (within.local_name() == "g").then(|| {
        let place = within.get_bounding_client_rect();
        let middle = |start: f64, size: f64| (start + size / 2.0) as i32;
        (middle(place.left(), place.width()), middle(place.top(), place.height()))
    });
    with(|view| {
        let drawing = view.drawings.at(within)?;
        match action {
            "larger" => drawing.zoom(around, 4, 3),
            "smaller" => drawing.zoom(around, 3, 4),
            "fit" => drawing.fit(),
            _ => {}
        }
        Some(())
    });
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
        with(|view| view.drawings.at(&canvas).map(|drawing| drawing.scroll_to(left, top)));
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
    with(|view| {
        view.drawings.at(&canvas)?.zoom(Some(at), numerator, denominator);
        Some(())
    });
}
