//! Drawings: moved and scaled by buttons, wheel, fingers and keys, all through the `viewBox`. It
//! changes by whole numbers, as writing fractions would cost the program a tenth of its size.

use std::cell::{Cell, RefCell};

use web_sys::{Document, Element, PointerEvent, WheelEvent};

use super::{
    dom::{self, all, around, attribute, class, first, set},
    select, with,
};

/// What holds one drawing.
pub(super) const PART: &str = "[data-part]";

/// How many times larger than the whole a drawing is shown at most.
const MOST_TIMES: i32 = 20;

/// How far a pointer moves, in CSS pixels, before that is a drag and no click.
const DRAG_PIXELS: i32 = 4;

/// A drawing: the rectangle of it that is shown, and the whole, as x, y, width and height.
struct Drawing {
    part: Element,
    svg: Element,
    whole: [i32; 4],
    now: [i32; 4],
    /// Whether the next picture will show `now`.
    is_waiting: bool,
}

/// All drawings of a page.
pub(super) struct Drawings(Vec<Drawing>);

impl Drawings {
    pub(super) fn of(root: &Element) -> Self {
        let drawings = all::<Element>(root, PART).into_iter().filter_map(|part| {
            let svg = first(&part, "svg")?;
            let whole = whole(&svg)?;
            let text = attribute(&svg, "viewBox");
            if !svg.has_attribute("data-whole") {
                set(&svg, "data-whole", &text);
            }
            if let Some(node) = first(&svg, "g[data-node]") {
                select::make_reachable(root, &node);
            }
            Some(Drawing { part, svg, whole, now: whole, is_waiting: false })
        });
        Self(drawings.collect())
    }

    pub(super) fn parts(&self) -> Vec<Element> {
        self.0.iter().map(|drawing| drawing.part.clone()).collect()
    }

    /// Puts the tools before each drawing that has none yet, and a place for what is selected.
    pub(super) fn add_tools(&self, html: &str) {
        for Drawing { part, svg, .. } in &self.0 {
            if first(part, ".tools").is_none() {
                let html = format!("<div class=\"tools\">{html}<div class=\"picked\"></div></div>");
                let _ = svg.insert_adjacent_html("beforebegin", &html);
            }
        }
    }

    fn at(&mut self, svg: &Element) -> Option<&mut Drawing> {
        self.0.iter_mut().find(|drawing| drawing.svg == *svg)
    }

    /// Moves a drawing so far that a node of it is in sight.
    pub(super) fn bring_into_view(&mut self, node: &Element) {
        let Some(drawing) = around(node, "svg").and_then(|svg| self.at(&svg)) else { return };
        let (inner, outer) =
            (node.get_bounding_client_rect(), drawing.svg.get_bounding_client_rect());
        let (x, y) = (inner.left() + inner.width() / 2.0, inner.top() + inner.height() / 2.0);
        let is_inside =
            x > outer.left() && x < outer.right() && y > outer.top() && y < outer.bottom();
        if !is_inside {
            let scale = drawing.scale();
            let (from_x, from_y) =
                (outer.left() + outer.width() / 2.0, outer.top() + outer.height() / 2.0);
            let [left, top, ..] = drawing.now;
            drawing
                .move_to(left + ((x - from_x) * scale) as i32, top + ((y - from_y) * scale) as i32);
        }
    }
}

impl Drawing {
    /// How many units of the drawing a CSS pixel has.
    fn scale(&self) -> f64 {
        let [_, _, width, height] = self.now;
        let place = self.svg.get_bounding_client_rect();
        let (wide, high) = (place.width().max(1.0), place.height().max(1.0));
        (f64::from(width) / wide).max(f64::from(height) / high)
    }

    fn move_to(&mut self, x: i32, y: i32) {
        let [left, top, wide, high] = self.whole;
        let [_, _, width, height] = self.now;
        // Half of what is shown may lie outside of the drawing, so that it cannot be lost.
        let x = x.clamp(left - width / 2, (left + wide - width / 2).max(left - width / 2));
        let y = y.clamp(top - height / 2, (top + high - height / 2).max(top - height / 2));
        self.show([x, y, width, height]);
    }

    /// Makes the drawing larger or smaller around a place in the window; its middle, if none.
    fn zoom(&mut self, around: Option<(f64, f64)>, numerator: i32, denominator: i32) {
        let place = self.svg.get_bounding_client_rect();
        let middle = (place.left() + place.width() / 2.0, place.top() + place.height() / 2.0);
        let (x, y) = around.unwrap_or(middle);
        let [left, top, width, height] = self.now;
        let [_, _, wide, high] = self.whole;
        let scaled = |size: i32, whole: i32| {
            let scaled = size.saturating_mul(numerator) / denominator.max(1);
            scaled.clamp((whole / MOST_TIMES).max(1), whole.max(1))
        };
        let (new_width, new_height) = (scaled(width, wide), scaled(height, high));
        let before = self.scale();
        self.now = [left, top, new_width, new_height];
        let after = self.scale();
        let moved = |from: i32, size: i32, new_size: i32, aside: f64| {
            from + (size - new_size) / 2 + (aside * (before - after)) as i32
        };
        let x = moved(left, width, new_width, x - middle.0);
        let y = moved(top, height, new_height, y - middle.1);
        if [new_width, new_height] == [wide, high] {
            self.show(self.whole);
        } else {
            self.move_to(x, y);
        }
    }

    fn show(&mut self, now: [i32; 4]) {
        self.now = now;
        if std::mem::replace(&mut self.is_waiting, true) {
            return;
        }
        let svg = self.svg.clone();
        dom::before_next_picture(move || {
            with(|view| {
                let drawing = view.drawings.at(&svg)?;
                drawing.is_waiting = false;
                let [x, y, width, height] = drawing.now;
                set(&svg, "viewBox", &format!("{x} {y} {width} {height}"));
                class(&drawing.part, "zoomed", drawing.now != drawing.whole);
                Some(())
            });
        });
    }
}

/// The whole of a drawing.
pub(super) fn whole(svg: &Element) -> Option<[i32; 4]> {
    let text = svg.get_attribute("data-whole").or_else(|| svg.get_attribute("viewBox"))?;
    // Fractions are cut off.
    let mut numbers =
        text.split([' ', ',']).filter_map(|number| number.split('.').next()?.parse().ok());
    Some([numbers.next()?, numbers.next()?, numbers.next()?, numbers.next()?])
}

/// Does what a button or a key asks for, to the drawing that it belongs to.
pub(super) fn act(within: &Element, action: &str) {
    let svg = around(within, PART).and_then(|part| first(&part, "svg"));
    with(|view| {
        let drawing = view.drawings.at(&svg?)?;
        match action {
            "larger" => drawing.zoom(None, 3, 4),
            "smaller" => drawing.zoom(None, 4, 3),
            "fit" => drawing.show(drawing.whole),
            _ => {}
        }
        Some(())
    });
}

/// A pointer that is down: its number, where it is, in whole CSS pixels.
#[derive(Clone, Copy)]
struct Pointer {
    id: i32,
    x: i32,
    y: i32,
}

/// A drag or a pinch.
struct Gesture {
    svg: Element,
    pointers: Vec<Pointer>,
    /// The rectangle, and the place of the pointers, when their number last changed.
    from: [i32; 4],
    scale: f64,
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
        dom::listen(document, end, |event: &PointerEvent| {
            GESTURE.with_borrow_mut(|gesture| {
                if let Some(own) = gesture {
                    own.pointers.retain(|pointer| pointer.id != event.pointer_id());
                    begin(own);
                    if own.pointers.is_empty() {
                        *gesture = None;
                    }
                }
            });
        });
    }
    dom::listen(document, "wheel", wheel);
}

fn down(event: &PointerEvent) {
    let primary = event.is_primary();
    if primary {
        DRAGGED.set(false);
    }
    let svg = dom::closest(event, "svg").filter(|svg| around(svg, PART).is_some());
    let Some(svg) = svg.filter(|_| event.button() == 0) else { return };
    let pointer = Pointer { id: event.pointer_id(), x: event.client_x(), y: event.client_y() };
    GESTURE.with_borrow_mut(|gesture| {
        if primary || gesture.as_ref().is_none_or(|gesture| gesture.svg != svg) {
            let pointers = Vec::new();
            *gesture = Some(Gesture { svg, pointers, from: [0; 4], scale: 1.0, start: (0, 0) });
        }
        if let Some(gesture) = gesture {
            gesture.pointers.push(pointer);
            begin(gesture);
        }
    });
}

/// Begins to count anew, as the number of pointers has changed.
fn begin(gesture: &mut Gesture) {
    gesture.start = centre(&gesture.pointers);
    let svg = gesture.svg.clone();
    let now = with(|view| view.drawings.at(&svg).map(|drawing| (drawing.now, drawing.scale())));
    (gesture.from, gesture.scale) = now.unwrap_or((gesture.from, gesture.scale));
}

fn centre(pointers: &[Pointer]) -> (i32, i32) {
    let count = i32::try_from(pointers.len()).unwrap_or(1).max(1);
    let sum = pointers.iter().fold((0, 0), |sum, own| (sum.0 + own.x, sum.1 + own.y));
    (sum.0 / count, sum.1 / count)
}

/// How far two pointers are from each other.
fn apart(pointers: &[Pointer]) -> i32 {
    match pointers {
        [a, b, ..] => (f64::from(a.x - b.x).hypot(f64::from(a.y - b.y)) as i32).max(1),
        _ => 1,
    }
}

fn moved(event: &PointerEvent) {
    let dragging = GESTURE.with_borrow_mut(|gesture| {
        let own = gesture.as_mut()?;
        if event.buttons() == 0 {
            // It was released where nobody could tell.
            *gesture = None;
            return None;
        }
        let before = apart(&own.pointers);
        let pointer = own.pointers.iter_mut().find(|pointer| pointer.id == event.pointer_id())?;
        (pointer.x, pointer.y) = (event.client_x(), event.client_y());
        let now = centre(&own.pointers);
        let (x, y) = (now.0 - own.start.0, now.1 - own.start.1);
        let is_pinch = own.pointers.len() > 1;
        if x.abs().max(y.abs()) > DRAG_PIXELS || is_pinch {
            DRAGGED.set(true);
        }
        let pinch = is_pinch.then(|| (before, apart(&own.pointers), now));
        DRAGGED.get().then(|| (own.svg.clone(), own.from, own.scale, (x, y), pinch))
    });
    let Some((svg, [left, top, ..], scale, (x, y), pinch)) = dragging else { return };
    event.prevent_default();
    with(|view| {
        let drawing = view.drawings.at(&svg)?;
        match pinch {
            Some((before, after, at)) => {
                drawing.zoom(Some((at.0.into(), at.1.into())), before, after);
            }
            None => drawing
                .move_to(left - (f64::from(x) * scale) as i32, top - (f64::from(y) * scale) as i32),
        }
        Some(())
    });
}

/// The wheel scales a drawing that has the focus, or with the key that scales elsewhere (which is
/// also what trackpads send for a pinch); else it scrolls the page.
fn wheel(event: &WheelEvent) {
    let svg = dom::closest(event, "svg").filter(|svg| around(svg, PART).is_some());
    let Some(svg) = svg else { return };
    let active = dom::document().and_then(|document| document.active_element());
    let is_focused = active.is_some_and(|active| svg.contains(Some(&active)));
    if !(event.ctrl_key() || event.meta_key() || is_focused) {
        return;
    }
    event.prevent_default();
    let (numerator, denominator) = if event.delta_y() < 0.0 { (9, 10) } else { (10, 9) };
    let at = (f64::from(event.client_x()), f64::from(event.client_y()));
    with(|view| {
        view.drawings.at(&svg)?.zoom(Some(at), numerator, denominator);
        Some(())
    });
}
