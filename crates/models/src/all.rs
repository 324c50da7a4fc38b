//! All models by their names.

use concord_model::ModelName;

use crate::{Model, alarms, data, good_faith, seats};

/// The model of a name.
#[must_use]
pub fn model(name: ModelName) -> &'static dyn Model {
    match name {
        ModelName::GoodFaith => &good_faith::GoodFaith,
        ModelName::Alarms => &alarms::Alarms,
        ModelName::Seats => &seats::Seats,
        ModelName::Data => &data::Data,
    }
}
