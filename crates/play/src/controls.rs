//! What readers set by sliders, fields, lists and boxes, as a link has it.

use concord_dom::{all, attribute};
use concord_model::data;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlOptionElement, HtmlSelectElement};

/// The name of the parameter that a control sets, and the value that it has now.
pub(crate) fn said(control: &Element) -> Option<(String, String)> {
    let name = control.get_attribute(data!(setting))?;
    let value = match control.dyn_ref::<HtmlInputElement>() {
        Some(input) if input.type_() == "checkbox" => u8::from(input.checked()).to_string(),
        Some(input) => input.value(),
        None => {
            let select = control.dyn_ref::<HtmlSelectElement>()?;
            match select.multiple() {
                true => chosen(select),
                false => select.value(),
            }
        }
    };
    Some((name, value))
}

/// All that is chosen in a list of several.
fn chosen(select: &HtmlSelectElement) -> String {
    let options = all::<HtmlOptionElement>(select, "option");
    let chosen = options.iter().filter(|option| option.selected());
    chosen.map(HtmlOptionElement::value).collect::<Vec<_>>().join("-")
}

/// Whether a control has a value only when readers are done with it: a field that is typed in.
pub(crate) fn is_typed(control: &Element) -> bool {
    attribute(control, "type") == "number"
}

/// Whether a control is a slider or the field beside it, which show one number.
pub(crate) fn is_number(control: &Element) -> bool {
    matches!(attribute(control, "type").as_str(), "number" | "range")
}

/// Gives all controls of a number the same value, but for the one that readers hold.
pub(crate) fn show(within: &Element, name: &str, value: &str, held: Option<&Element>) {
    let selector = format!(concat!("input[", data!(setting), "='{}']"), name);
    for input in all::<HtmlInputElement>(within, &selector) {
        let is_held = held.is_some_and(|held| *held == **input);
        if !is_held {
            input.set_value(value);
        }
    }
}
