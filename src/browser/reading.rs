//! Notes where in a lesson the reader is: the last heading above the upper third of the window. The
//! contents follow, and the reader's record keeps it.

use concord_model::{Id, Route};
use gloo::utils::{document, window};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement};

use super::{page, scroll};
use crate::Site;

pub(super) fn follow(site: Site) {
    scroll::on_rest(move || {
        if let Route::Lesson(lesson) = site.route.get_value() {
            let place = place();
            mark_in_contents();
            site.store.update(move |record| record.set_place(&lesson, place));
        }
    });
}

/// Marks the part of the lesson that is read now in its contents.
fn mark_in_contents() {
    let Some(links) = document().query_selector_all(".contents a").ok() else { return };
    let links: Vec<HtmlAnchorElement> =
        (0..links.length()).filter_map(|index| links.get(index)?.dyn_into().ok()).collect();
    let passed = |link: &&HtmlAnchorElement| {
        page::element(link.hash().trim_start_matches('#')).is_some_and(is_passed)
    };
    let current = links.iter().rfind(passed);
    for link in &links {
        let _ = if Some(link) == current {
            link.set_attribute("aria-current", "location")
        } else {
            link.remove_attribute("aria-current")
        };
    }
}

/// Whether an element has come above the upper third of the window.
fn is_passed(element: impl AsRef<Element>) -> bool {
    let height = window().inner_height().ok().and_then(|height| height.as_f64());
    let rect = element.as_ref().get_bounding_client_rect();
    rect.top() < height.unwrap_or_default() / 3.0
}

/// The heading of content that the reader passed last; none at the beginning.
fn place() -> Option<Id> {
    let headings = document().query_selector_all(".text :is(h2, h3, h4, h5, h6)[id]").ok()?;
    (0..headings.length())
        .filter_map(|index| headings.get(index)?.dyn_into::<Element>().ok())
        .take_while(|heading| is_passed(heading))
        .filter_map(|heading| Id::new(&heading.id()).ok())
        .last()
}
