//! The element that holds the page: its text is replaced as a whole, its controls are built in
//! their places.

use std::{cell::RefCell, rc::Rc};

use concord_model::{Html, Route};
use leptos::{mount::UnmountHandle, prelude::*, tachys::view::any_view::AnyViewState};
use web_sys::HtmlElement;

use super::{argument_map, filter, map, page, popover, put::put};
use crate::{Site, controls::Control, pages};

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
        let root = page::element(pages::APP_ELEMENT)?;
        Some(Self { site, root, controls: Rc::default() })
    }

    /// Shows another page.
    pub(super) fn show(&self, route: Route) {
        popover::hide();
        self.controls.borrow_mut().clear();
        put(&self.root, &pages::html(self.site, &route));
        self.site.route.set_value(route);
        self.mount();
        filter::apply(&self.site.hidden.get_untracked());
    }

    /// Builds the controls in the places that the text has for them.
    pub(super) fn mount(&self) {
        let places = page::all::<HtmlElement>(Some(&self.root), "[data-control]");
        for place in places {
            let name = place.get_attribute("data-control").unwrap_or_default();
            let Some(control) = Control::parse(&name) else { continue };
            put(&place, &Html::default());
            let site = self.site;
            let handle = leptos::mount::mount_to(place, move || control.view(site));
            self.controls.borrow_mut().push(handle);
        }
        map::start(self.site);
        argument_map::show(self.site, &self.root);
    }
}
