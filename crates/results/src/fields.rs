//! What is written in fields, and texts to copy. The guide's program copies them.

use concord_dom::first;
use concord_model::{Html, Plural, data, fill, html, talk::ResultsEntry};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// The field of an entry.
pub(crate) fn field(within: &Element, entry: ResultsEntry) -> Option<Element> {
    first(within, &[concat!("[", data!(entry), "="), entry.name(), "]"].concat())
}

/// What stands in the field of an entry.
pub(crate) fn value(within: &Element, entry: ResultsEntry) -> String {
    field(within, entry).as_ref().map(value_of).unwrap_or_default()
}

/// What stands in a field, a list or a text.
pub(crate) fn value_of(field: &Element) -> String {
    if let Some(own) = field.dyn_ref::<HtmlInputElement>() {
        return own.value();
    }
    if let Some(own) = field.dyn_ref::<HtmlSelectElement>() {
        return own.value();
    }
    field.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value).unwrap_or_default()
}

/// A text to copy, with its name and its button.
pub(crate) fn to_copy(name: &str, label: &str, copy: &str, text: &str) -> Html {
    let [field, own, button] =
        ["_copy-", "_label-", "_button-"].map(|start| start.to_owned() + name);
    html! {
        p.copy {
            label #(own) for=(field) { (label) }
            input #(field) readonly value=(text);
            button #(button) type="button" aria-labelledby={ (button) " " (own) } data-copies=(field) {
                (copy)
            }
        }
    }
}

/// A sentence about a number.
pub(crate) fn counted(plural: &Plural, forms: &concord_model::Forms, count: usize) -> String {
    let number = u32::try_from(count).unwrap_or(u32::MAX);
    fill(forms.form(plural, number), &[("count", &count.to_string())])
}

/// A day as ISO 8601 writes it, which all countries read alike.
pub(crate) fn day(day: u32) -> String {
    let date = js_sys::Date::new(&(f64::from(day) * 86_400_000.0).into());
    // Days that no calendar has come from results that were written by hand.
    let is_one = !date.get_time().is_nan();
    let written = is_one.then(|| String::from(date.to_iso_string()));
    written.and_then(|own| own.split('T').next().map(str::to_owned)).unwrap_or_default()
}

/// Today, counted from 1 January 1970 in the reader's own time.
pub(crate) fn today() -> u32 {
    let now = js_sys::Date::new_0();
    ((now.get_time() / 60_000.0 - now.get_timezone_offset()) / 1_440.0) as u32
}
