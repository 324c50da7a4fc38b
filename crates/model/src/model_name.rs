//! The models to play with, by their names.

use serde::{Deserialize, Serialize};

/// A model to play with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ModelName {
    /// Good faith under noise.
    GoodFaith,
    /// Attack or accident?
    Alarms,
    /// Equal seats.
    Seats,
    /// The life of data.
    Data,
}

impl ModelName {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::GoodFaith, Self::Alarms, Self::Seats, Self::Data];

    /// Its name, in addresses and in content.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::GoodFaith => "good-faith",
            Self::Alarms => "alarms",
            Self::Seats => "seats",
            Self::Data => "data",
        }
    }

    /// The model of a name.
    #[must_use]
    pub fn read(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|model| model.name() == name)
    }
}
