//! Hides statements of owners that the reader does not want to see now. What is hidden but holds
//! something that is shown stays as its sentence alone, so that nothing loses its place.

use concord_model::OwnerMark;
use gloo::{events::EventListener, utils::window};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, HtmlElement, HtmlInputElement};

use crate::{
    Site,
    browser::{clicks::on_click, page},
};

pub(crate) fn follow(site: Site) {
    Effect::new(move || apply(&site.hidden.get()));
    EventListener::new(&window(), "hashchange", move |_| {
        show_target(site, &window().location().hash().unwrap_or_default());
    })
    .forget();
    // The same fragment a second time changes no hash.
    on_click("a[href*=\"#\"]", move |_, link| {
        if let Some(link) = link.dyn_ref::<HtmlAnchorElement>() {
            show_target(site, &link.hash());
        }
    });
}

/// A link to a statement that is hidden shows all again, rather than leading nowhere.
fn show_target(site: Site, hash: &str) {
    let Some(target) = page::at_hash(hash) else { return };
    if is_away(&target) {
        // At once, because what is not shown cannot be scrolled to.
        apply(&[]);
        site.hidden.set(Vec::new());
        let _ = target.focus();
        target.scroll_into_view();
    }
}

fn is_away(element: &Element) -> bool {
    element.closest(".away").ok().flatten().is_some()
}

/// Shows and hides the statements of the page that is open, if the choice stands on it: nothing is
/// hidden where nothing says so.
pub(crate) fn apply(hidden: &[OwnerMark]) {
    let boxes = page::all::<HtmlInputElement>(None, ".filter input");
    let hidden = if boxes.is_empty() { &[] } else { hidden };
    for own in boxes {
        own.set_checked(!hidden.iter().any(|mark| mark.name() == own.value()));
    }
    let is_hidden = |statement: &Element| {
        let classes = statement.class_list();
        hidden.iter().any(|mark| classes.contains(&format!("by-{}", mark.name())))
    };
    for statement in page::all::<Element>(None, ".statement") {
        let own = is_hidden(&statement);
        let inner = || page::all::<Element>(Some(&statement), ".statement");
        let context = own && inner().iter().any(|inner| !is_hidden(inner));
        let classes = statement.class_list();
        let _ = classes.toggle_with_force("context", context);
        let _ = classes.toggle_with_force("away", own && !context);
    }
    for link in page::all::<HtmlAnchorElement>(None, ".contents a") {
        let away = page::at_hash(&link.hash()).is_some_and(|target| is_away(&target));
        let entry = link.parent_element().and_then(|entry| entry.dyn_into::<HtmlElement>().ok());
        if let Some(entry) = entry {
            entry.set_hidden(away);
        }
    }
}
