//! What clicks and forms ask for, and what has the focus.

use concord_model::{
    Html, data,
    talk::{ArgumentAction, Panel, Request, Verdict},
};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlInputElement, HtmlSelectElement, MouseEvent};

use super::{
    dom::{self, ENTRY, NODE, around, attribute, closest, first, id_of, root},
    drawing::CANVAS,
    gestures, link, outline, own, owners, panels, parts, picture, select,
    state::with,
};

pub(super) fn listen(document: &Document) {
    dom::listen(document, "change", changed);
    dom::listen(document, "input", parts::chosen);
    dom::listen(document, "click", clicked);
    dom::listen(document, "focusin", focused);
}

fn changed(event: &Event) {
    if let Some(place) = closest(event, concat!("[", data!(leaf), "]")) {
        let input = event.target().and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
        if let Some(verdict) = input.and_then(|input| Verdict::read(&input.value())) {
            link::judge(&attribute(&place, data!(leaf)), verdict);
        }
    } else if let Some(files) = closest(event, "input[type=file]") {
        own::open_file(&files);
    } else if let Some(select) = closest(event, concat!("select[", data!(crux), "]")) {
        if let Ok(select) = select.dyn_into::<HtmlSelectElement>() {
            link::ask(Request::Crux(&select.value()));
        }
    } else if closest(event, concat!("[", data!(owner), "]")).is_some() {
        with(|view| {
            owners::filter(&view.root, &view.shown);
            Some(())
        });
    }
}

/// What has the focus in the outline is selected in drawings, so that keys need no further stop.
fn focused(event: &Event) {
    if let Some(place) = closest(event, "a, button, input, select, summary, [tabindex]")
        && around(&place, concat!("[", data!(panel), "], .picked")).is_none()
    {
        with(|view| view.focused.replace(place));
    }
    if let Some(entry) = closest(event, ENTRY) {
        let id = id_of(&entry);
        if with(|view| Some(view.selected.as_ref() != Some(&id))).unwrap_or_default() {
            select::select(&entry);
        }
    }
}

fn clicked(event: &MouseEvent) {
    if event.button() != 0 {
        return;
    }
    if let Some(entry) = linked(event) {
        event.prevent_default();
        return outline::go_to(&entry);
    }
    if event.default_prevented() {
        return;
    }
    if let Some(button) = closest(event, concat!("button[", data!(verdict), "]")) {
        if let Some(verdict) = Verdict::read(&attribute(&button, data!(verdict))) {
            link::judge(&attribute(&button, data!(on)), verdict);
        }
    } else if let Some(button) = closest(event, concat!("button[", data!(do), "]")) {
        if let Some(action) = ArgumentAction::read(&attribute(&button, data!(do))) {
            press(&button, action);
        }
    } else if let Some(button) = closest(event, concat!("button[", data!(found), "]")) {
        parts::choose_found(&button);
    } else {
        pick(event);
    }
}

/// The statement in the outline here to which a link in an answer leads. The guide's program may have left
/// it to the browser.
fn linked(event: &MouseEvent) -> Option<Element> {
    let link = closest(event, concat!("[", data!(panel), "] a, [", data!(why), "] a"))?;
    outline::meant_by(&link).filter(|_| dom::is_plain(event))
}

/// What a button asks of the worker, if it is the worker that answers, and needs to know nothing else.
fn request(action: ArgumentAction) -> Option<Request<'static>> {
    Some(match action {
        ArgumentAction::Opening => Request::Opening,
        ArgumentAction::Blank => Request::Blank,
        ArgumentAction::Granted => Request::Granted,
        ArgumentAction::Alone => Request::Alone,
        ArgumentAction::Take => Request::Take,
        ArgumentAction::Undo => Request::Undo,
        ArgumentAction::Close => Request::Close,
        ArgumentAction::Share => Request::Share,
        ArgumentAction::Restore => Request::Restore,
        ArgumentAction::LinkOwn => Request::LinkOwn,
        ArgumentAction::SaveOwn => Request::SaveOwn,
        ArgumentAction::Argdown => Request::Argdown,
        ArgumentAction::TakeIn => Request::TakeIn,
        ArgumentAction::LeaveOut => Request::LeaveOut,
        _ => return None,
    })
}

/// Does what a button asks for.
fn press(button: &Element, action: ArgumentAction) {
    if let Some(request) = request(action) {
        link::ask(request);
    }
    let Some(root) = root() else { return };
    match action {
        // What was said to a question of what if no longer holds.
        ArgumentAction::Opening
        | ArgumentAction::Blank
        | ArgumentAction::Granted
        | ArgumentAction::Alone => tell_then(&root, ""),
        ArgumentAction::Share
        | ArgumentAction::Restore
        | ArgumentAction::LinkOwn
        | ArgumentAction::SaveOwn
        | ArgumentAction::Argdown => {}
        ArgumentAction::TakeIn | ArgumentAction::LeaveOut => {
            leave_stance();
            focus_back(&root);
        }
        ArgumentAction::Object => own::object(&root, &attribute(button, data!(on))),
        ArgumentAction::Reword => own::reword(&root, button),
        ArgumentAction::Write => own::write(&root),
        ArgumentAction::Remove => {
            link::ask(Request::Remove(&attribute(button, data!(on))));
            own::to_list(&root);
        }
        // What was pressed goes away with these, so the focus goes back to where it was.
        ArgumentAction::Take | ArgumentAction::Close => {
            leave_stance();
            focus_back(&root);
        }
        ArgumentAction::Undo => {
            tell_then(&root, "");
            focus_back(&root);
        }
        ArgumentAction::Hush => {
            panels::show(&root, Panel::Changed, &Html::default());
            focus_back(&root);
        }
        ArgumentAction::WhatIf => {
            link::judge(&attribute(button, data!(on)), Verdict::Reject);
            tell_then(&root, &attribute(button, "aria-describedby"));
        }
        ArgumentAction::Part => link::ask(Request::Part(&attribute(button, data!(ask)))),
        ArgumentAction::Fold => outline::fold(&root, true),
        ArgumentAction::Unfold => outline::fold(&root, false),
        ArgumentAction::ToWords => select::to_words(),
        ArgumentAction::Image => picture::save(button),
        ArgumentAction::Larger => gestures::scale(button, gestures::Scale::Larger),
        ArgumentAction::Smaller => gestures::scale(button, gestures::Scale::Smaller),
        ArgumentAction::Fit => gestures::scale(button, gestures::Scale::Fit),
    }
}

/// Shows what is said to the question of what if that was tried, and to no other.
fn tell_then(root: &Element, id: &str) {
    for then in dom::all::<Element>(root, ".then") {
        let _ = then.toggle_attribute_with_force("hidden", then.id() != id);
    }
}

/// Selects the statement that was clicked; a second time, or beside all of them, selects none.
fn pick(event: &MouseEvent) {
    // What the browser itself answers, and the end of a drag, select nothing.
    let own = closest(event, "a, input, select, label, button, summary").is_some();
    if own || gestures::was_dragged() {
        return;
    }
    let selected = with(|view| view.selected.clone());
    match closest(event, NODE) {
        Some(node) if node.local_name() == "g" && selected == Some(id_of(&node)) => select::clear(),
        Some(node) => select::select(&node),
        None if closest(event, CANVAS).is_some() => select::clear(),
        None => {}
    }
}

/// Gives the focus to what had it last, or to the page's first heading.
fn focus_back(root: &Element) {
    let place = with(|view| view.focused.clone()).filter(|place| place.is_connected());
    if let Some(place) = place.or_else(|| first(root, "h1, h2")) {
        dom::focus(&place);
    }
}

/// Leaves the stance of the address, so that loading the page anew does not compare with it again.
fn leave_stance() {
    let leave = |window: web_sys::Window| {
        let path = window.location().pathname().ok()?;
        let history = window.history().ok()?;
        // Where an address may not be replaced, it stays.
        history.replace_state_with_url(&history.state().ok()?, "", Some(&path)).ok()
    };
    let _ = dom::window().and_then(leave);
}
