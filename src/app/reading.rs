//! Notes where in a lesson the reader is: the last heading above the upper third of the window. The
//! contents follow, and the reader's record keeps it.

use concord_model::{Id, Route, data};
use gloo::utils::window;
use leptos::prelude::*;
use web_sys::{Element, HtmlAnchorElement};

use crate::{
    Site,
    browser::{page, scroll},
};

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
    let links = page::all::<HtmlAnchorElement>(None, ".contents a");
    let passed = |link: &HtmlAnchorElement| {
        page::at_hash(&link.hash()).is_some_and(|place| is_passed(&place))
    };
    let current = links.iter().rposition(passed);
    for (place, link) in links.iter().enumerate() {
        let _ = if Some(place) == current {
            link.set_attribute("aria-current", "location")
        } else {
            link.remove_attribute("aria-current")
        };
    }
    let far = format!("{}/{}", current.map_or(0, |place| place + 1), links.len());
    for button in page::all::<Element>(None, ".parts") {
        let _ = button.set_attribute(data!(far), &far);
    }
}

/// Whether an element has come above the upper third of the window. One that is hidden has not.
fn is_passed(element: &Element) -> bool {
    let height = window().inner_height().ok().and_then(|height| height.as_f64());
    let rect = element.get_bounding_client_rect();
    rect.height() > 0.0 && rect.top() < height.unwrap_or_default() / 3.0
}

/// The heading of content that the reader passed last; none at the beginning.
fn place() -> Option<Id> {
    let headings = page::all::<Element>(None, ".text :is(h2, h3, h4, h5, h6)[id]");
    headings
        .iter()
        .filter(|heading| is_passed(heading))
        .filter_map(|heading| Id::new(&heading.id()).ok())
        .next_back()
}
