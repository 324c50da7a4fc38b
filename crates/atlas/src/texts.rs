//! Texts and numbers of the page.

use concord_engine::community::whole;
use concord_model::is_accent;
use js_sys::JsString;
use web_sys::Element;

/// A year, as a number of the kind that is written elsewhere, too.
#[inline(never)]
pub(crate) fn written(year: u16) -> String {
    usize::from(year).to_string()
}

/// A number in an attribute.
#[inline(never)]
pub(crate) fn number(element: &Element, name: &str) -> Option<usize> {
    whole(&element.get_attribute(name)?)
}

/// The text of an element.
#[inline(never)]
pub(crate) fn text(element: Option<Element>) -> String {
    element.and_then(|element| element.text_content()).unwrap_or_default()
}

/// A word in lower case and without accents, as the table of states has its names.
pub(crate) fn fold(word: &str) -> String {
    let apart = String::from(JsString::from(word).normalize("NFKD"));
    let letters: String = apart.chars().filter(|c| !is_accent(*c)).collect();
    String::from(JsString::from(letters).to_lower_case())
}
