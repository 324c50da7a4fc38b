//! Plans for teaching a lesson.

use serde::{Deserialize, Serialize};

use crate::{Html, Id};

/// How a lesson can be taught in one sitting of a class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The lesson.
    pub lesson: Id,
    /// Title, as plain text.
    pub title: String,
    /// What the class can do afterwards.
    pub aims: Vec<Html>,
    /// What is done, in its order.
    pub steps: Vec<PlanStep>,
    /// Questions to discuss, each with what can be said to it, and why.
    pub questions: Vec<(Html, Html)>,
}

/// A part of the time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanStep {
    /// How long it takes.
    pub minutes: u32,
    /// What the class does.
    pub text: Html,
}

impl Plan {
    /// How long a plan takes, in minutes.
    pub const MINUTES: u32 = 45;
}
