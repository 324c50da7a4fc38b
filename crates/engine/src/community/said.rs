//! What an address says of the map, or of two states side by side.

use concord_model::{
    State,
    talk::{AtlasChoice, Drawing},
};

use super::{Column, whole};

/// What is chosen, by places in the lists that it is read against.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The layer, if one is named.
    pub layer: Option<usize>,
    /// The second one.
    pub with: Option<usize>,
    /// The drawing.
    pub drawing: Option<Drawing>,
    /// The year; none for the last.
    pub year: Option<u16>,
    /// States, each once, in the order in which they are named.
    pub states: Vec<usize>,
}

impl Said {
    /// Reads values of any text; what names nothing is as if it were not there.
    #[must_use]
    pub fn read(
        columns: &[Column],
        states: &[State],
        value: impl Fn(AtlasChoice) -> Option<String>,
    ) -> Self {
        let get = |choice: AtlasChoice| {
            let mut value = value(choice)?;
            // All names are in lower case, but codes are often written in capitals.
            value.make_ascii_lowercase();
            Some(value)
        };
        let layer = |choice: AtlasChoice| {
            let id = get(choice)?;
            columns.iter().position(|column| column.id == id)
        };
        let named = get(AtlasChoice::States).unwrap_or_default();
        let state = |id: &str| states.iter().position(|state| state.id.as_str() == id);
        let mut chosen: Vec<usize> = Vec::new();
        for state in named.split(',').filter_map(state) {
            if !chosen.contains(&state) {
                chosen.push(state);
            }
        }
        let own = layer(AtlasChoice::Layer);
        // A year is one of the layer's: the nearest to what the address says.
        let years = columns.get(own.unwrap_or_default()).and_then(|column| column.years);
        let year = years.and_then(|(first, last)| {
            let year = whole(&get(AtlasChoice::Year)?)?.max(first.into()).min(last.into()) as u16;
            Some(year).filter(|year| *year != last)
        });
        Self {
            layer: own,
            with: layer(AtlasChoice::With),
            drawing: get(AtlasChoice::Drawing).and_then(|name| Drawing::read(&name)),
            year,
            states: chosen,
        }
    }
}
