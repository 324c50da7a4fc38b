//! Reads the form of a question, moves its steps, and clears it.

use concord_engine::{review::Confidence, scoring::Response};
use concord_model::{Id, Interaction, data, talk::QuizAction};
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, HtmlElement, HtmlFormElement, HtmlInputElement, HtmlSelectElement,
    ScrollIntoViewOptions, ScrollLogicalPosition,
};

use crate::browser::page;

pub(crate) use web_sys::HtmlFormElement as Form;

/// The form, and what the button asks for that was clicked in it.
pub(crate) fn action(event: &Event) -> Option<(HtmlFormElement, QuizAction)> {
    let action = QuizAction::read(&button(event)?.get_attribute(data!(do))?)?;
    let form = page::closest(event, "form")?;
    Some((form.dyn_into().ok()?, action))
}

/// Takes away a button that has nothing left to do; the focus goes on to the one that checks.
pub(crate) fn remove_button(event: &Event, form: &HtmlFormElement) {
    if let Some(button) = button(event) {
        focus_check(form);
        button.remove();
    }
}

/// Brings into sight what is said of an answer, which may be below the window, or the frame.
pub(crate) fn show_verdict(form: &HtmlFormElement) {
    if let Some(verdict) = all::<Element>(form, ".feedback p").next() {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        verdict.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

fn button(event: &Event) -> Option<HtmlElement> {
    page::closest(event, concat!("button[", data!(do), "]"))?.dyn_into().ok()
}

/// What the reader has answered so far.
pub(crate) fn response(form: &HtmlFormElement, interaction: &Interaction) -> Response {
    match interaction {
        Interaction::Choice(_) | Interaction::Multiple(_) | Interaction::Build { .. } => {
            let chosen =
                all::<HtmlInputElement>(form, ".options input").filter(HtmlInputElement::checked);
            Response::Chosen(chosen.filter_map(|input| input.value().parse().ok()).collect())
        }
        Interaction::Blank(_) => {
            let field = all::<HtmlInputElement>(form, ".blank input").next();
            Response::Written(field.map(|field| field.value()).unwrap_or_default())
        }
        Interaction::Match(places) | Interaction::Sort(places) => {
            let mut placed = vec![None; places.things.len()];
            for select in all::<HtmlSelectElement>(form, concat!("select[", data!(thing), "]")) {
                let thing = number(&select, data!(thing));
                if let Some(slot) = thing.and_then(|thing| placed.get_mut(thing)) {
                    *slot = select.value().parse().ok();
                }
            }
            Response::Placed(placed)
        }
        Interaction::Point(_) => {
            let states = concat!("select[", data!(states), "]");
            let chosen = all::<HtmlSelectElement>(form, states).next();
            Response::Pointed(chosen.and_then(|select| Id::new(&select.value()).ok()))
        }
        Interaction::Order(_) => {
            let steps = all::<Element>(form, concat!("[", data!(step), "]"));
            Response::Ordered(steps.filter_map(|step| number(&step, data!(step))).collect())
        }
    }
}

/// How sure the reader says they are.
pub(crate) fn confidence(form: &HtmlFormElement) -> Confidence {
    let chosen = all::<HtmlInputElement>(form, ".sure input:checked").next();
    chosen.and_then(|input| Confidence::from_name(&input.value())).unwrap_or_default()
}

fn number(element: &Element, name: &str) -> Option<usize> {
    element.get_attribute(name)?.parse().ok()
}

fn all<T: JsCast>(form: &HtmlFormElement, selector: &str) -> impl Iterator<Item = T> {
    page::all(Some(form), selector).into_iter()
}

/// Moves the step whose button was clicked up or down by one, and tells what moved, its new place
/// from 1, and how many steps there are. The focus stays on the button.
pub(crate) fn move_step(event: &Event, up: bool) -> Option<(String, usize, usize)> {
    let button = button(event)?;
    let step = button.closest(concat!("[", data!(step), "]")).ok().flatten()?;
    let list = step.parent_element()?;
    if up {
        let before = step.previous_element_sibling()?;
        list.insert_before(&step, Some(&before)).ok()?;
    } else {
        let after = step.next_element_sibling()?;
        list.insert_before(&after, Some(&step)).ok()?;
    }
    // Moving an element takes the focus off what is in it; at an end, the other button is left.
    let is_at_end = step.previous_element_sibling().is_none() && up
        || step.next_element_sibling().is_none() && !up;
    let other = if up { QuizAction::Down } else { QuizAction::Up };
    let other = [concat!("[", data!(do), "="), other.name(), "]"].concat();
    let other = if is_at_end { step.query_selector(&other).ok().flatten() } else { None };
    page::focus(other.as_ref().and_then(|other| other.dyn_ref()).unwrap_or(&button));
    let place = place(&step);
    let text = step.first_element_child().and_then(|text| text.text_content()).unwrap_or_default();
    Some((text, place, list.child_element_count() as usize))
}

/// The place of an element among its siblings, from 1.
pub(super) fn place(element: &Element) -> usize {
    std::iter::successors(Some(element.clone()), Element::previous_element_sibling).count()
}

/// Clears the form, and puts the focus on the button that checks it, as the one that was pressed
/// is gone.
pub(crate) fn reset(form: &HtmlFormElement) {
    form.reset();
    focus_check(form);
}

fn focus_check(form: &HtmlFormElement) {
    if let Some(check) = form.query_selector("[type=submit]").ok().flatten()
        && let Some(check) = check.dyn_ref::<HtmlElement>()
    {
        page::focus(check);
    }
}
