//! The words of the play around every model.

use serde::{Deserialize, Serialize};

use crate::{
    Forms,
    words::{Declared, ReadWords, Word},
};

words! {
    PlayWords
    /// Heading of the controls of a run.
    play_settings: String,
}
