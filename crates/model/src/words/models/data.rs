//! The words of the model of the life of data.

use serde::{Deserialize, Serialize};

use crate::{
    Forms,
    words::{Declared, ReadWords, Word},
};

words! {
    DataWords
    /// Its title.
    data_title: String,
    /// The question before the first run.
    data_question: String,
}
