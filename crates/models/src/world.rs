//! What models know of the world, taken from the pack's tables.

use serde::{Deserialize, Serialize};

/// What models know of the world; a pack without these tables has an empty one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct World {
    /// The states, in the order of their names.
    pub members: Vec<Member>,
}

/// A state that votes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Member {
    /// Its code in lower case, as links have it.
    pub code: String,
    /// Its name.
    pub name: String,
}
