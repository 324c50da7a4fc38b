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

/// What matches the controls of a parameter.
pub(crate) fn of(name: &str) -> String {
    format!(concat!("[", data!(setting), "='{}']"), name)
}

/// Shows a value, as a link has it, in all controls of its parameter, but for the one that readers hold.
pub(crate) fn show(within: &Element, name: &str, value: &str, held: Option<&Element>) {
    for control in all::<Element>(within, &of(name)) {
        if held == Some(&control) {
            continue;
        }
        match control.dyn_ref::<HtmlInputElement>() {
            Some(input) if input.type_() == "checkbox" => input.set_checked(value == "1"),
            Some(input) => input.set_value(value),
            None => choose(&control, value),
        }
    }
}

/// Chooses in a list. What is chosen already is left as it is, as each change of a long list is work for the page.
fn choose(list: &Element, value: &str) {
    let Some(select) = list.dyn_ref::<HtmlSelectElement>() else { return };
    if !select.multiple() {
        return select.set_value(value);
    }
    let wanted: Vec<&str> = value.split('-').collect();
    for option in all::<HtmlOptionElement>(list, "option") {
        let is_wanted = wanted.contains(&option.value().as_str());
        if option.selected() != is_wanted {
            option.set_selected(is_wanted);
        }
    }
}
