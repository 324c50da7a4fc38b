//! What is said on the map of states, and in addresses of it.

use serde::{Deserialize, Serialize};

use super::names::names;

names! {
    /// What a button of the map asks for.
    AtlasAction {
        /// To choose no state any more.
        Clear = "clear",
        /// To play the years, or to stop.
        Play = "play",
        /// The year before.
        Back = "back",
        /// The next year.
        On = "on",
    }
}

names! {
    /// What can be chosen of a map: in its lists, in the attributes of its place, and in addresses.
    AtlasChoice {
        /// The layer.
        Layer = "layer",
        /// A second layer, which is crossed with it.
        With = "with",
        /// The drawing.
        Drawing = "drawing",
        /// The year.
        Year = "year",
        /// States.
        States = "states",
    }
}

impl AtlasChoice {
    /// The attribute of a map's place that says it.
    #[must_use]
    pub fn attribute(self) -> &'static str {
        match self {
            Self::Layer => data!(layer),
            Self::With => data!(with),
            Self::Drawing => data!(drawing),
            Self::Year => data!(year),
            Self::States => data!(states),
        }
    }
}

names! {
    /// How the states are drawn. The marks of the map's file are in this order.
    #[derive(Default, Serialize, Deserialize)]
    Drawing {
        /// Where they are.
        #[default]
        Map = "map",
        /// As tiles of one size.
        Tiles = "tiles",
        /// As circles of one size.
        One = "one",
        /// As circles by their population.
        Population = "population",
        /// As circles by how many use the internet.
        Users = "users",
    }
}
