//! What a map shows: a layer, a second one, a drawing, a year, and chosen states. It comes from the
//! address, or from where the map stands, and the address keeps it.

use concord_dom::window;
use concord_engine::community::Said;
use concord_model::{
    Form, Route,
    talk::{AtlasChoice, Drawing},
};
use web_sys::{Element, UrlSearchParams};

use crate::{data::Data, texts::written};

/// What is chosen.
#[derive(Default)]
pub(crate) struct Choice {
    pub(crate) layer: usize,
    pub(crate) with: Option<usize>,
    pub(crate) drawing: Drawing,
    /// The year; none for the last.
    pub(crate) year: Option<u16>,
    /// Chosen states, in the order in which they were chosen.
    pub(crate) chosen: Vec<usize>,
    /// The state that is pointed at.
    pub(crate) at: Option<usize>,
    /// Whether no layer is shown: in a question that asks for a state.
    pub(crate) is_plain: bool,
}

impl Choice {
    /// What the address says if the map has a page of its own; else what its place says.
    pub(crate) fn read(data: &Data, root: &Element, is_page: bool) -> Self {
        let search =
            window().and_then(|window| window.location().search().ok()).unwrap_or_default();
        let query = UrlSearchParams::new_with_str(&search).ok().filter(|_| is_page);
        let said = Said::read(&data.columns, &data.states, |choice| {
            let value = query.as_ref().and_then(|query| query.get(choice.name()));
            value.or_else(|| root.get_attribute(choice.attribute()))
        });
        Self {
            layer: said.layer.unwrap_or_default(),
            with: said.with,
            drawing: said.drawing.unwrap_or_default(),
            year: said.year,
            chosen: said.states,
            at: None,
            is_plain: root.class_list().contains("pointing"),
        }
    }

    /// Keeps it in the address of the page, so that a link brings all of it back.
    pub(crate) fn keep(&self, data: &Data) {
        let id = |layer: usize| data.columns.get(layer).map(|column| column.id.as_str());
        let year = self.year.map(written).unwrap_or_default();
        let states = self.chosen.iter().filter_map(|state| data.states.get(*state));
        let states: Vec<&str> = states.map(|state| state.id.as_str()).collect();
        let drawing = Some(self.drawing).filter(|drawing| *drawing != Drawing::Map);
        let values = [
            (AtlasChoice::Layer, id(self.layer).filter(|_| self.layer > 0).unwrap_or_default()),
            (AtlasChoice::With, self.with.and_then(id).unwrap_or_default()),
            (AtlasChoice::Drawing, drawing.map_or("", Drawing::name)),
            (AtlasChoice::Year, &year),
            (AtlasChoice::States, &states.join(",")),
        ];
        let Some(window) = window() else { return };
        let (Ok(path), Ok(history)) = (window.location().pathname(), window.history()) else {
            return;
        };
        let state = history.state().unwrap_or_default();
        // A frame in another site has an address of its own.
        let address = Route::atlas_with(&values, Form::Folder);
        let query = address.find('?').and_then(|at| address.get(at..)).unwrap_or_default();
        let _ = history.replace_state_with_url(&state, "", Some(&[&path, query].concat()));
    }
}
