//! What a map shows: a layer, a second one, a drawing, a year, and chosen states. It comes from the
//! address, or from where the map stands, and the address keeps it.

use concord_model::{Guide, Route};
use gloo::utils::{history, window};
use web_sys::{Element, UrlSearchParams};

use super::{super::page, Data, whole};

/// The drawings by their names in addresses, in the order of their marks.
const DRAWINGS: [&str; 5] = ["map", "tiles", "one", "population", "users"];

/// What is chosen.
#[derive(Clone, Default)]
pub(super) struct Choice {
    pub(super) layer: usize,
    pub(super) with: Option<usize>,
    pub(super) drawing: usize,
    /// The year; none for the last.
    pub(super) year: Option<u16>,
    /// Chosen states, in the order in which they were chosen.
    pub(super) chosen: Vec<usize>,
    /// The state that is pointed at.
    pub(super) at: Option<usize>,
}

impl Choice {
    /// What the address says if the map has a page of its own; else what its place says.
    pub(super) fn read(guide: &Guide, data: &Data, root: &Element, is_page: bool) -> Self {
        let search = window().location().search().unwrap_or_default();
        let query = UrlSearchParams::new_with_str(&search).ok().filter(|_| is_page);
        let get = |name: &str| {
            let value = query.as_ref().and_then(|query| query.get(name));
            value.or_else(|| root.get_attribute(&format!("data-{name}")))
        };
        let layer = |name: &str| {
            let id = get(name)?;
            data.columns.iter().position(|column| column.id == id)
        };
        let drawing = get("drawing").unwrap_or_default();
        let states = get("states").unwrap_or_default();
        let state = |id: &str| guide.states.iter().position(|state| state.id.as_str() == id);
        Self {
            layer: layer("layer").unwrap_or_default(),
            with: layer("with"),
            drawing: DRAWINGS.iter().position(|name| *name == drawing).unwrap_or_default(),
            year: get("year").and_then(|year| Some(whole(&year)? as u16)),
            chosen: states.split(',').filter_map(state).collect(),
            at: None,
        }
    }

    /// Keeps it in the address of the page, so that a link brings all of it back.
    pub(super) fn keep(&self, guide: &Guide, data: &Data) {
        let id = |layer: usize| data.columns.get(layer).map(|column| column.id.as_str());
        let year = self.year.map(|year| usize::from(year).to_string()).unwrap_or_default();
        let states = self.chosen.iter().filter_map(|state| guide.states.get(*state));
        let states: Vec<&str> = states.map(|state| state.id.as_str()).collect();
        let shown = |place: usize, name: Option<&'static str>| name.filter(|_| place > 0);
        let values = [
            ("layer", id(self.layer).filter(|_| self.layer > 0).unwrap_or_default()),
            ("with", self.with.and_then(id).unwrap_or_default()),
            (
                "drawing",
                shown(self.drawing, DRAWINGS.get(self.drawing).copied()).unwrap_or_default(),
            ),
            ("year", &year),
            ("states", &states.join(",")),
        ];
        let state = history().state().unwrap_or_default();
        let address = Route::map_with(&values, page::form());
        let _ = history().replace_state_with_url(&state, "", Some(&address));
    }
}
