//! The words of the model of good faith under noise.

use serde::{Deserialize, Serialize};

use crate::{
    Forms,
    words::{Declared, ReadWords, Word},
};

words! {
    GoodFaithWords
    /// Its title.
    faith_title: String,
    /// The question before the first run.
    faith_question: String,
    /// Parameter: how often an act is taken for its opposite.
    faith_noise: String,
}
