//! Cases: what happened in the world, as lessons tell it, for the page that lists them all.

use serde::{Deserialize, Serialize};

use crate::{Html, Id};

/// A case that a lesson tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Its name on the page of its lesson.
    pub id: Id,
    /// The lesson that tells it.
    pub lesson: Id,
    /// What it is called.
    pub title: Html,
    /// A year, a month or a day as in ISO 8601, so that dates are in order as texts.
    pub date: String,
    /// Its first paragraph as plain text.
    pub summary: String,
    /// Where it is told.
    pub sources: Vec<Id>,
    /// States that it is about.
    pub states: Vec<Id>,
    /// Addresses of the statements and terms that it bears on.
    pub about: Vec<String>,
}
