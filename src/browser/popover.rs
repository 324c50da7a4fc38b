//! One note that opens beside what was clicked. The browser closes it by Escape or by a click
//! elsewhere, and then gives the focus back.

use gloo::utils::{body, document, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

use super::page;

/// The HTML id of the note.
pub(super) const NOTE: &str = "_popover";

/// The HTML id of its heading, which names it.
const HEADING: &str = "_popover-title";

/// Space between the note, what was clicked, and the edges of the window, in CSS pixels.
const GAP: f64 = 8.0;

/// Whether this browser has notes at all; otherwise a click does what it always did.
pub(super) fn exists() -> bool {
    js_sys::Reflect::has(&body(), &JsValue::from_str("showPopover")).unwrap_or(false)
}

/// Shows a note with a heading and HTML below it, beside an element or else in the middle.
pub(super) fn show(heading: &str, inner: &str, close: &str, beside: Option<&Element>) {
    let Some(note) = note() else { return };
    note.set_inner_html(&format!(
        "<h2 id=\"{HEADING}\">{heading}</h2>{inner}\
         <button type=\"button\" class=\"plain\" popovertarget=\"{NOTE}\" popovertargetaction=\"hide\">{close}</button>"
    ));
    if !is_open(&note) {
        // Fails only if the note has left the document, which it never does.
        let _ = note.show_popover();
    }
    place(&note, beside);
    page::focus(&note);
}

/// Closes the note, as when the page it belongs to is left.
pub(super) fn hide() {
    if let Some(note) = page::element(NOTE).filter(is_open) {
        let _ = note.hide_popover();
    }
}

/// Whether the reader has a note before them.
pub(super) fn is_shown() -> bool {
    page::element(NOTE).is_some_and(|note| is_open(&note))
}

fn is_open(note: &HtmlElement) -> bool {
    note.matches(":popover-open").unwrap_or(false)
}

/// The element of the note, made when it is first needed.
fn note() -> Option<HtmlElement> {
    if let Some(note) = page::element(NOTE) {
        return Some(note);
    }
    let note: HtmlElement = document().create_element("div").ok()?.dyn_into().ok()?;
    for (name, value) in [
        ("id", NOTE),
        ("class", "note-box"),
        ("popover", "auto"),
        ("role", "dialog"),
        ("aria-labelledby", HEADING),
        ("tabindex", "-1"),
    ] {
        note.set_attribute(name, value).ok()?;
    }
    body().append_child(&note).ok()?;
    Some(note)
}

/// Puts the note below an element, or above it where there is no room. The stylesheet reads the
/// place from custom properties, and disregards it on narrow windows.
fn place(note: &HtmlElement, beside: Option<&Element>) {
    let style = note.style();
    // Whole pixels will do, and writing fractions would cost kilobytes of the program.
    let set = |name: &str, value: f64| style.set_property(name, &format!("{}px", value as i64));
    let Some(beside) = beside else {
        let _ = note.class_list().add_1("middle");
        return;
    };
    let _ = note.class_list().remove_1("middle");
    let size = |size: Result<JsValue, JsValue>| size.ok().and_then(|size| size.as_f64());
    let (width, height) = (size(window().inner_width()), size(window().inner_height()));
    let (width, height) = (width.unwrap_or_default(), height.unwrap_or_default());
    let (anchor, own) = (beside.get_bounding_client_rect(), note.get_bounding_client_rect());
    let below = anchor.bottom() + GAP;
    let fits_below = below + own.height() <= height || anchor.top() - GAP < own.height();
    let top = if fits_below { below } else { anchor.top() - GAP - own.height() };
    let left = anchor.left().min(width - own.width() - GAP).max(GAP);
    let (x, y) = (window().scroll_x().unwrap_or_default(), page::scroll_top());
    let _ = set("--note-top", top + y).and_then(|()| set("--note-left", left + x));
}
