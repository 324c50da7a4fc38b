//! All words of the models, list by list.

use serde::{Deserialize, Serialize};

use super::{
    alarms::AlarmsWords, data::DataWords, good_faith::GoodFaithWords, play::PlayWords,
    seats::SeatsWords,
};
use crate::words::read::ReadWords;

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
