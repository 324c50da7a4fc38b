//! Pieces of a guide that other sites show in frames.

use serde::{Deserialize, Serialize};

use crate::{Id, ModelName};

/// A piece of the guide that can stand alone.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Piece {
    /// A lesson.
    Lesson(Id),
    /// A statement of the argument, with what stands below it.
    Statement(Id),
    /// A question.
    Item(Id),
    /// An entry of the glossary.
    Term(Id),
    /// A model to play with. What follows the question mark of its address says how it is set.
    Model(ModelName),
}

impl Piece {
    /// Its name, of whatever content named itself.
    #[must_use]
    pub fn id(&self) -> Option<&Id> {
        match self {
            Self::Lesson(id) | Self::Statement(id) | Self::Item(id) | Self::Term(id) => Some(id),
            Self::Model(_) => None,
        }
    }

    /// The folder of its kind, and its name.
    pub(crate) fn parts(&self) -> (&'static str, &str) {
        match self {
            Self::Lesson(id) => ("lessons", id.as_str()),
            Self::Statement(id) => ("statements", id.as_str()),
            Self::Item(id) => ("questions", id.as_str()),
            Self::Term(id) => ("terms", id.as_str()),
            Self::Model(name) => ("models", name.name()),
        }
    }

    pub(crate) fn parse(kind: &str, id: &str) -> Option<Self> {
        let id = Id::new(id).ok()?;
        match kind {
            "lessons" => Some(Self::Lesson(id)),
            "statements" => Some(Self::Statement(id)),
            "questions" => Some(Self::Item(id)),
            "terms" => Some(Self::Term(id)),
            "models" => ModelName::read(id.as_str()).map(Self::Model),
            _ => None,
        }
    }
}
