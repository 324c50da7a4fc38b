//! Pieces of a guide that other sites show in frames.

use serde::{Deserialize, Serialize};

use crate::Id;

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
}

impl Piece {
    /// Its name.
    #[must_use]
    pub fn id(&self) -> &Id {
        self.parts().1
    }

    /// The folder of its kind, and its id.
    pub(crate) fn parts(&self) -> (&'static str, &Id) {
        match self {
            Self::Lesson(id) => ("lessons", id),
            Self::Statement(id) => ("statements", id),
            Self::Item(id) => ("questions", id),
            Self::Term(id) => ("terms", id),
        }
    }

    pub(crate) fn parse(kind: &str, id: &str) -> Option<Self> {
        let id = Id::new(id).ok()?;
        match kind {
            "lessons" => Some(Self::Lesson(id)),
            "statements" => Some(Self::Statement(id)),
            "questions" => Some(Self::Item(id)),
            "terms" => Some(Self::Term(id)),
            _ => None,
        }
    }
}
