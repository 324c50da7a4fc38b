//! The outline: folded and unfolded, and walked through by keys as trees are elsewhere.

use concord_model::talk::Verdict;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, KeyboardEvent, ScrollLogicalPosition};

use super::{
    dom::{self, ENTRY, all, around, attribute, first, focus, id_of, set},
    link, parts,
    state::with,
};

/// The sentence of a statement, which takes the focus.
const SENTENCE: &str = ":scope > .says > a";
/// What it rests on and what speaks against it, which can be folded away.
const BELOW: &str = ":scope > details.below";

pub(super) fn listen(document: &Document) {
    dom::listen(document, "keydown", |press: &KeyboardEvent| {
        let held = press.ctrl_key() || press.meta_key() || press.alt_key() || press.shift_key();
        let target = press.target().and_then(|target| target.dyn_into::<Element>().ok());
        let on_sentence = |target: &Element| {
            let own = entry(target)?;
            (first(&own, SENTENCE).as_ref() == Some(target)).then_some(own)
        };
        let own = target.filter(|_| !held && !press.default_prevented());
        let Some(own) = own.as_ref().and_then(on_sentence) else { return };
        if act(&own, &dom::key_of(press)) {
            press.prevent_default();
        }
    });
}

fn entry(within: &Element) -> Option<Element> {
    around(within, dom::ROOT)?;
    around(within, ENTRY)
}

/// The statement of that id, if it stands in the outline here.
fn named(id: &str) -> Option<Element> {
    entry(&dom::document()?.get_element_by_id(id)?)
}

/// The statement that a link leads to.
pub(super) fn meant_by(link: &Element) -> Option<Element> {
    named(attribute(link, "href").rsplit_once('#')?.1)
}

/// Goes to a statement, unfolding what it stands in.
pub(super) fn go_to(entry: &Element) {
    parts::reveal(entry);
    go(Some(entry.clone()));
}

/// Folds away what the innermost claims rest on, so that the claims are left; or unfolds all.
pub(super) fn fold(root: &Element, is_folded: bool) {
    for details in all::<Element>(root, ".outline details.below") {
        if is_folded && first(&details, "details.below").is_none() {
            let _ = details.remove_attribute("open");
        } else {
            set(&details, "open", "");
        }
    }
}

/// Does what a key on a statement asks for; whether it asks for anything.
fn act(own: &Element, key: &str) -> bool {
    let is_mirrored = dom::document()
        .and_then(|document| document.document_element())
        .is_some_and(|html| attribute(&html, "dir") == "rtl");
    let below = first(own, BELOW);
    let is_open = below.as_ref().is_some_and(|below| below.has_attribute("open"));
    match (key, is_mirrored) {
        ("ArrowDown", _) => step(own, 1),
        ("ArrowUp", _) => step(own, -1),
        ("ArrowRight", false) | ("ArrowLeft", true) => match below {
            Some(below) if !is_open => set(&below, "open", ""),
            _ => go(all::<Element>(own, ENTRY).into_iter().find(is_shown)),
        },
        ("ArrowLeft", false) | ("ArrowRight", true) => match below {
            Some(below) if is_open => drop(below.remove_attribute("open")),
            _ => go(own.parent_element().and_then(|outer| around(&outer, ENTRY))),
        },
        ("1", _) => return judged(own, Verdict::Accept),
        ("2", _) => return judged(own, Verdict::Reject),
        ("3", _) => return judged(own, Verdict::Undecided),
        _ => return false,
    }
    true
}

/// Sets the verdict on a leaf; whether it is one.
pub(super) fn judged(node: &Element, verdict: Verdict) -> bool {
    let id = id_of(node);
    let is_leaf = with(|view| view.shown.verdict(&id)).is_some();
    if is_leaf {
        link::judge(&id, verdict);
    }
    is_leaf
}

/// Goes to the next statement that is shown, or to the one before.
fn step(own: &Element, by: isize) {
    let Some(root) = dom::root() else { return };
    let mut entries = all::<Element>(&root, ENTRY);
    entries.retain(|entry| entry == own || is_shown(entry));
    let place = entries.iter().position(|entry| entry == own);
    let next = place.and_then(|place| place.checked_add_signed(by));
    go(next.and_then(|next| entries.get(next).cloned()));
}

/// Whether a statement is neither folded away nor of an owner that was left out.
fn is_shown(entry: &Element) -> bool {
    let folded = entry.parent_element().and_then(|own| around(&own, "details:not([open])"));
    folded.is_none() && around(entry, ".away").is_none()
}

fn go(entry: Option<Element>) {
    if let Some(sentence) = entry.and_then(|entry| first(&entry, SENTENCE)) {
        focus(&sentence);
        dom::scroll_to(&sentence, ScrollLogicalPosition::Nearest);
    }
}
