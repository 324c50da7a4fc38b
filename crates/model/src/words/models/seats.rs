//! The words of the model of seats and votes.

use serde::{Deserialize, Serialize};

use crate::{
    Forms,
    words::{Declared, ReadWords, Word},
};

words! {
    SeatsWords
    /// Its title.
    seats_title: String,
    /// The question before the first run.
    seats_question: String,
}
