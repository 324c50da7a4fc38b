//! Models to play with, as content places them.

use serde::{Deserialize, Serialize};

use crate::{Block, ModelName};

/// The page of a model: what content says around it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModelPage {
    /// The model.
    pub name: ModelName,
    /// Title, as plain text.
    pub title: String,
    /// First paragraph as plain text, for lists and link previews.
    pub summary: String,
    /// Addresses of the statements that it bears on.
    pub about: Vec<String>,
    /// What stands around the model: above it what comes before the first heading, below it all else.
    pub blocks: Vec<Block>,
}
