//! What readers ask of a question.

use super::names::names;

names! {
    /// What a button of a question asks for.
    QuizAction {
        /// To be told about the answer.
        Check = "check",
        /// The next hint.
        Hint = "hint",
        /// The answer.
        Show = "show",
        /// To try again with what was right.
        Again = "again",
        /// That a step goes one up.
        Up = "up",
        /// That a step goes one down.
        Down = "down",
    }
}

names! {
    /// What a button of a map that is rebuilt asks for.
    RebuildAction {
        /// The roles in which something can be put to a statement.
        Open = "roles",
        /// To put the chosen statement there.
        Place = "settle",
        /// Help with it.
        Aid = "aid",
    }
}
