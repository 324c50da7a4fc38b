//! Pieces of a guide that other sites show in frames.

use serde::{Deserialize, Serialize};

use crate::{Address, Form, Guide, Id, Route};

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

    /// The address of the piece in the guide: where it stands, or the quiz that asks it.
    #[must_use]
    pub fn href(&self, guide: &Guide, form: Form) -> Option<String> {
        match self {
            Self::Item(id) if guide.item(id).is_some_and(|(_, item)| item.later) => {
                Some(Route::question(id, form))
            }
            piece => Some(piece.home(guide)?.href(form)),
        }
    }

    /// Where the piece stands in the guide.
    #[must_use]
    pub fn home(&self, guide: &Guide) -> Option<Address> {
        match self {
            Self::Lesson(id) => guide.lesson(id).map(|_| Route::Lesson(id.clone()).into()),
            Self::Statement(id) => {
                guide.statement(id).map(|(route, _)| Address::new(route, id.as_str()))
            }
            Self::Item(id) => guide.item(id).map(|(route, _)| Address::new(route, id.as_str())),
            Self::Term(id) => guide.term(id).map(|_| Address::new(Route::Glossary, id.as_str())),
        }
    }
}

/// All pieces of a guide, in reading order.
pub(crate) fn pieces(guide: &Guide) -> Vec<Piece> {
    let lessons = guide.lessons.iter().map(|lesson| Piece::Lesson(lesson.id.clone()));
    let statements = guide.statements().map(|(_, own)| Piece::Statement(own.id.clone()));
    let items = guide.items().map(|(_, item)| Piece::Item(item.id.clone()));
    let terms = guide.terms.iter().map(|term| Piece::Term(term.id.clone()));
    lessons.chain(statements).chain(items).chain(terms).collect()
}
