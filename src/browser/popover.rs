//! One note that opens beside what was clicked. The browser closes it by Escape or by a click
//! elsewhere, and then gives the focus back.
//!
//! It is the browser's own popover, so Escape, clicks elsewhere and the focus are its affair; without one, links do what
//! links do. Definitions, links to share and the sheet of keys are such notes.

use concord_model::{Html, html};
use gloo::{
    events::EventListener,
    utils::{body, document, document_element, window},
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, ShowPopoverOptions};

use super::{page, put::put};

/// The HTML id of the note.
pub(crate) const NOTE: &str = "_popover";

/// The HTML id of its heading, which names it.
const HEADING: &str = "_popover-title";

/// The least height that a note is given, in CSS pixels; more than that scrolls.
const MIN_HEIGHT: f64 = 160.0;

/// Space between the note, what was clicked, and the edges of the window, in CSS pixels.
const GAP: f64 = 8.0;

/// Whether this browser has notes at all; otherwise a click does what it always did.
pub(crate) fn exists() -> bool {
    js_sys::Reflect::has(&body(), &JsValue::from_str("showPopover")).unwrap_or(false)
}

/// Where a note opens.
pub(crate) enum Place<'e> {
    /// Below or above what was clicked.
    Beside(&'e Element),
    /// Where the note is already, as what was clicked is in it.
    Here,
    /// In the middle of the window.
    Middle,
}

/// Shows a note with a heading, parts of another page, what stands below that, and a button that closes it.
pub(crate) fn show(heading: &str, parts: &[Element], inner: &Html, close: &str, place: &Place<'_>) {
    let Some(note) = note() else { return };
    let html = html! {
        h2 #(HEADING) { (heading) }
        (inner)
        button.plain type="button" popovertarget=(NOTE) popovertargetaction="hide" { (close) }
    };
    put(&note, &html);
    if let Some(heading) = note.first_element_child() {
        for part in parts.iter().rev() {
            let _ = heading.after_with_node_1(part);
        }
    }
    if !is_open(&note) {
        let options = ShowPopoverOptions::new();
        if let Place::Beside(element) = place
            && let Some(element) = element.dyn_ref::<HtmlElement>()
        {
            // Then Tab goes on from the note to what follows the element.
            options.set_source(element);
        }
        // Fails only if the note has left the document, which it never does.
        let _ = note.show_popover_with_options(&options);
    }
    match place {
        Place::Beside(element) => put_beside(&note, element),
        Place::Middle => drop(note.class_list().add_1("middle")),
        Place::Here => {}
    }
    page::focus(&note);
}

/// Closes what is open: a note, the menu, the contents, as when what they belong to is left.
pub(crate) fn hide() {
    for open in page::all::<HtmlElement>(None, ":popover-open") {
        let _ = open.hide_popover();
    }
}

/// Whether the reader has a note before them.
pub(crate) fn is_shown() -> bool {
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

/// Puts the note below an element, or above it where there is more room. The stylesheet reads place
/// and height from custom properties, and disregards the place on narrow windows.
fn put_beside(note: &HtmlElement, element: &Element) {
    let _ = note.class_list().remove_1("middle");
    let style = note.style();
    // Whole pixels will do, and writing fractions would cost kilobytes of the program.
    let set = |name: &str, value: f64| style.set_property(name, &format!("{}px", value as i64));
    let root = document_element();
    let (width, height) = (f64::from(root.client_width()), f64::from(root.client_height()));
    let anchor = element.get_bounding_client_rect();
    let (above, below) = (anchor.top() - 2.0 * GAP, height - anchor.bottom() - 2.0 * GAP);
    let own = note.get_bounding_client_rect();
    let goes_below = own.height() <= below || below >= above;
    let room = if goes_below { below } else { above }.max(MIN_HEIGHT);
    let shown = own.height().min(room);
    let top = if goes_below { anchor.bottom() + GAP } else { anchor.top() - GAP - shown };
    let left = anchor.left().min(width - own.width() - GAP).max(GAP);
    let (x, y) = (window().scroll_x().unwrap_or_default(), page::scroll_top());
    let _ = set("--note-room", room)
        .and_then(|()| set("--note-top", top.max(0.0) + y))
        .and_then(|()| set("--note-left", left + x));
}

/// Closes the note when the window changes its size, as nothing is where it was.
pub(crate) fn follow() {
    EventListener::new(&window(), "resize", |_| hide()).forget();
}
