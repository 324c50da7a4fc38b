//! What readers ask of a model to play with.

use super::names::names;

names! {
    /// What a button of a model asks for.
    PlayAction {
        /// To run, or to pause.
        Run = "run",
        /// One step.
        Step = "step",
        /// To begin the run anew.
        Reset = "reset",
        /// Settings that have a name.
        Preset = "preset",
    }
}

names! {
    /// How fast a model runs.
    Pace {
        /// So that each step can be followed.
        Slow = "slow",
        /// In between.
        Medium = "medium",
        /// As fast as pictures are shown.
        Fast = "fast",
    }
}

impl Pace {
    /// Milliseconds from step to step.
    #[must_use]
    pub fn milliseconds(self) -> f64 {
        match self {
            Self::Slow => 350.0,
            Self::Medium => 70.0,
            Self::Fast => 0.0,
        }
    }
}
