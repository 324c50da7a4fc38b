//! The words of the models to play with: a list for what all share, and one for each. They are read by the
//! program of the models and by the prerenderer alone.

mod alarms;
mod data;
mod good_faith;
mod play;
mod seats;

use serde::{Deserialize, Serialize};

pub use self::{
    alarms::AlarmsWords, data::DataWords, good_faith::GoodFaithWords, play::PlayWords,
    seats::SeatsWords,
};
use super::ReadWords;

/// All words of the models.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModelWords {
    /// What all models share.
    pub play: PlayWords,
    /// Good faith under noise.
    pub good_faith: GoodFaithWords,
    /// Attack or accident?
    pub alarms: AlarmsWords,
    /// Equal seats.
    pub seats: SeatsWords,
    /// The life of data.
    pub data: DataWords,
}

impl ModelWords {
    /// Takes each word from `reader`.
    pub fn read(reader: &mut dyn ReadWords) -> Self {
        Self {
            play: PlayWords::read(reader),
            good_faith: GoodFaithWords::read(reader),
            alarms: AlarmsWords::read(reader),
            seats: SeatsWords::read(reader),
            data: DataWords::read(reader),
        }
    }
}
