//! Questions, in the terms of 1EdTech's QTI: an item has a stem and one kind of interaction, whose
//! every answer, right or wrong, has its feedback.

use serde::{Deserialize, Serialize};

use crate::{Html, Id, StatementKind};

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its name in fragments and in the reader's record.
    pub id: Id,
    /// Changes when the question does, so that what the reader's record says of another is not
    /// taken for this one's.
    pub version: u32,
    /// Whether it is asked later alone: in the review and in quizzes, not in its lesson.
    pub later: bool,
    /// HTML heading level of its label, 2 to 6.
    pub level: u8,
    /// A short label.
    pub title: Html,
    /// What is asked.
    pub stem: Html,
    /// Help in steps, from a nudge to nearly all.
    pub hints: Vec<Html>,
    /// Addresses of the statements or terms it tests, to go back to.
    pub tests: Vec<String>,
    /// Addresses of what speaks against the statements it tests, to go on to.
    pub counters: Vec<String>,
    /// How it is answered.
    pub interaction: Interaction,
}

/// How a question is answered. The set is closed: a new kind is a new variant, and the compiler of
/// Rust names every place that has to know it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Interaction {
    /// One of several answers; exactly one is the key.
    Choice(Vec<Answer>),
    /// Any number of several answers; one or more are keys.
    Multiple(Vec<Answer>),
    /// Where a statement belongs in the argument: one of several places; exactly one is the key.
    Build {
        /// The statement to be placed.
        statement: Html,
        /// Where it may belong.
        places: Vec<Place>,
    },
    /// A word to write.
    Blank(Written),
    /// Things that belong to places, each place to one thing; some places may stay empty.
    Match(Places),
    /// Things that belong to categories, each to one.
    Sort(Places),
    /// Steps that go in an order; here in the right one.
    Order(Vec<Step>),
    /// An argument to rebuild on an empty map.
    Rebuild {
        /// Its statements, in reading order.
        pieces: Vec<Id>,
        /// The same as things, with the places that they have in the argument, as paper and other systems ask it.
        all: Places,
    },
    /// One state of all in the community.
    Point(Pointed),
}

/// An answer that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The answer.
    pub text: Html,
    /// What the reader is told who chose it; of a key that was not chosen, why it is one.
    pub feedback: Html,
    /// Whether it is right.
    pub key: bool,
}

/// A place in the argument, such as "a premise of …".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// What a statement would be there.
    pub part: StatementKind,
    /// The statement it would speak to, as an answer.
    pub answer: Answer,
}

/// Answers that are foreseen, and what to say to all others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// Answers as plain text in [`Answer::text`]; the first key is the one to show.
    pub answers: Vec<Answer>,
    /// What the reader is told who wrote something else.
    pub otherwise: Html,
}

/// Things and the places they belong to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Places {
    /// What is to be placed.
    pub things: Vec<Thing>,
    /// Where: the other sides of a match, or categories.
    pub places: Vec<Html>,
}

/// A thing that belongs to a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thing {
    /// The thing.
    pub text: Html,
    /// Its place among [`Places::places`], from 0.
    pub place: u32,
    /// Why it belongs there.
    pub feedback: Html,
}

/// A step of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The step.
    pub text: Html,
    /// Why it stands where it does.
    pub feedback: Html,
}

/// States that are foreseen as answers, and what to say to all others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pointed {
    /// Answers that each stand for one or more states; a state stands in one at most.
    pub answers: Vec<Point>,
    /// What the reader is told who pointed at another one.
    pub otherwise: Html,
}

/// States with one feedback.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// The states, in the order of the guide.
    pub states: Vec<Id>,
    /// Their names as [`Answer::text`], and what the reader is told who pointed at one of them.
    pub answer: Answer,
}

impl Interaction {
    /// The names of all kinds, as content and addresses have them.
    pub const KINDS: [&str; 9] =
        ["choice", "multiple", "build", "rebuild", "blank", "match", "sort", "order", "point"];

    /// The name of its kind, one of [`Interaction::KINDS`].
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Choice(_) => "choice",
            Self::Multiple(_) => "multiple",
            Self::Build { .. } => "build",
            Self::Rebuild { .. } => "rebuild",
            Self::Blank(_) => "blank",
            Self::Match(_) => "match",
            Self::Sort(_) => "sort",
            Self::Order(_) => "order",
            Self::Point(_) => "point",
        }
    }
}

impl Item {
    /// A number that changes with what is asked and how it is answered, and with nothing else.
    #[must_use]
    pub fn fingerprint(stem: &Html, interaction: &Interaction) -> u32 {
        // Writing to memory fails only for sequences of unknown length, which there are none of.
        let bytes = postcard::to_stdvec(&(stem, interaction)).unwrap_or_default();
        crate::fingerprint(bytes)
    }

    /// All that an author wrote for it, in order: what stands in answers, and what explains them.
    #[must_use]
    pub fn parts(&self) -> Vec<(ItemPart, &Html)> {
        let mut parts = vec![(ItemPart::Title, &self.title), (ItemPart::Stem, &self.stem)];
        parts.extend(self.hints.iter().map(|hint| (ItemPart::Hint, hint)));
        let mut add = |text, feedback| {
            parts.push((ItemPart::Answer, text));
            parts.push((ItemPart::Feedback, feedback));
        };
        match &self.interaction {
            Interaction::Choice(answers) | Interaction::Multiple(answers) => {
                answers.iter().for_each(|answer| add(&answer.text, &answer.feedback));
            }
            Interaction::Build { places, .. } => {
                places.iter().for_each(|Place { answer, .. }| add(&answer.text, &answer.feedback));
            }
            Interaction::Blank(written) => {
                written.answers.iter().for_each(|answer| add(&answer.text, &answer.feedback));
                parts.push((ItemPart::Feedback, &written.otherwise));
            }
            Interaction::Match(Places { things, places })
            | Interaction::Sort(Places { things, places })
            | Interaction::Rebuild { all: Places { things, places }, .. } => {
                things.iter().for_each(|thing| add(&thing.text, &thing.feedback));
                parts.extend(places.iter().map(|place| (ItemPart::Answer, place)));
            }
            Interaction::Point(pointed) => {
                // The names of states are the community's own.
                let feedback = pointed.answers.iter().map(|point| &point.answer.feedback);
                let feedback = feedback.chain([&pointed.otherwise]);
                parts.extend(feedback.map(|feedback| (ItemPart::Feedback, feedback)));
            }
            Interaction::Order(steps) => {
                steps.iter().for_each(|step| add(&step.text, &step.feedback));
            }
        }
        parts
    }
}

/// What a text of an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemPart {
    /// Its label.
    Title,
    /// What is asked.
    Stem,
    /// A step of help.
    Hint,
    /// An answer, or a part of one.
    Answer,
    /// What explains an answer.
    Feedback,
}
