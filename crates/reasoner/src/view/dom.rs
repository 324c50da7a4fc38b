//! Short ways to what the browser offers, within the argument.

pub(super) use concord_dom::{
    absolute, all, around, attribute, before_next_picture, class, document, fetch, first, focus,
    form, is_plain, listen, listen_on_the_way, put, put_after, put_before, put_end, put_in_place,
    say, scroll_to, set, tell, window, worker,
};
use concord_model::{data, talk::Panel};
use web_sys::{Element, Event, KeyboardEvent};

/// What holds the argument on a page.
pub(super) const ROOT: &str = concat!("[", data!(argument), "]");
/// A statement in the outline or in a drawing.
pub(super) const NODE: &str = concat!("[", data!(node), "]");
/// A statement in a drawing.
pub(super) const DRAWN: &str = concat!("g[", data!(node), "]");
/// A statement in the outline.
pub(super) const ENTRY: &str = concat!("li[", data!(node), "]");

/// The element of a page that holds the argument.
pub(super) fn root() -> Option<Element> {
    document()?.query_selector(ROOT).ok().flatten()
}

/// The nearest element around the place of an event that matches, that place included, if it is
/// part of the argument.
pub(super) fn closest(event: &Event, selector: &str) -> Option<Element> {
    concord_dom::closest(event, ROOT)?;
    concord_dom::closest(event, selector)
}

/// The id of the statement that a node shows.
pub(super) fn id_of(node: &Element) -> String {
    attribute(node, data!(node))
}

/// The place for an answer.
pub(super) fn panel(root: &Element, panel: Panel) -> Option<Element> {
    named(root, data!(panel), panel.name())
}

/// The first element below one whose attribute has that value.
pub(super) fn named(within: &Element, attribute: &str, value: &str) -> Option<Element> {
    first(within, &["[", attribute, "=\"", value, "\"]"].concat())
}

/// The element that has the focus.
pub(super) fn active() -> Option<Element> {
    document()?.active_element()
}

/// The key that was pressed. Digits go by their place, as some keyboards write them with the shift key
/// alone, or others.
pub(super) fn key_of(press: &KeyboardEvent) -> String {
    let code = press.code();
    match code.strip_prefix("Digit") {
        Some(digit) if !press.shift_key() => digit.to_owned(),
        _ => press.key(),
    }
}
