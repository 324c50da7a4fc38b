//! Short ways to what the browser offers, within the argument.

pub(super) use concord_dom::{
    absolute, all, around, attribute, before_next_picture, class, document, fetch, first, focus,
    form, listen, listen_on_the_way, say, scroll_to, set, tell, window,
};
use web_sys::{Element, Event};

/// What holds the argument on a page.
pub(super) const ROOT: &str = "[data-argument]";

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
