//! Notes where in a lesson the reader is: the last heading above the upper third of the window.

use concord_model::{Id, Route};
use gloo::utils::{document, window};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::scroll;
use crate::Site;

pub(super) fn follow(site: Site) {
    scroll::on_rest(move || {
        if let Route::Lesson(lesson) = site.route.get_value() {
            let place = place();
            site.store.update(move |record| record.set_place(&lesson, place));
        }
    });
}

/// The heading of content that the reader passed last; none at the beginning.
fn place() -> Option<Id> {
    let height = window().inner_height().ok()?.as_f64()?;
    let headings = document().query_selector_all(".text :is(h2, h3, h4, h5, h6)[id]").ok()?;
    (0..headings.length())
        .filter_map(|index| headings.get(index)?.dyn_into::<Element>().ok())
        .take_while(|heading| heading.get_bounding_client_rect().top() < height / 3.0)
        .filter_map(|heading| Id::new(&heading.id()).ok())
        .last()
}
