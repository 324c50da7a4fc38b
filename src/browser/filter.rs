//! Hides statements of owners that the reader does not want to see now. What is hidden but holds
//! something that is shown stays as its sentence alone, so that nothing loses its place.

use concord_model::Mark;
use gloo::{
    events::EventListener,
    utils::{document, window},
};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, HtmlElement};

use super::page;
use crate::Site;

pub(super) fn follow(site: Site) {
    Effect::new(move || apply(&site.hidden.get()));
    // A link to a statement that is hidden shows all again, rather than leading nowhere.
    EventListener::new(&window(), "hashchange", move |_| {
        let hash = window().location().hash().unwrap_or_default();
        let target = page::element(hash.trim_start_matches('#'));
        let away = target.and_then(|target| target.closest(".away").ok().flatten());
        if away.is_some() {
            site.hidden.set(Vec::new());
            if let Some(target) = page::element(hash.trim_start_matches('#')) {
                target.scroll_into_view();
            }
        }
    })
    .forget();
}

/// Shows and hides the statements of the page that is open.
pub(super) fn apply(hidden: &[Mark]) {
    let is_hidden = |statement: &Element| {
        let classes = statement.class_list();
        hidden.iter().any(|mark| classes.contains(&format!("by-{}", mark.name())))
    };
    for statement in all(&document().into(), ".statement") {
        let own = is_hidden(&statement);
        let holds = || all(&statement, ".statement").iter().any(|inner| !is_hidden(inner));
        let context = own && holds();
        let classes = statement.class_list();
        let _ = classes.toggle_with_force("context", context);
        let _ = classes.toggle_with_force("away", own && !context);
    }
    for link in all(&document().into(), ".contents a") {
        let hash = link.dyn_ref::<HtmlAnchorElement>().map(HtmlAnchorElement::hash);
        let target = hash.and_then(|hash| page::element(hash.trim_start_matches('#')));
        let away = target.and_then(|target| target.closest(".away").ok().flatten()).is_some();
        if let Some(entry) = link.parent_element().and_then(|li| li.dyn_into::<HtmlElement>().ok())
        {
            entry.set_hidden(away);
        }
    }
}

fn all(within: &web_sys::Node, selector: &str) -> Vec<Element> {
    let found = match within.dyn_ref::<Element>() {
        Some(element) => element.query_selector_all(selector),
        None => document().query_selector_all(selector),
    };
    let Ok(found) = found else { return Vec::new() };
    (0..found.length()).filter_map(|place| found.get(place)?.dyn_into().ok()).collect()
}
