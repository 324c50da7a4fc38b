//! The element that holds the page: its text is replaced by that of another prerendered page, its
//! controls are built in their places.

use std::{cell::RefCell, rc::Rc, vec::IntoIter};

use concord_model::{Html, Route, data};
use gloo::timers::callback::Timeout;
use js_sys::Date;
use leptos::{mount::UnmountHandle, prelude::*, tachys::view::any_view::AnyViewState};
use web_sys::{Document, HtmlElement};

use super::{programs, stance};
use crate::{
    Site, argument,
    browser::{page, popover, put::put},
    controls,
    ids::APP_ELEMENT,
    text::Control,
};

/// How long controls are built at once, while a page starts.
const SLICE_MILLISECONDS: f64 = 8.0;

/// A handle to the element and to the controls that are in it.
#[derive(Clone)]
pub(super) struct Stage {
    pub(super) site: Site,
    root: HtmlElement,
    controls: Rc<RefCell<Vec<UnmountHandle<AnyViewState>>>>,
}

impl Stage {
    /// The stage of this document; `None` if the document is not one of ours.
    pub(super) fn new(site: Site) -> Option<Self> {
        let root = page::element(APP_ELEMENT)?;
        Some(Self { site, root, controls: Rc::default() })
    }

    /// Shows another page, which gives up its text.
    pub(super) fn show(&self, route: Route, page: &Document) {
        let Some(text) = page.get_element_by_id(APP_ELEMENT) else { return };
        popover::hide();
        self.controls.borrow_mut().clear();
        put(&self.root, &Html::default());
        while let Some(piece) = text.first_child() {
            let _ = self.root.append_child(&piece);
        }
        self.site.route.set_value(route);
        self.mount();
        argument::apply(&self.site.hidden.get_untracked());
    }

    /// Builds the controls in the places that the text has for them.
    pub(super) fn mount(&self) {
        self.places().into_iter().for_each(|place| self.build(place));
        self.start_programs();
    }

    /// The same for a page that was just loaded, some controls at a time, so that no task holds up
    /// its reader; then goes on with the rest.
    pub(super) fn mount_in_slices(self, then: impl FnOnce() + 'static) {
        let places = self.places().into_iter();
        self.mount_slice(places, then);
    }

    fn mount_slice(self, mut places: IntoIter<HtmlElement>, then: impl FnOnce() + 'static) {
        let end = Date::now() + SLICE_MILLISECONDS;
        while Date::now() < end {
            let Some(place) = places.next() else {
                self.start_programs();
                return then();
            };
            self.build(place);
        }
        Timeout::new(0, move || self.mount_slice(places, then)).forget();
    }

    /// The places that the text has for controls.
    fn places(&self) -> Vec<HtmlElement> {
        page::all(Some(&self.root), concat!("[", data!(control), "]"))
    }

    fn build(&self, place: HtmlElement) {
        let name = place.get_attribute(data!(control)).unwrap_or_default();
        let Some(control) = Control::parse(&name) else { return };
        put(&place, &Html::default());
        let site = self.site;
        let handle = leptos::mount::mount_to(place, move || controls::view(&control, site));
        self.controls.borrow_mut().push(handle);
    }

    fn start_programs(&self) {
        stance::show(self.site, &self.root);
        programs::start(&self.root);
    }
}
