//! What the map of states is drawn from.

use serde::{Deserialize, Serialize};

use crate::{AtlasWords, Guide, Html, Plural, State, Vote};

/// What the program of the map reads: a file of its own beside the guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AtlasFile {
    /// The states, in the order of their names.
    pub states: Vec<State>,
    /// The words that it answers in.
    pub words: AtlasWords,
    /// The plural rule of the language.
    pub plural: Plural,
    /// A line for each drawing: the middle and half the width of each mark, in the order of the states.
    pub marks: String,
    /// The layers, as `concord_engine::community` writes them.
    pub columns: String,
    /// The votes among them by which states are compared.
    pub votes: Vec<Vote>,
    /// The drawing itself, as SVG.
    pub svg: Html,
}

impl AtlasFile {
    /// The file of a guide, with what is drawn of its states.
    #[must_use]
    pub fn of(guide: &Guide, marks: String, columns: String, votes: Vec<Vote>, svg: Html) -> Self {
        let (words, plural) = (guide.atlas.clone(), guide.plural.clone());
        Self { states: guide.states.clone(), words, plural, marks, columns, votes, svg }
    }
}
