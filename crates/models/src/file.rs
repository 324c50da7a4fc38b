//! What the program that plays reads.

use concord_model::{Community, Guide, ModelWords};
use serde::{Deserialize, Serialize};

use crate::World;

/// The file of the program: words, and what models know of the world.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ModelsFile {
    /// The words of all models.
    pub words: ModelWords,
    /// What they know of the world.
    pub world: World,
}

impl ModelsFile {
    /// The file of a guide.
    #[must_use]
    pub fn of(guide: &Guide, community: &Community) -> Self {
        Self { words: guide.models.clone(), world: World::of(guide, community) }
    }
}
