//! Schemes of arguments: in which way the premises of a step are meant to carry its conclusion, and so what a
//! critic of it asks. The list is a choice from Walton, Reed and Macagno, *Argumentation Schemes* (Cambridge University
//! Press, 2008), and is closed: what each asks is said in the words of a pack.

use std::collections::BTreeMap;

use crate::Id;

/// In which way premises carry a conclusion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scheme {
    /// Something is good or bad for what comes of it.
    Consequences,
    /// Something serves a goal.
    Means,
    /// One thing brings about another.
    Cause,
    /// One thing shows another.
    Sign,
    /// A case stands for many.
    Example,
    /// What holds in one case holds in another that is like it.
    Analogy,
    /// A thing has a feature, and so is one of a kind.
    Classification,
    /// A rule holds, and this is a case of it.
    Rule,
    /// Something serves what is held to be good.
    Values,
    /// Somebody says it who knows.
    Expert,
    /// Many hold it, or do it.
    Practice,
    /// Somebody holds two things that pull against each other.
    Inconsistency,
}

impl Scheme {
    /// All schemes.
    pub const ALL: [Self; 12] = [
        Self::Consequences,
        Self::Means,
        Self::Cause,
        Self::Sign,
        Self::Example,
        Self::Analogy,
        Self::Classification,
        Self::Rule,
        Self::Values,
        Self::Expert,
        Self::Practice,
        Self::Inconsistency,
    ];

    /// The name used in content and in files for other tools.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Consequences => "consequences",
            Self::Means => "means",
            Self::Cause => "cause",
            Self::Sign => "sign",
            Self::Example => "example",
            Self::Analogy => "analogy",
            Self::Classification => "classification",
            Self::Rule => "rule",
            Self::Values => "values",
            Self::Expert => "expert",
            Self::Practice => "practice",
            Self::Inconsistency => "inconsistency",
        }
    }

    /// The scheme of that name.
    #[must_use]
    pub fn read(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scheme| scheme.name() == name)
    }

    /// How many questions a critic asks of it.
    #[must_use]
    pub fn questions(self) -> u8 {
        match self {
            Self::Classification | Self::Practice | Self::Inconsistency => 2,
            _ => 3,
        }
    }
}

/// Which question an objection or a reply asks, of which step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asks {
    /// The name of the step's way, if several could be meant.
    pub way: Option<Id>,
    /// The number of the question in the step's scheme, from 1.
    pub question: u8,
}

/// A step that says its scheme, and what asks the questions of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Questioned {
    /// In which way its premises carry it.
    pub scheme: Scheme,
    /// The number of a question, from 1, and the objection or reply that asks it; in reading order.
    pub asked: Vec<(u8, Id)>,
}

/// The steps to each statement, in the order of the argument's graph; a step without a scheme is `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Critique(pub(crate) BTreeMap<Id, Vec<Option<Questioned>>>);

impl Critique {
    /// The scheme and the number of the question, from 1, that a statement asks.
    #[must_use]
    pub fn asked_by(&self, statement: &str) -> Option<(Scheme, u8)> {
        self.0.values().flatten().flatten().find_map(|step| {
            let asked = step.asked.iter().find(|(_, own)| own.as_str() == statement);
            asked.map(|(question, _)| (step.scheme, *question))
        })
    }

    /// The steps to a statement.
    #[must_use]
    pub fn steps(&self, statement: &Id) -> &[Option<Questioned>] {
        self.0.get(statement).map(Vec::as_slice).unwrap_or_default()
    }
}
