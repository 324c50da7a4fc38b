//! The one place where programs put HTML into the page. All of it has the type [`Html`], so that no text gets
//! there by mistake, and a policy of the page for trusted types would have one place to be named in.

use concord_model::Html;
use web_sys::Element;

/// Puts HTML into an element, in place of what is there.
pub fn put(element: &Element, html: &Html) {
    element.set_inner_html(html.as_str());
}

/// Puts HTML before an element.
pub fn put_before(element: &Element, html: &Html) {
    let _ = element.insert_adjacent_html("beforebegin", html.as_str());
}

/// Puts HTML after an element.
pub fn put_after(element: &Element, html: &Html) {
    let _ = element.insert_adjacent_html("afterend", html.as_str());
}

/// Puts HTML in the place of an element.
pub fn put_in_place(element: &Element, html: &Html) {
    element.set_outer_html(html.as_str());
}
