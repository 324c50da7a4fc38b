//! What a map shows: a layer, a second one, a drawing, a year, and chosen states. It comes from the
//! address, or from where the map stands, and the address keeps it.

use concord_dom::{form, window};
use concord_model::Route;
use web_sys::{Element, UrlSearchParams};

use crate::{Data, told::written, whole};

/// The drawings by their names in addresses, in the order of their marks.
const DRAWINGS: [&str; 5] = ["map", "tiles", "one", "population", "users"];

/// What is chosen.
#[derive(Default)]
pub(crate) struct Choice {
    pub(crate) layer: usize,
    pub(crate) with: Option<usize>,
    pub(crate) drawing: usize,
    /// The year; none for the last.
    pub(crate) year: Option<u16>,
    /// Chosen states, in the order in which they were chosen.
    pub(crate) chosen: Vec<usize>,
    /// The state that is pointed at.
    pub(crate) at: Option<usize>,
}

impl Choice {
    /// What the address says if the map has a page of its own; else what its place says.
    pub(crate) fn read(data: &Data, root: &Element, is_page: bool) -> Self {
        let search =
            window().and_then(|window| window.location().search().ok()).unwrap_or_default();
        let query = UrlSearchParams::new_with_str(&search).ok().filter(|_| is_page);
        let get = |name: &str| {
            let value = query.as_ref().and_then(|query| query.get(name));
            let mut value = value.or_else(|| root.get_attribute(&format!("data-{name}")))?;
            // All names are in lower case, but codes are often written in capitals.
            value.make_ascii_lowercase();
            Some(value)
        };
        let layer = |name: &str| {
            let id = get(name)?;
            data.columns.iter().position(|column| column.id == id)
        };
        let drawing = get("drawing").unwrap_or_default();
        let states = get("states").unwrap_or_default();
        let state = |id: &str| data.states.iter().position(|state| state.id.as_str() == id);
        let mut chosen: Vec<usize> = Vec::new();
        for state in states.split(',').filter_map(state) {
            if !chosen.contains(&state) {
                chosen.push(state);
            }
        }
        let own = layer("layer").unwrap_or_default();
        // A year is one of the layer's: the nearest to what the address says.
        let year =
            data.columns.get(own).and_then(|column| column.years).and_then(|(first, last)| {
                let year = whole(&get("year")?)?.max(first.into()).min(last.into()) as u16;
                Some(year).filter(|year| *year != last)
            });
        Self {
            layer: own,
            with: layer("with"),
            drawing: DRAWINGS.iter().position(|name| *name == drawing).unwrap_or_default(),
            year,
            chosen,
            at: None,
        }
    }

    /// Keeps it in the address of the page, so that a link brings all of it back.
    pub(crate) fn keep(&self, data: &Data) {
        let id = |layer: usize| data.columns.get(layer).map(|column| column.id.as_str());
        let year = self.year.map(written).unwrap_or_default();
        let states = self.chosen.iter().filter_map(|state| data.states.get(*state));
        let states: Vec<&str> = states.map(|state| state.id.as_str()).collect();
        let drawing = DRAWINGS.get(self.drawing).filter(|_| self.drawing > 0);
        let values = [
            ("layer", id(self.layer).filter(|_| self.layer > 0).unwrap_or_default()),
            ("with", self.with.and_then(id).unwrap_or_default()),
            ("drawing", drawing.copied().unwrap_or_default()),
            ("year", &year),
            ("states", &states.join(",")),
        ];
        let Some(history) = window().and_then(|window| window.history().ok()) else { return };
        let state = history.state().unwrap_or_default();
        let address = Route::atlas_with(&values, form());
        let _ = history.replace_state_with_url(&state, "", Some(&address));
    }
}
