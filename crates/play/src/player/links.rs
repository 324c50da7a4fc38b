//! Links to a model as it is set: the one that the page keeps, and those on it that are followed.

use std::rc::Rc;

use concord_dom::{all, focus, window};
use concord_model::data;
use concord_models::written;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, HtmlInputElement, ScrollLogicalPosition};

use super::{Going, Player};

impl Player {
    /// Keeps in the link and in the address what is set and where the run is. Before anything is written into the page, as
    /// browsers lay out what is written when the address changes.
    pub(super) fn keep(&self) {
        let state = self.state.borrow();
        let play = self.play();
        let steps = state.run.steps();
        let is_moved = state.going != Going::Begins && steps != state.begins;
        let at = is_moved.then_some(steps);
        let href = play.href(&state.settings, at);
        if let Some(link) = self.part("a.this") {
            let _ = link.set_attribute("href", &href);
        }
        if !self.is_page {
            return;
        }
        let query = written(play.model(), play.world, &state.settings, at);
        let Some(window) = window() else { return };
        let location = window.location();
        let (Ok(path), Ok(history)) = (location.pathname(), window.history()) else { return };
        if location.search().is_ok_and(|now| now.trim_start_matches('?') == query) {
            return;
        }
        let address = if query.is_empty() { path } else { format!("{path}?{query}") };
        let before = history.state().unwrap_or_default();
        let _ = history.replace_state_with_url(&before, "", Some(&address));
    }

    /// Takes the settings of a link, if it leads to this model and this is the model's page.
    pub(crate) fn follows(self: &Rc<Self>, link: &Element) -> bool {
        let Some(link) = link.dyn_ref::<HtmlAnchorElement>() else { return false };
        let here = window().and_then(|window| window.location().pathname().ok());
        if !self.is_page || !self.root.is_connected() || here != Some(link.pathname()) {
            return false;
        }
        let query = link.search();
        self.take(&query);
        concord_dom::scroll_to(&self.root, ScrollLogicalPosition::Start);
        if let Some(button) = self.part(concat!("button[", data!(do), "=run]")) {
            focus(&button);
        }
        // What was expected of other settings is no prediction for these.
        for radio in all::<HtmlInputElement>(&self.inner, "input[type=radio]") {
            radio.set_checked(false);
        }
        true
    }
}
