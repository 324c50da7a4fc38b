//! What the program reads in which readers search.

use concord_model::{Forms, Html, Id, Plural};
use serde::{Deserialize, Serialize};

/// The file of that program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchFile {
    /// What is searched, as [`Searcher::to_bytes`](super::Searcher::to_bytes) writes it.
    pub searcher: Vec<u8>,
    /// Whose statements are found: ids, marks and names.
    pub owners: Vec<(Id, Html, String)>,
    /// The names of the parts of the argument, in the order of [`StatementKind::ALL`](concord_model::StatementKind::ALL).
    pub parts: Vec<String>,
    /// What is said.
    pub words: SearchWords,
    /// The plural rule of the language.
    pub plural: Plural,
}

/// What is said of what was found; `concord_model::Words` says where each is used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchWords {
    /// Words that are too small to be looked for.
    pub small: String,
    /// How many results there are.
    pub results: Forms,
    /// How many of them are shown.
    pub first: String,
    /// That there are none.
    pub none: String,
    /// That none has all words.
    pub partly: String,
    /// A result that is a lesson.
    pub lesson: String,
    /// A section of one.
    pub section: String,
    /// A term.
    pub term: String,
    /// A source.
    pub source: String,
    /// A state.
    pub state: String,
    /// A question.
    pub question: String,
}
