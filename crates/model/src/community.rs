//! The community of states that a guide speaks of.

use serde::{Deserialize, Serialize};

use crate::Id;

/// A member of the community. What is known of it stands in tables of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// Its code in lower case, such as `tuv`, by which tables and addresses name it.
    pub id: Id,
    /// Its name in the guide's language, as plain text.
    pub name: String,
}
