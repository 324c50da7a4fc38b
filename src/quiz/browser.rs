//! Reads the form of a question, moves what can be moved in it, and writes into it: an answer, and what is right of it.

use concord_engine::{
    review::Confidence,
    scoring::{Explained, Response},
};
use concord_model::{Id, Interaction, Route, data, talk::QuizAction};
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, HtmlButtonElement, HtmlElement, HtmlFormElement, HtmlInputElement,
    HtmlSelectElement,
};

use crate::browser::{page, query};

pub(crate) use web_sys::HtmlFormElement as Form;

/// What has a number among the parts of an answer.
const PARTS: &str = concat!("[", data!(nth), "]");
/// What goes to the things of a match.
const PLACE: &str = ".place[draggable]";

/// The form, what the button asks for that was clicked in it, and how sure the reader is, if that button says so.
pub(crate) fn action(event: &Event) -> Option<(HtmlFormElement, QuizAction, Option<Confidence>)> {
    let button = button(event)?;
    let action = QuizAction::read(&button.get_attribute(data!(do))?)?;
    Some((form(event)?, action, Confidence::from_name(&button.value())))
}

/// The form that an event is about.
pub(crate) fn form(event: &Event) -> Option<HtmlFormElement> {
    page::closest(event, "form")?.dyn_into().ok()
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
        page::bring_into_view(&verdict);
    }
}

/// Writes the first answer to a question on its form, for whoever asks for results.
pub(crate) fn keep_first(form: &HtmlFormElement, told: &str) {
    if !form.has_attribute(data!(answered)) {
        let _ = form.set_attribute(data!(answered), told);
    }
}

/// Makes the form that asks for quizzes ready: it stands behind a line where there is a quiz before it, has what the
/// address asks for already chosen, and leads where this host answers.
pub(crate) fn prepare_form(is_alone: bool) {
    let Some(form) = page::all::<HtmlElement>(None, ".make").pop() else { return };
    if let Some(around) = form.parent_element() {
        let _ = around.toggle_attribute_with_force("open", is_alone);
        if let Some(line) = around.first_element_child() {
            let _ = line.toggle_attribute_with_force("hidden", is_alone);
        }
    }
    let _ = form.set_attribute("action", &Route::Quiz.href(page::form()));
    let asked = |name: String| query::all(&name).into_iter().filter(|value| !value.is_empty());
    for field in page::all::<HtmlInputElement>(Some(&form), "input[name]") {
        let mut asked = asked(field.name());
        if field.type_() == "checkbox" {
            field.set_checked(asked.any(|value| value == field.value()));
        } else if let Some(value) = asked.next_back() {
            field.set_value(&value);
        }
    }
    for choice in page::all::<HtmlSelectElement>(Some(&form), "select[name]") {
        let is_asked = |value: &String| {
            choice.set_value(value);
            choice.selected_index() >= 0
        };
        if !asked(choice.name()).any(|value| is_asked(&value)) {
            choice.set_selected_index(0);
        }
    }
}

fn button(event: &Event) -> Option<HtmlButtonElement> {
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
        Interaction::Match(places)
        | Interaction::Sort(places)
        | Interaction::Rebuild { all: places, .. } => {
            let mut placed = vec![None; places.things.len()];
            for thing in parts(form) {
                if let Some(slot) = number(&thing).and_then(|thing| placed.get_mut(thing)) {
                    let chosen = all::<HtmlInputElement>(&thing, ".place :checked").next();
                    *slot = chosen.and_then(|input| input.value().parse().ok());
                }
            }
            Response::Placed(placed)
        }
        Interaction::Point(_) => {
            let chosen = all::<HtmlSelectElement>(form, "select").next();
            Response::Pointed(chosen.and_then(|select| Id::new(&select.value()).ok()))
        }
        Interaction::Order(_) => {
            Response::Ordered(parts(form).filter_map(|step| number(&step)).collect())
        }
    }
}

/// Puts an answer into the form, in place of the one that is there.
pub(crate) fn fill(form: &HtmlFormElement, response: &Response) {
    match response {
        Response::Chosen(chosen) => {
            for input in all::<HtmlInputElement>(form, ".options input") {
                input.set_checked(input.value().parse().is_ok_and(|place| chosen.contains(&place)));
            }
        }
        Response::Written(text) => {
            all::<HtmlInputElement>(form, ".blank input").for_each(|field| field.set_value(text));
        }
        Response::Pointed(state) => {
            let state = state.as_ref().map_or("", Id::as_str);
            for select in all::<HtmlSelectElement>(form, "select") {
                select.set_value(state);
                page::tell_change(&select);
            }
        }
        Response::Placed(placed) => {
            all(form, ".thing > [draggable]").for_each(|place| take_back(&place));
            for thing in parts(form) {
                let place = number(&thing).and_then(|at| *placed.get(at)?);
                let is_own = |input: &HtmlInputElement| {
                    place.is_some() && input.value().parse().ok() == place
                };
                for input in all::<HtmlInputElement>(&thing, ".place input") {
                    input.set_checked(is_own(&input));
                }
                let lying = all::<HtmlInputElement>(form, ".places input").find(is_own);
                if let Some(place) = lying.and_then(|input| input.parent_element()) {
                    put(&place, &thing);
                }
            }
            choose_next(form);
        }
        Response::Ordered(order) => {
            all(form, ".steps").for_each(|steps| check(&steps, false));
            for at in order {
                if let Some(step) = parts(form).find(|step| number(step) == Some(*at))
                    && let Some(list) = step.parent_element()
                {
                    let _ = list.append_child(&step);
                }
            }
        }
    }
}

/// Says of each part of an answer whether it is right, where that stands.
pub(crate) fn mark(form: &HtmlFormElement, told: &[Explained<'_>], [right, wrong]: [&str; 2]) {
    for part in parts(form) {
        let Ok(Some(mark)) = part.query_selector(".outcome") else { continue };
        let own = told.iter().find(|told| number(&part) == Some(told.at));
        let (class, word) = match own {
            Some(told) if told.right => ("outcome right", right),
            Some(_) => ("outcome wrong", wrong),
            None => ("outcome", ""),
        };
        mark.set_class_name(class);
        mark.set_text_content(Some(word));
    }
}

fn parts(form: &Element) -> impl Iterator<Item = Element> {
    all(form, PARTS)
}

fn number(part: &Element) -> Option<usize> {
    part.get_attribute(data!(nth))?.parse().ok()
}

fn all<T: JsCast>(form: &Element, selector: &str) -> impl Iterator<Item = T> {
    page::all(Some(form), selector).into_iter()
}

/// What is to be seen of a part, in words.
pub(super) fn text(element: &Element) -> String {
    let own = element.query_selector("span").ok().flatten();
    own.and_then(|own| own.text_content()).unwrap_or_default()
}

/// Puts what was tapped to the thing that is chosen; or takes it back from its thing, which is chosen then.
/// Tells what lies where now.
pub(crate) fn tapped(event: &Event) -> Option<String> {
    let place = page::closest(event, PLACE)?;
    let form = place.closest("form").ok()??;
    if let Some(thing) = place.closest(".thing").ok()? {
        take_back(&place);
        choose(&thing);
        focus_first(all(&place, "input"));
        return Some(text(&thing));
    }
    let thing = form.query_selector(".thing:has([type=radio]:checked)").ok()??;
    put(&place, &thing);
    focus_first(all(&form, ".places input").chain(all(&form, "[type=submit]")));
    Some(laid(&place, &thing))
}

/// Puts a place to a thing in the stead of what lies there, and chooses the next thing that has none.
pub(super) fn put(place: &Element, thing: &Element) {
    if let Ok(Some(other)) = thing.query_selector(".place") {
        take_back(&other);
    }
    let _ = thing.append_child(place);
    check(place, true);
    if let Some(things) = thing.parent_element() {
        choose_next(&things);
    }
}

/// Chooses the first thing that has no place.
fn choose_next(form: &Element) {
    if let Some(next) = all(form, ".thing:not(:has(.place))").next() {
        choose(&next);
    }
}

/// What lies where, as it is said.
pub(super) fn laid(place: &Element, thing: &Element) -> String {
    [&text(thing), " → ", &text(place)].concat()
}

fn take_back(place: &Element) {
    let form = place.closest("form").ok().flatten();
    if let Some(Ok(Some(list))) = form.map(|form| form.query_selector(".places")) {
        let _ = list.append_child(place);
        check(place, false);
    }
}

/// Chooses a thing, by its first field.
fn choose(thing: &Element) {
    check(thing, true);
}

fn check(around: &Element, checked: bool) {
    if let Some(input) = all::<HtmlInputElement>(around, "input").next() {
        input.set_checked(checked);
    }
}

fn focus_first(mut fields: impl Iterator<Item = HtmlElement>) {
    fields.next().iter().for_each(page::focus);
}

/// A step that was tapped is lifted; the one that was lifted before goes to its place. Tells what moved, as
/// [`move_step`] does.
pub(crate) fn step_tapped(event: &Event) -> Option<Moved> {
    let onto = page::closest(event, ".steps label")?.closest(PARTS).ok()??;
    let lifted = |step: &Element| {
        *step != onto && step.query_selector(":checked").is_ok_and(|on| on.is_some())
    };
    let step = parts(&onto.parent_element()?).find(lifted)?;
    for own in [&step, &onto] {
        check(own, false);
    }
    put_step(&step, &onto)
}

/// Puts a step where another one is: below it, if it comes from above, and the other way round.
pub(super) fn put_step(step: &Element, onto: &Element) -> Option<Moved> {
    let list = onto.parent_element()?;
    let is_above = place(step) < place(onto);
    let next = if is_above { onto.next_element_sibling() } else { Some(onto.clone()) };
    list.insert_before(step, next.as_ref().map(AsRef::as_ref)).ok()?;
    Some((text(step), place(step), list.child_element_count() as usize))
}

/// A step that moved, its new place from 1, and how many steps there are.
pub(crate) type Moved = (String, usize, usize);

/// Moves the step whose button was clicked up or down by one, and tells what moved. The focus stays on the button.
pub(crate) fn move_step(event: &Event, up: bool) -> Option<Moved> {
    let button = button(event)?;
    let step = button.closest(PARTS).ok().flatten()?;
    let onto = if up { step.previous_element_sibling() } else { step.next_element_sibling() };
    let moved = put_step(&step, &onto?)?;
    // Moving an element takes the focus off what is in it; at an end, the other button is left.
    let is_at_end = step.previous_element_sibling().is_none() && up
        || step.next_element_sibling().is_none() && !up;
    let other = if up { QuizAction::Down } else { QuizAction::Up };
    let other = [concat!("[", data!(do), "="), other.name(), "]"].concat();
    let other = if is_at_end { step.query_selector(&other).ok().flatten() } else { None };
    page::focus(other.as_ref().and_then(|other| other.dyn_ref()).unwrap_or(&button));
    Some(moved)
}

/// The place of an element among its siblings, from 1.
fn place(element: &Element) -> usize {
    std::iter::successors(Some(element.clone()), Element::previous_element_sibling).count()
}

/// Puts the focus where a reader goes on whose button is gone: to another try, or to check one.
pub(crate) fn focus_check(form: &HtmlFormElement) {
    let on = [concat!(".feedback [", data!(do), "="), QuizAction::Again.name(), "]"].concat();
    focus_first(all(form, &on).chain(all(form, "[type=submit]")));
}
