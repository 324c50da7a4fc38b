//! The words of the model of alarms.

use serde::{Deserialize, Serialize};

use crate::{
    Forms,
    words::{Declared, ReadWords, Word},
};

words! {
    AlarmsWords
    /// Its title.
    alarms_title: String,
    /// The question before the first run.
    alarms_question: String,
}
