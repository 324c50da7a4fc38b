//! Drawings: how they are scaled, and how far they are scrolled.
//!
//! Scaling is a transform, so that nothing of a drawing is laid out anew: through the `viewBox`, a
//! drawing of 500 statements took twice as long as a frame may. Its factor is a quotient of whole
//! numbers, as writing fractions would cost the program a tenth of its size.

use std::{cell::Cell, rc::Rc};

use concord_model::{Html, data, html};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, SvgElement};

use super::dom::{self, DRAWN, all, around, first, set};

/// What holds one drawing.
pub(super) const PART: &str = concat!("[", data!(part), "]");
/// What a drawing scrolls in.
pub(super) const CANVAS: &str = ".canvas";
/// The same, in what holds it.
pub(super) const DRAWINGS: &str = concat!("[", data!(part), "] .canvas");

/// The natural scale; others are parts of it, in whole numbers.
const NATURAL: i32 = 1000;
const LEAST: i32 = 80;
const MOST: i32 = 4000;

/// A drawing, how it is scaled, and how far it is scrolled once that is shown.
pub(super) struct Drawing {
    part: Element,
    canvas: Element,
    svg: SvgElement,
    size: (i32, i32),
    scale: Cell<i32>,
    scroll: Cell<(i32, i32)>,
    /// Whether the next picture will show all this.
    is_waiting: Cell<bool>,
}

/// All drawings of a page.
pub(super) struct Drawings(Vec<Rc<Drawing>>);

impl Drawings {
    pub(super) fn of(root: &Element) -> Self {
        let drawings = all::<Element>(root, PART).into_iter().filter_map(|part| {
            let canvas = first(&part, CANVAS)?;
            let svg: SvgElement = first(&canvas, "svg")?.dyn_into().ok()?;
            let [_, _, width, height] = whole(&svg)?;
            for node in all::<Element>(&svg, DRAWN) {
                set(&node, "role", "button");
            }
            if let Some(node) = first(&svg, DRAWN) {
                make_reachable(&node);
            }
            Some(Rc::new(Drawing {
                part,
                canvas,
                svg,
                size: (width.max(1), height.max(1)),
                scale: Cell::new(NATURAL),
                scroll: Cell::default(),
                is_waiting: Cell::default(),
            }))
        });
        Self(drawings.collect())
    }

    pub(super) fn parts(&self) -> Vec<Element> {
        self.0.iter().map(|drawing| drawing.part.clone()).collect()
    }

    /// Puts the tools before each drawing that has none yet, and after it a place for what is selected.
    pub(super) fn add_tools(&self, tools: &Html) {
        for drawing in &self.0 {
            if first(&drawing.part, ".tools").is_none() {
                dom::put_before(&drawing.canvas, &html! { div.tools { (tools) } });
                dom::put_after(&drawing.canvas, &html! { div.picked {} });
            }
        }
    }

    /// The drawing that holds an element.
    pub(super) fn at(&self, within: &Element) -> Option<Rc<Drawing>> {
        self.0.iter().find(|drawing| drawing.part.contains(Some(within))).cloned()
    }

    /// Scrolls a drawing so far that a node of it is in sight; the page stays where it is.
    pub(super) fn bring_into_view(&self, node: &Element) {
        let Some(drawing) = self.at(node) else { return };
        let (inner, outer) =
            (node.get_bounding_client_rect(), drawing.canvas.get_bounding_client_rect());
        let by = |start: f64, end: f64, from: f64, to: f64| {
            let is_inside = start >= from && end <= to;
            if is_inside { 0 } else { ((start + end - from - to) / 2.0) as i32 }
        };
        // Where the node will be, if the drawing is about to scroll.
        let (left, top) = drawing.scrolled();
        let aside = f64::from(drawing.canvas.scroll_left() - left);
        let below = f64::from(drawing.canvas.scroll_top() - top);
        let across = by(inner.left() + aside, inner.right() + aside, outer.left(), outer.right());
        let down = by(inner.top() + below, inner.bottom() + below, outer.top(), outer.bottom());
        if (across, down) != (0, 0) {
            drawing.scroll_to(left + across, top + down);
        }
    }
}

impl Drawing {
    fn scrolled(&self) -> (i32, i32) {
        if self.is_waiting.get() {
            self.scroll.get()
        } else {
            (self.canvas.scroll_left(), self.canvas.scroll_top())
        }
    }

    pub(super) fn scroll_to(self: &Rc<Self>, left: i32, top: i32) {
        self.scroll.set((left.max(0), top.max(0)));
        self.show();
    }

    /// Scales by a factor around a place in the window; the middle of what is seen, if none.
    pub(super) fn zoom(
        self: &Rc<Self>,
        around: Option<(i32, i32)>,
        numerator: i32,
        denominator: i32,
    ) {
        let before = self.scale.get();
        let scale = before.saturating_mul(numerator) / denominator.max(1);
        let scale = scale.clamp(LEAST, MOST);
        if before < NATURAL {
            // It may have been as high as the whole drawing.
            self.limit("");
        }
        let place = self.canvas.get_bounding_client_rect();
        let middle = (self.canvas.client_width() / 2, self.canvas.client_height() / 2);
        let inside = |(x, y): (i32, i32)| (x - place.left() as i32, y - place.top() as i32);
        let at = around.map_or(middle, inside);
        let (left, top) = self.scrolled();
        self.scale.set(scale);
        let moved = |scroll: i32, at: i32| (scroll + at) * scale / before - at;
        let (left, top) = (moved(left, at.0), moved(top, at.1));
        self.scroll_to(left, top);
    }

    /// Shows the whole drawing, but no larger than it is.
    pub(super) fn fit(self: &Rc<Self>) {
        self.limit("");
        let part = |room: i32, size: i32| room.saturating_mul(NATURAL) / size;
        let across = part(self.canvas.client_width(), self.size.0);
        let down = part(self.canvas.client_height(), self.size.1);
        let (height, scale) = (self.size.1, across.min(down).clamp(LEAST, NATURAL));
        self.scale.set(scale);
        self.limit(&format!("min(85vh, calc({height}px * {scale} / {NATURAL} + 2px))"));
        self.scroll_to(0, 0);
    }

    /// Sets how high the frame is at most, beside what stylesheets say.
    fn limit(&self, height: &str) {
        if let Some(canvas) = self.canvas.dyn_ref::<HtmlElement>() {
            let _ = canvas.style().set_property("max-block-size", height);
        }
    }

    /// Shows all this in the next picture, once.
    fn show(self: &Rc<Self>) {
        if self.is_waiting.replace(true) {
            return;
        }
        let own = self.clone();
        dom::before_next_picture(move || {
            own.is_waiting.set(false);
            let scale = own.scale.get().to_string();
            let shown = own.part.get_attribute(data!(scale));
            if shown.is_none_or(|shown| shown != scale) {
                set(&own.part, data!(scale), &scale);
                let transform = format!("scale(calc({scale} / {NATURAL}))");
                let _ = own.svg.style().set_property("transform", &transform);
            }
            let (left, top) = own.scroll.get();
            own.canvas.set_scroll_left(left);
            own.canvas.set_scroll_top(top);
        });
    }
}

/// Of the nodes of a drawing, Tab leads to one, and arrows lead on from there.
pub(super) fn make_reachable(node: &Element) {
    let Some(svg) = around(node, "svg") else { return };
    for other in all::<Element>(&svg, DRAWN) {
        set(&other, "tabindex", if other == *node { "0" } else { "-1" });
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
