//! What a format could not say of a guide's questions.

use std::fmt;

use concord_model::Id;

/// Something that a format could not say, and the questions that it is missing from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// What is missing, and what stands there instead.
    pub what: &'static str,
    /// The questions, in the order of the guide.
    pub questions: Vec<Id>,
}

impl fmt::Display for LeftOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ids: Vec<_> = self.questions.iter().map(Id::as_str).collect();
        write!(f, "{} ({}): {}", self.what, ids.len(), ids.join(", "))
    }
}

/// What has been left out so far.
#[derive(Debug, Default)]
pub(super) struct Notes(Vec<LeftOut>);

impl Notes {
    /// Notes that something is missing from a question.
    pub(super) fn left_out(&mut self, question: &Id, what: &'static str) {
        let known = self.0.iter().position(|note| note.what == what);
        match known.and_then(|at| self.0.get_mut(at)) {
            Some(note) if note.questions.last() == Some(question) => {}
            Some(note) => note.questions.push(question.clone()),
            None => self.0.push(LeftOut { what, questions: vec![question.clone()] }),
        }
    }

    pub(super) fn told(self) -> Vec<LeftOut> {
        self.0
    }
}
