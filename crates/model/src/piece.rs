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
    /// What stands under a heading of a lesson: the lesson, and the heading.
    Section(Id, Id),
    /// The questions that its address asks for.
    Quiz,
    /// The argument, at a place and with a stance that its address names.
    Argument,
    /// The map of states. What follows the question mark of its address says what it shows.
    Community,
    /// A model to play with. What follows the question mark of its address says how it is set.
    Model(ModelName),
}

impl Piece {
    /// Its name, of whatever content named itself.
    #[must_use]
    pub fn id(&self) -> Option<&Id> {
        match self {
            Self::Lesson(id) | Self::Statement(id) | Self::Item(id) | Self::Term(id) => Some(id),
            Self::Section(_, id) => Some(id),
            Self::Quiz | Self::Argument | Self::Community | Self::Model(_) => None,
        }
    }

    /// Whether the rest of its address says how it is set.
    #[must_use]
    pub fn is_set(&self) -> bool {
        matches!(self, Self::Quiz | Self::Argument | Self::Community | Self::Model(_))
    }

    /// The folders of its page: that of its kind, and those of its names.
    pub(crate) fn parts(&self) -> Vec<&str> {
        match self {
            Self::Lesson(id) => vec![LESSONS, id.as_str()],
            Self::Section(lesson, id) => vec![LESSONS, lesson.as_str(), id.as_str()],
            Self::Statement(id) => vec![STATEMENTS, id.as_str()],
            Self::Item(id) => vec![QUESTIONS, id.as_str()],
            Self::Term(id) => vec![TERMS, id.as_str()],
            Self::Model(name) => vec![MODELS, name.name()],
            Self::Quiz => vec![QUIZ],
            Self::Argument => vec![ARGUMENT],
            Self::Community => vec![COMMUNITY],
        }
    }

    pub(crate) fn parse(parts: &[&str]) -> Option<Self> {
        let id = |text: &str| Id::new(text).ok();
        match *parts {
            [LESSONS, lesson] => id(lesson).map(Self::Lesson),
            [LESSONS, lesson, heading] => Some(Self::Section(id(lesson)?, id(heading)?)),
            [STATEMENTS, name] => id(name).map(Self::Statement),
            [QUESTIONS, name] => id(name).map(Self::Item),
            [TERMS, name] => id(name).map(Self::Term),
            [MODELS, name] => ModelName::read(name).map(Self::Model),
            [QUIZ] => Some(Self::Quiz),
            [ARGUMENT] => Some(Self::Argument),
            [COMMUNITY] => Some(Self::Community),
            _ => None,
        }
    }
}

const LESSONS: &str = "lessons";
const STATEMENTS: &str = "statements";
const QUESTIONS: &str = "questions";
const TERMS: &str = "terms";
const MODELS: &str = "models";
const QUIZ: &str = "quiz";
const ARGUMENT: &str = "argument";
const COMMUNITY: &str = "community";
